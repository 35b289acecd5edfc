"""The slots of messages and suggestions: {name}, {company}, {position}, {day}, {text}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from notelint.types import Analysis

_SLOT = re.compile(r"\{(name|company|position|day|text)\}|\[([a-z][^\]\n]*)\]")
_SALUTATION = re.compile(
    r"^(?:dear|hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|greetings)\b[\s,]*(?:again\b[\s,]*)?", re.IGNORECASE
)
_NOBODY = re.compile(
    r"\b(?:sir|madam|team|manager|committee|panel|whom|all|everyone|there|department|recruiter|colleagues|members|staff)\b|\[|\{|^$",
    re.IGNORECASE,
)


def known(analysis: Analysis) -> dict[str, str]:
    """What the draft tells of the slots: the name as greeted or addressed, and the headers."""
    headers = analysis.draft.headers
    values = {key: headers.value(key).strip() for key in ("company", "position")}
    values["name"] = _greeted(analysis) or re.sub(r"\s*<[^>]*>", "", headers.value("to")).strip()
    values["day"] = _day(headers.value("interview"))
    return {slot: value for slot, value in values.items() if value}


def fill(template: str, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Fill a template.

    Returns:
        The text, in which an unknown slot stays as `[slot]`, and the names of the slots that stayed.
    """
    left: list[str] = []

    def put(match: re.Match[str]) -> str:
        slot = match[1] or match[2]
        if match[1] and slot in values:
            return values[slot]
        left.append(slot)
        return f"[{slot}]"

    return _SLOT.sub(put, template), tuple(dict.fromkeys(left))


def choose(templates: Iterable[str], values: Mapping[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """Templates that can be filled whole, in order; when none can, all of them with their open slots."""
    filled = [fill(template, values) for template in templates]
    whole = [entry for entry in filled if not entry[1]]
    return whole or filled[:1]


def message(template: str, values: Mapping[str, str]) -> str:
    """A message: an unknown name is “the reader”, other unknown slots read naturally too."""
    plain = {"name": "the reader", "company": "the company", "position": "the position", "day": "that day"}
    return fill(template, {**plain, **values})[0]


def _greeted(analysis: Analysis) -> str:
    lines = [paragraph.text for paragraph in analysis.paragraphs if paragraph.region == "greeting"]
    name = _SALUTATION.sub("", lines[0]).strip(" ,:;!-–—.") if lines else ""
    return "" if _NOBODY.search(name) or len(name) > 60 else name  # noqa: PLR2004 - longer is no name


def _day(value: str) -> str:
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})", value.strip())
    try:
        return f"{date(int(match[1]), int(match[2]), int(match[3])):%A}" if match else ""
    except ValueError:
        return ""
