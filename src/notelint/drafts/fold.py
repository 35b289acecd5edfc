"""Words made comparable: capitals, accents and marks left out."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n",
})  # fmt: skip
_WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
_MARKS = re.compile(r"['’ʼ_]")


def fold(text: str) -> str:
    """The text in small letters without accents; letters without a plain form of their own become two."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in bare if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain).translate(_LETTERS)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; an apostrophe inside a word is left out of it."""
    return tuple(_MARKS.sub("", match[0]) for match in _WORD.finditer(fold(text)))
