"""The indexes of compiled rules in a packed form: only what a draft's words wake is made, when it is asked for.

`pack` gives for each kind of index a function and its arguments, as `pickle` wants it; the function makes an index that
behaves as the one that was packed. It is only read.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from typing import Any

import numpy as np

from notelint.matching.index import Phrase, PhraseIndex
from notelint.matching.phrases import Elements
from notelint.matching.predicates import PredicateIndex
from notelint.matching.weights import WeightIndex
from notelint.shelf import Shelf

Pickled = Callable[[Any], bytes]
Recipe = tuple[Callable[..., Any], tuple[Any, ...]]
_NUMBERS = "I"  # type code


def pack(index: Any, pickled: Pickled) -> Recipe | None:
    """How an index is made again; None for what is no index.

    Args:
        index: the index.
        pickled: what pickles its parts.
    """
    if isinstance(index, PhraseIndex):
        return _phrases, _packed_phrases(index, pickled)
    if isinstance(index, PredicateIndex):
        return _predicates, _packed_predicates(index, pickled)
    if isinstance(index, WeightIndex):
        places = np.flatnonzero(index.table)
        return _weights, (index.table.shape, places, index.table.flat[places], _others(index, "table"))
    return None


@cache
def names(kind: Any) -> tuple[str, ...]:
    """The fields of a noun."""
    return tuple(field.name for field in fields(kind))


def _others(thing: Any, *but: str) -> dict[str, Any]:
    kind: Any = type(thing)
    return {name: getattr(thing, name) for name in names(kind) if name not in but}


def _weights(shape: tuple[int, int], places: np.ndarray, values: np.ndarray, others: dict[str, Any]) -> WeightIndex:
    table = np.zeros(shape)  # of which one cell in seven has a value
    table.flat[places] = values
    return WeightIndex(table=table, **others)


def _bytes(numbers: Iterable[int]) -> bytes:
    return array(_NUMBERS, numbers).tobytes()


# ---------------------------------------------------------------- phrases


class _Sleeping(Phrase):
    """A phrase of which only `needs` is there; the rest comes when it is asked for.

    A sentence wakes few of the phrases that wait for one of its words: the others need a word that it lacks.
    """

    __slots__ = ("_packed",)

    def __init__(self, needs: int, packed: bytes) -> None:
        object.__setattr__(self, "needs", needs)
        object.__setattr__(self, "_packed", packed)

    def __getattr__(self, name: str) -> Any:
        for own, value in zip(_AWAKE, pickle.loads(self._packed), strict=True):  # noqa: S301 - see kept.load
            object.__setattr__(self, own, value)
        return object.__getattribute__(self, name)


_AWAKE = tuple(name for name in names(Phrase) if name != "needs")


def _packed_phrases(index: PhraseIndex, pickled: Pickled) -> tuple[Any, ...]:
    """Each phrase packed once, by number, and the numbers of those under a word."""
    numbers: dict[int, int] = {}
    packed: list[tuple[bytes, bytes]] = []

    def number(phrase: Phrase) -> int:
        if id(phrase) not in numbers:
            numbers[id(phrase)] = len(packed)
            packed.append((_bits(phrase.needs), pickled(tuple(getattr(phrase, name) for name in _AWAKE))))
        return numbers[id(phrase)]

    tables = [
        {key: _bytes(map(number, phrases)) for key, phrases in table.items()} for table in (index.by_key, index.leaning)
    ]
    masks = {key: _bits(mask) for key, mask in index.masks.items()}
    return packed, *tables, masks, _others(index, "by_key", "leaning", "masks")


def _phrases(
    packed: list[tuple[bytes, bytes]],
    by_key: dict[str, bytes],
    leaning: dict[str, bytes],
    masks: dict[str, bytes],
    others: dict[str, Any],
) -> PhraseIndex:
    made: dict[int, Phrase] = {}

    def phrase(number: int) -> Phrase:
        if number not in made:
            needs, rest = packed[number]
            made[number] = _Sleeping(_mask(needs), rest)
        return made[number]

    def phrases(numbers: bytes) -> list[Phrase]:
        return [phrase(number) for number in array(_NUMBERS, numbers)]

    tables: Any = {"by_key": Shelf(by_key, phrases), "leaning": Shelf(leaning, phrases), "masks": Shelf(masks, _mask)}
    return PhraseIndex(**tables, **others)


def _bits(mask: int) -> bytes:
    """The numbers of the bits that are set in a mask: of ten thousand there are but a few."""
    digits = bin(mask)[:1:-1]
    return _bytes(at for at, digit in enumerate(digits) if digit == "1")


def _mask(bits: bytes) -> int:
    found = 0
    for bit in array(_NUMBERS, bits):
        found |= 1 << bit
    return found


# ---------------------------------------------------------------- predicates


def _packed_predicates(index: PredicateIndex, pickled: Pickled) -> tuple[Any, ...]:
    """Each phrase packed once, by number, and the numbers of those under a word."""
    packed = {number: pickled(flat) for listed in index.by_word.values() for number, flat in listed}
    by_word = {word: _bytes(number for number, _ in listed) for word, listed in index.by_word.items()}
    return packed, by_word, _others(index, "by_word")


def _predicates(packed: dict[int, bytes], by_word: dict[str, bytes], others: dict[str, Any]) -> PredicateIndex:
    made: dict[int, Elements] = {}

    def flat(number: int) -> Elements:
        if number not in made:
            made[number] = pickle.loads(packed[number])  # noqa: S301 - see kept.load
        return made[number]

    table: Any = Shelf(by_word, lambda numbers: [(number, flat(number)) for number in array(_NUMBERS, numbers)])
    return PredicateIndex(by_word=table, **others)
