"""Reports kept between two runs: what a run looked at, and what it said.

    record   a run is watched: each file that it opens, each folder that it lists, what it asks git
    probes   the same questions can be asked again
    replay   when all answers are what they were, what the run wrote is written again

A kept report belongs to one command line in one folder, so nothing of it is parsed to find the report. `replay` runs
before anything else is imported; so it, `probes` and `installation` import of Python only what is there already.
"""
