"""A pattern that can be run."""

from __future__ import annotations

import regex
from msgspec import Struct

from notelint.catalogue.needles import Needles
from notelint.types import Pattern


class Node(Struct, eq=False):
    """A compiled pattern.

    Attributes:
        pattern: the pattern as written, with its gates.
        words: owner of its phrases (for a clause: of `about`), None when it has none.
        does: owner of its predicate phrases, None when it has none.
        members: the patterns inside `all`, `any`, `not`; of `rule`, the patterns of that rule.
        unless: patterns that strike a hit; judged by their own `within`.
        inherited: of `rule`, the `unless` of that rule as a whole.
        then: pattern of a later clause.
        regex: the compiled expression.
        needles: strings of which one is in every text that the expression hits; None when none must be.
        folds: whether they are looked for in the case-folded text.
        has_regex: whether it has a regular expression, whose hits no weight strikes.
        number: its own, counted from 0 over all patterns of all rules.
    """

    pattern: Pattern
    words: int | None = None
    does: int | None = None
    members: tuple[Node, ...] = ()
    unless: tuple[Node, ...] = ()
    inherited: tuple[Node, ...] = ()
    then: Node | None = None
    regex: regex.Pattern[str] | None = None
    needles: Needles | None = None
    folds: bool = True
    has_regex: bool = False
    number: int = -1
