"""From the words of a date phrase to its parts: weekday, day, month, year, number, unit."""

from __future__ import annotations

from typing import cast

from notelint.language.dates import words
from notelint.language.dates.grammar import Raw
from notelint.language.normalise import lowered
from notelint.types import (
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    DateKind,
    DatePhrase,
    Direction,
    Paragraph,
    Portion,
    Span,
    Unit,
    Which,
)

_PORTIONS: dict[str, Portion] = {
    "beginning": "start", "start": "start", "early": "early", "earlier": "earlier", "middle": "mid", "mid": "mid",
    "late": "late", "later": "later", "end": "end", "close": "end",
}  # fmt: skip
_UNITS: dict[str, Unit] = {"fortnight": "week", "weekday": "business day"}
_OWNS = "'s"  # of “Tuesday's interview”, no part of the day
_FORTNIGHT = 2  # weeks
_WEEKDAY_KEYS = ("weekday", "behind", "bracket")


def phrase(raw: Raw, piece: Paragraph, sentence: int, direction: Direction, *, deadline: bool) -> DatePhrase:
    """The phrase with its parts.

    Args:
        raw: what the grammar found.
        piece: the paragraph in which it stands.
        sentence: index of its sentence.
        direction: whether it looks back or ahead.
        deadline: whether it is a limit.
    """
    said = {name: lowered(word) for name, word in raw.words.items()}  # “FRİDAY” too, which the grammar takes
    raw = raw._replace(words=said)
    month, day = _month_and_day(said)
    weekday = next((said[key] for key in _WEEKDAY_KEYS if key in said), None)
    year = int(said["year"]) if "year" in said else None
    end = raw.end - len(_OWNS) if piece.text[: raw.end].endswith(_OWNS) else raw.end
    return DatePhrase(
        kind=_kind(raw.kind, year),
        span=piece.span(raw.start, end),
        text=piece.text[raw.start : end],
        sentence=sentence,
        direction=direction,
        deadline=deadline,
        weekday=None if weekday is None else _index(weekday, WEEKDAYS),
        day=day,
        month=month,
        year=year,
        spans=tuple(_spans(raw, piece)),
        which=_which(raw),
        portion=_PORTIONS.get(said.get("portion", ""), ""),
        count=_count(raw),
        unit=_unit(raw),
        within="within" in said,
    )


def _kind(kind: DateKind, year: int | None) -> DateKind:
    return "day-month" if kind == "full-date" and year is None else kind


def _spans(raw: Raw, piece: Paragraph) -> list[tuple[str, Span]]:
    names = {
        **dict.fromkeys(_WEEKDAY_KEYS, "weekday"),
        "day": "day",
        "ordinal": "day",
        "month": "month",
        "year": "year",
    }
    return [(names[key], piece.span(*place)) for key, place in raw.places.items() if key in names]


def _month_and_day(said: dict[str, str]) -> tuple[int | None, int | None]:
    """A date in numbers that can be read in two ways has neither."""
    if "either" in said:
        first, second = int(said["either"]), int(said["other"])
        readings = {(m, d) for m, d in ((first, second), (second, first)) if m <= len(MONTHS)}
        return readings.pop() if len(readings) == 1 else (None, None)
    month = said.get("month")
    number = None if month is None else int(month) if month.isdigit() else _index(month, MONTHS) + 1
    if "ordinal" in said:
        return number, ORDINALS[said["ordinal"]]
    return number, int(said["day"]) if "day" in said else None


def _index(name: str, names: tuple[str, ...]) -> int:
    return next(place for place, known in enumerate(names) if known[:3].lower() == name[:3])


def _which(raw: Raw) -> Which:
    said = (raw.words.get("owner") or raw.words.get("which") or "").removeprefix("the ")
    if said in {"past", "this past"}:
        return "last"
    if said in {"coming", "this coming"}:
        return "this" if raw.kind == "weekday" else "next"
    return cast("Which", {"following": "next", "the": ""}.get(said, said))


def _unit(raw: Raw) -> Unit:
    if raw.kind == "weekday":
        return "week" if "owner" in raw.words else "day"
    said = raw.words.get("unit", "day").rstrip("s")
    if said == "working week":
        return "week"
    if said.startswith(("business", "work")):
        return "business day"
    if raw.kind == "period" and "unit" not in raw.words:
        return "month"
    return _UNITS.get(said, cast("Unit", said))


def _count(raw: Raw) -> tuple[int, int]:
    said = raw.words
    if raw.kind == "weekday":
        return (1, 1) if "later" in said else (0, 0)
    if raw.kind != "distance":
        return (0, 0)
    written = said.get("count", "one")
    vague = next((span for word, span in words.VAGUE.items() if word in written), None)
    low, high = vague or ((int(written),) * 2 if written.isdigit() else (words.NUMBERS[written],) * 2)
    times = _FORTNIGHT if said["unit"].startswith("fortnight") else 1
    return low * times, high * times
