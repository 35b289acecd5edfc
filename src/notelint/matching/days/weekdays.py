"""Which weekdays of a draft are not those of their dates, or of the interview."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from notelint.drafts import moments
from notelint.language import dates
from notelint.matching.checks.said import Clocked, Context, Fault, Said
from notelint.matching.days import clock
from notelint.matching.days.certain_day import certain, exists
from notelint.matching.days.clock import Sending
from notelint.matching.days.interview_day import names_interview
from notelint.matching.days.redate import redated
from notelint.matching.days.surroundings import stands_alone
from notelint.types import MONTHS, WEEKDAYS, DatePhrase, Headers, Moment

_NEAR = timedelta(days=7)  # of the interview: the date was mistaken, not the weekday
_DAY = timedelta(days=1)
_OF_NOW = timedelta(days=14)  # from the clock: a draft that says no more of itself may be years old
_OF_ANOTHER_YEAR = "Is the letter of another year? Write when it was sent, `sent:`, in its headers."


class _Reference(NamedTuple):
    """The day from which a date without a year is seen.

    `by_clock`: only the clock gives it. `exact`: the letter is sent on that day, so that what is past then is past.
    """

    day: date
    by_clock: bool = False
    exact: bool = True

    def sees(self, phrase: DatePhrase) -> DatePhrase:
        """The phrase, without its direction where that is not sure from here."""
        return phrase if self.exact else replace(phrase, direction="unknown")


def found(context: Context, interview: Moment | None, weekday: re.Pattern[str]) -> Iterator[Said]:
    """What is wrong with weekdays, and until when nothing can be said.

    Args:
        context: the draft.
        interview: when it was, by the headers.
        weekday: what hits where a weekday begins.
    """
    analysis = context.analysis
    phrases = [phrase for phrase in dates.find(analysis, weekday) if phrase.weekday is not None]
    seen_from = _reference(analysis.draft.headers, context.now)
    sending = clock.sending(analysis.draft.headers, context.now)
    known = _may_err(interview, sending, phrases)
    for phrase in phrases:
        if stands_alone(phrase, analysis):
            fault = _against_date(phrase, seen_from, context) or _against_interview(phrase, known, context)
            yield from [fault] if fault else []
    if seen_from is not None and seen_from.by_clock and any(phrase.day and not phrase.year for phrase in phrases):
        yield Clocked(Moment(seen_from.day + _DAY, zone=context.now.tzinfo if context.now else None).start)
    if phrases and sending is not None and sending.header is None:
        yield from _waiting(interview, sending.at)


def _waiting(interview: Moment | None, now: Moment) -> Iterator[Clocked]:
    """Until the interview is over, nothing is said about it."""
    if interview is not None and now.day < interview.day:
        yield Clocked(interview.start)


def _reference(headers: Headers, now: datetime | None) -> _Reference | None:
    """The day of a letter: that on which it is sent, else that of the last thing that happened, else today.

    Args:
        headers: its headers.
        now: the clock, None when there is none.
    """
    sent = moments.of(headers, "sent")
    if sent is not None:
        return _Reference(sent.day)
    happened = [moment.day for key in ("interview", "last_contact") if (moment := moments.of(headers, key))]
    if happened:
        return _Reference(max(happened), exact=False)
    return _Reference(now.date(), by_clock=True) if now else None


def _may_err(interview: Moment | None, sending: Sending | None, phrases: Sequence[DatePhrase]) -> date | None:
    """The day of the interview when the draft may err about it: it is over, and its weekday is not named.

    A draft that is sent before the interview speaks of an earlier one.
    """
    if interview is None or (sending is not None and sending.at.day < interview.day):
        return None
    named = any(phrase.weekday == interview.day.weekday() and phrase.direction != "future" for phrase in phrases)
    return None if named else interview.day


def _against_date(phrase: DatePhrase, seen_from: _Reference | None, context: Context) -> Fault | None:
    if phrase.day is None or phrase.weekday is None:
        return None
    if not exists(phrase):
        return Fault(phrase.span, f"“{phrase.text}” does not exist in the calendar.")
    day = certain(seen_from.sees(phrase) if seen_from else phrase, seen_from.day if seen_from else None)
    if day is None or day.weekday() == phrase.weekday or not _is_sure(phrase, day, seen_from):
        return None
    message = f"{_said(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[phrase.weekday]}."
    if seen_from is not None and seen_from.by_clock and not phrase.year:
        message += f" {_OF_ANOTHER_YEAR}"
    return Fault(phrase.span, message, redated(phrase, _right(phrase, day, context), context.analysis.draft))


def _is_sure(phrase: DatePhrase, day: date, seen_from: _Reference | None) -> bool:
    """Whether the year and month are known: by the clock alone only those of a date with its month, near today."""
    if phrase.year or seen_from is None or not seen_from.by_clock:
        return True
    return phrase.month is not None and abs(day - seen_from.day) <= _OF_NOW


def _right(phrase: DatePhrase, day: date, context: Context) -> date:
    """The day to write: that of the interview when it has the weekday written and is meant, else the date written."""
    interview = moments.of(context.analysis.draft.headers, "interview")
    if interview is None or interview.day.weekday() != phrase.weekday or abs(interview.day - day) > _NEAR:
        return day
    return interview.day if names_interview(phrase, context.analysis) else day


def _against_interview(phrase: DatePhrase, interview: date | None, context: Context) -> Fault | None:
    if interview is None or not names_interview(phrase, context.analysis):
        return None
    day = f"{WEEKDAYS[interview.weekday()]} {_said(interview)}"
    message = f"Your headers say that the interview was on {day}; correct one of the two."
    return Fault(phrase.span, message, redated(phrase, interview, context.analysis.draft))


def _said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
