"""A weekday that does not belong to its date, or to the day of the interview."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notelint.drafts import moments
from notelint.matching.checks.said import Context, Said
from notelint.types import ORDINALS, WEEKDAYS

_BEGUN = tuple(name[:3].lower() for name in WEEKDAYS)  # as short as it is written
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(ORDINALS)})\b", re.IGNORECASE)  # of a day; without one no date is wrong
_FAR = 75  # characters between a weekday and the number of its day, and that number


def check(context: Context) -> Iterator[Said]:
    """One fault for each weekday that is not that of its date, or of the interview that it dates.

    A date without a year is judged where the letter's own day (`sent`, else the interview) makes the year certain, or
    where it lies within a fortnight of today. A draft that names the right weekday of the interview anywhere knows it,
    and may mean another event.
    """
    analysis = context.analysis
    interview = moments.of(analysis.draft.headers, "interview")
    texts = (paragraph.text for paragraph in analysis.paragraphs if _may_name_day(paragraph.text))
    if any((_WEEKDAY.search if interview else _is_dated)(text) for text in texts):
        from notelint.matching.days import weekdays  # noqa: PLC0415 - slow to import, and few letters name a day

        yield from weekdays.found(context, interview, _WEEKDAY)


def _may_name_day(text: str) -> bool:
    """Whether the letters with which a weekday begins are there, which is quick to see, and most texts lack."""
    small = text.lower()
    return any(begun in small for begun in _BEGUN)


def _is_dated(text: str) -> bool:
    """Whether the number of a day stands near a weekday."""
    found = _WEEKDAY.finditer(text)
    return any(_NUMBER.search(text, max(day.start() - _FAR, 0), day.end() + _FAR) for day in found)
