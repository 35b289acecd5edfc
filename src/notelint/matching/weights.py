"""Learned weights: what the words of a sentence, a few in a row, and who does or asks what are worth together.

A weight is the coefficient of a logistic regression over the labelled corpus, so a sentence above 0 is, in the corpus,
more often than not what its rule looks for. The more features a sentence has, the less each counts: else long sentences
would weigh more for their length alone. Names and numbers count by their kind alone, so that nothing hangs on a
person, a company or a sum.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, cached_property, partial
from typing import NamedTuple

import numpy as np
from msgspec import Struct, field

from notelint.matching.features import MOST, Unit, features, is_fragment, keys, keys_of, word
from notelint.matching.found import Found
from notelint.matching.parts import parts
from notelint.types import Clause, Sentence, Weighed, Weights

_NORM = 36  # features of a sentence of which each counts in full
_HEAVY = 0.5  # of a main clause by itself: what is asked in one breath with thanks is not let off for the thanks
_DELIVERING = -1.5  # of one by a rule that requires: “I remain interested, and …” counts, whatever else is said there
_HUNDREDTHS = 100  # of a whole: weights are whole hundredths
_NOBODY = 2**64 - 1


class WeightIndex(Struct, eq=False):
    """All learned weights by feature.

    Attributes:
        columns: the column of each name in the table.
        base: the weight of a sentence without features, by column.
        keys: those of all features, sorted; behind them the highest number, which is no feature's.
        table: a row for each key: what its feature counts for each name, in hundredths, so that every sum is exact.
        heavy: by column what a main clause by itself must weigh to be let through by gates.
    """

    columns: dict[str, int] = field(default_factory=dict)
    base: np.ndarray = field(default_factory=lambda: np.zeros(0))
    keys: np.ndarray = field(default_factory=lambda: np.array([_NOBODY], np.uint64))
    table: np.ndarray = field(default_factory=lambda: np.zeros((1, 0), np.int16))
    heavy: tuple[float, ...] = ()

    def rows(self, found: np.ndarray) -> np.ndarray:
        """The rows of keys in the table; of one that counts nothing, the last row, which is all zeros.

        Args:
            found: the keys; when they are in order, each is found near the last.
        """
        rows = self.keys.searchsorted(found)
        rows[self.keys[rows] != found] = len(self.keys) - 1
        return rows

    def worth(self, found: Sequence[str], name: str) -> list[float]:
        """What each of some features counts for a name, 0 when nothing."""
        worth: list[float] = (self.table[self.rows(keys(found)), self.columns[name]] / _HUNDREDTHS).tolist()
        return worth


def index(weights: Mapping[str, Weights], requiring: Collection[str] = ()) -> WeightIndex:
    """Put weights, rounded to hundredths, under the keys of their features.

    Args:
        weights: by name, which is that of a rule.
        requiring: the names of rules that require.
    """
    listed = [keys(list(each.features)) for each in weights.values()]
    known = np.unique(np.concatenate([*listed, np.array([_NOBODY], np.uint64)]))
    table = np.zeros((len(known), len(listed)), np.int64)
    for column, (each, own) in enumerate(zip(weights.values(), listed, strict=True)):
        worth = np.fromiter(each.features.values(), float, len(own))
        table[known.searchsorted(own), column] = np.rint(worth * _HUNDREDTHS)
    columns = {name: at for at, name in enumerate(weights)}
    heavy = tuple([_DELIVERING if name in requiring else _HEAVY for name in weights])
    return WeightIndex(columns, np.array([each.base for each in weights.values()]), known, _narrow(table), heavy)


def _narrow(table: np.ndarray) -> np.ndarray:
    """The same numbers in a quarter of the room, if they fit there: the table is read at every start."""
    return table.astype(np.int16) if np.abs(table).max(initial=0) <= np.iinfo(np.int16).max else table


class _Weights(NamedTuple):
    """What the sentences of a draft weigh.

    Attributes:
        sentences: of each column what each sentence weighs.
        clauses: of a sentence the tokens of each of its main clauses, and what that weighs, by column.
    """

    sentences: list[list[float]]
    clauses: dict[int, list[tuple[frozenset[int], list[float]]]]


class Scales:
    """Weighs the sentences of one draft and their main clauses, all of them when the first is asked for.

    Args:
        made: all weights.
        sentences: those of the draft, in order.
        weigh: what weighs them, where drafts are weighed together.
    """

    def __init__(
        self, made: WeightIndex, sentences: Sequence[Sentence], weigh: Callable[[], _Weights] | None = None
    ) -> None:
        self._made = made
        self._weigh = weigh or (lambda: _weighed(made, [sentences])[0])
        self._ranges: dict[tuple[str, float, float], frozenset[int]] = {}

    @classmethod
    def all_of(cls, made: WeightIndex, drafts: Sequence[Sequence[Sentence]]) -> list[Scales]:
        """The scales of several drafts, weighed together when the first is asked, in a fifth less time than one by one.

        Args:
            made: all weights.
            drafts: the sentences of each.
        """
        together = cache(partial(_weighed, made, drafts))

        def weighed(at: int) -> _Weights:
            return together()[at]

        return [cls(made, sentences, partial(weighed, at)) for at, sentences in enumerate(drafts)]

    def weight(self, sentence: Sentence, name: str) -> float:
        """What a sentence weighs: the base, and all its features; no number when it is too short to be weighed."""
        return self._column(name)[sentence.index]

    def within(self, name: str, least: float, below: float) -> frozenset[int]:
        """The numbers of the sentences that weigh at least one weight and less than another."""
        key = name, least, below
        known = self._ranges.get(key)
        if known is None:
            among = enumerate(self._column(name))
            known = self._ranges[key] = frozenset([at for at, weight in among if least <= weight < below])
        return known

    def struck(self, gate: Weighed) -> frozenset[int]:
        """The numbers of the sentences in which a gate strikes whatever is found there."""
        light = self.within(gate.weighs, gate.at_least, gate.below)
        return light if gate.below == math.inf else light - self._with_heavy_part(gate.weighs)

    def outweighs(self, gate: Weighed, hit: Found) -> bool:
        """Whether a main clause with a word of the hit weighs so much by itself that a gate lets it through.

        A gate strikes what weighs `below` something; another never lets anything through.
        """
        if gate.below == math.inf or hit.sentence not in self._with_heavy_part(gate.weighs):
            return False
        column, touched = self._made.columns[gate.weighs], range(hit.first, hit.last)
        heavy = self._made.heavy[column]
        return any(
            weights[column] >= heavy and not part.isdisjoint(touched)
            for part, weights in self._weights.clauses[hit.sentence]
        )

    def _with_heavy_part(self, name: str) -> frozenset[int]:
        """The numbers of the sentences of which a main clause by itself is heavy."""
        return self._heavy[self._made.columns[name]]

    @cached_property
    def _heavy(self) -> list[frozenset[int]]:
        """The same by column."""
        clauses = self._weights.clauses.items()
        return [
            frozenset([number for number, each in clauses if any(weights[column] >= heavy for _, weights in each)])
            for column, heavy in enumerate(self._made.heavy)
        ]

    def _column(self, name: str) -> list[float]:
        """What each sentence weighs."""
        return self._weights.sentences[self._made.columns[name]]

    @cached_property
    def _weights(self) -> _Weights:
        return self._weigh()

    def telling(self, sentence: Sentence, name: str) -> list[tuple[str, float]]:
        """The features of a sentence that count, those that count most first."""
        listed = list(features(sentence))
        worth = zip(listed, self._made.worth(listed, name), strict=True)
        found = [(feature, share(len(listed)) * each) for feature, each in worth if each]
        return sorted(found, key=lambda pair: (-abs(pair[1]), pair[0]))

    def heaviest(self, sentence: Sentence, name: str) -> Clause:
        """The clause whose own words count most."""

        def worth(clause: Clause) -> float:
            words = sorted({word(sentence.tokens[i]) for i in clause.own})
            return sum(self._made.worth(words, name))  # whatever their order in the set

        return max(sentence.clauses, key=worth)


def _weighed(made: WeightIndex, drafts: Sequence[Sequence[Sentence]]) -> list[_Weights]:
    """What the sentences of each draft weigh."""
    clauses = [[(each, part) for each in sentences for part in parts(each)] for sentences in drafts]
    units: list[Unit] = []
    for sentences, split in zip(drafts, clauses, strict=True):
        units += [(each, None) for each in sentences]
        units += split
    totals = _totals(made, units)
    light = [at for at, (each, part) in enumerate(units) if part is None and is_fragment(each)]
    totals[light] = np.nan  # neither more nor less than anything
    found, at = [], 0
    for sentences, split in zip(drafts, clauses, strict=True):
        middle, end = at + len(sentences), at + len(sentences) + len(split)
        weights = _Weights(totals[at:middle].T.tolist(), {})
        for (sentence, part), each in zip(split, totals[middle:end].tolist(), strict=True):
            weights.clauses.setdefault(sentence.index, []).append((part, each))
        found.append(weights)
        at = end
    return found


def _totals(made: WeightIndex, units: Sequence[Unit]) -> np.ndarray:
    """What units weigh: a row for each, a column for each name."""
    weights = np.zeros((len(units), len(made.columns)))
    for at in range(0, len(units), MOST):
        found, number = keys_of(units[at : at + MOST])
        counts = np.bincount(number)  # no unit is without features
        rows = made.rows(found)[number.argsort(kind="stable")]
        sums = np.add.reduceat(made.table.take(rows, axis=0), counts.cumsum() - counts, dtype=np.int64)
        shares = np.array([share(count) / _HUNDREDTHS for count in counts.tolist()])
        weights[at : at + MOST] = made.base + shares[:, np.newaxis] * sums
    return weights


def share(count: int) -> float:
    """How much each of so many features counts."""
    return math.sqrt(_NORM / max(count, 1))
