"""The day that a date without a year, or without a month, is sure to mean in a letter of a known day."""

from __future__ import annotations

from datetime import date, timedelta

from notelint.language.dates.values import candidates, dated
from notelint.types import DatePhrase

_PAST, _FUTURE = timedelta(days=60), timedelta(days=120)
"""How far back or ahead of the letter a date without a year may lie for its year to be certain."""

_EITHER = timedelta(days=45)
"""The same where it is not known whether it looks back or ahead."""

_AROUND = timedelta(days=62)
"""How far “the 25th” may lie from the letter."""

_TODAY = timedelta(0)
_LEAP = 2000  # a year with every day of the calendar


def exists(phrase: DatePhrase) -> bool:
    """Whether there is such a day in the calendar; without a year, in any year."""
    if phrase.month is None or phrase.day is None:
        return True
    try:
        date(phrase.year or _LEAP, phrase.month, phrase.day)
    except ValueError:
        return False
    return True


def certain(phrase: DatePhrase, reference: date | None) -> date | None:
    """The day that a phrase names.

    Args:
        phrase: with a day and a weekday.
        reference: the day of the letter, None when it is not known.

    Returns:
        The only day that it can mean; None where there are several, or where it lies so far from the letter that
        another year may be meant. “Tuesday the 25th” is taken for a 25th nearby that is a Tuesday, if there is one.
    """
    if phrase.year is not None:
        return dated(phrase, date(phrase.year, 1, 1))
    if reference is None:
        return None
    day = dated(phrase, reference)
    near = [other for other in candidates(phrase, reference) if _may_be(other, phrase, reference)]
    if day is None or day not in near:
        return None
    if phrase.month is None:
        return next((other for other in near if other.weekday() == phrase.weekday), day)
    return day if day == min(candidates(phrase, reference), key=lambda other: abs(other - reference)) else None


def _may_be(day: date, phrase: DatePhrase, reference: date) -> bool:
    distance = day - reference
    if (distance < _TODAY and phrase.direction == "future") or (distance > _TODAY and phrase.direction == "past"):
        return False
    if phrase.month is None:
        return abs(distance) <= _AROUND
    if phrase.direction == "unknown":
        return abs(distance) <= _EITHER
    return -_PAST <= distance <= _FUTURE
