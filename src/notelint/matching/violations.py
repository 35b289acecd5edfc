"""From matches to violations: message, why, suggestions, fix, fingerprint, order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable

from msgspec import Struct
from msgspec.structs import replace

from notelint.matching import message_slots as slots
from notelint.matching.checks.said import Fault
from notelint.matching.places import insertion, place_of, without
from notelint.types import Analysis, Edit, Match, Part, Rule, Severity, Span, Suggestion, Violation

_MARKS = " ,;:–—"
_LINES = frozenset({"greeting", "closing", "signature"})


class Speaker(Struct, frozen=True):
    """A rule that speaks about one draft, with the severity that it has there."""

    rule: Rule
    severity: Severity
    analysis: Analysis

    def forbidden(self, match: Match, has: Callable[[str, Span], bool]) -> Violation:
        """The violation of a rule that forbids; a match of low confidence is only suggested.

        Args:
            match: what it forbids.
            has: whether the draft has what a rule requires elsewhere than in a span.
        """
        rule, text = self.rule, _plain(self.analysis.draft.slice(match.span))
        values = {
            **slots.known(self.analysis),
            "text": _quotable(text),
            "calm": slots.calm(text, begins=self._begins(match.span)),
        }
        target = self._target(match.span)
        # a sentence cannot stand for a greeting, a close or a name
        fits = rule.replaces == "match" or self.analysis.draft.zone_at(match.span.start) not in _LINES
        wanted = [each.words for each in rule.suggest if fits and not (each.unless and has(each.unless, target))]
        offered = [self._instead(words, left, target) for words, left in slots.choose(wanted, values)]
        said = self._said(match.span, slots.message(rule.message, values), offered)
        severity: Severity = "suggestion" if match.confidence == "low" else self.severity
        return replace(said, severity=severity, fix=_fix(rule, text, match.span))

    def _instead(self, words: str, left: tuple[str, ...], target: Span) -> Suggestion:
        """The suggestion of these words for those at a target; none leaves these out."""
        if not words:
            what = "this sentence" if self.rule.replaces == "sentence" else "these words"
            return Suggestion(f"Leave {what} out.", (Edit(without(target, self.analysis.draft), ""),))
        return Suggestion(words, () if slots.is_slot(words) else (Edit(target, words),), left)

    def missing(self) -> Violation:
        """The violation of a rule that requires, reported at the place where the part belongs."""
        wanted = self.rule.missing
        assert wanted is not None  # noqa: S101 - the loader refuses a requiring rule without it
        values = slots.known(self.analysis, greeting=wanted.zone != "greeting")
        written = self.analysis.draft.text.casefold()
        offered = [
            Suggestion(words, (insertion(wanted.zone, words, self.analysis),), left)
            for words, left in slots.choose(wanted.insert, values)
            if not (left and words.casefold() in written)  # its slot stands there, to be filled
        ]
        message = slots.message(wanted.message or self.rule.message, values)
        said = self._said(place_of(wanted.zone, self.analysis), message, offered)
        return replace(said, missing=True, fingerprint=_fingerprint(self.rule.id, ""))

    def checked(self, fault: Fault) -> Violation:
        """The violation of a `check:` rule."""
        text = _plain(self.analysis.draft.slice(fault.span))
        message = fault.message or slots.message(self.rule.message, {**slots.known(self.analysis), "text": text})
        offered = [fault.suggestion, *fault.others] if fault.suggestion else list(fault.others)
        said = self._said(fault.span, message, offered)
        severity: Severity = "suggestion" if fault.confidence == "low" else self.severity
        if fault.missing:
            said = replace(said, missing=True, fingerprint=_fingerprint(self.rule.id, fault.missing))
        if fault.about:
            said = replace(said, fingerprint=_fingerprint(self.rule.id, fault.about))
        return replace(said, severity=severity, fix=fault.fix, related=fault.related)

    def _said(self, span: Span, message: str, suggestions: list[Suggestion]) -> Violation:
        rule, draft = self.rule, self.analysis.draft
        text = draft.slice(span)
        return Violation(
            rule=rule.id,
            severity=self.severity,
            message=message,
            why=" ".join(rule.why.split()),
            span=span,
            text=text,
            zone=draft.zone_at(span.start),
            suggestions=tuple(suggestions),
            fix=None,
            chapter=tuple(f"§{section}" for section in rule.chapter),
            fingerprint=_fingerprint(rule.id, text),
        )

    def _begins(self, span: Span) -> bool:
        """Whether a sentence begins there."""
        return any(sentence.span.start == span.start for sentence in self.analysis.sentences)

    def _target(self, span: Span) -> Span:
        """What a suggestion replaces: the match, or the clause or sentence in which it begins."""
        if self.rule.replaces == "match":
            return span
        sentence = next((s for s in self.analysis.sentences if s.span.start <= span.start < s.span.end), None)
        if sentence is None:
            return span
        if self.rule.replaces == "sentence":  # or sentences: “!” may stand behind three
            touched = [other.span.end for other in self.analysis.sentences if other.span.start < span.end]
            return Span(sentence.span.start, max(sentence.span.end, *touched))
        token = next(token for token in sentence.tokens if token.span.end > span.start)
        own = sentence.clauses[token.clause].own
        return sentence.hull(own[0], own[-1] + 1)


def takes_away(rule: Rule) -> bool:
    """Whether the words that a rule forbids go when they are mended, with what else they say."""
    return rule.replaces != "match" and any(not slots.is_slot(each.words) for each in rule.suggest)


def numbered(violations: Iterable[Violation]) -> list[Violation]:
    """In the order (start, end, rule), the fingerprints of equal faults told apart by their number."""
    counted: dict[str, int] = {}
    done = []
    for violation in sorted(violations, key=_order):
        nth = counted[violation.fingerprint] = counted.get(violation.fingerprint, 0) + 1
        done.append(violation if nth == 1 else replace(violation, fingerprint=f"{violation.fingerprint}-{nth}"))
    return done


def with_twins(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """In order, a later violation of the same words naming the first.

    What is missing beside words says nothing about them, so only a missing part that takes their place is a twin.
    """
    first: dict[Span, str] = {}
    done = []
    for violation in sorted(violations, key=_order):
        beside = violation.missing and not _in_place(violation)
        twin = None if beside else first.setdefault(violation.span, violation.rule)
        done.append(violation if twin in {None, violation.rule} else replace(violation, same_as=twin))
    return tuple(done)


def sparing(violations: Iterable[Violation], parts: Iterable[Part], correcting: Container[str] = ()) -> list[Violation]:
    """The violations without edits that would take away words which serve a rule that requires; these only advise.

    That words may be left out is not advised then.

    Args:
        violations: in any order.
        parts: what serves.
        correcting: rules whose edits correct words or add some, and take none away.
    """
    serving = [part.evidence.span for part in parts if part.evidence is not None]

    def spares(suggestion: Suggestion) -> bool:
        return not any(edit.span.overlaps(span) for edit in suggestion.edits for span in serving)

    return [
        replace(
            violation,
            suggestions=tuple(
                each if spares(each) else replace(each, edits=())
                for each in violation.suggestions
                if spares(each) or not violation.leaves_out(each)
            ),
        )
        if violation.rule not in correcting
        else violation
        for violation in violations
    ]


def _order(violation: Violation) -> tuple[Span, str]:
    return violation.span, violation.rule


def _in_place(violation: Violation) -> bool:
    return any(edit.span == violation.span for suggestion in violation.suggestions for edit in suggestion.edits)


def _quotable(text: str) -> str:
    """Words without the marks at their ends that say nothing by themselves, unless there are but marks."""
    inner = text.strip(_MARKS)
    return (inner.removesuffix(".") if not inner.endswith("..") else inner) or text


def _plain(text: str) -> str:
    return " ".join(text.split())


def _fix(rule: Rule, text: str, span: Span) -> Suggestion | None:
    words = rule.replace.get(text.lower().replace("’", "'"))
    if words is None:
        return None
    words = words[:1].upper() + words[1:] if text[:1].isupper() else words
    return Suggestion(words, (Edit(span, words),))


def _fingerprint(rule: str, text: str) -> str:
    """Of the rule and its words alone, so that edits elsewhere leave it; of a missing part the rule is enough."""
    return hashlib.sha256(f"{rule}\0{_plain(text.lower())}".encode()).hexdigest()[:16]
