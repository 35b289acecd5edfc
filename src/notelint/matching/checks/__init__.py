"""Rules that are arithmetic or compare sources: one module each, found by the name that stands in the rule's `check:`.

A module `known_headers.py` has one function `check(analysis, options, given)` that yields findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from notelint.errors import RuleError
from notelint.matching.checks.finding import Finding
from notelint.types import Analysis

__all__ = ["Finding", "run"]


def run(name: str, analysis: Analysis, options: Mapping[str, object], given: object = None) -> Iterator[Finding]:
    """Run a check by the name it has in a rule.

    Raises:
        RuleError: there is no such check.
    """
    try:
        module = import_module(f"{__name__}.{name.replace('-', '_')}")
    except ModuleNotFoundError:
        raise RuleError(f"there is no check `{name}`") from None
    yield from module.check(analysis, options, given)
