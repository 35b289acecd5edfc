"""The reports of a run in the order in which they come, pressed together when they become many.

A report of fifty thousand drafts so takes about as much memory as one of five thousand. Nothing is written to disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import overload

import msgspec

from notelint.types import DraftReport

_LOOSE = 512  # reports that are kept as they are
_BLOCK = 64  # reports that are pressed together; letters, and what is said of them, are much alike
_LIGHTLY = 1  # zlib's level: more takes longer than it is worth
_PICKLED = b"\x80"  # how a pickle begins; a list in MessagePack begins otherwise


def packed(reports: Sequence[DraftReport]) -> bytes:
    """Reports as bytes, of which `unpacked` makes them again: a seventh of the time of a pickle."""
    try:
        return msgspec.msgpack.encode(reports)
    except UnicodeEncodeError:  # half of a surrogate pair, as the name of a file may have
        import pickle

        return pickle.dumps(reports, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> list[DraftReport]:
    """The reports that were packed, by this very program."""
    if data.startswith(_PICKLED):
        import pickle

        pickled: list[DraftReport] = pickle.loads(data)  # noqa: S301 - made above
        return pickled
    return _decoder().decode(data)


@cache
def _decoder() -> msgspec.msgpack.Decoder[list[DraftReport]]:
    return msgspec.msgpack.Decoder(list[DraftReport])


class Pressed(Sequence[DraftReport]):
    """Reports of drafts, of which all but the last few hundred are pressed.

    To go through them from the first to the last is quick; each time, what was pressed is made anew.
    """

    def __init__(self, reports: Iterable[DraftReport] = ()) -> None:
        self._blocks: list[bytes] = []
        self._loose: list[DraftReport] = []
        for report in reports:
            self.append(report)

    def append(self, report: DraftReport) -> None:
        """Add one at the end."""
        import zlib

        self._loose.append(report)
        if len(self._loose) >= _LOOSE:
            for at in range(0, _LOOSE, _BLOCK):
                self._blocks.append(zlib.compress(packed(self._loose[at : at + _BLOCK]), _LIGHTLY))
            self._loose.clear()

    def all(self) -> Sequence[DraftReport]:
        """A tuple when they are few, else this."""
        return self if self._blocks else tuple(self._loose)

    def since(self, at: int) -> Iterator[DraftReport]:
        """Those from this place on."""
        for number in range(at // _BLOCK, len(self._blocks)):
            yield from self._unpressed(number)[max(at - number * _BLOCK, 0) :]
        yield from self._loose[max(at - len(self._blocks) * _BLOCK, 0) :]

    @overload
    def __getitem__(self, at: int) -> DraftReport: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[DraftReport]: ...
    def __getitem__(self, at: int | slice) -> DraftReport | Sequence[DraftReport]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        number, inside = divmod(place, _BLOCK)
        if number < len(self._blocks):
            return self._unpressed(number)[inside]
        return self._loose[place - len(self._blocks) * _BLOCK]

    def __iter__(self) -> Iterator[DraftReport]:
        return self.since(0)

    def __len__(self) -> int:
        return len(self._blocks) * _BLOCK + len(self._loose)

    def _unpressed(self, number: int) -> list[DraftReport]:
        import zlib

        return unpacked(zlib.decompress(self._blocks[number]))
