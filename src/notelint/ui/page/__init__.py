"""The page: a door for people who do not live in a terminal, served to this machine's own browser alone."""
