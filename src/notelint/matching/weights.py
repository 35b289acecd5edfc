"""Learned weights: what the words of a sentence, a few in a row, and who does or asks what are worth together.

A weight is the coefficient of a logistic regression over the labelled corpus, so a sentence above 0 is, in the corpus,
more often than not what its rule looks for. The more features a sentence has, the less each counts: else long sentences
would weigh more for their length alone. Names and numbers count by their kind alone, so that nothing hangs on a
person, a company or a sum.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from msgspec import Struct, field

from notelint.language.hashing import hashed
from notelint.matching.found import Found
from notelint.matching.parts import parts
from notelint.types import Clause, Sentence, Token, Weighed, Weights

_CONTENT = frozenset({"NOUN", "ADJ", "VERB", "ADV"})
_VERBS = frozenset({"VERB", "AUX"})
_SIGNS = frozenset({"PUNCT", "SYM"})
_KINDS = {"PROPN": "NAME", "NUM": "NUMBER"}
_MARKS = frozenset({"!", "?"})
_STEP, _LONGEST = 6, 6  # words a step of length, and the last step
_NORM = 36  # features of a sentence of which each counts in full
_HEAVY = 0.5  # of a main clause by itself: what is asked in one breath with thanks is not let off for the thanks
_PARTS = 100  # of a whole: weights are whole hundredths
_DIGITS = 6  # of a sum of hundredths: what is beyond comes of the order in which they are added
_NOBODY = 2**64 - 1


class WeightIndex(Struct, eq=False):
    """All learned weights by feature.

    Attributes:
        columns: the column of each name in the table.
        base: the weight of a sentence without features, by column.
        keys: the hashes of all features, sorted; behind them the highest number, which is no feature's.
        table: a row for each key: what its feature counts for each name, in hundredths, so that every sum is exact.
    """

    columns: dict[str, int] = field(default_factory=dict)
    base: np.ndarray = field(default_factory=lambda: np.zeros(0))
    keys: np.ndarray = field(default_factory=lambda: np.array([_NOBODY], np.uint64))
    table: np.ndarray = field(default_factory=lambda: np.zeros((1, 0), np.int16))

    def rows(self, found: Collection[str]) -> np.ndarray:
        """The rows of features in the table; of one that counts nothing, the last row, which is all zeros."""
        wanted = hashed(found)
        near = self.keys.searchsorted(wanted)
        return np.where(self.keys[near] == wanted, near, len(self.keys) - 1)

    def worth(self, found: Sequence[str], name: str) -> list[float]:
        """What each of some features counts for a name, 0 when nothing."""
        worth: list[float] = (self.table[self.rows(found), self.columns[name]] / _PARTS).tolist()
        return worth


def index(weights: Mapping[str, Weights]) -> WeightIndex:
    """Put weights, rounded to hundredths, under the hashes of their features."""
    listed = [hashed(each.features) for each in weights.values()]
    keys = np.unique(np.concatenate([*listed, np.array([_NOBODY], np.uint64)]))
    table = np.zeros((len(keys), len(listed)), np.int64)
    for column, (each, own) in enumerate(zip(weights.values(), listed, strict=True)):
        worth = np.fromiter(each.features.values(), float, len(own))
        table[keys.searchsorted(own), column] = np.rint(worth * _PARTS)
    columns = {name: at for at, name in enumerate(weights)}
    return WeightIndex(columns, np.array([each.base for each in weights.values()]), keys, _narrow(table))


def _narrow(table: np.ndarray) -> np.ndarray:
    """The same numbers in a quarter of the room, if they fit there: the table is read at every start."""
    return table.astype(np.int16) if np.abs(table).max(initial=0) <= np.iinfo(np.int16).max else table


class Scales:
    """Weighs the sentences of one draft, all of them when the first is asked for.

    Args:
        made: all weights.
        sentences: those of the draft, in order.
    """

    def __init__(self, made: WeightIndex, sentences: Sequence[Sentence]) -> None:
        self._made = made
        self._sentences = sentences
        self._ranges: dict[tuple[str, float, float], frozenset[int]] = {}
        self._parts: dict[int, list[tuple[frozenset[int], np.ndarray]]] = {}

    def weight(self, sentence: Sentence, name: str) -> float:
        """What a sentence weighs: the base, and all its features; no number when it is too short to be weighed."""
        return float(self._weighed[sentence.index, self._made.columns[name]])

    def within(self, name: str, least: float, below: float) -> frozenset[int]:
        """The numbers of the sentences that weigh at least one weight and less than another."""
        key = name, least, below
        known = self._ranges.get(key)
        if known is None:
            column = self._weighed[:, self._made.columns[name]]
            known = self._ranges[key] = frozenset(np.flatnonzero((column >= least) & (column < below)).tolist())
        return known

    def has_heavy_part(self, number: int, gate: Weighed, first: int = 0, last: int | None = None) -> bool:
        """Whether a main clause with one of some tokens weighs so much by itself that a gate lets it through.

        Args:
            number: of the sentence.
            gate: strikes what weighs `below` something; another never does.
            first: token, and
            last: the one behind the last; None: to the end.
        """
        if gate.below == math.inf:
            return False
        if number not in self._parts:
            sentence = self._sentences[number]
            self._parts[number] = [(part, self._of_part(features(sentence, part))) for part in parts(sentence)]
        column, stop = self._made.columns[gate.weighs], len(self._sentences[number].tokens) if last is None else last
        touched = (row for part, row in self._parts[number] if any(first <= i < stop for i in part))
        return any(row[column] >= _HEAVY for row in touched)

    def outweighs(self, gate: Weighed, hit: Found) -> bool:
        """The same of the tokens of a hit."""
        return self.has_heavy_part(hit.sentence, gate, hit.first, hit.last)

    def _of_part(self, found: set[str]) -> np.ndarray:
        return self._total(share(len(found)), self._made.table[self._made.rows(found)].sum(axis=0))

    def _total(self, shares: float | np.ndarray, sums: np.ndarray) -> np.ndarray:
        weights: np.ndarray = self._made.base + shares * (sums / _PARTS)
        return weights

    @cached_property
    def _weighed(self) -> np.ndarray:
        """A row for each sentence, a column for each name."""
        made = self._made
        listed = [features(sentence) for sentence in self._sentences]
        counts = [len(each) for each in listed]
        rows = made.rows([feature for each in listed for feature in each])
        starts = np.cumsum([0, *counts[:-1]])  # no sentence is without features
        sums = np.add.reduceat(made.table.take(rows, axis=0), starts, dtype=np.int64)
        weights = self._total(np.array([share(count) for count in counts])[:, np.newaxis], sums)
        weights[[is_fragment(sentence) for sentence in self._sentences]] = np.nan  # neither more nor less than anything
        return weights

    def telling(self, sentence: Sentence, name: str) -> list[tuple[str, float]]:
        """The features of a sentence that count, those that count most first."""
        listed = list(features(sentence))
        worth = zip(listed, self._made.worth(listed, name), strict=True)
        found = [(feature, share(len(listed)) * each) for feature, each in worth if each]
        return sorted(found, key=lambda pair: (-abs(pair[1]), pair[0]))

    def heaviest(self, sentence: Sentence, name: str) -> Clause:
        """The clause whose own words count most."""

        def worth(clause: Clause) -> float:
            words = {_word(sentence.tokens[i]) for i in clause.own}
            return round(sum(self._made.worth(list(words), name)), _DIGITS)  # whatever their order in the set

        return max(sentence.clauses, key=worth)


def is_fragment(sentence: Sentence) -> bool:
    """Whether it is a few words without a verb, such as a heading or a cell of a table; a question asks something."""
    tokens = sentence.tokens
    if any(token.pos in _VERBS or token.text == "?" for token in tokens):
        return False
    return sum(token.pos not in _SIGNS for token in tokens) < _STEP


def share(count: int) -> float:
    """How much each of so many features counts."""
    return math.sqrt(_NORM / max(count, 1))


def features(sentence: Sentence, part: frozenset[int] | None = None) -> set[str]:
    """The features of a sentence, or of some of its tokens, each once.

    A word is its lemma; two or three words stand side by side; `forms: any … yet` are two words as they are written
    around another, `<` and `>` the ends; `writer: need` is a content word in a clause of the writer's,
    `request: salary` one in a request; `writer request`, `process negative past` and `reader must request` tell of a
    clause as a whole. `first: could` is the first word, and `length 2` the number of words in steps of six.
    """
    tokens = sentence.tokens
    taken = tokens if part is None else [tokens[i] for i in sorted(part)]
    words = [_word(token) for token in taken if token.pos != "PUNCT" or token.text in _MARKS]
    forms = [_KINDS.get(token.pos, token.lower) for token in taken]
    found = set(words)
    found.update(f"{one} {two}" for one, two in pairwise(words))
    found.update(f"{one} {two} {three}" for one, two, three in zip(words, words[1:], words[2:], strict=False))
    found.update(f"forms: {one} {two}" for one, two in pairwise(("<", *forms, ">")))
    found.update(f"forms: {one} … {two}" for one, two in zip(forms, forms[2:], strict=False))
    found.update((f"length {min(_LONGEST, len(words) // _STEP)}", f"first: {words[0] if words else ''}"))
    for clause in sentence.clauses:
        if part is not None and clause.head not in part:
            continue
        who, act = clause.who, clause.act
        found.add(f"{who} {act}")
        found.add(f"{who} {clause.polarity} {clause.time}")
        found.add(f"{who} {clause.modal or 'plainly'} {act}")
        found.add(f"{who}: {tokens[clause.head].lemma} {clause.polarity}")
        for i in clause.own:
            if tokens[i].pos in _CONTENT and (part is None or i in part):
                found.add(f"{who}: {tokens[i].lemma}")
                found.add(f"{act}: {tokens[i].lemma}")
    return found


def _word(token: Token) -> str:
    return _KINDS.get(token.pos, token.lemma)
