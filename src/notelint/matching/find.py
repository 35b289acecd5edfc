"""Where patterns hit: the constructs of the rule language, one method each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from notelint.matching.compile import CompiledCatalogue, Node
from notelint.matching.scan import Scan
from notelint.types import All, Analysis, AnyOf, Clause, ClauseSlots, Not, Regex, SameAs, Scope, Sentence, Span, Words

_REGEX_SECONDS = 0.2
_FOREIGN = frozenset({"reported", "quoted"})


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: a sentence and its tokens [first, last); `exact` is the draft span of a regex hit; `node` what hit."""

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
        self.scan = Scan(analysis.sentences, compiled)
        self._known: dict[tuple[int, bool], list[Found]] = {}

    def can_fire(self, node: Node) -> bool:
        """Whether the phrases that a pattern needs occur at all; True where that cannot be told."""
        seen = self.scan.seen
        if (node.words is not None and node.words not in seen) or (node.does is not None and node.does not in seen):
            return False
        if isinstance(node.pattern, All):
            return all(self.can_fire(member) for member in node.members if not isinstance(member.pattern, Not))
        if isinstance(node.pattern, (AnyOf, SameAs)):
            return any(self.can_fire(member) for member in node.members)
        return True

    def find(self, node: Node, *, loose: bool = False) -> list[Found]:
        """All hits of a pattern, in order, after its gates and its own `unless`.

        Args:
            node: the compiled pattern.
            loose: any frame passes unless the pattern names one (as in `unless`).
        """
        key = (id(node), loose)
        if key not in self._known:
            self._known[key] = []
            if self.can_fire(node):
                hits = (hit for hit in self._raw(node, loose) if self._passes(hit, node, loose))
                self._known[key] = sorted(dict.fromkeys(hits), key=Found.place)
        return self._known[key]

    def ungated(self, node: Node) -> list[Found]:
        """All hits of a pattern before its own `unless` (for traces)."""
        if not self.can_fire(node):
            return []
        return [hit for hit in self._raw(node, loose=False) if self._passes(hit, node, loose=False, strike=False)]

    # ------------------------------------------------------------ constructs

    def _raw(self, node: Node, loose: bool) -> Iterator[Found]:
        match node.pattern:
            case Words():
                yield from self._words(node)
            case ClauseSlots():
                yield from self._clauses(node)
            case All():
                yield from self._all(node, loose)
            case AnyOf() | SameAs():
                for member in node.members:
                    yield from (replace(hit, node=node) for hit in self.find(member, loose=loose))
            case Regex():
                yield from self._regex(node)

    def _words(self, node: Node) -> Iterator[Found]:
        for number, hits in enumerate(self.scan.words):
            for first, last in hits.get(node.words or 0, ()):
                if first < last:
                    yield Found(number, first, last, node)

    def _clauses(self, node: Node) -> Iterator[Found]:
        pattern = node.pattern
        assert isinstance(pattern, ClauseSlots)  # noqa: S101 - narrows the type
        for sentence in self.analysis.sentences:
            about = self.scan.words[sentence.index].get(node.words, ()) if node.words is not None else None
            for clause in sentence.clauses:
                if not _slots(pattern, clause):
                    continue
                if node.does is not None and node.does not in self.scan.does[sentence.index][clause.index]:
                    continue
                if about is not None and not any(_inside(hit, clause) for hit in about):
                    continue
                first, last = _own_range(sentence, clause)
                yield Found(sentence.index, first, last, node)

    def _all(self, node: Node, loose: bool) -> Iterator[Found]:
        scope: Scope = node.pattern.within or "sentence"
        wanted = [self.find(member, loose=loose) for member in node.members if not isinstance(member.pattern, Not)]
        barred = [self.find(member.members[0], loose=True) for member in node.members if isinstance(member.pattern, Not)]
        for leader in wanted[0] if wanted else ():
            group = [leader]
            for others in wanted[1:]:
                near = [hit for hit in others if self.together(leader, hit, scope)]
                if not near:
                    break
                group.append(min(near, key=lambda hit: (hit.sentence != leader.sentence, abs(hit.first - leader.first))))
            else:
                if not any(self.together(leader, hit, scope) for hits in barred for hit in hits):
                    same = [hit for hit in group if hit.sentence == leader.sentence]
                    yield Found(leader.sentence, min(h.first for h in same), max(h.last for h in same), node)

    def _regex(self, node: Node) -> Iterator[Found]:
        assert node.regex is not None  # noqa: S101 - narrows the type
        for paragraph in self.analysis.paragraphs:
            for match in node.regex.finditer(paragraph.text, timeout=_REGEX_SECONDS):
                if match.end() == match.start():
                    continue
                span = paragraph.span(match.start(), match.end())
                yield from self._located(node, span, paragraph.index)

    def _located(self, node: Node, span: Span, paragraph: int) -> Iterator[Found]:
        for sentence in self.analysis.sentences:
            if sentence.paragraph != paragraph or sentence.span.end <= span.start:
                continue
            inside = [token.i for token in sentence.tokens if token.span.end > span.start and token.span.start < span.end]
            if inside:
                yield Found(sentence.index, inside[0], inside[-1] + 1, node, span)
                return

    # ------------------------------------------------------------ gates

    def _passes(self, hit: Found, node: Node, loose: bool, *, strike: bool = True) -> bool:
        pattern = node.pattern
        sentence = self.analysis.sentences[hit.sentence]
        if pattern.regions and not in_regions(sentence, pattern.regions):
            return False
        if not isinstance(pattern, ClauseSlots) and not self._gates(hit, node, sentence, loose):
            return False
        if isinstance(pattern, ClauseSlots) and not _frame(pattern.frame, self.clause(hit), loose):
            return False
        if node.then is not None and not self._then(hit, node.then):
            return False
        return not strike or self.struck(hit, node.unless) is None

    def _gates(self, hit: Found, node: Node, sentence: Sentence, loose: bool) -> bool:
        pattern = node.pattern
        clauses = [self.clause(hit)]
        if isinstance(pattern, All):
            clauses = [sentence.clauses[i] for i in sorted({token.clause for token in sentence.tokens[hit.first : hit.last]})]
        composite = isinstance(pattern, (All, AnyOf, SameAs))
        return any(
            (not pattern.act or clause.act in pattern.act)
            and (pattern.polarity is None or clause.polarity == pattern.polarity)
            and (_frame(pattern.frame, clause, loose) if pattern.frame or not composite else True)
            for clause in clauses
        )

    def clause(self, hit: Found) -> Clause:
        """The clause that holds the hit's first token (for a clause pattern: that clause)."""
        sentence = self.analysis.sentences[hit.sentence]
        return sentence.clauses[sentence.tokens[hit.first].clause]

    def _then(self, hit: Found, then: Node) -> bool:
        start = self.clause(hit)
        return any(
            later.sentence == hit.sentence and later.first >= hit.first and self.clause(later).index != start.index
            and self.clause(later).own[0] > start.own[0]
            for later in self.find(then)
        )  # fmt: skip

    def struck(self, hit: Found, unless: Iterable[Node]) -> Node | None:
        """The first `unless` that silences this hit, or None."""
        for node in unless:
            scope: Scope = node.pattern.within or "clause"
            if any(self._strikes(hit, other, scope) for other in self.find(node, loose=True)):
                return node
        return None

    def _strikes(self, hit: Found, other: Found, scope: Scope) -> bool:
        if scope == "match":
            return hit.sentence == other.sentence and other.first < hit.last and hit.first < other.last
        if scope == "clause":
            if hit.sentence != other.sentence:
                return False
            tokens = self.analysis.sentences[hit.sentence].tokens
            clauses = {token.clause for token in tokens[hit.first : hit.last]}
            return self.clause(other).index in clauses
        return self.together(hit, other, scope)

    def together(self, one: Found, other: Found, scope: Scope) -> bool:
        """Whether two hits lie in one unit of this scope."""
        a, b = self.analysis.sentences[one.sentence], self.analysis.sentences[other.sentence]
        if scope in {"match", "clause"}:
            return one.sentence == other.sentence and _related(self.clause(one), self.clause(other), a)
        if scope == "sentence":
            return one.sentence == other.sentence
        if scope == "neighbours":
            return abs(one.sentence - other.sentence) <= 1 and a.region == b.region
        if scope == "paragraph":
            return a.paragraph == b.paragraph
        return scope == "draft" or a.region == b.region


