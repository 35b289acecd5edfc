"""The dates of headers: what may be written, and what day or point in time it is.

Read strictly, since a verdict hangs on them: the parts of a date in an order that can be read in one way only, with the
year; the time of day and the zone may be left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, time, tzinfo

from notelint.drafts import timezones
from notelint.drafts.fold import fold
from notelint.drafts.keys import MOMENT_KEYS, WORDED_KEYS
from notelint.errors import DraftError
from notelint.late import late
from notelint.types import MONTHS, WEEKDAYS, Headers, Moment

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS).replace("Sep(", "Sept?(")
_WEEKDAY = (
    "|".join(f"{name[:3]}(?:{name[3:]})?" for name in WEEKDAYS).replace("Tue(", "Tues?(").replace("Thu(", "Thur?s?(")
)
_YEAR = r"(?P<year>19[7-9]\d|2[01]\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_NAMED = (
    rf"{_DAY}(?:st|nd|rd|th|\.)?(?:\s+(?:of\s+)?|-)(?P<month>{_MONTH})\.?(?:,?\s+|-){_YEAR}",
    rf"(?P<month>{_MONTH})\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
)
_NUMBERED = (
    rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_DAY}",
    rf"(?P<either>\d{{1,2}})(?P<mark>[-/.])(?P<other>\d{{1,2}})(?P=mark){_YEAR}",
)
_CLOCK = (
    r"(?P<hour>\d{1,2})"
    r"(?:(?P<colon>[:.])(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
)
_ZONE = r"(?:(?:UTC|GMT)?(?P<offset>[+-]\d\d?(?::?\d\d)?)|(?P<zone>[A-Za-z][\w+/-]*))"
_AFTER = rf"(?:(?:T|,?\s+(?:at\s+)?){_CLOCK}(?:\s*{_ZONE})?(?:\s+\([\w ]+\))?)?"
_FORMS = tuple(
    late(rf"(?:(?P<weekday>{_WEEKDAY})\b[.,]?\s+)?(?:the\s+)?{form}{_AFTER}", re.IGNORECASE)
    for form in (*_NAMED, *_NUMBERED)
)
_RANGE = late(
    r"\d[:.]\d\d\s*(?:[ap]m)?\s*(?:[–—]|to\b|until\b|-\s)\s*\d|\d\s*(?:[ap]m)?\s*[–—-]\s*\d+(?:[:.]\d\d)?\s*[ap]m\b",
    re.IGNORECASE,
)
_YEARLESS = late(
    rf"(?:\w+,?\s+)?(?:\d{{1,2}}\w*\s+(?:of\s+)?(?:{_MONTH})|(?:{_MONTH})\.?\s+\d{{1,2}}\w*)", re.IGNORECASE
)
_STAMPS = frozenset({"date"})  # headers that mail programs write
_NOON, _NONE = 12, 99  # hours; none is read from “14” alone or “14:30 pm”
_WRITE = "write 2026-11-25, or 2026-11-25 14:30 with the time"


class NoDateError(ValueError):
    """The words have no form of a date with its year."""


def of(headers: Headers, key: str) -> Moment | None:
    """The day or point in time that a header gives; None without one, or when it cannot be read."""
    try:
        return parse(headers.value(key)) if headers.value(key).strip() else None
    except ValueError:
        return None


def check(headers: Headers, text: str, path: str, starts: Sequence[int], *, mail: bool = False) -> None:
    """Refuse a date that cannot be read in one way only.

    An error like that of a kind that does not exist, no violation: headers are what the writer tells notelint, and a
    rule that silently went without them would seem satisfied. What may be given in words is for the rules.

    Args:
        headers: the headers of a draft.
        text: the draft's text.
        path: its name.
        starts: the offsets at which its lines start.
        mail: whether a mail program wrote the date; nobody can mend it then, and it is as if there were none.

    Raises:
        DraftError: what is wrong with the first such value and what to write, at its line and column.
    """
    for entry in headers.entries:
        key = text[entry.key_span.start : entry.key_span.end]
        if entry.key not in MOMENT_KEYS or not entry.value.strip() or (mail and key.lower() in _STAMPS):
            continue
        try:
            parse(entry.value)
        except ValueError as problem:
            if isinstance(problem, NoDateError) and entry.key in WORDED_KEYS:
                continue
            line = bisect_right(starts, entry.span.start)
            column = entry.span.start - starts[line - 1] + 1
            raise DraftError(f"`{key}`: {problem}", path=path, line=line, column=column) from None


def parse(value: str) -> Moment:
    """Read a date, or a date and a time, with or without a zone.

    Args:
        value: such as `2026-11-25`, `2026-11-25 14:30 Europe/Berlin`, `Nov 25, 2026 2:30 pm`, or the date of a mail.

    Raises:
        ValueError: one sentence that says what is wrong and what to write; NoDateError when it looks like no date.
    """
    text = " ".join(value.split())
    if _RANGE.search(text):
        raise ValueError(f"“{value}” is a stretch of time; write when it ended, such as 2026-11-25 14:30")
    match = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    if match is None:
        year = "lacks its year" if _YEARLESS.fullmatch(text) else "is no date that notelint can read"
        raise NoDateError(f"“{value}” {year}; {_WRITE}")
    parts = match.groupdict()
    day = _day(value, parts)
    clock = _clock(value, parts) if parts["hour"] else None
    if clock and " " in text and _is_end(parts, clock):
        raise ValueError(f"“{value}” may be a stretch of time; write when it ended, or the zone by its name")
    return Moment(day, clock, _zone(parts))


def _day(value: str, parts: dict[str, str | None]) -> date:
    year = int(parts["year"] or 0)
    month, number = (
        _in_order(value, year, parts) if parts.get("either") else (_month(parts["month"] or ""), parts["day"])
    )
    try:
        day = date(year, month, int(number or 0))
    except ValueError:
        raise ValueError(f"“{value}” does not exist in the calendar; {_WRITE}") from None
    weekday = WEEKDAYS[day.weekday()]
    named = parts["weekday"]
    if named and not weekday.lower().startswith(fold(named)[:3]):
        raise ValueError(f"“{value}” is a {weekday}; correct the weekday or the date")
    return day


def _in_order(value: str, year: int, parts: dict[str, str | None]) -> tuple[int, str | None]:
    """Month and day of a date written in numbers, of which one must be too great for a month."""
    first, second = int(parts["either"] or 0), int(parts["other"] or 0)
    months = range(1, len(MONTHS) + 1)
    if first in months and second in months and first != second:
        readings = f"{year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}"
        raise ValueError(f"“{value}” can be read in two ways; write {readings}")
    return (second, parts["either"]) if second in months else (first, parts["other"])


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return next(number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(fold(name)[:3]))


def _clock(value: str, parts: dict[str, str | None]) -> time:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    half = (parts["half"] or "").lower()
    written = parts["colon"] == ":" or half
    if half:
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= _NOON else _NONE
    try:
        return time(hour if written else _NONE, minute, second)
    except ValueError:
        raise ValueError(f"“{value}” has no time of day that notelint can read; {_WRITE}") from None


def _is_end(parts: dict[str, str | None], clock: time) -> bool:
    """Whether what looks like an offset may be the end of a stretch of time: “09:00-10:00”."""
    offset = parts["offset"] or ""
    return offset.startswith("-") and ":" in offset and offset[1:] > f"{clock:%H:%M}"


def _zone(parts: dict[str, str | None]) -> tzinfo | None:
    if parts["offset"]:
        return timezones.from_offset(parts["offset"])
    return timezones.named(parts["zone"]) if parts["zone"] else None
