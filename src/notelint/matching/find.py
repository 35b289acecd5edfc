"""Where patterns hit: the constructs of the rule language, one method each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from notelint.errors import RuleError
from notelint.matching.compile import CompiledCatalogue, Node
from notelint.matching.gates import in_regions, own_range, slots_fit, stopped_by, together
from notelint.matching.predicates import Predicates
from notelint.matching.scan import Scan
from notelint.types import All, Analysis, AnyOf, Clause, ClauseSlots, Not, Regex, SameAs, Scope, Sentence, Span, Words

_REGEX_SECONDS = 2.0  # wall clock: an honest expression takes a thousandth even on a loaded machine


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: a sentence and its tokens [first, last).

    `exact` is the draft span of a regex hit; `node` is the pattern whose mark and confidence it has.
    """

    sentence: int
    first: int
    last: int
    node: Node
    exact: Span | None = None

    def place(self) -> tuple[int, int, int]:
        """For ordering."""
        return (self.sentence, self.first, self.last)


class Finder:
    """Finds patterns in one analysis; each node is evaluated once."""

    def __init__(self, analysis: Analysis, compiled: CompiledCatalogue) -> None:
        self.analysis = analysis
        self._scan = Scan(analysis.sentences, compiled.phrases)
        self._predicates = Predicates(analysis.sentences, compiled.predicates, self._begins)
        self._known: dict[tuple[Node, bool, tuple[str, ...]], list[Found]] = {}
        self._sorted: dict[tuple[Node, bool], dict[int, list[Found]]] = {}

    def _begins(self, name: str, sentence: int, token: int) -> bool:
        return any(first == token for first, _ in self._scan.hits(name).get(sentence, ()))

    def can_fire(self, node: Node) -> bool:
        """Whether the draft holds the words that a pattern needs; True where that cannot be told.

        Never False for a pattern that hits: it looks at anchors only, and saves the look at the rest.
        """
        if node.words is not None and not self._scan.possible(node.words):
            return False
        if node.does is not None and not self._predicates.possible(node.does):
            return False
        if isinstance(node.pattern, All):
            return all(self.can_fire(member) for member in node.members if not isinstance(member.pattern, Not))
        if isinstance(node.pattern, (AnyOf, SameAs)):
            return any(self.can_fire(member) for member in node.members)
        return True

    def find(self, node: Node, *, loose: bool = False, regions: tuple[str, ...] = ()) -> list[Found]:
        """All hits of a pattern, in order, after its gates and its own `unless`.

        Args:
            node: the compiled pattern.
            loose: any frame passes unless the pattern names one (as in `unless`).
            regions: zones in which the hits must lie, unless the pattern names its own; empty for any.
        """
        key = (node, loose, regions)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = []
            passed = [
                hit
                for hit in self.raw(node, loose=loose, regions=regions)
                if not self.gate(hit, node, loose=loose) and self.struck(hit, node.unless) is None
            ]
            simple = isinstance(node.pattern, Words)  # these come in order, each once
            known += passed if simple else sorted(dict.fromkeys(passed), key=Found.place)
        return known

    def _by_sentence(self, node: Node, *, loose: bool) -> dict[int, list[Found]]:
        key = (node, loose)
        known = self._sorted.get(key)
        if known is None:
            known = self._sorted[key] = {}
            for hit in self.find(node, loose=loose):
                known.setdefault(hit.sentence, []).append(hit)
        return known

    # ------------------------------------------------------------ constructs

    def raw(self, node: Node, *, loose: bool = False, regions: tuple[str, ...] = ()) -> Iterator[Found]:
        """The hits of a pattern in the wanted zones, before its other gates and its `unless`."""
        if not self.can_fire(node):
            return
        wanted = node.pattern.regions or regions
        for hit in self._hits(node, loose):
            if not wanted or in_regions(self.analysis.sentences[hit.sentence], wanted):
                yield hit

    def _hits(self, node: Node, loose: bool) -> Iterator[Found]:
        match node.pattern:
            case Words():
                yield from self._words(node)
            case ClauseSlots():
                yield from self._clauses(node)
            case All():
                yield from self._all(node, loose)
            case AnyOf() | SameAs():
                for member in node.members:
                    yield from (self._passed_on(hit, node) for hit in self.find(member, loose=loose))
            case Regex():
                yield from self._regex(node)

    @staticmethod
    def _passed_on(hit: Found, node: Node) -> Found:
        """A member's hit keeps its own mark and confidence unless the pattern around it sets them."""
        plain = node.pattern.mark == "match" and node.pattern.confidence == "full"
        return hit if plain else replace(hit, node=node)

    def _words(self, node: Node) -> Iterator[Found]:
        for sentence, hits in self._scan.hits(node.words or 0).items():
            for first, last in hits:
                yield Found(sentence, first, last, node)

    def _clauses(self, node: Node) -> Iterator[Found]:
        assert isinstance(node.pattern, ClauseSlots)  # noqa: S101 - narrows the type
        for sentence, clause in self._candidates(node):
            if slots_fit(node.pattern, clause) and self.phrases_fit(node, sentence, clause):
                yield Found(sentence.index, *own_range(sentence, clause), node)

    def _candidates(self, node: Node) -> Iterator[tuple[Sentence, Clause]]:
        """The clauses to look at: those with a phrase of `does`, in sentences with one of `about`."""
        sentences = self.analysis.sentences
        if node.does is not None:
            for number, clause in self._predicates.clauses(node.does):
                yield sentences[number], sentences[number].clauses[clause]
            return
        wanted = sentences if node.words is None else [sentences[number] for number in self._scan.hits(node.words)]
        for sentence in wanted:
            for one in sentence.clauses:
                yield sentence, one

    def phrases_fit(self, node: Node, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause has the phrases that a clause pattern wants in `does` and `about`."""
        if node.does is not None and not self._predicates.hit(node.does, sentence.index, clause.index):
            return False
        if node.words is None:
            return True
        about = self._scan.hits(node.words).get(sentence.index, ())
        return any(first in clause.subtree and last - 1 in clause.subtree for first, last in about)

    def _all(self, node: Node, loose: bool) -> Iterator[Found]:
        scope: Scope = node.pattern.within or "sentence"
        leader_node, *rest = [member for member in node.members if not isinstance(member.pattern, Not)]
        barred = [member.members[0] for member in node.members if isinstance(member.pattern, Not)]
        leaders = self.find(leader_node, loose=loose)
        others: list[dict[int, list[Found]]] = []
        for member in rest if leaders else ():
            others.append(self._by_sentence(member, loose=loose))
            if not others[-1]:
                return
        for leader in leaders:
            group = self._group(leader, others, scope)
            if group and not any(self._near(leader, self._by_sentence(bar, loose=True), scope) for bar in barred):
                yield self._hull(group, node)

    def _group(self, leader: Found, rest: list[dict[int, list[Found]]], scope: Scope) -> list[Found]:
        """The leader and of each other member the nearest hit in its scope; empty when one member has none."""
        near = [self._near(leader, hits, scope) for hits in rest]
        if scope != "neighbours":
            return self._nearest(leader, near)
        here = leader.sentence
        for pair in ((here, here + 1), (here - 1, here)):
            group = self._nearest(leader, [[hit for hit in hits if hit.sentence in pair] for hits in near])
            if group:
                return group
        return []

    @staticmethod
    def _nearest(leader: Found, near: list[list[Found]]) -> list[Found]:
        def distance(hit: Found) -> tuple[int, int]:
            return abs(hit.sentence - leader.sentence), abs(hit.first - leader.first)

        return [leader, *(min(hits, key=distance) for hits in near)] if all(near) else []

    def _near(self, leader: Found, hits: dict[int, list[Found]], scope: Scope) -> list[Found]:
        """Those hits that lie with the leader in one unit of the scope."""
        here = leader.sentence
        sentences: Iterable[int] = hits
        if scope in {"match", "clause", "sentence"}:
            sentences = (here,)
        elif scope == "neighbours":
            sentences = (here - 1, here, here + 1)
        return [hit for number in sentences for hit in hits.get(number, ()) if self._together(leader, hit, scope)]

    @staticmethod
    def _hull(group: list[Found], node: Node) -> Found:
        leader = group[0]
        if any(hit.sentence != leader.sentence for hit in group):
            return replace(leader, node=node)
        return Found(leader.sentence, min(hit.first for hit in group), max(hit.last for hit in group), node)

    def _regex(self, node: Node) -> Iterator[Found]:
        for paragraph in self.analysis.paragraphs:
            for start, end in _spans(node, paragraph.text):
                yield from self._located(node, paragraph.span(start, end), paragraph.index)

    def _located(self, node: Node, span: Span, paragraph: int) -> Iterator[Found]:
        """The hit with the tokens that it touches, or with the one before it when it touches none."""
        before: Found | None = None
        for sentence in self.analysis.sentences:
            if sentence.paragraph != paragraph:
                continue
            inside = [
                token.i for token in sentence.tokens if token.span.end > span.start and token.span.start < span.end
            ]
            if inside:
                yield Found(sentence.index, inside[0], inside[-1] + 1, node, span)
                return
            last = [token.i for token in sentence.tokens if token.span.start < span.start] or [0]
            if before is None or sentence.span.start < span.start:
                before = Found(sentence.index, last[-1], last[-1] + 1, node, span)
        if before is not None:
            yield before

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
        return any(later.sentence == hit.sentence and self.clause(later).own[0] > start for later in self.find(then))

    def struck(self, hit: Found, unless: Iterable[Node]) -> Node | None:
        """The first `unless` that silences this hit, or None; a `not` silences where its member is absent."""
        for node in unless:
            scope: Scope = node.pattern.within or "clause"
            absent = isinstance(node.pattern, Not)
            seen = self._by_sentence(node.members[0] if absent else node, loose=True)
            if self._strikes(hit, seen, scope) is not absent:
                return node
        return None

    def _strikes(self, hit: Found, seen: dict[int, list[Found]], scope: Scope) -> bool:
        if scope not in {"match", "clause"}:
            return bool(self._near(hit, seen, scope))
        here = seen.get(hit.sentence, ())
        if scope == "match":
            return any(other.first < hit.last and hit.first < other.last for other in here)
        own = {clause.index for clause in self.clauses(hit)} if here else set()
        return any(self.clause(other).index in own for other in here)

    def _together(self, one: Found, other: Found, scope: Scope) -> bool:
        here, there = (one.sentence, self.clause(one).index), (other.sentence, self.clause(other).index)
        return together(here, there, scope, self.analysis)


def _spans(node: Node, text: str) -> list[tuple[int, int]]:
    assert node.regex is not None  # noqa: S101 - narrows the type
    try:
        found = [match.span() for match in node.regex.finditer(text, timeout=_REGEX_SECONDS)]
    except TimeoutError:
        source = node.pattern.source
        raise RuleError(
            "this regular expression runs away on a draft; make it shorter, without a repetition inside a repetition",
            path=source.path,
            line=source.line,
            column=source.column,
        ) from None
    return [(start, end) for start, end in found if end > start]
