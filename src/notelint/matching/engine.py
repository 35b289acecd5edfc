"""From rules and an analysis to a report: who may speak, what is found, what is missing, what is silenced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from notelint.drafts.application import Surroundings
from notelint.matching import checks, evidence, violations
from notelint.matching.checks import NOWHERE, Absent, Clocked, Context, Fault, Lacking, Remark
from notelint.matching.compile import CompiledCatalogue, CompiledRule
from notelint.matching.find import Finder
from notelint.matching.suppress import is_silent, suppress
from notelint.matching.violations import Speaker, numbered, sparing, with_twins
from notelint.matching.weights import Scales
from notelint.types import (
    KINDS,
    SEVERITIES,
    Analysis,
    DraftKind,
    DraftReport,
    Evidence,
    Note,
    NotRun,
    Part,
    Rule,
    Severity,
    Span,
    Suppression,
    Violation,
)

_SILENCING = ("not-empty", "written-in-english")  # checks
_LAST = "unused-suppression"


class Settings(Struct, frozen=True):
    """What a run asks of the rules.

    Attributes:
        select: the only rules to run, None for all.
        ignore: rules that do not run.
        severity: severities that replace those of the rules.
        options: options of `check:` rules by rule id.
        now: the clock, for rules that look at it; without a zone it is this machine's.
        country: code of the country whose public holidays are no business days.
        config: the file that names it.
        words: words that are spelt right, for the rule about spelling.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    now: datetime | None = None
    country: str = ""
    config: str | None = None
    words: tuple[str, ...] = ()

    def runs(self, rule: str) -> bool:
        """Whether this rule is asked for."""
        return rule not in self.ignore and (self.select is None or rule in self.select)


def judge(
    analysis: Analysis,
    compiled: CompiledCatalogue,
    settings: Settings | None = None,
    surroundings: Surroundings = NOWHERE,
    scales: Scales | None = None,
) -> DraftReport:
    """Judge one draft.

    Args:
        analysis: what is known of its language.
        compiled: the rules.
        settings: which rules run and how; all of them as written when None.
        surroundings: what lies around it, for rules that compare drafts.
        scales: what its sentences weigh, where drafts are weighed together.

    Returns:
        The report, violations in the order (start, end, rule).

    Raises:
        RuleError: a rule names a check that does not exist, or its regular expression runs away on this draft.
    """
    run = _Run(analysis, compiled, settings or Settings(), surroundings, scales)
    report = run.report()
    run.finder.leave()
    return report


def severity_of(rule: Rule, kind: DraftKind) -> Severity | None:
    """The severity of a rule for a kind of draft; None when it does not run on it.

    On a draft of unknown kind only rules for all kinds run, with their mildest severity.
    """
    if kind != "unknown":
        return rule.severity.get(kind)
    named = [rule.severity[other] for other in KINDS if other in rule.severity]
    return max(named, key=SEVERITIES.index) if len(named) == len(KINDS) else None


def lacking(rule: Rule, analysis: Analysis) -> tuple[str, ...]:
    """The header keys that a rule needs and the draft lacks or leaves empty.

    An empty subject counts as given, and so does that of mail headers without one.
    """
    if not rule.needs:
        return ()
    headers = analysis.draft.headers
    given = {entry.key for entry in headers.entries if entry.value or entry.key == "subject"}
    if headers.form == "mail" and given - {"kind"}:  # a mail has a subject, if only an empty one
        given.add("subject")
    return tuple(key for key in rule.needs if key not in given)


