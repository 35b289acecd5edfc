"""Names that refer to each other in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def find(uses: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Each circle once, as the shortest way from its first name back to it, both ends named.

    Args:
        uses: the names that each name refers to; names that are no key lead nowhere.
    """
    told: set[str] = set()
    for name in uses:
        way = None if name in told else _way_back(name, uses)
        if way is not None:
            told.update(way)
            yield way


def _way_back(name: str, uses: Mapping[str, Iterable[str]]) -> list[str] | None:
    ways = [[name, used] for used in uses[name]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        if way[-1] == name:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, used] for used in uses.get(way[-1], ())]
    return None
