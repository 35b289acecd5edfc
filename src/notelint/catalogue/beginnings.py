"""How the hits of a regular expression begin, so that it need not be tried at each place of a text.

`needles` tells which texts an expression can hit at all; this, at which words of such a text. What is made of groups,
alternatives and what may be absent is followed for as many characters as are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from notelint.catalogue.regexes import PIECES

Beginnings = frozenset[str]
DIGIT = "0"
"""Stands for any digit."""

_PIECES = re.compile(rf"(?P<run>[\w\ ,'-]+(?![*+?{{]))|{PIECES.pattern}", re.VERBOSE | re.DOTALL)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_ALONE = ("(", "(?:", *_LOOKS)
_KNOWN = frozenset("bBdwWsSD")
_SETS = 8  # characters of a set that are followed one by one


def beginnings(expression: str, length: int) -> Beginnings | None:
    """The strings, as long as `length` at most, with one of which each hit of an expression begins.

    Args:
        expression: a regular expression that compiles.
        length: of the strings, in characters.

    Returns:
        Them, as they stand in the expression; None when a hit may begin with anything, or when nobody here can say how.
    """
    pieces = [(match.lastgroup or "", match[0]) for match in _PIECES.finditer(expression)]
    if any(kind in {"open", "piece"} and not _is_plain(kind, text) for kind, text in pieces):
        return None
    walk = _Walk(iter(pieces), length)
    found = walk.alternatives(frozenset({""})) | walk.ended
    return None if "" in found else found


def _is_plain(kind: str, text: str) -> bool:
    """Whether a piece is nothing rarer than what is followed here."""
    if kind == "open":
        return text in _ALONE
    return text[0] == "[" or not text[1].isalnum() or text[1] in _KNOWN


class _Walk:
    """Walks an expression, group by group.

    `ended` are the beginnings that are long enough, or that can be followed no more.
    """

    def __init__(self, pieces: Iterator[tuple[str, str]], length: int) -> None:
        self._pieces = pieces
        self._length = length
        self._held: tuple[str, str] | None = None
        self.ended: Beginnings = frozenset()

    def alternatives(self, before: Beginnings) -> Beginnings:
        """What may stand from the beginning to the group's end, when it stood so far at the group's begin."""
        found: Beginnings = frozenset()
        current = before
        for kind, text in iter(self._next, ("", "")):
            if kind == "close":
                break
            if kind == "bar":
                found, current = found | current, before
            elif kind == "open":
                inside = self.alternatives(frozenset() if text in _LOOKS else current)
                current = current if text in _LOOKS else self._times(current, inside)
            elif kind == "run" and current:
                current = self._longer(current, (text[: self._length],))
            elif kind in {"piece", "other"} and current:
                current = self._times(current, self._one_of(current, text))
        return found | current

    def _next(self) -> tuple[str, str]:
        held, self._held = self._held, None
        return held or next(self._pieces, ("", ""))

    def _times(self, before: Beginnings, after: Beginnings) -> Beginnings:
        """What may stand after a piece, with the repetition behind it; what is repeated is followed once."""
        kind, times = self._held = self._next()
        if kind != "times":
            return after
        self._held = None
        if times[0] != "?":
            self.ended |= after
            after = frozenset()
        return after | before if times[0] in {"?", "*"} or times.startswith(("{0", "{,")) else after

    def _one_of(self, before: Beginnings, text: str) -> Beginnings:
        """Beginnings with one more character."""
        characters = _characters(text)
        if characters is None:
            self.ended |= {start or (DIGIT if text == "\\d" else "") for start in before}
            return frozenset()
        return self._longer(before, characters)

    def _longer(self, before: Beginnings, more: Iterable[str]) -> Beginnings:
        """Beginnings with one of some texts behind them."""
        longer = {(start + text)[: self._length] for start in before for text in more}
        self.ended |= {start for start in longer if len(start) == self._length}
        return frozenset(start for start in longer if len(start) < self._length)


def _characters(text: str) -> str | None:
    """The characters that a piece stands for, None when they are many."""
    if text[0] == "[":
        inside = text[1:-1]
        few = len(inside) <= _SETS and inside[0] != "^" and "\\" not in inside and "-" not in inside[1:-1]
        return inside if few else None
    if text[0] == "\\":
        return None if text[1].isalnum() else text[1]
    return None if text == "." else text
