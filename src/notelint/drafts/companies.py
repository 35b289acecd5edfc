"""What in the name of a company tells it from others."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from notelint.drafts.fold import Folded, tokens
from notelint.drafts.words import word_set

_LEGAL = word_set(
    "inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh mbh ag kg ohg ug se sa sas sarl srl"
    " spa sl nv bv ab as asa aps oy oyj pty pte kk sp zoo lda eirl gbr ev cic dac sc"
)
_AROUND = word_set("and of und et y")


@lru_cache(maxsize=1 << 14)  # the companies of a folder are asked for with each of its drafts
def core(name: str) -> tuple[str, ...]:
    """The words of a company's name, folded, without “The” before it and its legal form behind it.

    A name that is nothing else (“The Company Ltd”) keeps its words.
    """
    return tuple(token.word for token in _core(unicodedata.normalize("NFC", name)))


def short(name: str) -> str:
    """A company's name as one says it: “The Northwind Trading Co. Ltd” is Northwind Trading."""
    plain = unicodedata.normalize("NFC", name)
    found = _core(plain)
    return plain[found[0].start : found[-1].end] if found else plain


def _core(name: str) -> Sequence[Folded]:
    whole = tokens(name)
    found = list(whole)
    while len(found) > 1 and found[-1].word in _LEGAL | _AROUND:
        found.pop()
    while len(found) > 1 and found[0].word == "the":
        found.pop(0)
    return found if any(token.word not in _LEGAL | {"the"} for token in found) else whole
