"""Regular expressions that most drafts do not need: each is compiled when it is first used.

To compile all expressions takes as long as the parse of three letters, and a command judges one.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled expression until somebody asks it for anything."""

    def __init__(self, expression: str, flags: int) -> None:
        self._written = expression, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        expression, flags = self._written
        found = getattr(re.compile(expression, flags), name)
        setattr(self, name, found)
        return found


def late(expression: str, flags: int = 0) -> re.Pattern[str]:
    """An expression as `re.compile` makes it, made when it is first used; a wrong one is found only then.

    Args:
        expression: a regular expression of `re`.
        flags: those of `re`.
    """
    return cast("re.Pattern[str]", _Late(expression, flags))
