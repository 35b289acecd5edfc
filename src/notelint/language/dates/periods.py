"""Weeks, months, quarters and years, and their parts: which days they are, seen from a day of reference."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from notelint.types import DatePhrase, Days, Portion

_WEEK = 7
_MONTHS = 12  # of a year
_QUARTER = 3  # months
_SHIFT = {"last": -1, "": 0, "this": 0, "next": 1}
_WEEK_PARTS: dict[Portion, tuple[int, int]] = {  # days from Monday; work ends on Friday
    "start": (0, 1), "early": (0, 1), "mid": (1, 3), "late": (3, 4), "end": (3, 4),
}  # fmt: skip
_EDGE = 7  # days of a month that are its beginning, and its end
_EARLY, _MID = 10, 20  # last days of a month that are early, and its middle


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def month_of(day: date, shift: int) -> tuple[int, int]:
    """Year and month of a month before or after that of a day."""
    months = day.year * _MONTHS + day.month - 1 + shift
    return months // _MONTHS, months % _MONTHS + 1


def period(phrase: DatePhrase, reference: date) -> Days:
    """The days of a period, or of its part.

    Args:
        phrase: of the kind “period”.
        reference: the day on which it is said.
    """
    whole = _named_month(phrase, reference) if phrase.month else _whole(phrase, reference)
    portion = phrase.portion
    if portion == "later":
        return Days(max(whole.first, reference + timedelta(days=1)), max(whole.last, reference))
    if portion == "earlier":
        return Days(whole.first, max(whole.first, min(whole.last, reference - timedelta(days=1))))
    if not portion:
        return whole
    if phrase.unit in {"week", "weekend"}:
        first, last = _WEEK_PARTS[portion]
        return Days(monday(whole.first) + timedelta(days=first), monday(whole.first) + timedelta(days=last))
    return _of_month(whole, portion) if phrase.unit == "month" else _of_months(whole, portion)


def _whole(phrase: DatePhrase, reference: date) -> Days:
    shift = _SHIFT[phrase.which]
    if phrase.unit in {"week", "weekend"}:
        first = monday(reference) + timedelta(days=_WEEK * shift)
        return Days(first + timedelta(days=5 if phrase.unit == "weekend" else 0), first + timedelta(days=_WEEK - 1))
    if phrase.unit == "quarter":
        year, month = month_of(reference, (1 - reference.month) % -_QUARTER + _QUARTER * shift)
        return Days(date(year, month, 1), _month(year, month + _QUARTER - 1).last)
    if phrase.unit == "year":
        return Days(date(reference.year + shift, 1, 1), date(reference.year + shift, _MONTHS, 31))
    return _month(*month_of(reference, shift))


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _named_month(phrase: DatePhrase, reference: date) -> Days:
    """“Next March” is the first that begins after the reference; else the nearest in the phrase's direction."""
    assert phrase.month is not None  # noqa: S101 - the caller has looked
    if phrase.year:
        return _month(phrase.year, phrase.month)
    months = [_month(reference.year + shift, phrase.month) for shift in (-1, 0, 1)]
    if phrase.which == "this":
        return months[1]
    ahead = next(month for month in months if month.last >= reference)
    behind = next(month for month in reversed(months) if month.first <= reference)
    if phrase.which:
        later = next(month for month in months if month.first > reference)
        earlier = next(month for month in reversed(months) if month.last < reference)
        return later if phrase.which == "next" else earlier
    if phrase.direction == "unknown":
        return ahead if ahead.first - reference <= reference - behind.last else behind
    return ahead if phrase.direction == "future" else behind


def _of_month(whole: Days, portion: Portion) -> Days:
    if portion == "start":
        return Days(whole.first, whole.first.replace(day=_EDGE))
    if portion == "end":
        return Days(whole.last - timedelta(days=_EDGE - 1), whole.last)
    first, last = {"early": (1, _EARLY), "mid": (_EARLY + 1, _MID)}.get(portion, (_MID + 1, whole.last.day))
    return Days(whole.first.replace(day=first), whole.first.replace(day=last))


def _of_months(whole: Days, portion: Portion) -> Days:
    """The part of a quarter or year: its first or last month, or a third of it."""
    size = whole.last.month - whole.first.month + 1
    third = size // 3
    first, count = {
        "start": (0, 1), "early": (0, third), "mid": (third, third), "late": (2 * third, third), "end": (size - 1, 1),
    }[portion]  # fmt: skip
    month = whole.first.month + first
    return Days(whole.first.replace(month=month), _month(whole.first.year, month + count - 1).last)
