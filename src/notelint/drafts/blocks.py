"""Blocks of fields by which mail programs head earlier mail (From:/Sent:/To:/Subject:), and lines that announce it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from notelint.drafts import programs
from notelint.drafts.lines import Line

_KINDS = {name: kind for kind, names in programs.FIELDS.items() for name in names.split("|")}
_ORIGINAL = frozenset(programs.ORIGINAL.split("|"))
_LETTER = frozenset(programs.LETTER.split("|"))
_DASHED = frozenset(programs.DASHED.split("|"))
_FORWARDED = frozenset(programs.FORWARDED.split("|"))
_HIDDEN = frozenset(programs.HIDDEN.split("|"))
_DASHES = "-‐‑–—_=*#"
_REMARK = re.compile(r"\s*(?:\([^()]{1,60}\)|\b(?:from|by|von|de|par)\s.{1,80})$")
_BAR = re.compile(r"\s*(?:[-_=—–*]\s?){3,}\s*")
_NEXT_FIELD = re.compile(r"(?<=\s)(?=[*_]{0,2}[^\W\d_][^\W\d_ ]{0,14} ?:\s)")
_LONGEST = 300
_WINDOW = 12
_FEWEST = 3


class _Field(NamedTuple):
    kind: str
    value: str


def announces(text: str) -> bool:
    """Whether a line says that the original or a forwarded message follows (“-----Original Message-----”)."""
    line = _plain(text).strip()
    inner = line.strip(f"{_DASHES}:： ")
    if (line.endswith((":", "：")) and inner in _FORWARDED) or line in _HIDDEN:
        return True
    if len(line) < 2 or not set(line[:2]) <= set(_DASHES):  # noqa: PLR2004  two dashes
        return False
    words = _REMARK.sub("", inner).split()
    return inner in _DASHED or (
        len(words) < _FEWEST + 1
        and set(words) <= _ORIGINAL | _LETTER
        and bool(_ORIGINAL.intersection(words) and (_LETTER.intersection(words) or len(inner) > len(" ".join(words))))
    )


def is_bar(text: str) -> bool:
    """Whether a line is drawn across the page."""
    return _BAR.fullmatch(text[:_LONGEST]) is not None


def begins(lines: Sequence[Line], index: int, *, barred: bool = False) -> bool:
    """Whether a block of fields begins at a line.

    Args:
        lines: all lines of a draft.
        index: a visible line.
        barred: whether a bar stands above it, as above earlier mail.

    Returns:
        True for a sender or a time of sending, then at least two more fields, in lines that follow one another or all
        have a blank line between them. Places and a date (“From: Leeds”, “Date: 3 May”) are a plan of the writer's.
    """
    first = _field(lines[index].text)
    if first is None or first.kind not in {"from", "sent", "date"} or not first.value:
        return False
    fields = {first.kind: first.value}
    fields |= {field.kind: field.value for field in _on_one_line(lines[index].text) if field.kind != first.kind}
    spaced = first.kind == "from" and index + 1 < len(lines) and lines[index + 1].blank
    for above, line in pairwise(lines[index : index + _WINDOW]):
        field = _field(line.text)
        if (field and field.kind in fields) or (line.blank and not spaced) or (above.blank and not field):
            break
        if field:
            fields[field.kind] = field.value
    if "from" not in fields or not fields.keys() & {"sent", "date"} or len(fields) < _FEWEST:
        return False
    return barred or bool(fields.keys() & {"sent", "subject"}) or any("@" in value for value in fields.values())


def _on_one_line(text: str) -> list[_Field]:
    """The fields of a block that was put on one line."""
    return [field for part in _NEXT_FIELD.split(text[:_LONGEST]) if (field := _field(part))]


def _field(text: str) -> _Field | None:
    if ":" not in text and "：" not in text:
        return None
    name, colon, value = _plain(text).replace("：", ":", 1).partition(":")
    kind = _KINDS.get(name.strip(" \t*_|"))
    return _Field(kind, value.strip(" \t*_")) if kind and colon else None


def _plain(text: str) -> str:
    """The text for comparison, in lower case; that of the Turkish İ has a dot of its own."""
    return " ".join(text[:_LONGEST].replace("’", "'").lower().replace("i\u0307", "i").split())
