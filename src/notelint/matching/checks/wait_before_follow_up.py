"""A follow-up or reminder that comes too early."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from notelint.drafts import moments
from notelint.language import business_days
from notelint.matching.checks.said import Clocked, Context, Fault, Lacking, Said
from notelint.matching.days import clock
from notelint.matching.days.expected import Expected, expected
from notelint.matching.days.public_holidays import works
from notelint.types import Edit, Header, Headers, Moment, Suggestion

_HAPPENED = {"interview": "the interview", "last_contact": "the last contact"}


class _Event(NamedTuple):
    """What a header gives the day of, and the words that say it when it is no date."""

    header: Header
    at: Moment
    words: str = ""


class _First(NamedTuple):
    """The first moment at which the draft may be sent, why, and the header that says so."""

    at: Moment
    reason: str
    header: Header


def check(context: Context) -> Iterator[Said]:
    """One fault when the draft is sent before the day that the company named, or else too few business days later.

    A day that was named before the last contact has served. By the clock alone nothing is said about what happened more
    than 14 days ago, or is still to come.
    """
    headers = context.analysis.draft.headers
    last, named = _last(headers), expected(context)
    if named is not None and not isinstance(named, Expected):
        yield named
        return
    yield from _judge(context, last, _Event(named.header, named.soonest, named.words) if named else None)


def _judge(context: Context, last: _Event | None, due: _Event | None) -> Iterator[Said]:
    headers = context.analysis.draft.headers
    sending = clock.sending(headers, context.now)
    if sending is None:
        yield Lacking(("sent",))
    elif last is None and due is None:
        yield Lacking(("interview",))
    elif sending.header is not None:
        first = _first(last, due, context)
        if _is_early(sending.at, first.at):
            yield _sent_early(sending.header, first, headers)
    else:
        yield from _by_clock(sending.at, last, due, context)


def _event(headers: Headers, key: str) -> _Event | None:
    header, at = headers.get(key), moments.of(headers, key)
    return _Event(header, at) if header and at else None


def _last(headers: Headers) -> _Event | None:
    """The interview or the last contact, whichever came later."""
    events = [event for key in _HAPPENED if (event := _event(headers, key)) is not None]
    return max(events, key=lambda event: event.at.end, default=None)


def _first(last: _Event | None, due: _Event | None, context: Context) -> _First:
    if due is not None and (last is None or last.at.day < due.at.day):
        words = f" (“{due.words}”)" if due.words else ""
        return _First(due.at, f"the day that the company named{words}", due.header)
    assert last is not None  # noqa: S101 - the caller has one of the two
    count = cast("int", context.options["business_days"])
    day = business_days.after(last.at.day, count, works(context.country, context.config))
    counted = f"holidays of {context.country} left out" if context.country else "Monday to Friday"
    return _First(Moment(day), f"{count} business days ({counted}) after {_HAPPENED[last.header.key]}", last.header)


def _is_early(sent: Moment, first: Moment) -> bool:
    """Compared to the minute where both have a time, else by the day that each has in its own zone."""
    return sent.start < first.start if first.time and sent.time else sent.day < first.day


def _sent_early(header: Header, first: _First, headers: Headers) -> Fault:
    day = str(first.at.day)
    edits = (Edit(header.span, day),) if headers.form == "front-matter" and not header.origin else ()
    message = f"Sent before {_said(first.at)}, {first.reason}."
    return Fault(header.span, message, Suggestion(f"{header.key}: {day}", edits))


def _by_clock(now: Moment, last: _Event | None, due: _Event | None, context: Context) -> Iterator[Said]:
    if last is not None and now.start < last.at.start:
        yield Clocked(last.at.start)
        return
    forgotten = last.at.start + clock.MEMORY if last else None
    first = None if forgotten is not None and now.start > forgotten else _first(last, due, context)
    if first is None or not _is_early(now, first.at):
        yield Clocked()
        return
    message = f"Wait until {_said(first.at)}, {first.reason}. {clock.sent_already(now.day)}"
    yield Fault(first.header.span, message)
    yield Clocked(min(filter(None, (first.at.start, forgotten, clock.midnight(now)))))


def _said(first: Moment) -> str:
    day = clock.said_day(first.day, first.day.year)
    return f"{day} at {first.time:%H:%M}" if first.time else day
