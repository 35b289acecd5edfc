"""notelint: a linter for what you write after a job interview.

The folders show the way of a draft: `catalogue` (rules) → `drafts` → `language` → `matching` → `reporters` → `ui`;
`pipeline` is the table of contents. For programs there are the names below (docs/library.md), each imported when it is
first asked for, so that `import notelint` costs nothing.
"""

TYPE_CHECKING = False  # as type checkers know it: importing `typing` would cost as much as an answer from the cache

if TYPE_CHECKING:
    from notelint.errors import ConfigError, DraftError, NotelintError, RuleError, UsageError
    from notelint.types import DraftReport, Edit, Failure, Report, Rule, Span, Suggestion, Violation
    from notelint.ui.api import check_path, check_paths, check_text, lint_batch, load_rules, to_dict

__version__ = "0.1.0"

__all__ = [
    "ConfigError",
    "DraftError",
    "DraftReport",
    "Edit",
    "Failure",
    "NotelintError",
    "Report",
    "Rule",
    "RuleError",
    "Span",
    "Suggestion",
    "UsageError",
    "Violation",
    "__version__",
    "check_path",
    "check_paths",
    "check_text",
    "lint_batch",
    "load_rules",
    "to_dict",
]


def __getattr__(name: str) -> object:
    """A name of the library, imported now."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415 - who only wants the version pays nothing

    home = "ui.api" if name[0].islower() else "errors" if name.endswith("Error") else "types"
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    """The names of the library."""
    return __all__
