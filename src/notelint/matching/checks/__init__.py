"""Rules that are arithmetic or compare sources: one module each, found by the name that stands in the rule's `check:`.

A module `known_headers.py` has one function `check(context)` that yields faults; one that looks at the clock also
yields `Clocked`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from notelint.errors import RuleError
from notelint.matching.checks.said import NOWHERE, Absent, Clocked, Context, Fault, Lacking, Remark, Said

__all__ = ["NOWHERE", "Absent", "Clocked", "Context", "Fault", "Lacking", "Remark", "Said", "run"]


def run(name: str, context: Context) -> Iterator[Said]:
    """Run a check by the name it has in a rule.

    Raises:
        RuleError: there is no such check.
    """
    yield from _named(name)(context)


@cache
def _named(name: str) -> Callable[[Context], Iterator[Said]]:
    """The check of this name, whose module is asked for once."""
    path = f"{__name__}.{name.replace('-', '_')}"
    try:
        module = import_module(path)
    except ModuleNotFoundError as problem:
        if problem.name != path:
            raise
        raise RuleError(f"there is no check `{name}`") from None
    check: Callable[[Context], Iterator[Said]] | None = getattr(module, "check", None)
    if check is None:
        raise RuleError(f"there is no check `{name}`")
    return check
