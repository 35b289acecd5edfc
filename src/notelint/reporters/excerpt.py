"""The line of a draft with the words in question underlined."""

from __future__ import annotations

from msgspec import Struct

from notelint.reporters.style import Style, visible, widths
from notelint.types import Draft, Span

_SHOWN = 3  # lines of one span that are shown in full


class Excerpt(Struct, frozen=True):
    """One line of a draft as shown, and the line of marks under it; line 0 stands for lines left out."""

    line: int
    text: str
    marks: str


def excerpts(draft: Draft, span: Span, style: Style, room: int) -> list[Excerpt]:
    """The lines that a span lies on, each cut to `room` columns around the words.

    An empty span is marked with a caret. Of a span over many lines the first and the last are shown.
    """
    first = draft.position(span.start).line
    last = draft.position(max(span.start, span.end - 1)).line
    numbers = list(range(first, last + 1))
    if len(numbers) > _SHOWN:
        numbers = [first, last]
    shown = []
    for number in numbers:
        start, end = line_span(draft, number)
        part = Span(max(span.start, start), min(max(span.end, span.start), end))
        if number > first:
            indent = len(draft.slice(part)) - len(draft.slice(part).lstrip())
            part = Span(part.start + indent, part.end)
        if part.start < part.end or span.start == span.end:
            shown.append(Excerpt(number, *_cut(draft, Span(start, end), part, style, room)))
    if last - first >= _SHOWN and len(shown) > 1:
        shown.insert(1, Excerpt(0, style.fit("…"), ""))
    return shown


def line_span(draft: Draft, number: int) -> Span:
    """The span of a line, counted from 1, without its line end."""
    start = draft.line_starts[number - 1]
    end = draft.line_starts[number] if number < len(draft.line_starts) else len(draft.text)
    return Span(start, start + len(draft.text[start:end].rstrip("\r\n")))


def _cut(draft: Draft, line: Span, part: Span, style: Style, room: int) -> tuple[str, str]:
    stop = min(part.end, part.start + room)
    before = draft.text[max(line.start, part.start - room) : part.start]
    words = draft.text[part.start : stop]
    after = draft.text[stop : min(line.end, stop + room)]
    if line.start >= part.start - room:
        before = before.lstrip()
    cells = _cells(before + words + after, style)
    begin, end = len(before), len(before) + len(words)
    total = sum(width for _, width in cells)
    whole = line.start >= part.start - room and stop + room >= line.end and total <= room
    left, right = (0, len(cells)) if whole else _window(cells, begin, end, room - 2)
    head = style.fit("…") if left > 0 else ""
    tail = style.fit("…") if right < len(cells) or stop + room < line.end else ""
    text = head + "".join(shown for shown, _ in cells[left:right]) + tail
    offset = len(head) + sum(width for _, width in cells[left:begin])
    length = sum(width for _, width in cells[begin : min(end, right)])
    marks = "~" * max(length, 1) if part.start < part.end else "^"
    return text.rstrip(), " " * offset + marks


def _cells(text: str, style: Style) -> list[tuple[str, int]]:
    cells = []
    for c, shown, width in zip(text, visible(text), widths(text), strict=True):
        fitted = style.fit(shown)
        cells.append((fitted, len(fitted) if c == "\t" or fitted != shown else width if shown else 0))
    return cells


def _window(cells: list[tuple[str, int]], begin: int, end: int, room: int) -> tuple[int, int]:
    """The range of cells to show so that the marked ones are seen with some context, cut between words."""
    right, spare = _grow(cells, begin, end, room)
    if right == end:
        further, left_over = _grow(cells, end, len(cells), spare // 2)
        left, spare = _grow_back(cells, begin, spare - spare // 2 + left_over)
        right, _ = _grow(cells, further, len(cells), spare)
        return _snap(cells, left, right, begin, end)
    return begin, right


def _grow(cells: list[tuple[str, int]], at: int, stop: int, room: int) -> tuple[int, int]:
    """How far the cells from `at` fit into `room` columns, and the columns that are left."""
    while at < stop and cells[at][1] <= room:
        room -= cells[at][1]
        at += 1
    return at, room


def _grow_back(cells: list[tuple[str, int]], at: int, room: int) -> tuple[int, int]:
    while at > 0 and cells[at - 1][1] <= room:
        at -= 1
        room -= cells[at][1]
    return at, room


def _snap(cells: list[tuple[str, int]], left: int, right: int, begin: int, end: int) -> tuple[int, int]:
    space = [shown.isspace() for shown, _ in cells]
    if left > 0:
        left = next((i for i in range(left, begin) if space[i - 1]), begin if space[begin - 1] else left)
    if end <= right < len(cells):
        right = next((i for i in range(right, end, -1) if space[i]), right)
    return left, right
