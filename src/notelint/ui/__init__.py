"""Doors: each translates what it is asked and calls the pipeline."""
