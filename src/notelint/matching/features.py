"""What of a sentence is weighed: its words, a few in a row, and who does or asks what.

A feature has a name, for people and for `weights.json`, and a key, a number that is made of the hashes of the words of
its name. The names are made for the few sentences that are explained, the keys for all that are judged, since to make
a text of every three words took longer than to look up what they are worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from notelint.language.hashing import hashed
from notelint.types import Sentence, Token

_CONTENT = frozenset({"NOUN", "ADJ", "VERB", "ADV"})
_VERBS = frozenset({"VERB", "AUX"})
_SIGNS = frozenset({"PUNCT", "SYM"})
_KINDS = {"PROPN": "NAME", "NUM": "NUMBER"}
_MARKS = frozenset({"!", "?"})
_STEP, _LONGEST = 6, 6  # words a step of length, and the last step
_START, _AROUND, _END = "<", "…", ">"
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, and its bits are well mixed
_SPARE = np.uint64(12)  # bits of a hash that are given up, for the number of a unit
MOST = 1 << int(_SPARE)  # units at once

Unit = tuple[Sentence, frozenset[int] | None]
"""A sentence, and those of its tokens that are weighed; None for all."""


def features(sentence: Sentence, part: frozenset[int] | None = None) -> set[str]:
    """The names of the features of a sentence, or of some of its tokens, each once.

    A word is its lemma; two or three words stand side by side; `=any … =yet` are two words as they are written,
    side by side or around another, `<` and `>` the ends; `writer: need` is a content word in a clause of the writer's,
    `request: salary` one in a request; `writer request`, `process negative past` and `reader must request` tell of a
    clause as a whole. `first: could` is the first word, and `length 2` the number of words in steps of six.
    """
    words, forms = _words(sentence, part), _forms(sentence, part)
    found = {*words, _length(words), f"first: {words[0] if words else ''}"}
    found.update(map(" ".join, pairwise(words)))
    found.update(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
    found.update(map(" ".join, pairwise(forms)))
    found.update(map(f" {_AROUND} ".join, zip(forms[1:-1], forms[3:-1], strict=False)))
    tokens = sentence.tokens
    for clause in sentence.clauses:
        if part is not None and clause.head not in part:
            continue
        who, act = clause.who, clause.act
        found.update(_of_clause(who, act, clause.polarity, clause.time, clause.modal))
        found.add(f"{who}: {tokens[clause.head].lemma} {clause.polarity}")
        for i in clause.own:
            if tokens[i].pos in _CONTENT and (part is None or i in part):
                found.add(f"{who}: {tokens[i].lemma}")
                found.add(f"{act}: {tokens[i].lemma}")
    return found


def keys(names: Sequence[str]) -> np.ndarray:
    """The keys of features by their names, in order."""
    split = [name.split(" ") for name in names]
    counts = np.array([len(words) for words in split], np.intp)
    hashes = hashed([word for words in split for word in words])
    starts = counts.cumsum() - counts
    found = hashes[starts]
    for place in range(1, int(counts.max(initial=1))):
        longer = counts > place
        found[longer] = _chained(found[longer], hashes[starts[longer] + place])
    return found >> _SPARE


def keys_of(units: Sequence[Unit]) -> tuple[np.ndarray, np.ndarray]:
    """The keys of the features of at most `MOST` units, in order, and the number of the unit of each; each once.

    Raises:
        ValueError: there are more.
    """
    if len(units) > MOST:
        raise ValueError(f"{len(units)} units at once; there is room for {MOST}")
    row, made = _Row(), _Clauses()
    words: list[str] = []
    forms: list[str] = []
    for number, (sentence, part) in enumerate(units):
        own, written = _words(sentence, part), _forms(sentence, part)
        row.add(len(own), len(written))
        words += own
        forms += written
        made.add(number, sentence, part, own)
    found = [*row.of_words(hashed(words)), *row.of_forms(hashed(forms)), *made.found()]
    both = np.concatenate([key >> _SPARE << _SPARE | number for key, number in found])
    both.sort()
    is_new = np.ones(len(both), bool)
    np.not_equal(both[1:], both[:-1], out=is_new[1:])
    both = both[is_new]
    return both >> _SPARE, (both & np.uint64(MOST - 1)).astype(np.uint16)


_Found = tuple[np.ndarray, np.ndarray]
"""Keys, and the number of the unit of each."""


class _Row:
    """Words in a row, of several units one after the other."""

    def __init__(self) -> None:
        self._words: list[int] = []
        self._forms: list[int] = []

    def add(self, words: int, forms: int) -> None:
        """Another unit has so many words, and so many forms with its ends."""
        self._words.append(words)
        self._forms.append(forms)

    def of_words(self, hashes: np.ndarray) -> list[_Found]:
        """One, two, three of them."""
        units = _numbered(self._words)
        pairs = _chained(hashes[:-1], hashes[1:])
        two, three = units[1:] == units[:-1], units[2:] == units[:-2]
        triples = _chained(pairs[:-1], hashes[2:])
        return [(hashes, units), (pairs[two], units[1:][two]), (triples[three], units[2:][three])]

    def of_forms(self, hashes: np.ndarray) -> list[_Found]:
        """Two of them, side by side or around another; the ends stand around nothing."""
        units = _numbered(self._forms)
        pairs = _chained(hashes[:-1], hashes[1:])
        around = _chained(hashes[1:-3], _hash(_AROUND), hashes[3:-1])
        two, inside = units[1:] == units[:-1], units[4:] == units[:-4]
        return [(pairs[two], units[1:][two]), (around[inside], units[4:][inside])]


class _Clauses:
    """The keys of what clauses do, and of a unit as a whole, before they are put together."""

    def __init__(self) -> None:
        self._whole: list[np.uint64] = []
        self._whole_in: list[int] = []
        self._before: list[np.uint64] = []
        self._words: list[str] = []
        self._words_in: list[int] = []
        self._heads: list[int] = []  # those of the words that are the head of a clause
        self._after: list[np.uint64] = []

    def add(self, number: int, sentence: Sentence, part: frozenset[int] | None, words: Sequence[str]) -> None:
        """Another unit with its words."""
        tokens = sentence.tokens
        self._add(number, _hash("first:"), words[0] if words else "")
        self._whole.append(_key(_length(words)))
        self._whole_in.append(number)
        for clause in sentence.clauses:
            if part is not None and clause.head not in part:
                continue
            who, act = clause.who, clause.act
            doing = _keys_of_clause(who, act, clause.polarity, clause.time, clause.modal)
            self._whole += doing
            self._whole_in += [number] * len(doing)
            by, to = _hash(f"{who}:"), _hash(f"{act}:")
            self._heads.append(len(self._words))
            self._after.append(_hash(clause.polarity))
            own = [tokens[i].lemma for i in clause.own if tokens[i].pos in _CONTENT and (part is None or i in part)]
            self._add(number, by, tokens[clause.head].lemma, *own)
            self._add(number, to, *own)

    def _add(self, number: int, before: np.uint64, *words: str) -> None:
        self._before += [before] * len(words)
        self._words += words
        self._words_in += [number] * len(words)

    def found(self) -> list[_Found]:
        """All of them."""
        both = _chained(np.array(self._before, np.uint64), hashed(self._words))
        units, heads = np.array(self._words_in, np.uint64), np.array(self._heads, np.intp)
        own = np.ones(len(both), bool)
        own[heads] = False  # the head's lemma counts with what becomes of it
        done = _chained(both[heads], np.array(self._after, np.uint64))
        whole = np.array(self._whole, np.uint64), np.array(self._whole_in, np.uint64)
        return [(both[own], units[own]), (done, units[heads]), whole]


def _words(sentence: Sentence, part: frozenset[int] | None) -> list[str]:
    """The words of a unit; of marks only those of feeling and asking."""
    tokens = _taken(sentence, part)
    named = _KINDS.get  # as in `word`, which is not called for each, as all words of all drafts come by here
    return [named(token.pos, token.lemma) for token in tokens if token.pos != "PUNCT" or token.text in _MARKS]


def _forms(sentence: Sentence, part: frozenset[int] | None) -> list[str]:
    """The words of a unit as they are written, between its ends."""
    return [_START, *["=" + _KINDS.get(token.pos, token.lower) for token in _taken(sentence, part)], _END]


def word(token: Token) -> str:
    """A word as a feature: its lemma; names and numbers count by their kind alone."""
    return _KINDS.get(token.pos, token.lemma)


def _taken(sentence: Sentence, part: frozenset[int] | None) -> Sequence[Token]:
    return sentence.tokens if part is None else [sentence.tokens[i] for i in sorted(part)]


def _length(words: Sequence[str]) -> str:
    return f"length {min(_LONGEST, len(words) // _STEP)}"


def _of_clause(who: str, act: str, polarity: str, time: str, modal: str) -> tuple[str, ...]:
    """The names of what a clause does as a whole."""
    return f"{who} {act}", f"{who} {polarity} {time}", f"{who} {modal or 'plainly'} {act}"


@lru_cache(1 << 14)
def _keys_of_clause(*slots: str) -> tuple[np.uint64, ...]:
    return tuple(_key(name) for name in _of_clause(*slots))


@lru_cache(1 << 10)
def _key(name: str) -> np.uint64:
    """The key of a feature, with room for the number of a unit."""
    return np.uint64(keys([name])[0] << _SPARE)


@lru_cache(1 << 10)
def _hash(text: str) -> np.uint64:
    return np.uint64(hashed([text])[0])


def _chained(first: np.ndarray, *others: np.ndarray | np.uint64) -> np.ndarray:
    """The hashes of words put together."""
    for each in others:
        first = first * _FACTOR + each
    return first


def _numbered(counts: Sequence[int]) -> np.ndarray:
    """Of each of the things of several units the number of its unit."""
    return np.repeat(np.arange(len(counts), dtype=np.uint64), counts)


def is_fragment(sentence: Sentence) -> bool:
    """Whether it is a few words without a verb, such as a heading or a cell of a table; a question asks something."""
    tokens = sentence.tokens
    if any(token.pos in _VERBS or token.text == "?" for token in tokens):
        return False
    return sum(token.pos not in _SIGNS for token in tokens) < _STEP
