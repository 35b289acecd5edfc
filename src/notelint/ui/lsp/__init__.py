"""The language server: what editors ask, translated into calls of the pipeline, and its reports into what they show."""
