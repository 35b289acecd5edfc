"""Time zones as headers write them: offsets, names of the IANA database, and a few abbreviations.

An abbreviation is read only where it means one offset everywhere: those of mails (RFC 5322, section 4.3) and Central
Europe's.
"""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo

_HOURS = {
    "z": 0, "utc": 0, "ut": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "cet": 1, "cest": 2,
}  # fmt: skip
_FURTHEST = timedelta(hours=14)  # of any zone from UTC
_STEP = 15  # minutes: every offset in use is a multiple of it
_WRITE = "write +01:00 or Europe/Berlin"


def from_offset(written: str) -> tzinfo:
    """The zone of an offset such as `+01:00`, `-0530`, `+5:30` or `+1`.

    Raises:
        ValueError: no place on Earth has it; one sentence.
    """
    digits = written[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) < len("100") else (int(digits[:-2]), int(digits[-2:]))
    shift = timedelta(hours=hours, minutes=minutes)
    if shift > _FURTHEST or minutes % _STEP:
        raise ValueError(f"there is no time zone “{written}”; {_WRITE}")
    return timezone(-shift if written[0] == "-" else shift)


def named(name: str) -> tzinfo:
    """The zone of this name or abbreviation.

    Raises:
        ValueError: there is none; one sentence with the nearest name.
    """
    hours = _HOURS.get(name.lower())
    if hours is not None:
        return timezone(timedelta(hours=hours))
    import zoneinfo  # noqa: PLC0415 - few headers name a zone

    known = zoneinfo.available_timezones()
    exact = next((zone for zone in known if "/" in zone and zone.lower() == name.lower()), None)
    if exact is not None:
        return zoneinfo.ZoneInfo(exact)
    from difflib import get_close_matches  # noqa: PLC0415

    near = get_close_matches(name.title(), sorted(known), 1, 0.7) if "/" in name else []
    raise ValueError(f"there is no time zone “{name}”; " + (f"is it {near[0]}?" if near else _WRITE))
