"""The index of learned weights: what a feature counts for each name, found by the feature's key."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct, field

from notelint.matching.features import SPARE, keys
from notelint.matching.lately import Lately
from notelint.types import Weights

HUNDREDTHS = 100  # of a whole: weights are whole hundredths
_HEAVY = 0.5  # of a part by itself: what is asked in one breath with thanks is not let off for the thanks
_DELIVERING = -1.5  # of one by a rule that requires: “I remain interested, and …” counts, whatever else is said there
_DISCOUNT = 2.0  # of a part: long sentences of authors left out are found in 70 of 100 cases by it, in 59 without
_MOST = 1 << 11  # sentences that came last
_NOBODY = 2**64 - 1
_FIRST = 18  # bits of a key that tell about where it stands: a quarter of a million places, one for each key
_REST = np.uint64(64 - int(SPARE) - _FIRST)


class Weight(NamedTuple):
    """What a sentence weighs, which nobody changes.

    Attributes:
        whole: the sentence, by column.
        parts: the tokens of each of its parts, and what that weighs, by column.
    """

    whole: list[float]
    parts: list[tuple[frozenset[int], list[float]]]


class WeightIndex(Struct, eq=False):
    """All learned weights by feature.

    Attributes:
        columns: the column of each name.
        base: the weight of a sentence without features, by column.
        keys: those of all features, sorted; behind them the highest number, which is no feature's.
        starts: by the first bits of a key, the place of the first key that begins with them, or with more.
        bounds: of each key the place of its first entry, and behind all keys how many entries there are.
        names: of each entry the column.
        worths: of each entry what the feature counts for that name, in hundredths, so that every sum is exact.
        heavy: by column what a part by itself must weigh to be let through by gates.
        discount: by column how much less than its heaviest part a sentence weighs at least.
        lately: what the sentences weigh that came last.
    """

    columns: dict[str, int] = field(default_factory=dict)
    base: np.ndarray = field(default_factory=lambda: np.zeros(0))
    keys: np.ndarray = field(default_factory=lambda: np.array([_NOBODY], np.uint64))
    starts: np.ndarray = field(default_factory=lambda: _starts(np.array([_NOBODY], np.uint64)))
    bounds: np.ndarray = field(default_factory=lambda: np.zeros(2, np.uint32))
    names: np.ndarray = field(default_factory=lambda: np.zeros(0, np.uint8))
    worths: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int16))
    heavy: tuple[float, ...] = ()
    discount: np.ndarray = field(default_factory=lambda: np.zeros(0))
    lately: Lately[Weight] = field(default_factory=lambda: Lately(_MOST))

    def rows(self, found: np.ndarray) -> np.ndarray:
        """The places of keys; of one that counts nothing, the last place, which has no entries.

        As keys are hashes, their first bits tell within a few places where one stands. To halve the whole list over
        and over looks all over the memory, and takes half as long again where that is cold.
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
        worth: list[float] = np.bincount(places, self.worths[entries[own]] / HUNDREDTHS, len(found)).tolist()
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
    worths = np.rint([worth * HUNDREDTHS for each in weights.values() for worth in each.features.values()])
    order = places.argsort(kind="stable")
    columns = {name: at for at, name in enumerate(weights)}
    heavy = tuple([_DELIVERING if name in requiring else _HEAVY for name in weights])
    discount = np.array([math.inf if name in requiring else _DISCOUNT for name in weights])
    base = np.array([each.base for each in weights.values()])
    bounds = np.array([0, *np.bincount(places, minlength=len(known)).cumsum()], np.uint32)
    narrow = _narrow(worths[order])
    return WeightIndex(columns, base, known, _starts(known), bounds, names[order], narrow, heavy, discount)


def _starts(known: np.ndarray) -> np.ndarray:
    return known.searchsorted(np.arange(1 << _FIRST, dtype=np.uint64) << _REST).astype(np.uint32)


def _narrow(worths: np.ndarray) -> np.ndarray:
    """The same numbers in a quarter of the room, if they fit there: they are read at every start."""
    return worths.astype(np.int16) if np.abs(worths).max(initial=0) <= np.iinfo(np.int16).max else worths
