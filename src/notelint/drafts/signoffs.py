"""The complimentary close within a line: alone, behind the last sentence, before the writer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from notelint.drafts import closes
from notelint.drafts.words import bare, has_capital, is_contact, is_label, is_name, plain, word_set
from notelint.late import late

_EMOJI = r"(?:[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?|:-?[)D]|;-?\)|<3)"
_STOP = rf"(?:[.!?…][\"”’')\]]*|{_EMOJI})"
_SENTENCE_END = re.compile(rf"{_STOP}\s+")
_ENDED = late(rf"{_STOP}\s*$")
_SEPARATOR = re.compile(r"\s*[,!.](?=\s)|\s*[–—]|\s-(?=\s)")
_KNOWN_START = late(
    r",\s+(?=(?:[Yy]ours (?:sincerely|faithfully|truly)|(?:Kind|Best|Warm)(?:est)? (?:regards|wishes))\b)"
)
_LEAD = re.compile(
    r"(?:(?:many |with )?thank|with|wish|hop|look|kind|best|all|warm|yours|sincer|until|await|respect|grate)",
    re.IGNORECASE,
)
_NO_NAMES = word_set("team everyone everybody all both folks guys friends friend mate there") | {""}
_LONGEST_CLOSE = 9  # words
_LONGEST_LEAD = 12
_TAIL = 140  # characters
_SENTENCES = 4


class Signoff(NamedTuple):
    """A close in a line; offsets count from the line's beginning."""

    start: int
    name: int | None  # where the writer's name begins, on the same line
    certain: bool  # a known close, not merely a few words with a comma above a name


class Names(NamedTuple):
    """What is known of names in a letter."""

    greeted: frozenset[str]  # words of the greeting; a name in it is the reader's
    lower: bool  # the letter has no capitals, so a name may have none


def ended(text: str) -> bool:
    """Whether a sentence ends with a text."""
    return _ENDED.search(text[-8:]) is not None


def has_sentence_end(text: str) -> bool:
    """Whether a sentence ends somewhere in a text."""
    return _SENTENCE_END.search(text + " ") is not None


def in_line(text: str, names: Names, *, name_below: bool) -> Signoff | None:
    """The close in a line.

    Args:
        text: the line.
        names: what is known of names in the letter.
        name_below: whether the line below can be a name.
    """
    if closes.is_close(plain(text)):
        return Signoff(0, None, certain=True)
    name = name_behind(text, names)
    if name is not None:
        return Signoff(0, name, certain=True)
    return next(_behind_sentences(text, names, name_below=name_below), None)


def _behind_sentences(text: str, names: Names, *, name_below: bool) -> Iterator[Signoff]:
    within = max(0, len(text) - _TAIL)
    starts = [match.end() for match in _SENTENCE_END.finditer(text, within)][-_SENTENCES:]
    for start in [*starts, *(match.end() for match in _KNOWN_START.finditer(text, within))]:
        part = text[start:].rstrip()
        name = name_behind(part, names)
        if name is not None:
            yield Signoff(start, start + name, certain=True)
        elif closes.is_close(part) and part[-1:] not in ".!" and (name_below or not closes.is_thanks(part)):
            yield Signoff(start, None, certain=True)
        elif name_below and _may_close(part):
            yield Signoff(start, None, certain=False)


def may_close(text: str) -> bool:
    """Whether a line that ends with a comma can be a close above a name, known or not."""
    words = len(text.split())
    return text.endswith(",") and (
        words <= _LONGEST_CLOSE or (words <= _LONGEST_LEAD and _LEAD.match(text) is not None)
    )


def _may_close(part: str) -> bool:
    return may_close(part) and not _SENTENCE_END.search(part) and _LEAD.match(part) is not None


def name_behind(text: str, names: Names) -> int | None:
    """Where in “Best regards, Anna” the name begins; None when the text is no close with the writer's name."""
    for match in _SEPARATOR.finditer(text, 0, _TAIL // 2):
        close, name = text[: match.start()], text[match.end() :].lstrip()
        if closes.is_close(close) and _is_own_name(name.strip(), close, names, comma=True):
            return len(text) - len(name)
    if not 1 < len(text.split()) <= _LONGEST_CLOSE:
        return None
    for match in re.finditer(r"\s+(?=\S)", text):
        close, name = text[: match.start()], text[match.end() :]
        if closes.joins_name(close) and _is_own_name(name.strip(), close, names, comma=False):
            return match.end()
    return None


def _is_own_name(name: str, close: str, names: Names, *, comma: bool) -> bool:
    """Whether the name behind a close is the writer's: behind a thanks it may be the reader's, or “mate”."""
    thanks = closes.is_casual_thanks(close)
    if not closes.is_thanks(close):
        name = name.removesuffix("!")
    if closes.is_close(name) or bare(name) in _NO_NAMES:
        return False
    lower = names.lower or (comma and not thanks and name.isalpha())
    if is_name(name, lower=lower) and _goes_on_as_label(name, lower=names.lower):
        return not (thanks and {bare(word) for word in name.split()} <= names.greeted)
    return comma and closes.joins_name(close) and (is_contact(name) or is_label(name))


def _goes_on_as_label(name: str, *, lower: bool) -> bool:
    """Whether what follows the name is a degree, a title or a number, not the rest of a sentence."""
    _, comma, more = re.sub(r"\s[–—-]\s|[(|/]", ",", name).partition(",")
    words = more.strip(" ().").split()
    return not comma or not words or lower or has_capital(words[0]) or not words[0].isalpha()
