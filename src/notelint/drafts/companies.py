"""What in the name of a company tells it from others."""

from __future__ import annotations

from notelint.drafts.fold import words
from notelint.drafts.words import word_set

_LEGAL = word_set(
    "inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh mbh ag kg ohg ug se sa sas sarl srl"
    " spa sl nv bv ab as asa aps oy oyj pty pte kk sp zoo lda eirl gbr ev cic dac sc"
)
_AROUND = word_set("the and of und et y")


def core(name: str) -> tuple[str, ...]:
    """The words of a company's name, folded, without “The” before it and its legal form behind it.

    A name that is nothing else (“The Company Ltd”) keeps its words.
    """
    found = list(words(name.replace(".", "").replace("&", " and ")))
    whole = tuple(found)
    while len(found) > 1 and found[-1] in _LEGAL | _AROUND:
        found.pop()
    while len(found) > 1 and found[0] == "the":
        found.pop(0)
    return tuple(found) if found[-1:] and found[-1] not in _LEGAL else whole
