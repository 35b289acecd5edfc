"""Words made comparable: capitals, accents and marks left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n",
})  # fmt: skip
_WORD = re.compile(r"\w(?:\.\w)+\b\.?|\w+(?:['’ʼ]\w+)*|&")
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_SHORT = 2_000  # characters of a text whose words are kept
_MARKS = re.compile(r"[\W_]+")


class Folded(NamedTuple):
    """A word made comparable, and where it stands in its text, without the “'s” of a genitive."""

    word: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text in small letters without accents; letters without a plain form of their own become two."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in bare if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain).translate(_LETTERS)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, as `tokens` cuts them."""
    return tuple(token.word for token in tokens(unicodedata.normalize("NFC", text)))


def tokens(text: str) -> Sequence[Folded]:
    """The words of a text: “A.B.” is one, “&” is and, what stands behind an apostrophe belongs to its word."""
    return _short(text) if len(text) <= _SHORT else _cut(text)


@lru_cache(maxsize=1 << 4)  # a letter is asked for several words, one after the other
def vocabulary(text: str) -> frozenset[str]:
    """The folded words of a text, without their places."""
    return frozenset(_word(written)[0] for written in _WORD.findall(text))


def _cut(text: str) -> tuple[Folded, ...]:
    found = []
    for match in _WORD.finditer(text):
        word, length = _word(match[0])
        if word:
            found.append(Folded(word, match.start(), match.start() + length))
    return tuple(found)


_short = lru_cache(maxsize=1 << 9)(_cut)  # a paragraph is looked at for several things, its neighbours' at each change


@lru_cache(maxsize=1 << 15)
def _word(written: str) -> tuple[str, int]:
    """A word folded, and how much of it is not the “'s” of a genitive."""
    own = _POSSESSIVE.sub("", written)
    return "and" if own == "&" else _MARKS.sub("", fold(own)), len(own)
