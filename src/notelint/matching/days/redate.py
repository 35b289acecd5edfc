"""A date phrase with other days put into it, written as the writer wrote it."""

from __future__ import annotations

import re
from datetime import date

from notelint.types import MONTHS, WEEKDAYS, DatePhrase, Draft, Edit, Span, Suggestion

_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_TEENS = range(11, 14)  # 11th, not 11st
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def redated(phrase: DatePhrase, day: date, draft: Draft) -> Suggestion:
    """The phrase for another day: only the parts that it has, only those that change, in the style of each.

    Args:
        phrase: words of the draft.
        day: the day that it is to name.
        draft: the draft.
    """
    edits = tuple(edit for name, span in phrase.spans for edit in _edit(name, span, day, draft))
    text, at = "", phrase.span.start
    for edit in sorted(edits, key=lambda edit: edit.span):
        text += draft.text[at : edit.span.start] + edit.text
        at = edit.span.end
    return Suggestion(" ".join((text + draft.text[at : phrase.span.end]).split()), edits)


def _edit(name: str, span: Span, day: date, draft: Draft) -> list[Edit]:
    suffix = _SUFFIX.match(draft.text, span.end) if name == "day" else None
    if suffix:
        span = Span(span.start, suffix.end())
    written = draft.slice(span)
    match name:
        case "weekday":
            new = _name(written, WEEKDAYS, day.weekday())
        case "month":
            new = f"{day.month:02}" if written.isdigit() else _name(written, MONTHS, day.month - 1)
        case "day":
            padded = written.startswith("0") or draft.text.endswith("-", 0, span.start)  # 2026-11-05
            new = f"{day.day:02}" if padded else f"{day.day}{'' if written.isdigit() else _suffix(day.day)}"
        case _:
            new = str(day.year)
    return [] if new.lower() == written.lower() else [Edit(span, new)]


def _name(written: str, names: tuple[str, ...], index: int) -> str:
    """In full or shortened, in capitals or small letters, as it was written."""
    full = any(name.lower() == written.lower() for name in names)
    new = names[index] if full else names[index][:3]
    return new.upper() if written.isupper() else new.lower() if written.islower() else new


def _suffix(number: int) -> str:
    return "th" if number in _TEENS else _SUFFIXES.get(number % 10, "th")
