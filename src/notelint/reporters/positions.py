"""Places of a draft as other programs count them: in bytes of UTF-8, units of UTF-16, or code points."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from notelint.types import Draft, Position

Encoding = Literal["utf-8", "utf-16", "utf-32"]
ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")

_CODECS: dict[Encoding, tuple[str, int]] = {
    "utf-8": ("utf-8", 1),
    "utf-16": ("utf-16-le", 2),
    "utf-32": ("utf-32-le", 4),
}


class Positions:
    """The positions of one draft in one unit.

    Args:
        draft: the draft; offsets into it are code points.
        encoding: the unit of columns and offsets that come out; a byte order mark is never counted.
    """

    def __init__(self, draft: Draft, encoding: Encoding = "utf-32") -> None:
        self.draft = draft
        self._codec, self._unit = _CODECS[encoding]
        self._plain = encoding == "utf-32" or draft.text.isascii()
        self._starts = () if self._plain else self._line_starts()

    def at(self, offset: int) -> Position:
        """Line and column from 1, offset from 0, of a code point offset (0 ≤ offset ≤ len(text))."""
        line, column, offset = self.draft.position(offset)
        if self._plain:
            return Position(line, column, offset)
        before = self._units(self.draft.text[offset - column + 1 : offset])
        return Position(line, before + 1, self._starts[line - 1] + before)

    def _line_starts(self) -> tuple[int, ...]:
        """The offsets at which lines begin, in this unit, so that a position costs one line and not the whole text."""
        found, at = [0], 0
        starts = self.draft.line_starts
        for start, end in pairwise(starts):
            at += self._units(self.draft.text[start:end])
            found.append(at)
        return tuple(found)

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._unit
