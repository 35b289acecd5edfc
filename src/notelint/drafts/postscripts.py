"""Postscripts: paragraphs that begin with P.S., wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from notelint.drafts.lines import Line

_MARK = re.compile(
    r"\s*[*_(\[]{0,3}(?:(?:p\.\s?){1,3}s\b\.?|postscript\s*:|(?-i:(?:P{1,3}S|Ps|p{1,3}s)(?=\s*[*_]{0,2}[:.,–—-]|\s+\S)))",
    re.IGNORECASE,
)
_SHORT = 45  # characters: a line above that does not go on


def find(lines: Sequence[Line], ends: Callable[[str], bool]) -> set[int]:
    """The indices of the lines of postscripts.

    Args:
        lines: the writer's lines below the greeting.
        ends: whether a line is a complimentary close, which ends a postscript above it.

    Returns:
        Each visible line from a mark as far as a blank line or a close; below a mark that has a line to itself, also
        the paragraph that follows.
    """
    found: set[int] = set()
    inside = waits = False
    for at, line in enumerate(lines):
        if line.blank:
            inside = waits
            continue
        mark = _MARK.match(line.text)
        if inside and not mark and ends(line.text):
            inside = False
        elif mark and not inside:
            inside = _may_begin(lines, at)
        waits = inside and mark is not None and not line.text[mark.end() :].strip(" .:*_–—-")
        if inside:
            found.add(at)
    return found


def _may_begin(lines: Sequence[Line], at: int) -> bool:
    above = lines[at - 1] if at else None
    return above is None or above.blank or "." in lines[at].text[:4] or len(above.text) <= _SHORT
