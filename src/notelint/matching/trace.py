"""Why a rule spoke or stayed silent: each sentence's clauses with their slots, and what decided."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from notelint.errors import UsageError
from notelint.matching import evidence
from notelint.matching.compile import CompiledCatalogue, CompiledRule
from notelint.matching.engine import lacking, severity_of
from notelint.matching.find import Finder
from notelint.matching.found import Found, own_unless, striking
from notelint.matching.gates import in_regions, unlike
from notelint.matching.node import Node
from notelint.types import Analysis, Clause, ClauseSlots, Rule, Sentence, Source, Weighed

_TOLD = 8  # features of a weight that a trace names


class Decision(Struct, frozen=True):
    """A hit of a pattern in a sentence, and what became of it.

    Attributes:
        text: the words that hit.
        pattern: where the pattern stands.
        struck_by: where the `unless` stands that silenced it, or None.
        outdone_by: the rule for which its sentence weighs clearly more, which silenced it, or "".
        stopped: the gate that it did not pass, such as “act is statement”; empty when it passed all.
        weighed: of a learned weight the sum and the features that count most; empty for other patterns.
    """

    text: str
    pattern: Source
    struck_by: Source | None = None
    stopped: str = ""
    weighed: str = ""
    outdone_by: str = ""

    @property
    def counts(self) -> bool:
        """Whether nothing silenced it."""
        return not (self.struck_by or self.outdone_by or self.stopped)


class TracedSentence(Struct, frozen=True):
    """A sentence with its clauses, one line each, and what the patterns found in it.

    `decisions` are the hits that count or that something silenced, `near` those that a gate stopped.
    """

    sentence: Sentence
    text: str
    clauses: tuple[str, ...]
    decisions: tuple[Decision, ...]
    near: tuple[Decision, ...] = ()


class Trace(Struct, frozen=True):
    """The trace of one rule over one draft.

    `note` says why it did not run, or why it is silent as a whole; `said` is what a check saw and said.
    """

    rule: str
    note: str
    sentences: tuple[TracedSentence, ...]
    said: tuple[str, ...] = ()


def trace(rule_id: str, analysis: Analysis, compiled: CompiledCatalogue) -> Trace:
    """Trace a rule over a draft.

    Args:
        rule_id: the rule.
        analysis: what is known of the draft's language.
        compiled: the catalogue.

    Raises:
        UsageError: there is no such rule.
    """
    rule = compiled.rules.get(rule_id)
    if rule is None:
        raise UsageError(f"there is no rule `{rule_id}`; `notelint rules` lists them")
    finder = Finder(analysis, compiled)
    sentences = tuple(_sentence(sentence, rule, finder) for sentence in analysis.sentences)
    return Trace(rule_id, _note(rule.rule, finder, compiled), sentences)


def _note(rule: Rule, finder: Finder, compiled: CompiledCatalogue) -> str:
    analysis = finder.analysis
    needs = lacking(rule, analysis)
    if severity_of(rule, analysis.kind.kind) is None:
        return f"it does not run on a draft of kind {analysis.kind.kind}"
    if needs:
        return f"it needs `{needs[0]}:` in the headers"
    if rule.check is not None:
        return f"it is a check (`{rule.check}`) and has no patterns to trace"
    if not evidence.satisfied(rule.given, finder, compiled):
        return f"it speaks only when {rule.given} is satisfied, and it is not"
    return ""


def _sentence(sentence: Sentence, rule: CompiledRule, finder: Finder) -> TracedSentence:
    text = finder.analysis.draft.slice(sentence.span)
    clauses = tuple(_clause(sentence, clause) for clause in sentence.clauses)
    seen = list(_decisions(sentence, rule, finder))
    decisions = tuple(decision for decision in seen if not decision.stopped)
    near = tuple(decision for decision in seen if decision.stopped)
    return TracedSentence(sentence, " ".join(text.split()), clauses, decisions, near)


def _decisions(sentence: Sentence, rule: CompiledRule, finder: Finder) -> Iterator[Decision]:
    for node in rule.forbid + rule.require:
        if not in_regions(sentence, node.pattern.regions or evidence.regions(rule.rule)):
            continue
        for hit in sorted(finder.raw(node, sentence.index), key=Found.place):
            yield _decision(hit, node, rule, finder)
        if isinstance(node.pattern, ClauseSlots):
            yield from _near_misses(sentence, node, finder)


def _decision(hit: Found, node: Node, rule: CompiledRule, finder: Finder) -> Decision:
    span = hit.regex_span or finder.analysis.sentences[hit.sentence].hull(hit.first, hit.last)
    words = " ".join(finder.analysis.draft.slice(span).split())
    gate = finder.gate(hit, node)
    if gate:
        why = "no later clause fits its `then`" if gate == "then" else _slot(gate, finder.clause(hit))
        return Decision(words, node.pattern.source, stopped=why)
    struck = finder.struck(hit, own_unless(node, hit)) or finder.struck(hit, striking(rule.unless, node.pattern))
    other = None if struck else evidence.outdone(hit, finder)
    place, name = struck.pattern.source if struck else None, other.rule.id if other else ""
    return Decision(words, node.pattern.source, place, weighed=_weighed(hit, node, finder), outdone_by=name)


def _weighed(hit: Found, node: Node, finder: Finder) -> str:
    """Of a hit by weight the sum, and the features that count most; empty for other patterns."""
    if not isinstance(node.pattern, Weighed):
        return ""
    name, sentence = node.pattern.weighs, finder.analysis.sentences[hit.sentence]
    most = finder.scales.telling(sentence, name)[:_TOLD]
    parts = ", ".join(f"{feature} {worth:+.1f}" for feature, worth in most)
    return f"{finder.scales.weight(sentence, name):+.1f}: {parts}"


def _near_misses(sentence: Sentence, node: Node, finder: Finder) -> Iterator[Decision]:
    """Clauses with the phrases that the pattern wants, but with other slots."""
    assert isinstance(node.pattern, ClauseSlots)  # noqa: S101 - narrows the type
    if node.words is None and node.does is None:
        return
    for clause in sentence.clauses:
        slots = unlike(node.pattern, clause)
        if slots and finder.phrases_fit(node, sentence, clause):
            words = " ".join(sentence.tokens[i].text for i in clause.own)
            yield Decision(words, node.pattern.source, stopped=" and ".join(_slot(slot, clause) for slot in slots))


def _slot(slot: str, clause: Clause) -> str:
    return f"{slot} is {getattr(clause, slot) or 'none'}"


def _clause(sentence: Sentence, clause: Clause) -> str:
    does = " ".join(sentence.tokens[i].lemma for i in clause.predicate)
    own = " ".join(sentence.tokens[i].text for i in clause.own)
    slots = [f"who={clause.who}", f"does={does}", f"act={clause.act}", f"frame={clause.frame}"]
    slots += [
        f"polarity={clause.polarity}",
        *([f"modal={clause.modal}"] if clause.modal else []),
        f"time={clause.time}",
    ]
    return "  ".join([*slots, f"“{own}”"])
