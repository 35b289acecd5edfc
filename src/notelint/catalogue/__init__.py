"""Rules: YAML on disk → checked `Rule`s. See docs/rule-language.md."""
