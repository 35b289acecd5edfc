"""What of a draft is quoted as evidence: a few words, with as many around them that one knows what they say."""

from __future__ import annotations

import re

from notelint.reporters.style import shorten
from notelint.types import Draft, Span

_ALONE = 6  # words that need none around them
_AROUND = frozenset({"body", "postscript"})
_LINE_END = r"(?:\r\n|\r(?!\n)|\n)"
_PARAGRAPH = re.compile(rf"{_LINE_END}[^\S\r\n]*{_LINE_END}")
_ABBREVIATED = r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bSt)(?<!\bMrs)(?<!\bProf)(?<!\b[A-Z])"
_BREAK = re.compile(
    rf"{_ABBREVIATED}\.[\"”’')\]]*\s+|[!?][\"”’')\]]*\s+|[;:,]\s+|\s[–—-]+\s|[()\[\]]"
    rf"|{_LINE_END}[^\S\r\n]*(?:[-*•]|\(?\d{{1,2}}[.)])\s"
)
_MARKS = " \t\r\n.,;:!?–—*•-"


def quoted(draft: Draft, span: Span, room: int) -> str:
    """The words of a span on one line; few words of the letter's text with those around them, to the next mark.

    “I'd love” says little, “I'd love to be your next clerk” what was taken for the part.

    Args:
        draft: the draft.
        span: of the evidence.
        room: the most characters; what is beyond is left out, the words of the span never for those around them.
    """
    words = draft.slice(span)
    if len(words.split()) >= _ALONE or draft.zone_at(span.start) not in _AROUND:
        return shorten(words, room)
    zone = next(zone.span for zone in draft.zones if zone.span.start <= span.start < zone.span.end)
    above = max([zone.start, *(comment.end for comment in draft.comments if comment.end <= span.start)])
    below = min([zone.end, *(comment.start for comment in draft.comments if comment.start >= span.end)])
    before, after = _last(draft.text[above : span.start]), _first(draft.text[span.end : below])
    left, right = (" ".join(part.split()) for part in (before, after))
    line = shorten(words, room)
    spare = room - len(line)
    right = _begin(right, spare - 1)
    left = _end(left, spare - len(right) - 1)
    joints = ["" if each and not each.isspace() else " " for each in (before[-1:], after[:1])]
    return f"{left}{joints[0]}{line}{joints[1]}{right}".strip(_MARKS.replace(".", "")).removesuffix(".")


def _last(text: str) -> str:
    """What follows the last mark, or the last paragraph's end."""
    ends = [match.end() for pattern in (_PARAGRAPH, _BREAK) for match in pattern.finditer(text)]
    return text[max(ends, default=0) :]


def _first(text: str) -> str:
    """What stands before the first mark, or the paragraph's end."""
    starts = [match.start() for pattern in (_PARAGRAPH, _BREAK) for match in [pattern.search(text)] if match]
    return text[: min(starts, default=len(text))]


def _begin(text: str, room: int) -> str:
    """As many whole words from the beginning as there is room for."""
    if len(text) <= room:
        return text
    kept = text[: max(room - 1, 0)].rpartition(" ")[0]
    return f"{kept} …" if kept else ""


def _end(text: str, room: int) -> str:
    """As many whole words from the end as there is room for."""
    if len(text) <= room:
        return text
    kept = text[len(text) - max(room - 2, 0) :].partition(" ")[2]
    return f"… {kept}" if kept else ""
