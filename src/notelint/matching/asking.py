"""What of a rule is looked for in which sentences: told for all of its patterns at once, before any is looked for.

A set of patterns is an integer with the bits of their numbers (see `waking`). In a letter without faults most rules are
left with nothing to look for, and that must cost nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct, field

from notelint.matching.gates import in_regions
from notelint.matching.node import Node
from notelint.types import Regex, Sentence, TakesUp, Weighed

Pair = tuple[Node, int]
"""A pattern and the number of a sentence in which it may have a hit."""

_TELLING = (Regex, Weighed)


class Asked(Struct, frozen=True, eq=False):
    """Patterns of a rule, ready to be asked for.

    Attributes:
        words: those that are told by their words, by number.
        listed: those for what is listed in a header, which is surer than any words.
        telling: the others, which tell by themselves where they hit: no weight strikes them.
        inside: the numbers of `words`, as bits.
        placed: of those that name their own zones.
        by_regex: of those whose hits no weight strikes, as an expression is in them.
    """

    words: Mapping[int, Node] = field(default_factory=dict)
    listed: tuple[Node, ...] = ()
    telling: tuple[Node, ...] = ()
    inside: int = 0
    placed: int = 0
    by_regex: int = 0


def asked(nodes: Iterable[Node]) -> Asked:
    """Patterns with their numbers, ready to be asked for."""
    found = tuple(nodes)
    words = [node for node in found if not isinstance(node.pattern, (TakesUp, *_TELLING))]
    return Asked(
        {node.number: node for node in words},
        tuple(node for node in found if isinstance(node.pattern, TakesUp)),
        tuple(node for node in found if isinstance(node.pattern, _TELLING)),
        _bits(words),
        _bits(node for node in words if node.pattern.regions),
        _bits(node for node in words if node.has_regex),
    )


def _bits(nodes: Iterable[Node]) -> int:
    return sum(1 << node.number for node in nodes)


class Zones:
    """The sentences of a draft by zone.

    Args:
        sentences: of the draft.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._known: dict[tuple[str, ...], list[int]] = {}

    def __getitem__(self, regions: tuple[str, ...]) -> list[int]:
        """The numbers of the sentences in these zones; of all when there are none."""
        known = self._known.get(regions)
        if known is None:
            known = [each.index for each in self._sentences if not regions or in_regions(each, regions)]
            self._known[regions] = known
        return known


def pairs(patterns: Asked, woken: Iterable[tuple[int, int]], zone: Collection[int]) -> list[Pair]:
    """Patterns told by their words, each with the sentences in which it may have a hit, in the order of both.

    Args:
        patterns: the patterns.
        woken: numbers of sentences, each with the patterns that may be asked for in it.
        zone: the sentences in the zones of the rule, for patterns that name none of their own.
    """
    found: list[tuple[int, int]] = []
    for at, awake in woken:
        left = awake & (patterns.inside if at in zone else patterns.placed)
        while left:
            lowest = left & -left
            found.append((lowest.bit_length() - 1, at))
            left ^= lowest
    found.sort()
    return [(patterns.words[number], at) for number, at in found]
