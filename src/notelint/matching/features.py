"""What of a sentence is weighed: its words, a few in a row, and who does or asks what.

A feature has a name, for people and for `weights.json`, and a key, a number that is made of the hashes of the words of
its name. The names are made for the few sentences that are explained, the keys for all that are judged, since to make
a text of every three words took longer than to look up what they are worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from notelint.language.hashing import hashed
from notelint.types import Sentence, Token

CONTENT = frozenset({"NOUN", "ADJ", "VERB", "ADV"})
_VERBS = frozenset({"VERB", "AUX"})
_SIGNS = frozenset({"PUNCT", "SYM"})
STAND_INS = {"PROPN": "NAME", "NUM": "NUMBER"}
MARKS = frozenset({"!", "?"})
STEP, LONGEST = 6, 6  # words a step of length, and the last step
START, AROUND, END = "<", "…", ">"
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, and its bits are well mixed
SPARE = np.uint64(12)  # bits of a hash that a key gives up, for the number of a passage

Passage = tuple[Sentence, frozenset[int] | None]
"""A sentence, and those of its tokens that are weighed; None for all."""


def features(sentence: Sentence, part: frozenset[int] | None = None) -> set[str]:
    """The names of the features of a sentence, or of some of its tokens, each once.

    A word is its lemma; two or three words stand side by side; `=any … =yet` are two words as they are written,
    side by side or around another, `<` and `>` the ends; `writer: need` is a content word in a clause of the writer's,
    `request: salary` one in a request; `writer request`, `process negative past` and `reader must request` tell of a
    clause as a whole. `first: could` is the first word, and `length 2` the number of words in steps of six.
    """
    words, forms = _words(sentence, part), _forms(sentence, part)
    found = {*words, length(len(words)), f"first: {words[0] if words else ''}"}
    found.update(map(" ".join, pairwise(words)))
    found.update(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
    found.update(map(" ".join, pairwise(forms)))
    found.update(map(f" {AROUND} ".join, zip(forms[1:-1], forms[3:-1], strict=False)))
    tokens = sentence.tokens
    for clause in sentence.clauses:
        if part is not None and clause.head not in part:
            continue
        who, act = clause.who, clause.act
        found.update(of_clause(who, act, clause.polarity, clause.time, clause.modal))
        found.add(f"{who}: {tokens[clause.head].lemma} {clause.polarity}")
        for i in clause.own:
            if tokens[i].pos in CONTENT and (part is None or i in part):
                found.add(f"{who}: {tokens[i].lemma}")
                found.add(f"{act}: {tokens[i].lemma}")
    return found


def keys(names: Sequence[str]) -> np.ndarray:
    """The keys of features by their names, in order."""
    return hashes_of(names) >> SPARE


def hashes_of(names: Sequence[str]) -> np.ndarray:
    """The same before bits are given up."""
    split = [name.split(" ") for name in names]
    counts = np.array([len(words) for words in split], np.intp)
    hashes = hashed([word for words in split for word in words])
    starts = counts.cumsum() - counts
    found = hashes[starts]
    for place in range(1, int(counts.max(initial=1))):
        longer = counts > place
        found[longer] = chained(found[longer], hashes[starts[longer] + place])
    return found


def chained(first: np.ndarray, *others: np.ndarray) -> np.ndarray:
    """The hashes of words put together."""
    for each in others:
        first = first * _FACTOR + each
    return first


def _words(sentence: Sentence, part: frozenset[int] | None) -> list[str]:
    """The words of a passage; of marks only those of feeling and asking."""
    return [word(token) for token in _taken(sentence, part) if token.pos != "PUNCT" or token.text in MARKS]


def _forms(sentence: Sentence, part: frozenset[int] | None) -> list[str]:
    """The words of a passage as they are written, between its ends."""
    return [START, *["=" + STAND_INS.get(token.pos, token.lower) for token in _taken(sentence, part)], END]


def word(token: Token) -> str:
    """A word as a feature: its lemma; names and numbers count by their kind alone."""
    return STAND_INS.get(token.pos, token.lemma)


def _taken(sentence: Sentence, part: frozenset[int] | None) -> Sequence[Token]:
    return sentence.tokens if part is None else [sentence.tokens[i] for i in sorted(part)]


def length(words: int) -> str:
    """The name of so many words as a feature."""
    return f"length {min(LONGEST, words // STEP)}"


def of_clause(who: str, act: str, polarity: str, time: str, modal: str) -> tuple[str, ...]:
    """The names of what a clause does as a whole."""
    return f"{who} {act}", f"{who} {polarity} {time}", f"{who} {modal or 'plainly'} {act}"


def is_fragment(sentence: Sentence) -> bool:
    """Whether it is a few words without a verb, such as a heading or a cell of a table.

    A question asks something, and a subject says something in few words.
    """
    if sentence.region == "subject":
        return False
    tokens = sentence.tokens
    if any(token.pos in _VERBS or token.text == "?" for token in tokens):
        return False
    return sum(token.pos not in _SIGNS for token in tokens) < STEP
