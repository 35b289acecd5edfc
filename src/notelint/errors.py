"""The exceptions of notelint and their exit status.

    NotelintError (2)
    ├── UsageError      the command line asks for something that cannot be done
    ├── ConfigError     `.notelint.yml` is broken
    ├── RuleError       a rule file or a word class is broken
    └── DraftError      a draft cannot be read

Each carries one sentence that says what is wrong, where, and how to mend it.
"""

from __future__ import annotations


class NotelintError(Exception):
    """Base of all errors that a user can mend.

    Args:
        message: one line: what is wrong and how to mend it.
        path: the file the error is about, as the user named it, or None.
        line: line in that file, from 1, or None.
        column: column in that line, from 1, in code points, or None.
    """

    exit_code = 2

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.path, self.line, self.column)

    @property
    def where(self) -> str:
        """`path:line:column` as far as it is known; empty when nothing is."""
        parts = [self.path or ""]
        parts += [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join(parts) if self.path else ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


def _rebuild(
    kind: type[NotelintError], message: str, path: str | None, line: int | None, column: int | None
) -> NotelintError:
    return kind(message, path=path, line=line, column=column)


class UsageError(NotelintError):
    """The command line asks for something that cannot be done."""


class ConfigError(NotelintError):
    """The configuration file is broken."""


class RuleError(NotelintError):
    """A rule file, a word class or a rule pack is broken."""


class DraftError(NotelintError):
    """A draft cannot be read."""
