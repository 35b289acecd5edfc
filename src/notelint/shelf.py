"""A map and a list that stay packed: a letter looks up a few hundred of tens of thousands of things."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

_Value = TypeVar("_Value")


class Shelf(Mapping[str, _Value]):
    """A map whose values are made when they are asked for, each once.

    Args:
        packed: by key, what a value is made of.
        make: makes it.
    """

    def __init__(self, packed: Mapping[str, bytes], make: Callable[[bytes], _Value]) -> None:
        self._packed = packed
        self._make = make
        self._made: dict[str, _Value] = {}

    def __getitem__(self, key: str) -> _Value:
        try:
            return self._made[key]
        except KeyError:
            made = self._made[key] = self._make(self._packed[key])
            return made

    def __contains__(self, key: object) -> bool:
        return key in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class Row(Sequence[_Value]):
    """A list whose items are made when they are asked for, each once.

    Args:
        packed: what each item is made of.
        make: makes it.
    """

    def __init__(self, packed: Sequence[bytes], make: Callable[[bytes], _Value]) -> None:
        self._packed = packed
        self._make = make
        self._made: dict[int, _Value] = {}

    @overload
    def __getitem__(self, at: int) -> _Value: ...
    @overload
    def __getitem__(self, at: slice) -> list[_Value]: ...
    def __getitem__(self, at: int | slice) -> _Value | list[_Value]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        try:
            return self._made[at]
        except KeyError:
            made = self._made[at] = self._make(self._packed[at])
            return made

    def __len__(self) -> int:
        return len(self._packed)
