"""A text as its reader sees it, for looking at words: without invisible characters, accents composed, single spaces."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from notelint.late import late

_SPACES = r" \t\xa0\u2002-\u200a\u202f\u205f\u3000"
_ACCENTS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
HIDDEN = r"\xad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff"
"""Characters that nobody sees, for a class of an expression."""
_UNLIKE = re.compile(f"[{HIDDEN}{_SPACES.lstrip()}{_ACCENTS}]")  # most letters have none, nor two spaces
_PIECE = late(
    rf"(?P<hidden>[{HIDDEN}]+)"
    rf"|(?<=\S)(?P<gap>[{_SPACES}]{{2,}}|[{_SPACES.replace(' ', '')}])(?=\S)"
    rf"|(?P<accented>\w[{_ACCENTS}]+)"
)


class Legible(NamedTuple):
    """A text made from another one by replacements and deletions."""

    text: str
    cuts: list[int] | None  # for each place in the text, that in the original; None where all is the same

    def original(self, offset: int) -> int:
        """The place in the original text, before what was deleted there."""
        return offset if self.cuts is None else self.cuts[offset]


def read(text: str) -> Legible:
    """The legible form of a text; line ends stay, and so do spaces at the ends of lines.

    Args:
        text: the text of a draft.

    Returns:
        It with a way back: offsets of the result → offsets of `text`.
    """
    if _UNLIKE.search(text) is None and "  " not in text:
        return Legible(text, None)
    pieces: list[str] = []
    cuts = [0]
    at = 0
    for match in _PIECE.finditer(text):
        kept, new = text[at : match.start()], _replaced(match)
        pieces += (kept, new)
        cuts.extend(range(at + 1, match.start() + 1))
        cuts.extend([match.end()] * len(new))
        at = match.end()
    if not pieces:
        return Legible(text, None)
    pieces.append(text[at:])
    cuts.extend(range(at + 1, len(text) + 1))
    return Legible("".join(pieces), cuts)


def _replaced(match: re.Match[str]) -> str:
    if match["hidden"]:
        return ""
    return " " if match["gap"] else unicodedata.normalize("NFC", match[0])
