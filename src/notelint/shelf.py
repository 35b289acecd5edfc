"""Maps that stay packed: a letter looks up a few hundred of tens of thousands of things."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

_Key = TypeVar("_Key")
_Packed = TypeVar("_Packed")
_Value = TypeVar("_Value")


class Shelf(Mapping[str, _Value], Generic[_Packed, _Value]):
    """A map whose values are made when they are asked for, each once.

    Args:
        packed: by key, what a value is made of.
        make: makes it.
    """

    def __init__(self, packed: Mapping[str, _Packed], make: Callable[[_Packed], _Value]) -> None:
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


class Drawer(dict[_Key, _Value]):
    """A map whose values are made when they are asked for, each once, with no thought of what else is in it.

    It is only asked for what is behind a key (`drawer[key]`), which is as quick as of any map for what was made before.

    Args:
        packed: by key, or place, what a value is made of.
        make: makes it.
    """

    def __init__(self, packed: Mapping[_Key, bytes] | Sequence[bytes], make: Callable[[bytes], _Value]) -> None:
        super().__init__()
        self.packed: Any = packed
        self._make = make

    def __missing__(self, key: _Key) -> _Value:
        made = self[key] = self._make(self.packed[key])
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as it is packed."""
        return Drawer, (self.packed, self._make)
