"""Where patterns hit: the constructs of the rule language, one method each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from notelint.matching import predicates
from notelint.matching.asking import Asked, Pair, Zones, pairs
from notelint.matching.compile import CompiledCatalogue
from notelint.matching.expressions import Expressions
from notelint.matching.found import Found, hull, nearest, own_unless
from notelint.matching.gates import own_range, slots_fit, stopped_by, together, units
from notelint.matching.node import Node
from notelint.matching.phrases import Owner
from notelint.matching.taken_up import TakenUp
from notelint.matching.weights import Scales
from notelint.types import (
    All,
    Analysis,
    AnyOf,
    Clause,
    ClauseSlots,
    Not,
    Regex,
    SameAs,
    Scope,
    Sentence,
    TakesUp,
    Weighed,
    Words,
)

_CLOSE = frozenset({"match", "clause"})


class Finder:
    """Finds patterns in one analysis, sentence by sentence; each pattern is looked for in a sentence once.

    Args:
        analysis: of the draft.
        compiled: the rules.
        scales: what its sentences weigh, where that is known.
    """

    def __init__(self, analysis: Analysis, compiled: CompiledCatalogue, scales: Scales | None = None) -> None:
        self.analysis = analysis
        self.scales = scales or Scales(compiled.weights, analysis.sentences)
        self.rivals = compiled.rivals
        self._taken_up = TakenUp(analysis)
        self._compiled = compiled
        self._predicates = [predicates.take(sentence, compiled) for sentence in analysis.sentences]
        self._lines = [each.line for each in self._predicates]
        self._expressions = Expressions(analysis)
        self._awake = [line.awake for line in self._lines]
        self._woken = [line.woken for line in self._lines]
        self._known: dict[tuple[Node, int, bool], list[Found]] = {}
        self._zones = Zones(analysis.sentences)
        self._numbers = frozenset(range(len(self._lines)))

    def _doing(self, owner: Owner, number: int) -> frozenset[int]:
        """The clauses of a sentence whose predicate is a phrase of an owner."""
        return self._predicates[number].clauses(owner)

    def leave(self) -> None:
        """Leave what was made of the sentences to those that come again, when nobody asks this finder any more."""
        for known in self._predicates:
            known.leave(self._compiled)

    def asked(
        self,
        patterns: Asked,
        regions: tuple[str, ...] = (),
        among: frozenset[int] | None = None,
        *,
        strictly: bool = False,
    ) -> Iterator[Pair]:
        """The patterns of a rule, each with the sentences in which it may have a hit.

        Args:
            patterns: the patterns.
            regions: zones in which the hits must lie, unless a pattern names its own; empty for any.
            among: the only sentences in which hits are asked for; None for all.
            strictly: whether `among` bounds the hits of expressions and weights too, which else are asked for anywhere.
        """
        woken = list(enumerate(self._awake))
        if among is not None:
            by_regex = 0 if strictly else patterns.by_regex
            woken = [(at, awake if at in among else awake & by_regex) for at, awake in woken if by_regex or at in among]
        for node in patterns.listed:
            yield from ((node, at) for at in self._told(node, regions))
        yield from pairs(patterns, woken, self._zones[regions])
        within = among if among is not None and strictly else self._numbers
        for node in patterns.telling:
            yield from ((node, at) for at in self._told(node, regions) if at in within)

    def _told(self, node: Node, regions: tuple[str, ...]) -> list[int]:
        """The sentences in these zones, or those that it names, in which a pattern that tells itself has a hit."""
        if node.regex is not None and self._expressions.is_absent(node):
            return []
        zone = self._zones[node.pattern.regions or regions]
        hits: Collection[int]
        match node.pattern:
            case Weighed():
                hits = self.scales.within(node.pattern)
            case TakesUp():
                hits = self._taken_up.sentences(node.pattern.takes_up)
            case _:
                hits = self._touched(node, zone)
        return [at for at in zone if at in hits and self._woken[at][node.number]] if hits else []

    def _touched(self, node: Node, zone: Sequence[int]) -> frozenset[int]:
        """The sentences in which a regular expression hits, of the paragraphs that have sentences of a zone."""
        parts = sorted({self.analysis.sentences[at].paragraph for at in zone})
        return frozenset(hit.sentence for part in parts for hit in self._expressions.hits(node, part))

    def heavy(self, nodes: Iterable[Node], regions: tuple[str, ...]) -> frozenset[int]:
        """The sentences in these zones of which the weight alone is a hit of one of these patterns."""
        return frozenset(at for node in nodes if isinstance(node.pattern, Weighed) for at in self._told(node, regions))

    def weighty(self, unless: Iterable[Node]) -> frozenset[int] | None:
        """The sentences in which a rule's `unless` by weight leaves hits of words alone; None when it has none.

        The weight of a sentence is cheaper than its patterns, so it is asked first.
        """
        gates = [
            node.pattern for node in unless if isinstance(node.pattern, Weighed) and node.pattern.within == "sentence"
        ]
        if not gates:
            return None
        light = frozenset[int]().union(*map(self.scales.struck, gates))
        return self._numbers.difference(light)

    def raw(self, node: Node, number: int) -> Iterator[Found]:
        """The hits of a pattern in a sentence, before its gates and its `unless`."""
        return self._hits(node, number, loose=False)

    def at(self, node: Node, number: int, *, loose: bool = False) -> list[Found]:
        """The hits of a pattern in one sentence, in order, after its gates and its own `unless`.

        `loose` as in `frame_passes`.
        """
        words = isinstance(node.pattern, Words)
        if not self._woken[number][node.number] or (words and not self._lines[number].hits(node.words or 0)):
            return []
        key = (node, number, loose)
        known = self._known.get(key)
        if known is None:
            known = [
                hit
                for hit in self._hits(node, number, loose=loose)
                if not self.gate(hit, node, loose=loose) and self.struck(hit, own_unless(node, hit)) is None
            ]
            if not words and len(known) > 1:  # those of words come in order, each once
                known = sorted(dict.fromkeys(known), key=Found.place)
            self._known[key] = known
        return known

    # ------------------------------------------------------------ constructs

    def _hits(self, node: Node, number: int, *, loose: bool) -> Iterator[Found]:
        match node.pattern:
            case Words():
                for first, last in self._lines[number].hits(node.words or 0):
                    yield Found(number, first, last, node)
            case ClauseSlots():
                yield from self._clauses(node, self.analysis.sentences[number])
            case All():
                yield from self._all(node, number, loose=loose)
            case AnyOf() | SameAs():
                for member in node.members:
                    yield from (self._passed_on(hit, node) for hit in self.at(member, number, loose=loose))
            case Regex():
                part = self.analysis.sentences[number].paragraph
                yield from (hit for hit in self._expressions.hits(node, part) if hit.sentence == number)
            case Weighed():
                yield from self._weighed(node, number)
            case TakesUp():
                yield from (Found(number, *hit, node) for hit in self._taken_up.hits(node.pattern.takes_up, number))

    @staticmethod
    def _passed_on(hit: Found, node: Node) -> Found:
        """A member's hit keeps its own mark and confidence unless the pattern around it sets them."""
        plain = node.pattern.mark == "match" and node.pattern.confidence == "full"
        return hit if plain else replace(hit, node=node, by=hit.by or hit.node)

    def _clauses(self, node: Node, sentence: Sentence) -> Iterator[Found]:
        assert isinstance(node.pattern, ClauseSlots)  # noqa: S101 - narrows the type
        clauses = [clause for clause in sentence.clauses if slots_fit(node.pattern, clause)]
        if clauses and node.does is not None:
            doing = self._doing(node.does, sentence.index)
            clauses = [clause for clause in clauses if clause.index in doing]
        for clause in clauses:
            if self._is_about(node, sentence, clause):
                yield Found(sentence.index, *own_range(sentence, clause), node)

    def phrases_fit(self, node: Node, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause has the phrases that a clause pattern wants in `does` and `about`."""
        if node.does is not None and clause.index not in self._doing(node.does, sentence.index):
            return False
        return self._is_about(node, sentence, clause)

    def _is_about(self, node: Node, sentence: Sentence, clause: Clause) -> bool:
        if node.words is None:
            return True
        about = self._lines[sentence.index].hits(node.words)
        return any(first in clause.subtree and last - 1 in clause.subtree for first, last in about)

    def _all(self, node: Node, number: int, *, loose: bool) -> Iterator[Found]:
        scope: Scope = node.pattern.within or "sentence"
        leader_node, *rest = [member for member in node.members if not isinstance(member.pattern, Not)]
        barred = [member.members[0] for member in node.members if isinstance(member.pattern, Not)]
        for leader in self.at(leader_node, number, loose=loose):
            group = self._group(leader, rest, scope, loose=loose)
            if group and not any(self._near(leader, bar, scope, loose=True) for bar in barred):
                yield hull(group, node)

    def _group(self, leader: Found, rest: list[Node], scope: Scope, *, loose: bool) -> list[Found]:
        """The leader and of each other member the nearest hit in its scope; empty when one member has none."""
        near: list[list[Found]] = []
        for member in rest:
            near.append(self._near(leader, member, scope, loose=loose))
            if not near[-1]:
                return []
        if scope != "neighbours":
            return nearest(leader, near)
        here = leader.sentence
        for pair in ((here, here + 1), (here - 1, here)):
            group = nearest(leader, [[hit for hit in hits if hit.sentence in pair] for hits in near])
            if group:
                return group
        return []

    def _near(self, leader: Found, node: Node, scope: Scope, *, loose: bool) -> list[Found]:
        """Those hits of a pattern that lie with the leader in one unit of the scope."""
        sentences = units(self.analysis, self.analysis.sentences[leader.sentence], scope)
        found = (hit for number in sentences for hit in self.at(node, number, loose=loose))
        return [hit for hit in found if scope == "sentence" or self._together(leader, hit, scope)]

    def _weighed(self, node: Node, number: int) -> Iterator[Found]:
        assert isinstance(node.pattern, Weighed)  # noqa: S101 - narrows the type
        sentence, name = self.analysis.sentences[number], node.pattern.weighs
        if number in self.scales.within(node.pattern):
            yield Found(number, *own_range(sentence, self.scales.heaviest(sentence, name)), node)

    # ------------------------------------------------------------ gates

    def gate(self, hit: Found, node: Node, *, loose: bool = False) -> str:
        """The first gate that a hit does not pass: act, polarity, frame or then; empty when it passes all."""
        pattern = node.pattern
        composite = isinstance(pattern, (All, AnyOf, SameAs))
        clauses = self.clauses(hit) if isinstance(pattern, All) else [self.clause(hit)]
        stops = [stopped_by(pattern, clause, loose=loose, framed=not composite) for clause in clauses]
        if all(stops):
            return stops[0]
        return "then" if node.then is not None and not self._followed(hit, node.then) else ""

    def clause(self, hit: Found) -> Clause:
        """The clause that holds the hit's first token (for a clause pattern: that clause)."""
        sentence = self.analysis.sentences[hit.sentence]
        return sentence.clauses[sentence.tokens[hit.first].clause]

    def clauses(self, hit: Found) -> list[Clause]:
        """All clauses in which the hit's tokens lie, in order."""
        sentence = self.analysis.sentences[hit.sentence]
        numbers = dict.fromkeys(token.clause for token in sentence.tokens[hit.first : hit.last])
        return [sentence.clauses[number] for number in numbers]

    def _followed(self, hit: Found, then: Node) -> bool:
        start = self.clause(hit).own[0]
        return any(self.clause(later).own[0] > start for later in self.at(then, hit.sentence))

    def struck(self, hit: Found, unless: Iterable[Node]) -> Node | None:
        """The first `unless` that silences this hit, or None; a `not` silences where its member is absent."""
        woken = self._woken[hit.sentence]
        for node in unless:
            scope: Scope = node.pattern.within or "clause"
            absent = isinstance(node.pattern, Not)
            if not woken[node.number] and not absent and scope in _CLOSE:
                continue
            if isinstance(node.pattern, Weighed) and hit.regex_span is not None:
                continue  # a weight is of words and knows nothing of the marks that an expression finds
            strikes = self._strikes(hit, node.members[0] if absent else node, scope) is not absent
            if strikes and not (isinstance(node.pattern, Weighed) and self.scales.outweighs(node.pattern, hit)):
                return node
        return None

    def _strikes(self, hit: Found, node: Node, scope: Scope) -> bool:
        if scope not in _CLOSE:
            return bool(self._near(hit, node, scope, loose=True))
        here = self.at(node, hit.sentence, loose=True)
        if scope == "match":
            return any(other.first < hit.last and hit.first < other.last for other in here)
        own = {clause.index for clause in self.clauses(hit)} if here else set()
        return any(self.clause(other).index in own for other in here)

    def _together(self, one: Found, other: Found, scope: Scope) -> bool:
        here, there = (one.sentence, self.clause(one).index), (other.sentence, self.clause(other).index)
        return together(here, there, scope, self.analysis)
