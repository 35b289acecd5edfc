"""Which days a date phrase means, seen from a day of reference.

`dateparser` reads what counts plain units from that day (“the day before yesterday”, “in two weeks' time”). What it
reads otherwise than a letter means it, or not at all, is ours: a date without a year, which it moves to next year when
it is that very day; a weekday, which it takes for the coming one after “next”; “the 30th”; business days; vague
numbers; parts of weeks and months.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from notelint.language import business_days
from notelint.language.business_days import Works
from notelint.language.dates.periods import monday, month_of, period
from notelint.types import DatePhrase, Days, Direction

_DAY = timedelta(days=1)
_WEEK = 7
_NOON = time(12)
_YEARS = 8  # between two leap days, at most
_MONTHS = 2  # of which one has a 31st
_SHIFT = {"last": -1, "this": 0, "next": 1}


def resolve(phrase: DatePhrase, reference: date, works: Works = business_days.is_weekday) -> Days | None:
    """The days that a phrase means.

    Args:
        phrase: what was found in a draft.
        reference: the day on which it is said.
        works: which days are business days.

    Returns:
        One day or a stretch, both ends in it; None when the words can be read in two ways or there is no such day. A
        date without a year is the nearest, in the phrase's direction where that is known.
    """
    match phrase.kind:
        case "distance":
            return _distance(phrase, reference, works)
        case "period":
            return _period(phrase, reference)
        case "weekday":
            day = _weekday(phrase, reference)
        case "relative-day":
            day = _parsed(phrase.text, reference)
        case _:
            day = dated(phrase, reference)
    return None if day is None else Days(day, day)


def dated(phrase: DatePhrase, reference: date) -> date | None:
    """The day of “25 November”, with or without a year, or of “the 25th”; None when there is no such day."""
    if phrase.day is None:
        return None
    if phrase.month is not None and phrase.year is not None:
        return _day(phrase.year, phrase.month, phrase.day)
    return _nearest(candidates(phrase, reference), reference, phrase.direction)


def candidates(phrase: DatePhrase, reference: date) -> Iterator[date]:
    """The days around the reference that a date without a year, or without a month, may be."""
    if phrase.month is not None:
        pairs = [(reference.year + shift, phrase.month) for shift in range(-_YEARS, _YEARS + 1)]
    elif phrase.which:
        pairs = [month_of(reference, _SHIFT[phrase.which])]
    else:
        pairs = [month_of(reference, shift) for shift in range(-_MONTHS, _MONTHS + 1)]
    return (day for year, month in pairs if (day := _day(year, month, phrase.day or 0)) is not None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(days: Iterator[date], reference: date, direction: Direction) -> date | None:
    fitting = [
        day
        for day in days
        if not (direction == "past" and day > reference) and not (direction == "future" and day < reference)
    ]
    return min(fitting, key=lambda day: abs(day - reference), default=None)


def _weekday(phrase: DatePhrase, reference: date) -> date | None:
    """“Last” is the latest before the reference, “this” the coming one, “next” that of the next week."""
    assert phrase.weekday is not None  # noqa: S101 - a weekday phrase names one
    weeks = phrase.count[0] * _WEEK
    if phrase.unit == "week" or phrase.which == "next":
        return monday(reference) + timedelta(days=_WEEK * _SHIFT[phrase.which] + phrase.weekday + weeks)
    if phrase.which == "last":
        return _back(reference - _DAY, phrase.weekday)
    if phrase.which == "this" or phrase.count[0]:
        return _ahead(reference, phrase.weekday) + timedelta(days=weeks)
    if phrase.direction == "past":
        return _back(reference, phrase.weekday)
    if phrase.direction == "future":
        return _ahead(reference if phrase.deadline else reference + _DAY, phrase.weekday)
    return None


def _back(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % _WEEK)


def _ahead(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % _WEEK)


def _distance(phrase: DatePhrase, reference: date, works: Works) -> Days | None:
    ends = [_counted(phrase, count, reference, works) for count in phrase.count]
    first, last = min(filter(None, ends), default=None), max(filter(None, ends), default=None)
    if first is None or last is None:
        return None
    return Days(reference, last) if phrase.within else Days(first, last)


def _counted(phrase: DatePhrase, count: int, reference: date, works: Works) -> date | None:
    if phrase.unit == "business day":
        return None if phrase.direction == "past" else business_days.after(reference, count, works)
    plain = f"{count} {phrase.unit}s"
    return _parsed(f"{plain} ago" if phrase.direction == "past" else f"in {plain}", reference)


def _period(phrase: DatePhrase, reference: date) -> Days | None:
    if phrase.day is None:
        return period(phrase, reference)
    day = dated(phrase, reference)  # “the week of 30 November”
    return None if day is None else Days(monday(day), monday(day) + timedelta(days=_WEEK - 1))


def _parsed(text: str, reference: date) -> date | None:
    import dateparser  # noqa: PLC0415 - a tenth of a second, paid only by drafts that say such things

    base = datetime.combine(reference, _NOON)
    found = dateparser.parse(text, languages=["en"], settings={"RELATIVE_BASE": base})
    return None if found is None else found.date()
