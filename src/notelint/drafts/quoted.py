"""Earlier mail below or between the writer's lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notelint.drafts import attributions, blocks
from notelint.drafts.lines import Line

_MARKED = re.compile(r"\s*>")
_WIDE = 55
_SPILLED = 25


def find(lines: Sequence[Line]) -> set[int]:
    """Which lines are quoted or forwarded mail.

    Args:
        lines: all lines of the draft after its headers, blank ones too.

    Returns:
        The indices of the visible quoted lines: those marked with `>`, the line or lines that announce them, and
        everything below an attribution without marks, an “Original Message” line or a From:/Sent: block.
    """
    quoted: set[int] = set()
    index = 0
    while index < len(lines):
        if lines[index].blank:
            index += 1
        elif _is_marked(lines, index) or _is_spilled(lines, index):
            quoted.add(index)
            index += 1
        elif _begins_rest(lines, index):
            return quoted | _visible(lines, index)
        elif (found := attributions.find(lines, index)) is not None:
            below = _next_visible(lines, found.end)
            if below is not None and _is_marked(lines, below):
                quoted.update(range(index, found.end))
                index = found.end
            elif found.certain:
                return quoted | _visible(lines, index)
            else:
                index += 1
        else:
            index += 1
    return quoted


def _is_marked(lines: Sequence[Line], index: int) -> bool:
    return _MARKED.match(lines[index].text) is not None


def _is_spilled(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the end of a quoted one, which a program broke without setting a mark."""
    if not index or not _is_marked(lines, index - 1):
        return False
    if index + 1 < len(lines) and not (lines[index + 1].blank or _is_marked(lines, index + 1)):
        return False
    above, line = lines[index - 1].text.rstrip(), lines[index].text.strip()
    return len(above) >= _WIDE and above[-1:] not in ".?!:" and len(line) <= _SPILLED and line[:1].islower()


def _begins_rest(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if blocks.announces(text):
        return True
    if not blocks.is_bar(text):
        return _has_text_above(lines, index) and blocks.begins(lines, index)
    below = _next_visible(lines, index + 1)
    if below is None:
        return False
    found = attributions.find(lines, below)
    return (
        blocks.begins(lines, below, barred=True)
        or blocks.announces(lines[below].text)
        or (found is not None and found.certain)
    )


def _has_text_above(lines: Sequence[Line], index: int) -> bool:
    """A block at the very top heads the writer's own mail."""
    return any(not lines[at].blank for at in range(index))


def _visible(lines: Sequence[Line], start: int) -> set[int]:
    return {at for at in range(start, len(lines)) if not lines[at].blank}


def _next_visible(lines: Sequence[Line], index: int) -> int | None:
    return next((at for at in range(index, len(lines)) if not lines[at].blank), None)
