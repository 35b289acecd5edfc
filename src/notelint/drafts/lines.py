"""Lines of a draft: LF, CRLF and CR end a line, nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"\r\n|\r|\n")
_INVISIBLE = " \t\v\f\xa0\xad\u200b\u200c\u200d\u2060\ufeff"


class Line(NamedTuple):
    """One line, or the rest of one: `text` is the draft's text from `start` to `end`, without its line end.

    `number` counts the lines that were split together, from 0.
    """

    start: int
    end: int
    text: str
    number: int

    @property
    def blank(self) -> bool:
        """Whether nothing of the line can be seen."""
        return not (self.text[:1].isalnum() or self.text.strip(_INVISIBLE).strip())

    def rest(self, offset: int) -> Line:
        """The line from this offset of the draft on."""
        return Line(offset, self.end, self.text[offset - self.start :], self.number)


def split(text: str, start: int = 0) -> list[Line]:
    """The lines of a text from an offset on, blank ones too; an empty last line is none.

    Args:
        text: the draft's text.
        start: offset of a line's beginning, in code points.

    Returns:
        The lines in order, with offsets into the whole text.
    """
    return list(each(text, start))


def each(text: str, start: int = 0) -> Iterator[Line]:
    """The lines that `split` lists, one by one."""
    number = 0
    for match in _END.finditer(text, start):
        yield Line(start, match.start(), text[start : match.start()], number)
        start = match.end()
        number += 1
    if start < len(text):
        yield Line(start, len(text), text[start:], number)


def line_starts(text: str) -> tuple[int, ...]:
    """The offsets at which lines begin, from 0; after a last line end one more begins."""
    return (0, *(match.end() for match in _END.finditer(text)))


def after(text: str, offset: int) -> int:
    """The offset after the line end that stands at this offset, the offset itself where none does."""
    match = _END.match(text, offset)
    return match.end() if match else offset
