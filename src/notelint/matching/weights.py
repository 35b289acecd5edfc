"""Learned weights: what the words of a sentence, a few in a row, and who does or asks what are worth together.

A weight is the coefficient of a logistic regression over the labelled corpus, so a sentence above 0 is, in the corpus,
more often than not what its rule looks for. The more features a sentence has, the less each counts: else long sentences
would weigh more for their length alone. Names and numbers count by their kind alone, so that nothing hangs on a
person, a company or a sum.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from typing import NamedTuple

import numpy as np
from msgspec import Struct, field

from notelint.matching.feature_keys import MOST, keys_of
from notelint.matching.features import SPARE, Unit, features, is_fragment, keys, word
from notelint.matching.found import Found
from notelint.matching.lately import Lately
from notelint.matching.parts import parts
from notelint.types import Clause, Sentence, Weighed, Weights

_NORM = 36  # features of a sentence of which each counts in full
_HEAVY = 0.5  # of a main clause by itself: what is asked in one breath with thanks is not let off for the thanks
_DELIVERING = -1.5  # of one by a rule that requires: “I remain interested, and …” counts, whatever else is said there
_HUNDREDTHS = 100  # of a whole: weights are whole hundredths
_NOBODY = 2**64 - 1
_FIRST = 18  # bits of a key that tell about where it stands: a quarter of a million places, one for each key
_REST = np.uint64(64 - int(SPARE) - _FIRST)
_MOST = 1 << 11  # sentences that came last


class WeightIndex(Struct, eq=False):
    """All learned weights by feature.

    Attributes:
        columns: the column of each name in the table.
        base: the weight of a sentence without features, by column.
        keys: those of all features, sorted; behind them the highest number, which is no feature's.
        starts: by the first bits of a key, the place of the first key that begins with them, or with more.
        bounds: of each key the place of its first entry, and behind all keys how many entries there are.
        names: of each entry the column.
        worths: of each entry what the feature counts for that name, in hundredths, so that every sum is exact.
        heavy: by column what a main clause by itself must weigh to be let through by gates.
    """

    columns: dict[str, int] = field(default_factory=dict)
    base: np.ndarray = field(default_factory=lambda: np.zeros(0))
    keys: np.ndarray = field(default_factory=lambda: np.array([_NOBODY], np.uint64))
    starts: np.ndarray = field(default_factory=lambda: _starts(np.array([_NOBODY], np.uint64)))
    bounds: np.ndarray = field(default_factory=lambda: np.zeros(2, np.uint32))
    names: np.ndarray = field(default_factory=lambda: np.zeros(0, np.uint8))
    worths: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int16))
    heavy: tuple[float, ...] = ()

    def rows(self, found: np.ndarray) -> np.ndarray:
        """The places of keys; of one that counts nothing, the last place, which has no entries.

        As keys are hashes, their first bits tell within a few places where one stands. To halve the whole list over
        and over takes twice as long, since that looks all over the memory.
        """
        rows = self.starts.take((found >> _REST).astype(np.intp)).astype(np.intp)
        there = self.keys.take(rows)
        before = (there < found).nonzero()[0]
        while len(before):
            rows[before] += 1
            there[before] = self.keys.take(rows[before])
            before = before[there[before] < found[before]]
        rows[there != found] = len(self.keys) - 1
        return rows

    def entries(self, found: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The entries of keys, one key's after the other's, and how many each has."""
        rows = self.rows(found)
        firsts = self.bounds.take(rows).astype(np.intp)
        counts = self.bounds.take(rows + 1) - firsts
        before = counts.cumsum() - counts
        return np.arange(int(counts.sum())) + (firsts - before).repeat(counts), counts

    def worth(self, found: Sequence[str], name: str) -> list[float]:
        """What each of some features counts for a name, 0 when nothing."""
        entries, counts = self.entries(keys(found))
        own = self.names[entries] == self.columns[name]
        places = np.arange(len(found)).repeat(counts)[own]
        worth: list[float] = np.bincount(places, self.worths[entries[own]] / _HUNDREDTHS, len(found)).tolist()
        return worth


def index(weights: Mapping[str, Weights], requiring: Collection[str] = ()) -> WeightIndex:
    """Put weights, rounded to hundredths, under the keys of their features.

    Args:
        weights: by name, which is that of a rule.
        requiring: the names of rules that require.
    """
    listed = [keys(list(each.features)) for each in weights.values()]
    known = np.unique(np.concatenate([*listed, np.array([_NOBODY], np.uint64)]))
    places = np.concatenate([known.searchsorted(own) for own in listed] or [np.zeros(0, np.intp)])
    numbers = np.arange(len(listed), dtype=np.min_scalar_type(len(listed)))
    names = numbers.repeat([len(own) for own in listed])
    worths = np.rint([worth * _HUNDREDTHS for each in weights.values() for worth in each.features.values()])
    order = places.argsort(kind="stable")
    columns = {name: at for at, name in enumerate(weights)}
    heavy = tuple([_DELIVERING if name in requiring else _HEAVY for name in weights])
    base = np.array([each.base for each in weights.values()])
    bounds = np.array([0, *np.bincount(places, minlength=len(known)).cumsum()], np.uint32)
    return WeightIndex(columns, base, known, _starts(known), bounds, names[order], _narrow(worths[order]), heavy)