class _Run:
    """One draft, one set of rules."""

    def __init__(
        self,
        analysis: Analysis,
        compiled: CompiledCatalogue,
        settings: Settings,
        surroundings: Surroundings,
        scales: Scales | None,
    ) -> None:
        self.analysis = analysis
        self.compiled = compiled
        self.settings = settings
        self.surroundings = surroundings
        self.finder = Finder(analysis, compiled, scales)
        self.known = frozenset(compiled.rules)
        self.ran: set[str] = set()
        self.rewrote: set[str] = set()
        self.parts: list[Part] = []
        self.not_run: list[NotRun] = []
        self.notes: list[Note] = []
        self.clocked: dict[str, list[datetime]] = {}  # rule: until when what it says holds

    def report(self) -> DraftReport:
        """The report: rules that silence the others first, the one about useless suppressions last."""
        rules = list(self.compiled.rules.values())
        first = [compiled for compiled in rules if compiled.rule.check in _SILENCING]
        last = [compiled for compiled in rules if compiled.rule.check == _LAST]
        found = numbered(violation for compiled in first for violation in self._of(compiled))
        spoken, silenced, _ = suppress(self.analysis.draft, found)
        if spoken:
            return self._made(spoken[:1], silenced)
        rest = [compiled for compiled in rules if compiled.rule.check not in {*_SILENCING, _LAST}]
        found = numbered((*found, *(violation for compiled in rest for violation in self._of(compiled))))
        spoken, silenced, unused = suppress(self.analysis.draft, found)
        self._reshow(spoken)
        for compiled in last:
            also = numbered(self._of(compiled, self._of_no_use(unused, compiled.rule.id)))
            more, hushed, _ = suppress(self.analysis.draft, also)
            spoken, silenced = spoken + more, silenced + hushed
        return self._made(spoken, silenced)

    def _made(self, spoken: Sequence[Violation], silenced: Sequence[Violation]) -> DraftReport:
        return DraftReport(
            self.analysis.draft,
            self.analysis.kind,
            self.analysis.words,
            with_twins(sparing(spoken, self.parts, self._correcting())),
            tuple(map(self._shown, self.parts)),
            notes=tuple(note for note in self.notes if not is_silent(self.analysis.draft, note.rule)),
            suppressed=with_twins(silenced),
            not_run=tuple(self.not_run),
            valid_until=self._valid_until(),
        )

    def _reshow(self, spoken: Sequence[Violation]) -> None:
        """Show for each part words that may stay, if there are any: those of a fault go, and the part with them."""
        rules = self.compiled.rules
        faulty = [one.span for one in spoken if not one.missing and violations.takes_away(rules[one.rule].rule)]
        for at, part in enumerate(self.parts):
            if part.evidence and any(map(part.evidence.span.overlaps, faulty)):
                other = evidence.beside(rules[part.rule], self.finder, faulty)
                shown = replace(part.evidence, span=other.span) if other else part.evidence
                self.parts[at] = replace(part, evidence=shown)

    def _shown(self, part: Part) -> Part:
        """The part with the words that its reader sees for it."""
        if part.evidence is None:
            return part
        span = evidence.shown(self.compiled.rules[part.rule].rule, part.evidence.span, self.analysis.draft)
        return replace(part, evidence=replace(part.evidence, span=span))

    def _correcting(self) -> frozenset[str]:
        """The rules whose edits take no words away: all `check:` rules but those that rewrote a sentence."""
        return frozenset(name for name in self.ran if self.compiled.rules[name].rule.check) - self.rewrote

    def _valid_until(self) -> str | None:
        """The moment at which the first rule may say something else, in the clock's zone."""
        moments = [moment for until in self.clocked.values() for moment in until]
        zone = self.settings.now.tzinfo if self.settings.now else None
        return min(moments).astimezone(zone).isoformat(timespec="seconds") if moments else None

    def _of_no_use(self, unused: Sequence[Suppression], judge: str) -> tuple[Suppression, ...]:
        """Those whose rule had the chance to speak, or does not exist; the judging rule's own are left alone.

        So are those of a rule that looked at the clock: it may be silent only by now.
        """
        known, spoke = self.compiled.rules, self.ran - self.clocked.keys()
        return tuple(
            entry for entry in unused if entry.rule != judge and (entry.rule in spoke or entry.rule not in known)
        )

    def _of(self, compiled: CompiledRule, unused: tuple[Suppression, ...] = ()) -> list[Violation]:
        """The violations of one rule, none when it may not speak here."""
        rule = compiled.rule
        severity = severity_of(rule, self.analysis.kind.kind)
        if severity is None or not self.settings.runs(rule.id):
            return []
        needs = lacking(rule, self.analysis)
        if needs:
            self.not_run.append(NotRun(rule.id, needs))
            return []
        speaker = Speaker(rule, self.settings.severity.get(rule.id, severity), self.analysis)
        self.ran.add(rule.id)
        return list(self._said(compiled, speaker, unused))

    def _said(self, compiled: CompiledRule, speaker: Speaker, unused: tuple[Suppression, ...]) -> Iterator[Violation]:
        rule = compiled.rule
        if rule.check is not None:
            yield from self._checked(rule, rule.check, speaker, unused)
        elif evidence.satisfied(rule.given, self.finder, self.compiled):
            yield from (speaker.forbidden(match, self._has) for match in evidence.offending(compiled, self.finder))
            if compiled.require:
                yield from self._required(compiled, speaker)

    def _has(self, rule: str, besides: Span) -> bool:
        """Whether the draft has what a rule requires, elsewhere than in a span."""
        matches = evidence.satisfying(self.compiled.rules[rule], self.finder)
        return any(not match.span.overlaps(besides) for match in matches)

    def _checked(
        self, rule: Rule, check: str, speaker: Speaker, unused: tuple[Suppression, ...]
    ) -> Iterator[Violation]:
        settings = self.settings
        context = Context(
            self.analysis,
            {**rule.options, **settings.options.get(rule.id, {})},
            settings.now,
            unused,
            self.known,
            settings.country,
            settings.config,
            words=settings.words,
            classes=self.compiled.catalogue.classes,
            surroundings=self.surroundings,
        )
        for said in checks.run(check, context):
            match said:
                case Fault():
                    self.rewrote |= {rule.id} if said.rewrites else set()
                    yield speaker.checked(said)
                case Remark(message):
                    if all(message != note.message for note in self.notes):  # two rules may lack the same
                        self.notes.append(Note(rule.id, message))
                case Lacking(keys):
                    self.not_run.append(NotRun(rule.id, keys))
                case Absent(extra):
                    self.not_run.append(NotRun(rule.id, extra=extra))
                    self.ran.discard(rule.id)
                case Clocked(until):
                    self.clocked.setdefault(rule.id, []).extend([until] if until else [])

    def _required(self, compiled: CompiledRule, speaker: Speaker) -> Iterator[Violation]:
        rule = compiled.rule
        label = rule.label or rule.id
        matches = evidence.satisfying(compiled, self.finder)
        self.parts.append(Part(rule.id, label, Evidence(label, matches[0].span) if matches else None))
        if not matches:
            yield speaker.missing()
