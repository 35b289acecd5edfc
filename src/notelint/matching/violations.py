"""From matches to violations: message, why, suggestions, fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from notelint.matching import slots
from notelint.matching.places import insertion, place_of
from notelint.types import Analysis, Edit, Match, Rule, Severity, Span, Suggestion, Violation


def forbidden(rule: Rule, severity: Severity, match: Match, analysis: Analysis) -> Violation:
    """The violation of a rule that forbids."""
    draft = analysis.draft
    text = draft.slice(match.span)
    values = {**slots.known(analysis), "text": " ".join(text.split())}
    target = _target(rule, match.span, analysis)
    suggestions = tuple(
        Suggestion(words, (Edit(target, words),), open_slots) for words, open_slots in slots.choose(rule.suggest, values)
    )
    replacement = rule.replace.get(text.lower())
    fix = None if replacement is None else Suggestion(replacement, (Edit(match.span, replacement),))
    return _violation(
        rule, "suggestion" if match.confidence == "low" else severity, slots.message(rule.message, values),
        match.span, analysis, suggestions, fix,
    )  # fmt: skip


def missing(rule: Rule, severity: Severity, analysis: Analysis) -> Violation:
    """The violation of a rule that requires, reported at the place where the part belongs."""
    assert rule.missing is not None  # noqa: S101 - the loader refuses a requiring rule without it
    values = slots.known(analysis)
    span = place_of(rule.missing.zone, analysis)
    suggestions = tuple(
        Suggestion(words, (insertion(rule.missing.zone, words, analysis),), open_slots)
        for words, open_slots in slots.choose(rule.missing.insert, values)
    )
    violation = _violation(rule, severity, slots.message(rule.missing.message, values), span, analysis, suggestions, None)
    return replace(violation, missing=True)


def checked(rule: Rule, severity: Severity, span: Span, message: str, suggestion: Suggestion | None, analysis: Analysis) -> Violation:
    """The violation of a `check:` rule."""
    return _violation(rule, severity, message, span, analysis, () if suggestion is None else (suggestion,), None)


def unify(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """In the order (start, end, rule), without doubles; a later violation of the same span names the first."""
    ordered = sorted(violations, key=lambda item: (item.span, item.rule))
    first: dict[Span, str] = {}
    counted: dict[str, int] = {}
    done = []
    for violation in ordered:
        same_as = None if violation.missing else first.setdefault(violation.span, violation.rule)
        nth = counted[violation.fingerprint] = counted.get(violation.fingerprint, 0) + 1
        fingerprint = violation.fingerprint if nth == 1 else f"{violation.fingerprint}-{nth}"
        done.append(replace(violation, same_as=None if same_as == violation.rule else same_as, fingerprint=fingerprint))
    return tuple(done)


def _violation(
    rule: Rule, severity: Severity, message: str, span: Span, analysis: Analysis,
    suggestions: tuple[Suggestion, ...], fix: Suggestion | None,
) -> Violation:  # fmt: skip
    draft = analysis.draft
    text = draft.slice(span)
    key = f"{rule.id}\0{' '.join(text.lower().split())}"
    return Violation(
        rule=rule.id, severity=severity, message=message, why=" ".join(rule.why.split()), span=span, text=text,
        zone=draft.zone_at(span.start), suggestions=suggestions, fix=fix,
        chapter=tuple(f"§{section}" for section in rule.chapter),
        fingerprint=hashlib.sha256(key.encode()).hexdigest()[:16],
    )  # fmt: skip


def _target(rule: Rule, span: Span, analysis: Analysis) -> Span:
    """What a suggestion replaces: the match, the clause or the sentence that holds it."""
    if rule.replaces == "match":
        return span
    for sentence in analysis.sentences:
        if sentence.span.start <= span.start < sentence.span.end:
            if rule.replaces == "sentence":
                return sentence.span
            token = next((t for t in sentence.tokens if t.span.end > span.start), sentence.tokens[0])
            own = sentence.clauses[token.clause].own
            return sentence.hull(own[0], own[-1] + 1)
    return span
