"""Draft text → zones: a partition, each character in exactly one; blank lines belong to the zone before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from notelint.drafts import ending, greeting, legible, quoted
from notelint.drafts.ending import Mark
from notelint.drafts.lines import Line, split
from notelint.types import Span, Zone


def find(text: str, head: int = 0, comments: Sequence[Span] = ()) -> tuple[Zone, ...]:
    """The zones of a draft.

    Args:
        text: the draft's text.
        head: the offset at which front matter or mail headers end.
        comments: Markdown comments of notelint, which count as blank.

    Returns:
        The zones in order; they cover the text without gap or overlap, and neighbours differ in kind. An empty text
        has none.
    """
    below = legible.read(_blanked(text, comments)[head:])
    lines = split(below.text)
    quotes = quoted.find(lines)
    own = [line for at, line in enumerate(lines) if at not in quotes]
    found = [Mark(lines[at].start, "quoted") for at in quotes] + _letter(own)
    marks = [Mark(head + below.original(mark.start), mark.kind) for mark in sorted(found, key=lambda mark: mark.start)]
    return _partition(text, [Mark(0, "headers"), *marks] if head else marks)


def _letter(own: list[Line]) -> list[Mark]:
    visible = [line for line in own if not line.blank]
    found = greeting.find(visible)
    marks = [Mark(line.start, "headers") for line in visible[: found.head]]
    marks += [Mark(line.start, "greeting") for line in visible[found.first : found.end]]
    greeted = " ".join(line.text for line in visible[found.first : found.end])
    after = visible[found.end - 1].start if found.end else -1
    below = [line for line in own if line.start > after]
    if found.cut is not None:
        last = visible[found.end - 1]
        below.insert(0, last.rest(found.cut))
        greeted = greeted[: len(greeted) - (last.end - found.cut)]
    return marks + ending.find(below, greeted)


def _blanked(text: str, comments: Sequence[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in comments:
        blank = "".join(char if char in "\r\n" else " " for char in text[start:end])
        pieces += (text[at:start], blank)
        at = end
    return "".join((*pieces, text[at:]))


def _partition(text: str, marks: list[Mark]) -> tuple[Zone, ...]:
    if not text:
        return ()
    first = marks[0].kind if marks else "body"
    begins = [Mark(0, first)]
    begins += [mark for before, mark in pairwise(marks) if mark.kind != before.kind]
    ends = [mark.start for mark in begins[1:]] + [len(text)]
    return tuple(Zone(mark.kind, Span(mark.start, end)) for mark, end in zip(begins, ends, strict=True))
