"""How many words a text has, as a word processor counts them."""

from __future__ import annotations

import re

_PIECE = re.compile(r"[^\s—]+")  # a dash stands between words, a hyphen inside one


def count_words(text: str) -> int:
    """The number of words: what stands between blanks or dashes and holds a letter or a digit.

    “I'd”, “part-time” and “9:30” are one word each, a bullet or an ampersand is none.
    """
    return sum(piece[0].isalnum() or any(map(str.isalnum, piece)) for piece in _PIECE.findall(text))
