"""The words of names: how a text is cut into them, how they are compared, and which of them name nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from notelint.drafts.fold import fold
from notelint.drafts.greeting import is_salutation
from notelint.drafts.legible import HIDDEN
from notelint.language.ordinary import is_listed, is_ordinary
from notelint.language.people import OFFICES, TITLES
from notelint.reporters.names import ELSEWHERE, FAMILY, GIVEN
from notelint.types import MONTHS, WEEKDAYS

_DAYS = frozenset(word.casefold()[:length] for word in (*WEEKDAYS, *MONTHS) for length in (3, 4, 5, len(word)))
_SHORT = 2  # letters of an initial, or of “St.”

_LETTERS = rf"[^\W\d_](?:[{HIDDEN}\u0300-\u036f]*[^\W\d_])*[\u0300-\u036f]*"
WORD = re.compile(rf"{_LETTERS}(?:['’ʼ-](?!s\b){_LETTERS})*")
_JOINED = re.compile(r"(?:Mac|Mc|Van|De|Di|La|Le|Fitz)[A-Z]")  # “MacLeod”
GAP = re.compile(r"[ \t\xa0]+|\.[ \t\xa0]*|-")  # between the words of one name
_WRAPPED = re.compile(rf"{GAP.pattern}|[ \t\xa0]*(?:\r\n?|\n)[ \t\xa0]*")  # also where a line ends within it


@lru_cache(maxsize=1 << 15)
def compared(word: str) -> str:
    """A word as it is compared."""
    return fold(re.sub(f"[{HIDDEN}]", "", word))


def is_run(text: str, words: list[re.Match[str]], gap: re.Pattern[str] = _WRAPPED) -> bool:
    """Whether words stand beside each other as those of one name do."""
    return all(
        gap.fullmatch(text, one.end(), other.start()) and (text[one.end()] != "." or _is_shortened(one[0]))
        for one, other in pairwise(words)
    )


def _is_shortened(word: str) -> bool:
    """Whether a point behind a word of a name is that of an abbreviation, and no sentence ends there."""
    return len(word) <= _SHORT or is_title(word)


def is_named(words: list[re.Match[str]]) -> bool:
    """Whether these words are written as a name is: with a capital, or as no ordinary word is."""
    return any(is_capital(match[0]) or not is_ordinary(match[0].casefold()) for match in words)


def is_title(word: str) -> bool:
    """Whether a word is a title before a name: “Dr”."""
    return is_capital(word) and word.casefold() in TITLES


def has_capital(words: list[re.Match[str]]) -> bool:
    """Whether one of some words begins with a capital."""
    return any(is_capital(match[0]) for match in words)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[:1].isupper()


@lru_cache(maxsize=1 << 15)
def is_known(word: str) -> bool:
    """Whether a word is ordinary, an acronym, or a word of letters: a day, a title, a greeting."""
    lower = word.casefold().replace("’", "'")
    first = "-".join(map(_stem, lower.split("-")))
    if word.isupper() or len(first) == 1 or first in _DAYS:
        return True
    if _JOINED.match(word):
        return False
    if ("'" in first and first != "o'clock") or first in GIVEN or first in FAMILY or first in ELSEWHERE:
        return False
    if first in TITLES or first in OFFICES or is_salutation(word):
        return True
    forms = {(part, compared(part)) for part in first.split("-") if part}
    return all(any(is_ordinary(word) or is_listed(word) for word in form) for form in forms)


def _stem(word: str) -> str:
    """A word without what is contracted to it; a name such as “O'Hara” or “D'Souza” stays whole."""
    head, _, tail = word.partition("'")
    return word if tail and len(head) == 1 and head != "i" else head
