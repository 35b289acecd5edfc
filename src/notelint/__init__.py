"""notelint: a linter for what you write after a job interview.

The folders show the way of a draft: `catalogue` (rules) → `drafts` → `language` → `matching` → `reporters` → `ui`;
`pipeline` is the table of contents.
"""

__version__ = "0.1.0"
