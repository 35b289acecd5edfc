"""Offsets in a draft ↔ positions in an editor's buffer.

An editor counts lines from 0 and columns in the units it agreed on: UTF-16 code units unless it knows better. Lines end
at LF, CRLF and CR, as in drafts (LSP 3.17, “Text Documents”).
"""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types as lsp

from notelint.drafts.lines import each, line_starts
from notelint.types import Draft, Span

_MARK = "\ufeff"
_UNIT = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


class Places:
    """Positions in one buffer.

    Args:
        text: the buffer's text, as the editor sent it.
        encoding: the unit of columns: utf-8, utf-16 or utf-32.
    """

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.text = text
        self._codec = encoding if encoding == "utf-8" else f"{encoding}-le"
        self._unit = _UNIT[encoding]
        self._starts = line_starts(text)

    def position(self, offset: int) -> lsp.Position:
        """The position of an offset into the buffer, in code points."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        return lsp.Position(line, self._width(before))

    def range(self, span: Span) -> lsp.Range:
        """The range of a span of the buffer."""
        return lsp.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: lsp.Position) -> int:
        """The offset of a position; one behind the end of its line is that end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self.line(position.line)
        at = 0
        for char in self.text[start:end]:
            at += self._width(char)
            if at > position.character:
                break
            start += 1
        return start

    @property
    def lines(self) -> int:
        """How many lines the buffer has; after a last line end one more begins."""
        return len(self._starts)

    def line(self, number: int) -> Span:
        """The span of a line, from 0, without its end."""
        start = self._starts[number]
        line = next(each(self.text, start), None)
        return Span(start, line.end if line else start)

    @property
    def whole(self) -> lsp.Range:
        """The range of the whole buffer."""
        return self.range(Span(0, len(self.text)))

    def _width(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._unit


class DraftPlaces(Places):
    """Positions of a draft's spans in the buffer from which it was read.

    Of a mail the draft's text is what was read out of it: a line of it is looked for in the buffer, and what stands in
    none (it was encoded, or came from HTML) is shown at the buffer's first line.

    Args:
        draft: as read from the buffer.
        text: the buffer's text.
        encoding: the unit of columns.
    """

    def __init__(self, draft: Draft, text: str, encoding: str = "utf-16") -> None:
        super().__init__(text, encoding)
        self._draft = draft
        self._lead = int(text.startswith(_MARK))  # a byte order mark is no part of a draft
        self._moved = _lines_in(draft, text) if draft.decoded else None

    def of(self, span: Span) -> lsp.Range:
        """The range of a span of the draft."""
        if self._moved is None:
            return self.range(Span(span.start + self._lead, span.end + self._lead))
        start, end = (self._find(offset) for offset in span)
        if start is None or end is None:
            return self.range(self.line(0))
        return self.range(Span(start, end))

    def in_draft(self, position: lsp.Position) -> int:
        """The offset into the draft of a position in the buffer; of a mail only where its lines are the draft's."""
        offset = self.offset(position) - self._lead
        if self._moved is None:
            return offset
        for number, start in self._moved.items():
            own = self._draft.line_starts[number]
            line = next(each(self._draft.text, own))
            if start <= offset <= start + len(line.text):
                return own + offset - start
        return -1

    def _find(self, offset: int) -> int | None:
        line, column, _ = self._draft.position(offset)
        start = (self._moved or {}).get(line - 1)
        return None if start is None else start + column - 1


def _lines_in(draft: Draft, text: str) -> dict[int, int]:
    """For lines of a decoded draft, by number from 0, the offset at which the same line begins in the buffer."""
    free: dict[str, list[int]] = {}
    for line in each(text):
        free.setdefault(line.text.rstrip(), []).append(line.start)
    found: dict[int, int] = {}
    for line in each(draft.text):
        starts = free.get(line.text.rstrip(), [])
        if not line.blank and starts:
            found[line.number] = starts.pop(0)
    return found


def overlaps(one: lsp.Range, other: lsp.Range) -> bool:
    """Whether two ranges share a character or touch."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: lsp.Position) -> tuple[int, int]:
    return (position.line, position.character)
