"""From rules and an analysis to a report: who may speak, what is found, what is missing, what is silenced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from notelint.matching import checks, evidence
from notelint.matching.compile import CompiledCatalogue, CompiledRule
from notelint.matching.find import Finder, in_regions
from notelint.matching.marks import match_of, merge
from notelint.matching.suppress import suppress
from notelint.matching.violations import checked, forbidden, missing, unify
from notelint.types import (
    SEVERITIES, Analysis, DraftKind, DraftReport, Evidence, Match, NotRun, Part, Rule, Severity, Violation,
)  # fmt: skip

FORBID_IN = ("subject", "greeting", "body", "closing", "postscript")
_SILENCING = ("not-empty", "written-in-english")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run asks of the rules.

    Attributes:
        select: the only rules to run, None for all.
        ignore: rules that do not run.
        severity: severities that replace those of the rules.
        options: options of `check:` rules by rule id.
        now: the clock, for rules that look at it.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    now: datetime | None = None

    def runs(self, rule: str) -> bool:
        """Whether this rule is asked for."""
        return rule not in self.ignore and (self.select is None or rule in self.select)


def judge(analysis: Analysis, compiled: CompiledCatalogue, settings: Settings | None = None) -> DraftReport:
    """Judge one draft.

    Args:
        analysis: what is known of its language.
        compiled: the rules.
        settings: which rules run and how; all of them as written when None.

    Returns:
        The report, violations in the order (start, end, rule).
    """
    settings = settings or Settings()
    run = _Run(analysis, compiled, settings)
    draft = analysis.draft
    silencing = [violation for rule in _SILENCING for violation in run.by_check(rule)]
    if silencing:
        return DraftReport(draft, analysis.kind, analysis.words, unify(silencing[:1]), ())
    found = [violation for rule in compiled.rules.values() for violation in run.rule(rule)]
    spoken, silenced, unused = suppress(draft, found)
    spoken += run.by_check("unused-suppression", unused)
    return DraftReport(
        draft, analysis.kind, analysis.words, unify(spoken), tuple(run.parts),
        suppressed=unify(silenced), not_run=tuple(run.not_run),
    )  # fmt: skip


class _Run:
    """One draft, one set of rules."""

    def __init__(self, analysis: Analysis, compiled: CompiledCatalogue, settings: Settings) -> None:
        self.analysis = analysis
        self.compiled = compiled
        self.settings = settings
        self.finder = Finder(analysis, compiled)
        self.parts: list[Part] = []
        self.not_run: list[NotRun] = []

    def rule(self, compiled: CompiledRule) -> Iterator[Violation]:
        """The violations of one rule, none when it may not speak here."""
        rule = compiled.rule
        if rule.id in _SILENCING or rule.id == "unused-suppression" or not self.settings.runs(rule.id):
            return
        severity = severity_of(rule, self.analysis.kind.kind)
        if severity is None:
            return
        severity = self.settings.severity.get(rule.id, severity)
        needs = tuple(key for key in rule.needs if not self._has(key))
        if needs:
            self.not_run.append(NotRun(rule.id, needs))
        elif rule.check is not None:
            yield from self.by_check(rule.id)
        else:
            yield from self._forbidden(compiled, severity)
            yield from self._missing(compiled, severity)

    def by_check(self, rule_id: str, given: object = None) -> Iterator[Violation]:
        """The violations of a rule that has Python of its own."""
        compiled = self.compiled.rules.get(rule_id)
        if compiled is None or not self.settings.runs(rule_id):
            return
        rule = compiled.rule
        severity = self.settings.severity.get(rule_id) or severity_of(rule, self.analysis.kind.kind)
        if severity is None or rule.check is None:
            return
        options = {**rule.options, **self.settings.options.get(rule_id, {})}
        for finding in checks.run(rule.check, self.analysis, options, given):
            message = finding.message or rule.message.replace("{text}", self.analysis.draft.slice(finding.span))
            yield checked(rule, severity, finding.span, message, finding.suggestion, self.analysis)

    def _has(self, key: str) -> bool:
        headers = self.analysis.draft.headers
        return headers.get(key) is not None or (key == "subject" and headers.form == "mail")

    def _forbidden(self, compiled: CompiledRule, severity: Severity) -> Iterator[Violation]:
        rule, sentences = compiled.rule, self.analysis.sentences
        regions = rule.regions or FORBID_IN
        matches: list[Match] = [
            match_of(self.finder, hit)
            for node in compiled.forbid
            for hit in self.finder.find(node)
            if in_regions(sentences[hit.sentence], node.pattern.regions or regions)
            and self.finder.struck(hit, compiled.unless) is None
        ]
        for match in merge(matches):
            yield forbidden(rule, severity, match, self.analysis)

    def _missing(self, compiled: CompiledRule, severity: Severity) -> Iterator[Violation]:
        rule = compiled.rule
        if not compiled.require or not evidence.given(compiled, self.finder, self.compiled):
            return
        hits = evidence.satisfying(compiled, self.finder)
        shown = None
        if hits:
            hit = hits[0]
            shown = Evidence(rule.label or rule.id, match_of(self.finder, hit).span)
        else:
            yield missing(rule, severity, self.analysis)
        self.parts.append(Part(rule.id, rule.label or rule.summary, shown))


def severity_of(rule: Rule, kind: DraftKind) -> Severity | None:
    """The severity of a rule for a kind of draft; None when it does not run on it.

    On a draft of unknown kind only rules for all kinds run, with their mildest severity.
    """
    if kind != "unknown":
        return rule.severity.get(kind)
    named = [rule.severity.get(other) for other in ("thank-you", "follow-up", "reminder")]
    if any(severity is None for severity in named):
        return None
    return max((severity for severity in named if severity), key=SEVERITIES.index)
