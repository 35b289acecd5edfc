"""The parties of an application: to whom a noun or pronoun belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from notelint.language import lexicon
from notelint.language.lexicon import word_set
from notelint.types import Headers, Who

if TYPE_CHECKING:
    from notelint.language.parsed import Word

_WORD = re.compile(r"\w[\w'&-]*")
_ADDRESS = re.compile(r"<[^>]*>")
_NO_NAMES = word_set("dear hi hello hey good morning afternoon evening and the of to all")
_PEOPLE = word_set("people person woman man lady gentleman colleague nurse guy")
_MET = word_set("meet interview speak talk show see greet welcome")
_WORKED = word_set("work manage train teach lead supervise serve report")
_KNOWN: tuple[tuple[frozenset[str], Who], ...] = (
    (lexicon.WRITER, "writer"),
    (lexicon.READER, "reader"),
    (lexicon.NOBODY, "nobody"),
    (lexicon.EVERYONE, "reader"),
)


class Parties(Struct, frozen=True):
    """The reader's names, lower case: people and company from headers and greeting."""

    reader: frozenset[str] = frozenset()

    @classmethod
    def of(cls, headers: Headers, greeting: str) -> Parties:
        """Collect the names a draft gives: `to`, `company`, `interviewers` and the words of the greeting."""
        texts = [greeting]
        for key in ("to", "company", "interviewers"):
            entry = headers.get(key)
            texts += entry.items if entry else ()
        words = {word.lower() for text in texts for word in _WORD.findall(_ADDRESS.sub("", text))}
        return cls(frozenset(word for word in words if len(word) > 1) - _NO_NAMES)


def classify(token: Word, parties: Parties) -> Who:
    """The party that a noun or pronoun stands for.

    Args:
        token: head of the noun phrase.
        parties: the reader's names.
    """
    lower = token.lower
    for words, who in _KNOWN:
        if lower in words:
            return who
    if any(child.lower == "no" and child.dep == "det" for child in token.children):
        return "nobody"
    inner = _partitive(token)
    if inner is not None:
        return classify(inner, parties)
    if token.pos == "PRON" or lower in lexicon.IT:
        return _pronoun(lower)
    return _noun(token, parties)


def _pronoun(lower: str) -> Who:
    if lower in lexicon.IT:
        return "it"
    return "person" if lower in {"he", "she", "him", "her"} else "third"


def _noun(token: Word, parties: Parties) -> Who:
    lemma = token.lemma
    marks = {child.lower for child in token.children}
    ours = bool(marks & {"my", "our"})
    if _is_employer(token, lemma, marks, parties):
        return "employer"
    if ours and lemma in lexicon.PERSON_NOUNS:
        return "person"
    if lemma in lexicon.PROCESS_NOUNS:
        return "process"
    if ours or "your" in marks:
        return "writer" if ours else "reader"
    return _owner(token, lemma, parties) or _unowned(token, lemma, marks, parties)


def _is_employer(token: Word, lemma: str, marks: set[str], parties: Parties) -> bool:
    if lemma in lexicon.EMPLOYER_ALONE:
        return True
    if lemma not in lexicon.EMPLOYER_NOUNS or "your" in marks or token.lower in parties.reader:
        return False
    return bool(marks & ({"my", "our"} | lexicon.EMPLOYER_MARKS)) or _worked_with(token)


def _owner(token: Word, lemma: str, parties: Parties) -> Who | None:
    """The party of “Maria's team”, “my manager's advice”, “the head of your department”."""
    for child in token.children:
        if child.dep == "poss" and child.pos in {"NOUN", "PROPN"}:
            who = classify(child, parties)
            return who if who not in {"it", "third", "process"} else None
        if child.lower == "of" and lemma in lexicon.READER_ROLES | lexicon.EMPLOYER_NOUNS | _PEOPLE:
            inner = next((other for other in child.children if other.dep == "pobj"), None)
            who = classify(inner, parties) if inner is not None else "third"
            if who in {"reader", "employer"}:
                return who
    return None


def _unowned(token: Word, lemma: str, marks: set[str], parties: Parties) -> Who:
    lower = token.lower
    if lower in parties.reader:
        return "reader"
    if token.pos == "PROPN" or lower in lexicon.TITLES:
        return "person"
    definite = bool(marks & {"the", "this", "whole", "entire"}) or not marks
    theirs = lemma in lexicon.READER_NOUNS and definite and not _worked_with(token)
    hiring = bool(marks & lexicon.HIRING) and lemma in lexicon.READER_ROLES
    if hiring or theirs or (lemma in _PEOPLE and _met(token)):
        return "reader"
    return "person" if lemma in lexicon.PERSON_NOUNS else "third"


def _relative_verbs(token: Word) -> list[Word]:
    return [child for child in token.children if child.dep in {"relcl", "acl"}]


def _met(token: Word) -> bool:
    return any(verb.lemma in _MET for verb in _relative_verbs(token))


def _worked_with(token: Word) -> bool:
    """“The manager I worked under”."""
    return any(
        verb.lemma in _WORKED and any(child.lower in lexicon.WRITER for child in verb.children)
        for verb in _relative_verbs(token)
    )


def _partitive(token: Word) -> Word | None:
    if token.lower not in lexicon.PARTITIVES and token.lemma not in lexicon.PARTITIVES:
        return None
    for child in token.children:
        if child.lower == "of":
            return next((inner for inner in child.children if inner.dep == "pobj"), None)
    return None
