"""The line or lines by which mail programs announce earlier mail: “On … wrote:” and what stands for it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from notelint.drafts import programs
from notelint.drafts.lines import Line
from notelint.drafts.words import has_capital, is_particle, is_prose, word_set
from notelint.late import late

_ADDRESS = r"[<(\[]{1,2}\s?(?:mailto:)?[^\s<>()\[\]@]+@[^\s<>()\[\]]+(?:<mailto:[^<>]*>)?\s?[>)\]]{1,2}"
_WHEN = r"(?:\(?(?:[^\W\d]{1,14}['’.׳]*,?،?\s+){0,2}\d[^<>@]{3,75}?|\w{3,6}day\b(?: \w{5,9})?)"
_WHO = rf"(?:[^<>@\d]{{1,90}}?|[^<>@]{{1,90}}?\s?{_ADDRESS}),?|[^\s<>@]+@[^\s<>@]+"
_OPENERS = "|".join(map(re.escape, programs.BEFORE_DATE.split("|")))
_ANYBODY = rf"[^<>@]{{1,90}}?(?:\s?{_ADDRESS})?,?|[^\s<>@]+@[^\s<>@]+"
_DATED = late(rf"(?:(?:{_OPENERS})\s?)?{_WHEN}[^<>@]{{0,60}}{_ADDRESS}[^<>@.?!]{{0,45}}", re.IGNORECASE)
_NAMED = late(rf"(?P<who>[^<>@]{{1,90}}){_ADDRESS}(?P<rest>[^<>@?!]{{1,90}})", re.IGNORECASE)
_BRACKETED = re.compile(_ADDRESS)
_ANY_ADDRESS = re.compile(r"\S@\S+\.\w")
_CLOCK = late(r"\d{1,2}[:.h時时시点點]\s?\d{2}|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d(?!\d)|\b\d{1,2}[./-]\d{1,2}[./-]\d\d\b")
_HALF_DAY = re.compile(r"^[ap]\.?m\b\.?\W*", re.IGNORECASE)
_ENDS = (":", "：", "--")
_OWN = re.compile(r"\b(?:I|my|you|your|we|our|please|[Cc]all|[Ww]rite|[Mm]eet)\b")
_PRONOUNS = word_set("you i we he she they it one who somebody someone everybody everyone nobody")
_JOINTS = word_set("and of at for from via the in on by")
_QUOTATION = ("“", '"', "‘", "'", "«", "„", "*“", "_“")
_BULLET = re.compile(r"\s*[-*+•‣]\s")
_LONGEST = 300
_LINES = 4
_LONGEST_NAME = 9  # words


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
        if text.endswith(_ENDS) and _begins(lines, index, end):
            below = next((lines[at].text.lstrip() for at in range(end + 1, len(lines)) if not lines[at].blank), "")
            kind = _judge(text.strip(" -–—*_|:："), below)
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
    kinds = set()
    for form in _likely(text):
        match = _compile(form, loose=False).fullmatch(text)
        if match is None and below.startswith(">"):
            match = _compile(form, loose=True).fullmatch(text)
        if match:
            who = _HALF_DAY.sub("", match["who"]).strip(" ,'\"“”")
            kinds.add(_is_certain(who, match.groupdict().get("when") or "", below))
    return True if True in kinds else False if False in kinds else None


def _likely(text: str) -> Iterator[str]:
    """The forms of which a text has all words, so that the others need not be compiled."""
    lowered = text.lower()
    for form, words in _forms():
        if all(any(word in lowered for word in alternatives) for alternatives in words):
            yield form


@cache
def _forms() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Each form with the words outside its slots, each time their alternatives."""
    forms = (form.strip() for form in programs.ATTRIBUTIONS.strip().splitlines())
    return tuple(
        (form, tuple(tuple(part.strip().split("|")) for part in re.split(r"\{\w+\}", form) if part.strip()))
        for form in forms
    )


def _has_generic_form(text: str) -> bool:
    """With a bracketed address and the time of day, no language needs to be known."""
    if _DATED.fullmatch(text):
        return bool(_CLOCK.search(text) or _YEAR.search(text)) and not _OWN.search(text)
    named = _NAMED.fullmatch(text)
    return named is not None and _CLOCK.search(named["rest"]) is not None and _is_sender(named["who"])


def _is_certain(who: str, when: str, below: str) -> bool | None:
    if _ANY_ADDRESS.search(who):
        return True
    if who.lower() in _PRONOUNS or not when:
        return False if who.lower() in _PRONOUNS or _is_sender(who) else None
    if _CLOCK.search(when):
        return _is_sender(who)
    return bool(_YEAR.search(when)) and _is_sender(who) and not below.startswith(_QUOTATION)


def _is_sender(who: str) -> bool:
    """Whether words are what a mail program calls a sender, not a part of a sentence ("the captain of the boat")."""
    words = [word for word in who.split() if word[0].isalpha()]
    if not 0 < len(words) <= _LONGEST_NAME or len(words) == 1:
        return len(words) == 1 and not is_prose(f"{who} x x x")
    return all(has_capital(word) or is_particle(word) or word.lower() in _JOINTS for word in words[1:]) and (
        has_capital(words[0]) or is_particle(words[0])
    )


@cache
def _compile(form: str, *, loose: bool) -> re.Pattern[str]:
    """A form as a pattern; a loose one takes names with digits, which without marks below may be parts of the time."""
    who = _ANYBODY if loose or form.endswith("{who}") else _WHO
    slots = {"{when}": rf"(?P<when>{_WHEN})\)?,?", "{who}": rf"(?P<who>{who})"}
    parts = re.split(r"(\{\w+\})", form)
    pieces = [slots.get(part) or _words(part.strip()) for part in parts if part.strip()]
    return re.compile(r"[\s,、，]*".join(pieces), re.IGNORECASE)


def _words(alternatives: str) -> str:
    """Words that stand by themselves; Chinese, Japanese and Korean write them without spaces."""
    spaced = r"\b(?:{})(?!\w)" if alternatives[0] < "\u2e80" else "(?:{})"
    return spaced.format("|".join(map(re.escape, alternatives.split("|"))))
