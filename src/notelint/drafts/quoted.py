"""Earlier mail below or between the writer's lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notelint.drafts.lines import Line

_MARKED = re.compile(r"\s{0,3}>")
_ORIGINAL = re.compile(
    r"\s*[-_]{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|by\b.*)|urspr[üu]ngliche nachricht"
    r"|message d'origine|reply message)\s*[-_]{0,}\s*|\s*begin forwarded message:\s*",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*_{10,}\s*")
_FROM = re.compile(r"\s*[*_]{0,2}(?:from|von|de)\s?:[*_]{0,2}\s+\S", re.IGNORECASE)
_FIELD = re.compile(
    r"\s*[*_]{0,2}(sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|envoy[ée]|[àa]|objet)\s?:[*_]{0,2}(?:\s|$)",
    re.IGNORECASE,
)
_WHEN = frozenset({"sent", "date", "gesendet", "datum", "envoyé", "envoye"})
_OPENS = re.compile(r"\s*(?:on|am|le)\s", re.IGNORECASE)
_CLOSES = re.compile(r"(?:\bwrote|\bwrites|\bschrieb\b.*|\ba écrit)\s*:[*_]{0,2}\s*", re.IGNORECASE)
_BY_ADDRESS = re.compile(r"\s*\S.{0,80}<\S+@\S+>.{0,40}\b(?:wrote|schrieb|a écrit)\s*:\s*", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:you|i|we|he|she|they)\s+(?:\w+ly\s+|also\s+|then\s+)?wrote\s*:\s*$", re.IGNORECASE)
_DATED = re.compile(r"\d|@|day\b", re.IGNORECASE)
_LONGEST = 300
_LINES = 3


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
        line = lines[index]
        if line.blank:
            index += 1
            continue
        if _MARKED.match(line.text):
            quoted.add(index)
        elif _begins_rest(lines, index):
            return quoted | {at for at in range(index, len(lines)) if not lines[at].blank}
        elif (end := _attribution(lines, index)) is not None:
            below = _next_visible(lines, end)
            if below is None or not _MARKED.match(lines[below].text):
                return quoted | {at for at in range(index, len(lines)) if not lines[at].blank}
            quoted.update(range(index, end))
            index = end
            continue
        index += 1
    return quoted


def _begins_rest(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text[:_LONGEST]
    if _ORIGINAL.fullmatch(text):
        return True
    if _BAR.fullmatch(text):
        below = _next_visible(lines, index + 1)
        return below is not None and _is_block(lines, below)
    return _is_block(lines, index)


def _is_block(lines: Sequence[Line], index: int) -> bool:
    if not _FROM.match(lines[index].text[:_LONGEST]):
        return False
    names = {match[1].lower() for line in lines[index + 1 : index + 7] if (match := _FIELD.match(line.text[:_LONGEST]))}
    return bool(names & _WHEN) and len(names) > 1


def _attribution(lines: Sequence[Line], index: int) -> int | None:
    """The index after “On …, … wrote:”, which may go over three lines; None where none begins."""
    if _BY_ADDRESS.fullmatch(lines[index].text[:_LONGEST]):
        return index + 1
    if not _OPENS.match(lines[index].text):
        return None
    text = ""
    for end in range(index, min(index + _LINES, len(lines))):
        line = lines[end]
        if line.blank or len(line.text) > _LONGEST or _MARKED.match(line.text):
            return None
        text += " " + line.text
        closing = _CLOSES.search(text)
        if closing and closing.end() == len(text):
            return end + 1 if _is_attribution(lines, end + 1, text) else None
    return None


def _is_attribution(lines: Sequence[Line], end: int, text: str) -> bool:
    below = _next_visible(lines, end)
    if below is not None and _MARKED.match(lines[below].text):
        return True
    return not _PRONOUN.search(text) and _DATED.search(text) is not None


def _next_visible(lines: Sequence[Line], index: int) -> int | None:
    return next((at for at in range(index, len(lines)) if not lines[at].blank), None)