def in_regions(sentence: Sentence, regions: Iterable[str]) -> bool:
    """Whether a sentence lies in one of these regions; “opening” are the body's first two sentences."""
    return sentence.region in regions or (sentence.opening and "opening" in regions)


def _frame(frames: tuple[str, ...], clause: Clause, loose: bool) -> bool:
    if frames:
        return "any" in frames or clause.frame in frames
    return loose or clause.frame not in _FOREIGN


def _slots(pattern: ClauseSlots, clause: Clause) -> bool:
    return (
        (not pattern.who or clause.who in pattern.who)
        and (not pattern.act or clause.act in pattern.act)
        and (pattern.polarity is None or clause.polarity == pattern.polarity)
        and (not pattern.time or clause.time in pattern.time)
        and (not pattern.modal or (clause.modal or "none") in pattern.modal)
    )


def _inside(hit: tuple[int, int], clause: Clause) -> bool:
    return hit[0] in clause.subtree and hit[1] - 1 in clause.subtree


def _related(one: Clause, other: Clause, sentence: Sentence) -> bool:
    return one.head in other.subtree or other.head in one.subtree


def _own_range(sentence: Sentence, clause: Clause) -> tuple[int, int]:
    own = list(clause.own)
    while len(own) > 1 and (sentence.tokens[own[0]].pos in {"PUNCT", "CCONJ"}):
        own.pop(0)
    while len(own) > 1 and sentence.tokens[own[-1]].pos in {"PUNCT", "CCONJ"}:
        own.pop()
    return own[0], own[-1] + 1
