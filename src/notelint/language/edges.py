"""Where sentences begin or do not, told to the parser before it parses: abbreviations, dots, times of day, emoji."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from notelint.language.lexicon import word_set

if TYPE_CHECKING:
    from notelint.language.model import SpacyDoc, SpacyToken

_ABBREVIATED = word_set(
    "approx ca cf dept bldg est ext fig incl esp jr max min mr mrs ms mx dr prof rev sr st tel univ vs viz vol "
    "e.g i.e b.sc m.sc b.a m.a b.ed m.ed ph.d m.d"
)
_BEFORE_NUMBERS = word_set("no nos p pp art sec ch jan feb mar apr jun jul aug sep sept oct nov dec")
_OF_DAY = word_set("a.m p.m")
_STARTERS = word_set("I You We They He She It My Your Our The This That There Thank Thanks Could Would Please If When")
_LONGEST = 200  # tokens without a full stop after which a sentence is cut, so that cost stays linear in any text
_FINAL = frozenset({".", "!", "?", "…", "..."})
_ENDING = frozenset({".", "!", "?"})
_MOST = 1 << 15  # words that are kept
_tell: dict[int, bool] = {}  # by spaCy's number of a word: whether it tells of an edge behind it


def mark_edges(doc: SpacyDoc) -> SpacyDoc:
    """Set the sentence starts of an unparsed Doc where the parser is known to err; the rest stays its choice."""
    for index, starts in edges(doc):
        doc[index].is_sent_start = starts
    return doc


def edges(doc: SpacyDoc) -> Iterator[tuple[int, bool]]:
    """Pairs of a token's index and whether a sentence begins with it."""
    since, small = 0, _is_small(doc)
    for i, before in enumerate(doc.to_array("ORTH").tolist()[:-1], start=1):
        starts = None
        tells = _tell.get(before)
        if tells is None:
            tells = _learn(before, doc[i - 1].text)
        if tells:
            starts = _starts(doc[i], small=small)
            since = 0 if starts or doc[i - 1].text in _FINAL else since + 1
        else:
            since += 1
        if starts is None and since >= _LONGEST:
            since, starts = 0, True
        if starts is not None:
            yield i, starts


def _learn(orth: int, text: str) -> bool:
    """Whether something is to be said of what follows a word; of most nothing is."""
    if len(_tell) >= _MOST:
        _tell.clear()
    tells = _tell[orth] = text.endswith(".") or text in _FINAL or _is_mark(text)
    return tells


def _is_small(doc: SpacyDoc) -> bool:
    """Whether a paragraph begins with a small letter, as those do whose writer begins no sentence with a capital."""
    return next((token.text[0].islower() for token in doc if token.is_alpha), False)


def _starts(token: SpacyToken, *, small: bool) -> bool | None:
    before = token.doc[token.i - 1]
    abbreviation = _abbreviation(before)
    if abbreviation in _OF_DAY:
        return True if token.text in _STARTERS else None
    if abbreviation in _ABBREVIATED:
        return None if token.text in _STARTERS else False
    if abbreviation in _BEFORE_NUMBERS and (token.like_num or token.text in _STARTERS):
        return not token.like_num
    if _is_mark(before.text):
        return True if token.text[0].isupper() else None
    return _after_final(before, token, small=small) if before.text in _FINAL else None


def _after_final(before: SpacyToken, token: SpacyToken, *, small: bool) -> bool | None:
    """Whether a sentence begins with a token behind a full stop, a question mark or the like."""
    lower = token.text[0].islower()
    if small and lower and before.text in _ENDING and before.whitespace_:
        return True
    return False if _is_mark(token.text) or (lower and before.text != ".") else None


def _abbreviation(token: SpacyToken) -> str:
    """The abbreviation that ends with this token, lower case without its last dot, else an empty string."""
    if token.text == "." and token.i:
        before = token.doc[token.i - 1]
        return "" if before.whitespace_ else str(before.lower_)
    return str(token.lower_)[:-1] if token.text.endswith(".") else ""


def _is_mark(text: str) -> bool:
    """Whether a token is an emoji or emoticon."""
    if any(map(str.isalnum, text)):
        return False
    symbols = any(unicodedata.category(character) == "So" for character in text)
    return symbols or (len(text) > 1 and text[0] in ":;")
