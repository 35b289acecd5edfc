"""Why a rule spoke or stayed silent: each sentence's clauses with their slots, and what decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.errors import UsageError
from notelint.matching import evidence
from notelint.matching.compile import CompiledCatalogue, CompiledRule, Node
from notelint.matching.engine import FORBID_IN, severity_of
from notelint.matching.find import Finder, Found, in_regions
from notelint.types import Analysis, Clause, Sentence, Source


@dataclass(frozen=True, slots=True)
class Decision:
    """A hit of a pattern in a sentence: its words, where the pattern stands, and what struck it (None: it counts)."""

    text: str
    pattern: Source
    struck_by: Source | None


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """A sentence with its clauses, one line each, and the decisions in it."""

    sentence: Sentence
    text: str
    clauses: tuple[str, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The trace of one rule over one draft; `note` says why it did not run at all."""

    rule: str
    note: str
    sentences: tuple[TracedSentence, ...]


def trace(rule_id: str, analysis: Analysis, compiled: CompiledCatalogue) -> Trace:
    """Trace a rule over a draft.

    Raises:
        UsageError: there is no such rule.
    """
    rule = compiled.rules.get(rule_id)
    if rule is None:
        raise UsageError(f"there is no rule `{rule_id}`; `notelint rules` lists them")
    finder = Finder(analysis, compiled)
    note = ""
    if severity_of(rule.rule, analysis.kind.kind) is None:
        note = f"it does not run on a draft of kind {analysis.kind.kind}"
    elif rule.rule.check is not None:
        note = f"it is a check (`{rule.rule.check}`) and looks at no sentence"
    return Trace(rule_id, note, tuple(_sentence(sentence, rule, finder) for sentence in analysis.sentences))


def _sentence(sentence: Sentence, rule: CompiledRule, finder: Finder) -> TracedSentence:
    text = finder.analysis.draft.slice(sentence.span)
    clauses = tuple(_clause(sentence, clause) for clause in sentence.clauses)
    return TracedSentence(sentence, " ".join(text.split()), clauses, tuple(_decisions(sentence, rule, finder)))


def _decisions(sentence: Sentence, rule: CompiledRule, finder: Finder) -> Iterator[Decision]:
    default = rule.rule.regions or (FORBID_IN if rule.forbid else evidence.REQUIRE_IN)
    for node in rule.forbid + rule.require:
        if not in_regions(sentence, node.pattern.regions or default):
            continue
        counted = finder.find(node)
        for hit in (hit for hit in finder.ungated(node) if hit.sentence == sentence.index):
            struck = finder.struck(hit, node.unless) or finder.struck(hit, rule.unless)
            if struck is not None or hit in counted:
                yield Decision(_words(hit, finder), _where(node), struck.pattern.source if struck else None)


def _words(hit: Found, finder: Finder) -> str:
    span = hit.exact or finder.analysis.sentences[hit.sentence].hull(hit.first, hit.last)
    return " ".join(finder.analysis.draft.slice(span).split())


def _where(node: Node) -> Source:
    return node.pattern.source


def _clause(sentence: Sentence, clause: Clause) -> str:
    does = " ".join(sentence.tokens[i].lemma for i in clause.predicate)
    own = " ".join(sentence.tokens[i].text for i in clause.own)
    slots = [f"who={clause.who}", f"does={does}", f"act={clause.act}", f"frame={clause.frame}", f"polarity={clause.polarity}"]
    slots += [f"modal={clause.modal}"] if clause.modal else []
    return "  ".join([*slots, f"time={clause.time}", f"“{own}”"])
