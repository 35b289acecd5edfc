"""Days, points in time, and the words of a draft that name them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from msgspec import Struct

from notelint.types.base import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

_NTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ORDINALS = {name: number for number, name in enumerate(_NTH.split(), 1)}

DateKind = Literal["full-date", "day-month", "day-of-month", "weekday", "relative-day", "distance", "period"]
Direction = Literal["past", "future", "unknown"]
Which = Literal["", "last", "this", "next"]
Portion = Literal["", "start", "earlier", "early", "mid", "late", "later", "end"]
Unit = Literal["hour", "day", "business day", "week", "weekend", "month", "quarter", "year"]


class Moment(Struct, frozen=True):
    """A day, or a point in time, as a header gives it.

    Attributes:
        day: the day on the calendar of its zone.
        time: the time of day, None for the whole day.
        zone: None for this machine's own zone.

    A time that the clocks skip is as much later as they skip; one that comes twice is its first.
    """

    day: date
    time: time | None = None
    zone: tzinfo | None = None

    @property
    def start(self) -> datetime:
        """The point in time, or the beginning of the day, in UTC."""
        return _utc(self.day, self.time or time.min, self.zone)

    @property
    def end(self) -> datetime:
        """The point in time, or the end of the day (exclusive), in UTC."""
        if self.time is not None:
            return self.start
        return _utc(self.day + timedelta(days=1), time.min, self.zone)


def _utc(day: date, clock: time, zone: tzinfo | None) -> datetime:
    moment = datetime.combine(day, clock, zone)
    # `astimezone` takes a time that this machine's clocks skip for one before the change, other zones for one after it
    return moment.astimezone(UTC) if zone else datetime.fromtimestamp(moment.timestamp(), UTC)


class Days(Struct, frozen=True):
    """A range of days, both ends in it; one day when they are equal."""

    first: date
    last: date


class DatePhrase(Struct, frozen=True, kw_only=True):
    """Words of a draft that name a day or a stretch of days.

    Attributes:
        kind: their form: “25 November 2026” full-date, “25 November” day-month, “the 30th” day-of-month, “next Friday”
            weekday, “tomorrow” relative-day, “in three business days” distance, “end of next week” period.
        span: in the draft, without a preposition before them.
        text: the words, normalised.
        sentence: index of their sentence.
        direction: where the words or the verb put them, seen from the day on which the draft is sent.
        deadline: whether they are a limit (“by Friday”).
        weekday: from 0 for Monday, when one is named; likewise day, month and year.
        spans: where in the draft each of these stands, by its name.
        which: “last”, “this”, “next” as they stand before a weekday, week or month.
        portion: of a period: “early”, “mid”, “end” and the like.
        count: of a distance: the least and the greatest number of units; of a weekday: weeks to be added.
        unit: what is counted, or how long the period is; of a weekday “week” when its week is named.
        within: whether a distance is a limit (“within a week”), not a day.
    """

    kind: DateKind
    span: Span
    text: str
    sentence: int
    direction: Direction = "unknown"
    deadline: bool = False
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    spans: tuple[tuple[str, Span], ...] = ()
    which: Which = ""
    portion: Portion = ""
    count: tuple[int, int] = (0, 0)
    unit: Unit = "day"
    within: bool = False

    def place(self, name: str) -> Span | None:
        """Where the weekday, day, month or year stands in the draft."""
        return next((span for key, span in self.spans if key == name), None)
