"""What a text must hold for a regular expression to hit, so that most expressions need not be tried on most texts.

Of a sequence every piece must be there, so its most telling literal is enough; of alternatives one must be there, so
all their literals are kept. The same idea speeds up search tools and secret scanners. A text is asked as it stands
where an expression minds the case (most of what is wanted in capitals is in no letter), else in its case-folded form,
which holds a letter in whatever case an expression wants it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec import Struct

from notelint.catalogue.regexes import PIECES

Needles = frozenset[str]
_SETS = 8  # characters of a set that are still worth a look each
_SHARES = (0.9, 0.5, 0.2, 0.05, 0.02)  # of strings of one letter, two, three, four, and more
_CAPITALS = (0.2, 0.02, 0.01)  # likewise, of capitals
_CLASSES = frozenset("wWdDsSbBAZGmMpPNXRhvkKgLlQEuUxNtnrfav0123456789")
_MINDLESS = "(?i)"
_GROUPS = ("(?:", "(?i:", "(?-i:", "(?=", "(?!", "(?<", "(?P<", "(?>", "(?|")
_NAMING = frozenset("xuUgkL")  # behind a backslash: what follows names a character, a group or a list


def minds_case(expression: str, *, case: bool) -> bool:
    """Whether an expression minds the case throughout, when it is compiled so."""
    return case and "(?i" not in expression


def needles(expression: str, *, case: bool = False) -> Needles | None:
    """The literals of which at least one is in every text that an expression hits.

    Args:
        expression: a regular expression that compiles.
        case: whether it is compiled to mind the case.

    Returns:
        Strings to look for in the text when `minds_case`, else case-folded ones to look for in the case-folded text;
        None when no literal must be there, or when nobody here can say which, as with rare flags and characters that
        are written as numbers.
    """
    found = PIECES.finditer(expression.removeprefix(_MINDLESS))
    pieces = [(match.lastgroup or "", match.group()) for match in found]
    if any(_is_rare(*piece, after) for piece, (_, after) in pairwise([*pieces, ("", "")])):
        return None
    fold = (lambda text: text) if minds_case(expression, case=case) else str.casefold
    return _Walk(iter(_with_times(pieces)), fold).alternatives()


def _is_rare(kind: str, text: str, after: str) -> bool:
    """Whether a piece, with what comes after it, is more than it looks like: a flag, a condition, a near miss."""
    if kind == "open":
        return after.startswith("?") if text == "(" else not text.startswith(_GROUPS)
    if kind == "piece" and text[0] == "\\":
        return text[1] in _NAMING or text[1] == "0" or (text[1].isdigit() and after.isdigit())
    return kind == "other" and text == "{"


class _Piece(Struct, frozen=True):
    kind: str
    text: str
    times: str


def _with_times(pieces: list[tuple[str, str]]) -> Iterator[_Piece]:
    """The pieces without the repetitions, each with the one behind it (a group's stands at its `close`)."""
    for (kind, text), (after, times) in zip(pieces, [*pieces[1:], ("", "")], strict=True):
        if kind != "times":
            yield _Piece(kind, text, times if after == "times" else "")


class _Walk:
    """Walks the pieces of one expression, group by group."""

    def __init__(self, pieces: Iterator[_Piece], fold: Callable[[str], str]) -> None:
        self._pieces = pieces
        self._fold = fold
        self._close = ""

    def alternatives(self) -> Needles | None:
        """What one of the alternatives up to the group's end needs."""
        found: list[Needles | None] = []
        while True:
            needed, ended = self._sequence()
            found.append(needed)
            if ended:
                return None if None in found else frozenset().union(*(each for each in found if each is not None))

    def _sequence(self) -> tuple[Needles | None, bool]:
        """What a sequence needs, and whether it ended with its group and not at a bar."""
        run, best = "", None
        for piece in self._pieces:
            if piece.kind in {"bar", "close"}:
                self._close = piece.times
                return _better(best, self._literal(run)), piece.kind == "close"
            letter = _letter(piece)
            once = not _may_lack(piece.times)
            if letter and once:
                run += letter * _least(piece.times)
            if letter and once and not piece.times:
                continue
            best = _better(best, self._literal(run))
            before, run = run, ""
            if piece.kind == "open":
                inside = self.alternatives()
                if not (piece.text.startswith(("(?!", "(?<!")) or _may_lack(self._close)):
                    best = _better(best, inside)
            elif piece.kind == "piece" and once and not letter:
                best = _better(best, self._set(before, piece.text))
        return _better(best, self._literal(run)), True

    def _literal(self, run: str) -> Needles | None:
        return frozenset({self._fold(run)}) if run else None

    def _set(self, before: str, text: str) -> Needles | None:
        """The characters of a small set of single characters, each behind what must stand before it."""
        inside = text[1:-1].replace("\\\\", "\\") if text[0] == "[" else "^"
        if inside[:1] == "^" or len(inside) > _SETS or not {"\\", "-", "["}.isdisjoint(inside[1:-1]):
            return None
        return (
            None
            if inside[0] == "\\" or inside[-1] == "\\"
            else frozenset(self._fold(before + letter) for letter in inside)
        )


def _may_lack(times: str) -> bool:
    return times[:1] in {"*", "?"} or times.startswith(("{0", "{,"))


def _least(times: str) -> int:
    """How often a piece that may not lack is repeated at least."""
    count = times[1:].partition(",")[0].rstrip("}+?")
    return int(count) if times[:1] == "{" and count.isdigit() else 1


def _letter(piece: _Piece) -> str:
    """The one character that a piece stands for, or an empty string."""
    if piece.kind == "other" and piece.text != ".":
        return piece.text
    if piece.kind == "piece" and piece.text[0] == "\\" and len(piece.text) == len("\\x"):
        return "" if piece.text[1] in _CLASSES else piece.text[1]
    return ""


def _better(one: Needles | None, other: Needles | None) -> Needles | None:
    """Of two needs the one that fewer texts meet."""
    if one is None or other is None:
        return one if other is None else other
    return min(one, other, key=_chance)


def _chance(needs: Needles) -> float:
    """About which share of paragraphs holds one of some strings; only the order counts."""
    return 1 - math.prod(1 - _share(needle) for needle in needs)


def _share(needle: str) -> float:
    """About which share of paragraphs holds a string."""
    if not any(map(str.isalnum, needle)):
        usual = len(needle) == 1 or needle[1:] == " "
        return 1.0 if usual and not needle.strip(" ,.'-") else 0.02
    if needle.isupper():
        return _CAPITALS[min(len(needle.strip()), len(_CAPITALS)) - 1]
    return _SHARES[min(len(needle.strip()), len(_SHARES)) - 1]
