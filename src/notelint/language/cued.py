"""Where cues hit: each is tried only at words that begin as one of its expressions does.

To search a letter for each cue took a tenth of its parse, nearly all of it at places where no cue begins. An expression
is compiled when it is first tried: all of them take as long as the parse of several letters.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import NamedTuple

from notelint.language.cues import CUES
from notelint.language.normalise import lowered

_LENGTH = 3
_WORD = re.compile(r"\b\w")

_Place = tuple[int, int, str]  # a cue's place among all, an expression's in its cue, and the expression


class _Layout(NamedTuple):
    """The expressions by how their hits begin, and the cues that begin with any word, by their place among all."""

    waiting: dict[str, tuple[_Place, ...]]
    numbers: tuple[_Place, ...]  # those that begin with any digit
    anywhere: dict[int, str]


def hits(text: str, found: Container[int]) -> Iterator[tuple[int, int, int]]:
    """The hits of cues in a text, those of each cue in order and apart from one another.

    Args:
        text: a paragraph's.
        found: the cues that are looked for no more, by their place among all; it may grow meanwhile.

    Yields:
        A cue's place, begin and end of the hit.
    """
    small = lowered(text)
    layout = _layout()
    for number, expression in layout.anywhere.items():
        for match in _compiled(expression).finditer(small) if number not in found else ():
            yield number, *match.span()
            if number in found:
                break
    ends: dict[int, int] = {}
    for start, places in _begun(small, layout):
        for number, _, expression in places:
            if number in found or start < ends.get(number, 0):
                continue
            hit = _compiled(expression).match(small, start)
            if hit:
                ends[number] = hit.end()
                yield number, start, hit.end()


def _begun(small: str, layout: _Layout) -> Iterator[tuple[int, tuple[_Place, ...]]]:
    """Where words begin as hits may, and the expressions of these, in order."""
    for word in _WORD.finditer(small):
        start = word.start()
        places = layout.waiting.get(small[start : start + _LENGTH], ())
        if small[start].isdecimal():
            places = tuple(sorted((*places, *layout.numbers)))
        if places:
            yield start, places


@cache
def _layout() -> _Layout:
    from notelint.catalogue.beginnings import DIGIT, beginnings  # noqa: PLC0415 - not every draft must be guessed at

    waiting: dict[str, list[_Place]] = {}
    anywhere: dict[int, str] = {}
    for number, cue in enumerate(CUES):
        begun = [beginnings(piece, _LENGTH) for piece in cue.pieces]
        if not all(starts and all(len(start) == _LENGTH or start == DIGIT for start in starts) for starts in begun):
            anywhere[number] = rf"\b(?:{'|'.join(cue.pieces)})"
            continue
        for order, (piece, starts) in enumerate(zip(cue.pieces, begun, strict=True)):
            for start in starts or ():
                waiting.setdefault(start, []).append((number, order, piece))
    numbers = tuple(sorted(waiting.pop(DIGIT, ())))
    return _Layout({start: tuple(sorted(places)) for start, places in waiting.items()}, numbers, anywhere)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
