"""A hit of a pattern."""

from __future__ import annotations

from dataclasses import dataclass

from notelint.matching.compile import Node
from notelint.types import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: a sentence and its tokens [first, last).

    `exact` is the draft span of a regex hit; `node` is the pattern whose mark and confidence it has.
    """

    sentence: int
    first: int
    last: int
    node: Node
    exact: Span | None = None

    def place(self) -> tuple[int, int, int]:
        """For ordering."""
        return (self.sentence, self.first, self.last)
