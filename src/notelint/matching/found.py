"""A hit of a pattern."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from notelint.matching.node import Node
from notelint.types import Pattern, Span, TakesUp, Weighed


class Found(Struct, frozen=True):
    """One hit: a sentence and its tokens [first, last).

    `regex_span` is the draft span of a regex hit; `node` is the pattern whose mark and confidence it has, `by` the one
    that found it where a pattern around that has a mark or confidence of its own.
    """

    sentence: int
    first: int
    last: int
    node: Node
    regex_span: Span | None = None
    by: Node | None = None

    def place(self) -> tuple[int, int, int]:
        """For ordering."""
        return (self.sentence, self.first, self.last)


def nearest(leader: Found, near: Sequence[Sequence[Found]]) -> list[Found]:
    """The leader, and of each list the hit that is nearest to it; empty when one of them is."""

    def distance(hit: Found) -> tuple[int, int]:
        return abs(hit.sentence - leader.sentence), abs(hit.first - leader.first)

    return [leader, *(min(hits, key=distance) for hits in near)] if all(near) else []


def hull(group: Sequence[Found], node: Node) -> Found:
    """The hit of a pattern over the hits of its members; that of the first alone where not all are in one sentence."""
    leader = group[0]
    if any(hit.sentence != leader.sentence for hit in group):
        return replace(leader, node=node)
    return Found(leader.sentence, min(hit.first for hit in group), max(hit.last for hit in group), node)


def own_unless(node: Node, hit: Found) -> tuple[Node, ...]:
    """What may strike a hit of a pattern: its own `unless`, and what `rule` names brings its rule's."""
    return (*node.unless, *striking(node.inherited, (hit.by or hit.node).pattern)) if node.inherited else node.unless


def striking(unless: tuple[Node, ...], found: Pattern) -> tuple[Node, ...]:
    """Those of a rule's `unless` that can strike what a pattern finds.

    A weight is of all words of a sentence, so no list of words strikes it but that of its own pattern; and no weight
    strikes a topic that the headers name.
    """
    if isinstance(found, Weighed):
        return ()
    if isinstance(found, TakesUp):
        return tuple([each for each in unless if not isinstance(each.pattern, Weighed)])
    return unless
