"""By when the company wanted to answer: a date, or the words in which it was said, seen from the interview."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from notelint.drafts import moments
from notelint.language.dates import resolve
from notelint.language.dates.alone import alone, is_absolute
from notelint.matching.checks.said import Context, Lacking, Remark
from notelint.matching.days.public_holidays import works
from notelint.types import DatePhrase, Days, Header, Headers, Moment

_KEY = "expected_reply"


class Expected(Struct, frozen=True):
    """The day that the company named.

    Attributes:
        header: that says it.
        soonest: the first day that it can be.
        latest: the last one.
        words: how it was said, when not by a date.
    """

    header: Header
    soonest: Moment
    latest: Moment
    words: str = ""


def expected(context: Context) -> Expected | Lacking | Remark | None:
    """The day by which an answer is expected; None without the header.

    Words such as “within two weeks” were said at the interview, and count from its day, or else from that of a
    thank-you. A day without a year is the one nearest to what happened.

    Returns:
        What is lacking to know the day, or a remark that the words name none.
    """
    headers = context.analysis.draft.headers
    header, day = headers.get(_KEY), moments.of(headers, _KEY)
    if header is None or not header.value.strip():
        return None
    if day is not None:
        return Expected(header, day, day)
    phrases = alone(header.value)
    reference = _nearby(headers, context) if all(map(is_absolute, phrases)) else _said_on(context)
    if phrases and reference is None:
        return Lacking(("interview",))
    found = [days for one in phrases if reference and (days := _days(one, reference, context))]
    if not found:
        return Remark(f"`{_KEY}: {header.value}` names no day that notelint knows; write it as 2026-12-08.")
    soonest, latest = min(days.first for days in found), max(days.last for days in found)
    return Expected(header, Moment(soonest), Moment(latest), header.value)


def _said_on(context: Context) -> date | None:
    """The day on which the company said by when it would answer."""
    headers = context.analysis.draft.headers
    interview = moments.of(headers, "interview")
    if interview is None and context.analysis.kind.kind == "thank-you":
        interview = moments.of(headers, "sent")
    return interview.day if interview else None


def _nearby(headers: Headers, context: Context) -> date | None:
    """A day about which everything happened."""
    found = (moments.of(headers, key) for key in ("interview", "last_contact", "sent"))
    return next((moment.day for moment in found if moment), context.now.date() if context.now else None)


def _days(phrase: DatePhrase, reference: date, context: Context) -> Days | None:
    """A limit is its last day; “next Friday” may be the coming one, or that of the week after."""
    if is_absolute(phrase):
        return resolve(replace(phrase, direction="unknown"), reference)
    days = resolve(phrase, reference, works(context.country, context.config))
    if days is None or phrase.within:
        return days and Days(days.last, days.last)
    if phrase.kind == "weekday" and phrase.which == "next":
        coming = resolve(replace(phrase, which="this"), reference)
        return coming and Days(min(coming.first, days.first), days.last)
    return days
