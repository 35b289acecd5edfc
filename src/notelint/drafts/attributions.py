"""The line or lines by which mail programs announce earlier mail: “On … wrote:” and what stands for it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from notelint.drafts import programs
from notelint.drafts.lines import Line
from notelint.drafts.words import is_name, word_set

_ADDRESS = r"[<(\[]{1,2}\s?(?:mailto:)?[^\s<>()\[\]@]+@[^\s<>()\[\]]+(?:<mailto:[^<>]*>)?\s?[>)\]]{1,2}"
_WHEN = r"(?:\(?(?:[^\W\d]{1,14}['’.׳]*,?،?\s+){0,2}\d[^<>@]{3,75}?|\w{3,6}day\b(?: \w{5,9})?)"
_WHO = rf"[^<>@\d]{{1,60}}?(?:\s?{_ADDRESS})?,?|[^\s<>@]+@[^\s<>@]+"
_OPENERS = "|".join(map(re.escape, programs.BEFORE_DATE.split("|")))
_DATED = re.compile(rf"(?:(?:{_OPENERS})\s?)?{_WHEN}[^<>@]{{0,60}}{_ADDRESS}[^<>@.?!]{{0,45}}", re.IGNORECASE)
_NAMED = re.compile(rf"[^<>@\d]{{1,60}}{_ADDRESS}(?P<rest>[^<>@?!]{{1,90}})", re.IGNORECASE)
_BRACKETED = re.compile(_ADDRESS)
_ANY_ADDRESS = re.compile(r"\S@\S+\.\w")
_CLOCK = re.compile(r"\d{1,2}[:.h時时시点點]\s?\d{2}|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d(?!\d)|\b\d{1,2}[./-]\d{1,2}[./-]\d\d\b")
_END = re.compile(r"\s*(?:[:：]|-{2,})\s*$")
_PRONOUNS = word_set("you i we he she they it one who")
_QUOTATION = ("“", '"', "‘", "'", "«", "„", "*“", "_“")
_BULLET = re.compile(r"\s*[-*+•‣]\s")
_LONGEST = 300
_LINES = 4


class Attribution(NamedTuple):
    """An announcement of earlier mail."""

    end: int  # the index after its last line
    certain: bool  # it can be nothing else, whatever stands below


def find(lines: Sequence[Line], index: int) -> Attribution | None:
    """The attribution that begins at a line.

    Args:
        lines: all lines of a draft.
        index: a visible line.

    Returns:
        Where it ends, over at most four lines; None where none begins.
    """
    if _BULLET.match(lines[index].text):
        return None
    text = ""
    for end in range(index, min(index + _LINES, len(lines))):
        line = lines[end]
        if line.blank or len(line.text) > _LONGEST or line.text.lstrip().startswith(">"):
            return None
        text = f"{text} {_plain(line.text)}"
        if _END.search(text) and _begins(lines, index, end):
            below = next((line.text.lstrip() for line in lines[end + 1 :] if not line.blank), "")
            kind = _judge(_END.sub("", text).strip(" -–—*_|"), below)
            if kind is not None:
                return Attribution(end + 1, kind)
    return None


def _plain(text: str) -> str:
    return " ".join(text.split()).strip("*_\\ ")


def _begins(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether the first of several lines belongs to the attribution: it gives the time, the address or the verb."""
    if index == end:
        return True
    first = _plain(lines[index].text)
    following = _plain(lines[index + 1].text)
    return bool(re.search(r"\d", first) or _BRACKETED.search(first) or following.startswith("<"))


def _judge(text: str, below: str) -> bool | None:
    """Whether a text is certainly an attribution, or only above lines with `>` (False), or none (None)."""
    if _has_generic_form(text):
        return True
    for form in _compiled():
        match = form.fullmatch(text)
        if match:
            who, when = match["who"].strip(" ,'\"“”"), match.groupdict().get("when") or ""
            return _is_certain(who, when, below)
    return None


def _has_generic_form(text: str) -> bool:
    """With a bracketed address and the time of day, no language needs to be known."""
    if _DATED.fullmatch(text):
        return bool(_CLOCK.search(text) or _YEAR.search(text))
    named = _NAMED.fullmatch(text)
    return named is not None and _CLOCK.search(named["rest"]) is not None


def _is_certain(who: str, when: str, below: str) -> bool | None:
    if _ANY_ADDRESS.search(who):
        return True
    if who.lower() in _PRONOUNS or not when:
        return False if who.lower() in _PRONOUNS or is_name(who, lower=True) else None
    if _CLOCK.search(when):
        return is_name(who, lower=True)
    return bool(_YEAR.search(when)) and is_name(who) and not below.startswith(_QUOTATION)


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(_compile(form.strip()) for form in programs.ATTRIBUTIONS.strip().splitlines())


def _compile(form: str) -> re.Pattern[str]:
    slots = {"{when}": rf"(?P<when>{_WHEN})\)?,?", "{who}": rf"(?P<who>{_WHO})"}
    parts = re.split(r"(\{\w+\})", form)
    pieces = [slots.get(part) or _words(part.strip()) for part in parts if part.strip()]
    return re.compile(r"[\s,、，]*".join(pieces), re.IGNORECASE)


def _words(alternatives: str) -> str:
    """Words that stand by themselves; Chinese, Japanese and Korean write them without spaces."""
    spaced = r"\b(?:{})(?!\w)" if alternatives.isascii() or alternatives[0] < "\u2e80" else "(?:{})"
    return spaced.format("|".join(map(re.escape, alternatives.split("|"))))
