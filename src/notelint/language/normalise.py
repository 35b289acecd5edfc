"""From the draft's text to the text that is analysed, with a monotone map back.

The small model was trained on newswire: it reads “I’m” as a verb “’m” and stumbles over line ends inside a sentence. So
characters are replaced by plainer ones or deleted, never added, and each one that stays knows the range of the draft
for which it stands. A violation's text is therefore always a slice of the draft.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_REPLACED = {
    "’": "'", "‘": "'", "ʼ": "'", "‛": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
}  # fmt: skip
_ONE_FOR_ONE = str.maketrans({**_REPLACED, "\n": " "})
_PLAIN = re.compile(r"\s*(?:[!-~¡-¬®-˿–—…€™•‘’‚‛“”„]++[ \n]?+)*+\s*")  # possessive: it never gives back
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u2060\ufeff\u200e\u200f\u180e")
_JOINER = "\u200d"
_GONE = _INVISIBLE | {_JOINER}
_EMOJI_STYLE = "\ufe0f"
_SKIN = frozenset("🏻🏼🏽🏾🏿")
_SMALL = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})  # as expressions that ignore case have it
_EMPHASIS = re.compile(r"(?<![\w*_])(\*\*|__|\*|_)(?=[^\s*_])|(?<=[^\s*_])(\*\*|__|\*|_)(?![\w*_])")


class NormalText(NamedTuple):
    """Normalised text; character k stands for the draft's code points `starts[k]` to `ends[k]` (exclusive)."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def normalise(text: str, start: int, end: int, *, markdown: bool = False) -> NormalText:
    """Normalise the range [start, end) of a draft's text.

    Args:
        text: the draft's text.
        start: first code point.
        end: code point after the last.
        markdown: whether emphasis marks (`**`, `_`) are deleted.

    Returns:
        The normalised text with its map; no white space at either end, single spaces inside.
    """
    return _simple(text[start:end], start, markdown=markdown) or _normalised(text, start, end, markdown=markdown)


def _simple(piece: str, start: int, *, markdown: bool) -> NormalText | None:
    """A piece of which each character stands for itself, as most do: ten times as fast; None for any other."""
    if _PLAIN.fullmatch(piece) is None or (markdown and ("*" in piece or "_" in piece)):
        return None
    text = piece.translate(_ONE_FOR_ONE).rstrip()
    start += len(text) - len(text.lstrip())
    text = text.lstrip()
    return NormalText(text, tuple(range(start, start + len(text))), tuple(range(start + 1, start + len(text) + 1)))


def _normalised(text: str, start: int, end: int, *, markdown: bool) -> NormalText:
    dropped = _emphasis(text, start, end) if markdown else frozenset()
    out: list[tuple[str, int, int]] = []
    at = start
    while at < end:
        after = _cluster_end(text, at, end)
        if text[at].isspace():
            if out and out[-1][0] == " ":
                out[-1] = (" ", out[-1][1], after)
            elif out:
                out.append((" ", at, after))
        elif at not in dropped:
            # a base with marks that have no composed form keeps its marks, all standing for the whole cluster
            out.extend((character, at, after) for character in _plain(text, at, after))
        at = after
    if out and out[-1][0] == " ":
        out.pop()
    return NormalText(
        "".join(character for character, _, _ in out),
        tuple(first for _, first, _ in out),
        tuple(last for _, _, last in out),
    )


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Ranges between paired quotation marks in a normalised text, the marks included, longest 300 characters."""
    return [match.span() for match in re.finditer(r'"[^"]{1,300}"|(?<![\w\'])\'(?=[^\s\'])[^"\']{2,80}\'(?!\w)', text)]


def _plain(text: str, at: int, after: int) -> str:
    """The plainer form of a character with its marks; empty for what is deleted."""
    if text[at] == _JOINER and _joins_emoji(text, at):
        return _JOINER
    seen = "".join(character for character in text[at:after] if character not in _GONE)
    composed = unicodedata.normalize("NFC", seen)
    return _REPLACED.get(composed[:1], composed[:1]) + composed[1:]


def _cluster_end(text: str, at: int, end: int) -> int:
    """The end of a character with its combining marks; what is invisible between them goes with them."""
    after = at + 1
    if text[at].isspace() or text[at] in _GONE:
        return after
    while True:
        ahead = after
        while ahead < end and text[ahead] in _GONE:
            ahead += 1
        if ahead == end or not unicodedata.combining(text[ahead]):
            return after
        after = ahead + 1


def _joins_emoji(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and _is_emoji(text[at - 1]) and _is_emoji(text[at + 1])


def _is_emoji(character: str) -> bool:
    return character == _EMOJI_STYLE or character in _SKIN or unicodedata.category(character) == "So"


def _emphasis(text: str, start: int, end: int) -> frozenset[int]:
    return frozenset(
        place for match in _EMPHASIS.finditer(text, start, end) for place in range(match.start(), match.end())
    )


def lowered(text: str) -> str:
    """A text in small letters, for expressions that would ignore case; no character becomes two."""
    return (text if text.isascii() else text.translate(_SMALL)).lower()
