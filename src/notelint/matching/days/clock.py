"""What the rules about time share: when a draft is sent, and how moments and stretches of time are said."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from notelint.drafts import moments
from notelint.types import MONTHS, WEEKDAYS, Header, Headers, Moment

MEMORY = timedelta(days=14)
"""How long the clock alone says when a draft is sent: one about what happened longer ago was sent long ago."""

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_FEW_DAYS = timedelta(days=2)  # up to which hours are counted


class Sending(Struct, frozen=True):
    """When a draft is sent: as its header says, or now."""

    at: Moment
    header: Header | None


def sending(headers: Headers, now: datetime | None) -> Sending | None:
    """When a draft is sent: by its `sent` header, else now; None when it cannot be read, or without a clock."""
    sent = moments.of(headers, "sent")
    if sent is None and headers.value("sent").strip():
        return None
    if sent is not None:
        return Sending(sent, headers.get("sent"))
    return None if now is None else Sending(Moment(now.date(), now.time(), now.tzinfo), None)


def alike(moment: Moment, other: Moment) -> Moment:
    """A moment to be compared with another: a day without a time or zone of its own lies in the other's zone."""
    return replace(moment, zone=other.zone) if moment.time is None else moment


def sent_already(today: date) -> str:
    """What to write when the draft is not sent now, but was before."""
    return f"Sent already? Write `sent: {today}` in its headers."


def midnight(now: Moment) -> datetime:
    """The end of the day on which it is now, until when what names this day as today holds."""
    return Moment(now.day, zone=now.zone).end


def said_day(day: date, year: int) -> str:
    """“Wednesday 25 November”, with its year when that is another than this one."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if day.year == year else f"{words} {day.year}"


def said_moment(moment: datetime) -> str:
    """“Wednesday 25 November at 14:30”."""
    return f"{said_day(moment.date(), moment.year)} at {moment:%H:%M}"


def said_length(length: timedelta) -> str:
    """A stretch of time in whole hours or, when it is long, days."""
    unit, name = _unit(length)
    return counted(length // unit, name) if length >= unit else "less than an hour"


def counted(count: int, name: str) -> str:
    """“1 day”, “2 days”."""
    return f"{count} {name}{'s' if count > 1 else ''}"


def shrinks(length: timedelta) -> timedelta:
    """How long it takes until a stretch that shrinks is said otherwise."""
    return length % _unit(length)[0]


def grows(length: timedelta) -> timedelta:
    """How long it takes until a stretch that grows is said otherwise."""
    unit, _ = _unit(length)
    return unit - length % unit


def _unit(length: timedelta) -> tuple[timedelta, str]:
    return (_HOUR, "hour") if length < _FEW_DAYS else (_DAY, "day")
