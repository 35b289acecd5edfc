"""Token phrases as text: what they refer to, and what is wrong with one (`matching` splits and compiles them)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

TOKEN_KINDS = frozenset(
    {"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "NUM", "PRON", "DET", "ADP", "INTJ", "WORD", "CAP", "SHOUT"}
)
"""Words in capitals that stand for a kind of token."""

_REFERENCE = re.compile(r"<([^<>\s]+)>")
_CLASS = re.compile(r"(?:[A-Z]+-)?<[^<>\s]+>")
_GAP = re.compile(r"\*\d{1,3}")
_SHOWN = 50
_ALONE = {
    "*": "a gap has a length, such as `*3`",
    "=": "write it at the word whose form counts, such as `=better`",
    "|": "it joins words, such as `call|ring`",
}
_WORD = r"=?[a-z][a-z'.-]*(?:\|[a-z][a-z'.-]*)*"
_PLAIN = re.compile(rf"{_WORD}(?: (?:\*\d{{1,3}} )?{_WORD})*")  # most phrases are such, and right


def references(phrase: str) -> list[str]:
    """The names of the word classes in a phrase, in order."""
    return _REFERENCE.findall(phrase) if "<" in phrase else []


def is_plain(phrase: str) -> bool:
    """Whether a phrase has only words, forms, alternatives of words, and gaps between them: it is right."""
    return _PLAIN.fullmatch(phrase) is not None


def mistake(phrase: str) -> str | None:
    """What is wrong with a phrase and how to mend it, or None."""
    return None if is_plain(phrase) else next(_mistakes(phrase), None)


def _mistakes(phrase: str) -> Iterator[str]:
    elements = phrase.split()
    if not elements:
        yield "an empty phrase hits nothing; take it out"
        return
    if re.search(r"\s\||\|\s", phrase):
        yield f"“{_short(phrase)}”: `|` joins single words; write alternatives of phrases as separate list items"
    for element in elements:
        for fault in _faults(element):
            yield f"“{_short(phrase)}”: {fault}"
    if _GAP.fullmatch(elements[0]) or _GAP.fullmatch(elements[-1]):
        yield f"“{_short(phrase)}” begins or ends with a gap; a gap stands between words"
    if all(_may_lack(element) for element in elements):
        yield f"“{_short(phrase)}” would also hit nothing at all; at least one word must stand without `?`"


def _short(phrase: str) -> str:
    return phrase if len(phrase) <= _SHOWN else phrase[: _SHOWN - 1] + "…"


def _may_lack(element: str) -> bool:
    return _GAP.fullmatch(element) is not None or (len(element) > 1 and element.endswith("?"))


def _faults(element: str) -> Iterator[str]:
    if element in _ALONE:
        yield f"`{element}` stands alone; {_ALONE[element]}"
        return
    if element.startswith("*") and not _GAP.fullmatch(element):
        yield f"`{element}` is no gap; a gap is a star and a number up to 999 between words, such as `*3`"
    if element.startswith("|") or element.endswith("|") or "||" in element:
        yield f"`{_short(element)}`: an alternative is empty; `|` joins words, such as `call|ring`"
    for part in element.removesuffix("?").split("|"):
        if re.search(r"<[a-z]|[a-z]>", part) and not _CLASS.fullmatch(part):
            yield f"`{_short(part)}`: a word class has both brackets and nothing beside them, such as `<pay>`"
        yield from _kind_faults(part)


def _kind_faults(part: str) -> Iterator[str]:
    kind, _, reference = part.partition("-<")
    if kind in TOKEN_KINDS or not (kind.isupper() and kind.isalpha()):
        return
    near = get_close_matches(kind, TOKEN_KINDS, n=1, cutoff=0.8)
    if near:
        yield f"`{kind}` is no kind of token; is it `{near[0]}`? Words are written in small letters"
    elif reference:
        yield f"`{kind}` is no kind of token; known are {', '.join(sorted(TOKEN_KINDS))}"
