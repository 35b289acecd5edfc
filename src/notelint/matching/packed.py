"""The indexes of compiled rules in a packed form: only what a draft's words wake is made, when it is asked for.

`pack` gives for each kind of index a function and its arguments, as `pickle` wants it; the function makes an index that
behaves as the one that was packed. It is only read.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from msgspec.structs import fields

from notelint.matching.index import PhraseIndex
from notelint.matching.predicates import PredicateIndex
from notelint.matching.waking import Waking
from notelint.matching.weights import WeightIndex
from notelint.shelf import Drawer

_PARTS = 100
Recipe = tuple[Callable[..., Any], tuple[Any, ...]]


def pack(index: Any, pickled: Callable[[Any], bytes]) -> Recipe | None:
    """How an index is made again; None for what is no index.

    Args:
        index: the index.
        pickled: what pickles its parts.
    """
    if isinstance(index, PhraseIndex | PredicateIndex):
        waiting = {owner: pickled(each) for owner, each in index.waiting.items()}
        return _phrases, (type(index), list(map(pickled, index.phrases.values())), waiting)
    if isinstance(index, Waking):
        return _waking, (index.wide, index.free, index.met, index.regions, index.slots, index.classes)
    if isinstance(index, WeightIndex):
        places = np.flatnonzero(index.table)
        values = _hundredths(index.table.flat[places])
        return _weights, (index.table.shape, places.astype(np.uint32), values, _others(index, "table"))
    return None


def _hundredths(values: np.ndarray) -> np.ndarray:
    """Weights as whole hundredths, as `scripts/learn.py` writes them, in a quarter of the room; others as they are."""
    whole = np.rint(values * _PARTS)
    fits = np.abs(whole).max(initial=0) < np.iinfo(np.int16).max
    return whole.astype(np.int16) if fits and np.array_equal(whole / _PARTS, values) else values


@cache
def names(kind: Any) -> tuple[str, ...]:
    """The fields of a noun."""
    return tuple(field.name for field in fields(kind))


def _others(thing: Any, *but: str) -> dict[str, Any]:
    kind: Any = type(thing)
    return {name: getattr(thing, name) for name in names(kind) if name not in but}


def _phrases(kind: Any, packed: list[bytes], waiting: dict[Any, bytes]) -> Any:
    return kind(Drawer(packed, pickle.loads), Drawer(waiting, pickle.loads))


def _waking(*packed: Any) -> Waking:
    return Waking(*packed)


def _weights(shape: tuple[int, int], places: np.ndarray, values: np.ndarray, others: dict[str, Any]) -> WeightIndex:
    table = np.zeros(shape)  # of which one cell in seven has a value
    table.flat[places] = values / _PARTS if values.dtype == np.int16 else values
    return WeightIndex(table=table, **others)
