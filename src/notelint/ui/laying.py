"""New files, whole or not at all, and never in the place of one that is there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from notelint.errors import UsageError


def lay(path: Path, text: str) -> None:
    """Write a new file in UTF-8; what was written in vain is taken away again.

    Raises:
        FileExistsError: there is one.
        UsageError: it cannot be written.
    """
    try:
        data = text.encode("utf-8")
        file = path.open("xb")
    except FileExistsError:
        raise
    except (OSError, ValueError) as problem:
        raise _unwritten(problem, path) from None
    try:
        with file:
            file.write(data)
    except OSError as problem:
        with suppress(OSError):
            path.unlink()
        raise _unwritten(problem, path) from None


def _unwritten(problem: Exception, path: Path) -> UsageError:
    reason = getattr(problem, "strerror", None) or str(problem)
    return UsageError(f"this cannot be written: {reason}", path=str(path))
