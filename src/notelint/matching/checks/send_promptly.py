"""A thank-you that is late, and the hours that are left for one that is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import cast

from msgspec.structs import replace

from notelint.drafts import moments
from notelint.matching.checks.said import Clocked, Context, Fault, Lacking, Remark, Said
from notelint.matching.days import clock
from notelint.types import Header, Moment

_A_DAY = 24  # hours


def check(context: Context) -> Iterator[Said]:
    """One fault when the draft is sent too long after the interview; without `sent` a remark on the hours left.

    An interview without a time may have been at the end of its day. By the clock alone only interviews of the last 14
    days count: a note about an older one was sent long ago.
    """
    headers = context.analysis.draft.headers
    entry, interview = headers.get("interview"), moments.of(headers, "interview")
    sending = clock.sending(headers, context.now)
    if entry is None or interview is None or sending is None:
        yield Lacking(("sent",) if interview else ("interview",))
        return
    hours = cast("int", context.options["hours"])
    interview, at = clock.alike(interview, sending.at), clock.alike(sending.at, interview)
    due = _due(interview, hours).astimezone(at.zone)
    limit = _limit(interview, due, hours)
    if sending.header is None:
        yield from _by_clock(entry, interview, at, due, limit)
    elif at.start > due:
        late = clock.said_length(at.start - due) if at.time else clock.counted((at.day - due.date()).days, "day")
        yield Fault(sending.header.span, f"Sent {late} late: {limit}.")


def _by_clock(entry: Header, interview: Moment, at: Moment, due: datetime, limit: str) -> Iterator[Said]:
    now, forgotten = at.start, interview.start + clock.MEMORY
    if now < interview.start:
        yield Clocked(interview.start)
    elif now <= due:
        yield Remark(f"{clock.said_length(due - now)} left to send this: {limit}.")
        yield Clocked(now + clock.shrinks(due - now))
    elif now <= forgotten:
        late, hint = clock.said_length(now - due), clock.sent_already(at.day)
        yield Fault(entry.span, f"This is {late} late: {limit}. Send it now, without a long excuse. {hint}")
        yield Clocked(min(now + clock.grows(now - due), forgotten, clock.midnight(at)))
    else:
        yield Clocked()


def _due(interview: Moment, hours: int) -> datetime:
    """The last moment: so many hours after the interview, or after its day, by the calendar, when it has no time."""
    if interview.time is not None:
        return interview.start + timedelta(hours=hours)
    last = replace(interview, day=interview.day + timedelta(days=hours // _A_DAY))
    return last.end + timedelta(hours=hours % _A_DAY) - datetime.resolution


def _limit(interview: Moment, due: datetime, hours: int) -> str:
    """Until when, in the zone of the one who sends it."""
    if interview.time is None and hours % _A_DAY == 0:
        last = interview.day + timedelta(days=hours // _A_DAY)
        return f"due by the end of {clock.said_day(last, due.year)}"
    return f"due on {clock.said_moment(due)}"