def _starts(known: np.ndarray) -> np.ndarray:
    return known.searchsorted(np.arange(1 << _FIRST, dtype=np.uint64) << _REST).astype(np.uint32)


def _narrow(worths: np.ndarray) -> np.ndarray:
    """The same numbers in a quarter of the room, if they fit there: they are read at every start."""
    return worths.astype(np.int16) if np.abs(worths).max(initial=0) <= np.iinfo(np.int16).max else worths


class _Weight(NamedTuple):
    """What a sentence weighs.

    Attributes:
        whole: the sentence, by column.
        parts: the tokens of each of its main clauses, and what that weighs, by column.
    """

    whole: list[float]
    parts: list[tuple[frozenset[int], list[float]]]


class _Weights(NamedTuple):
    """What the sentences of a draft weigh.

    Attributes:
        sentences: of each column what each sentence weighs.
        clauses: of a sentence the tokens of each of its main clauses, and what that weighs, by column.
    """

    sentences: list[list[float]]
    clauses: dict[int, list[tuple[frozenset[int], list[float]]]]


_lately: Lately[_Weight] = Lately(_MOST)


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
        if len(sentence.clauses) == 1:
            return sentence.clauses[0]
        own = {clause.index: sorted({word(sentence.tokens[i]) for i in clause.own}) for clause in sentence.clauses}
        listed = sorted(set().union(*own.values()))
        worth = dict(zip(listed, self._made.worth(listed, name), strict=True))
        return max(sentence.clauses, key=lambda clause: sum(worth[each] for each in own[clause.index]))


def _weighed(made: WeightIndex, drafts: Sequence[Sequence[Sentence]]) -> list[_Weights]:
    """What the sentences of each draft weigh; those that come again are not weighed again."""
    own = {_same(each): each for sentences in drafts for each in sentences}
    known = {key: _lately.take(each, made) for key, each in own.items()}
    new = _weights(made, [each for key, each in own.items() if known[key] is None])
    weights = {key: weight or next(new) for key, weight in known.items()}
    for key, each in own.items():
        _lately.put(each, made, weights[key])
    return [_of_draft([weights[_same(each)] for each in sentences], len(made.columns)) for sentences in drafts]


def _same(sentence: Sentence) -> int:
    """The number of a sentence, or one that comes again: whether the clauses are the same tells."""
    return id(sentence.clauses or sentence)


def _of_draft(weights: Sequence[_Weight], columns: int) -> _Weights:
    by_column = list(map(list, zip(*(weight.whole for weight in weights), strict=True)))
    return _Weights(
        by_column or [[]] * columns, {at: weight.parts for at, weight in enumerate(weights) if weight.parts}
    )


def _weights(made: WeightIndex, sentences: Sequence[Sentence]) -> Iterator[_Weight]:
    """What each sentence weighs."""
    split = [parts(each) for each in sentences]
    units: list[Unit] = []
    for each, own in zip(sentences, split, strict=True):
        units += [(each, None), *((each, part) for part in own)]
    totals = iter(_totals(made, units).tolist())
    for each, own in zip(sentences, split, strict=True):
        whole = next(totals)
        if is_fragment(each):
            whole = [math.nan] * len(whole)  # neither more nor less than anything
        yield _Weight(whole, [(part, next(totals)) for part in own])


def _totals(made: WeightIndex, units: Sequence[Unit]) -> np.ndarray:
    """What units weigh: a row for each, a column for each name."""
    weights = np.zeros((len(units), len(made.columns)))
    for at in range(0, len(units), MOST):
        some = units[at : at + MOST]
        found, number = keys_of(some)
        entries, counts = made.entries(found)
        places = number.repeat(counts).astype(np.intp) * len(made.columns) + made.names[entries]
        sums = np.bincount(places, made.worths[entries], len(some) * len(made.columns))
        shares = [share(count) / _HUNDREDTHS for count in np.bincount(number).tolist()]  # no unit is without features
        weights[at : at + MOST] = made.base + np.array(shares)[:, np.newaxis] * sums.reshape(len(some), -1)
    return weights


def share(count: int) -> float:
    """How much each of so many features counts."""
    return math.sqrt(_NORM / max(count, 1))
