"""Whether two words can be the same name: accents, hyphens, initials, short forms, and how near a miss is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from notelint.drafts.fold import fold
from notelint.language.short_forms import is_short

Likeness = Literal["same", "plain", "near", "other"]

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_SHORTEST_CUT, _LEAST_CUT = 3, 2  # letters that a short form keeps at least, and leaves out
_TWO, _MOST_INITIALS = 2, 4  # letters
_ONE_SLIP, _TWO_SLIPS = 3, 7  # letters from which one or two slips make a near miss


@lru_cache(maxsize=16384)
def alike(word: str, right: str) -> tuple[Likeness, str]:
    """Compare a word of a name with the name that is right.

    Args:
        word: as it is written somewhere, “Ruis”.
        right: as the person writes it, “Ruiz-Ortega”; a name without accents does not say that it has none.

    Returns:
        How alike they are, and for a near miss, or a name that only lacks its accents (“plain”), the right word or the
        part of it that is meant, “Ruiz”.
    """
    parts = [part for part in right.replace("‐", "-").split("-") if part]
    candidates = [right, *parts] if len(parts) > 1 else [right]
    found = [(_compare(word, candidate), candidate) for candidate in candidates]
    if any(likeness == "same" for likeness, _ in found) or _is_part(word, right):
        return "same", ""
    for kind in ("plain", "near"):
        meant = [candidate for likeness, candidate in found if likeness == kind]
        if meant:
            return kind, min(meant, key=lambda candidate: _slips(letters(word), letters(candidate)))
    return "other", ""


def are_initials(word: str, name: str) -> bool:
    """Whether a word in capitals is made of first letters of a name, in a row: JP of Jean-Pierre Marsh."""
    marked = word.isupper() or "." in word or "-" in word
    parts = [letters(part) for part in re.split(r"[\s‐-]+", name)]
    first = "".join(part[0] for part in parts if part)
    return marked and _TWO <= len(letters(word)) <= _MOST_INITIALS and letters(word) in first


def may_be_short(word: str, name: str) -> bool:
    """Whether a word begins so much like a name that it may be a short form which nobody has listed."""
    mine, theirs = letters(word), letters(name)
    return len(mine) > _TWO and mine[:_TWO] == theirs[:_TWO]


@lru_cache(maxsize=4096)
def letters(word: str) -> str:
    """The folded letters of a word alone: “O’Brien” is obrien, “J.-P.” jp."""
    return "".join(char for char in fold(word) if char.isalnum())


def is_initial(word: str) -> bool:
    """Whether a word is one letter, or letters with full stops: “A.”, “J.P.”."""
    return len(letters(word)) == 1 or ("." in word.rstrip(".") and len(letters(word)) == len(word.replace(".", "")))


def _compare(word: str, right: str) -> Likeness:
    mine, theirs = letters(word), letters(right)
    if is_initial(word) or is_initial(right):
        return "same" if mine[:1] == theirs[:1] else "other"
    if mine == theirs:
        return "plain" if _loses_accents(word, right) else "same"
    if _spelt_out(word) == _spelt_out(right):
        return "plain" if _loses_accents(word, right) else "same"
    if _is_short_form(mine, theirs) or _is_short_form(theirs, mine):
        return "same"
    return "near" if _slips(mine, theirs) <= _allowed(mine, theirs) else "other"


def _is_part(word: str, right: str) -> bool:
    """Whether “Ruiz-Ortega” is written for somebody who is called Ruiz."""
    return "-" in word and letters(right) in {letters(part) for part in word.split("-")}


def _loses_accents(word: str, right: str) -> bool:
    return not _plain(right).isascii() and _plain(word) != _plain(right)


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", word.casefold()) if char.isalnum())


def _spelt_out(word: str) -> str:
    return letters(_plain(word).translate(_SPELT_OUT))


def _is_short_form(short: str, long: str) -> bool:
    if is_short(short, long):
        return True
    return len(short) >= _SHORTEST_CUT and len(long) - len(short) >= _LEAST_CUT and long.startswith(short)


def _slips(word: str, right: str) -> int:
    """Letters that must be changed, added, taken out or swapped with their neighbour."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - slow to import, and most greetings are right

    return OSA.distance(word, right)


def _allowed(word: str, right: str) -> int:
    shorter = min(len(word), len(right))
    return (shorter >= _ONE_SLIP) + (shorter >= _TWO_SLIPS and word[:1] == right[:1])
