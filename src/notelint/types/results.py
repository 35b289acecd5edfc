"""What is found in a draft: matches, violations, the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from notelint.types.analysis import Evidence, KindFinding
from notelint.types.base import SEVERITIES, FailOn, Severity, Span, ZoneKind
from notelint.types.drafts import Draft


class Match(Struct, frozen=True):
    """What a pattern found: a span, and whether the pattern that found it has low confidence."""

    span: Span
    confidence: Literal["full", "low"] = "full"


class Edit(Struct, frozen=True):
    """Replace the text of `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Suggestion(Struct, frozen=True):
    """Something to write instead; `slots` names what the writer must still fill in.

    Without edits it is advice only.
    """

    text: str
    edits: tuple[Edit, ...] = ()
    slots: tuple[str, ...] = ()


class Violation(Struct, frozen=True):
    """What is wrong at one place: `text` is the draft's text of `span`, `related` are places that belong to it."""

    rule: str
    severity: Severity
    message: str
    why: str
    span: Span
    text: str
    zone: ZoneKind
    suggestions: tuple[Suggestion, ...]
    fix: Suggestion | None
    chapter: tuple[str, ...]
    fingerprint: str
    missing: bool = False  # something required is absent; the span says where it belongs
    same_as: str | None = None
    related: tuple[Span, ...] = ()

    def leaves_out(self, suggestion: Suggestion) -> bool:
        """Whether a suggestion takes all of these words away, and says so in its text."""
        return bool(suggestion.edits) and all(
            not edit.text and edit.span.start <= self.span.start and self.span.end <= edit.span.end
            for edit in suggestion.edits
        )


class Part(Struct, frozen=True):
    """A required part of the draft: satisfied by `evidence`, or missing (None)."""

    rule: str
    label: str
    evidence: Evidence | None


class NotRun(Struct, frozen=True):
    """A rule that could not run, wholly or in part, and what it needs: header keys, options such as `--x`, an extra."""

    rule: str
    needs: tuple[str, ...] = ()
    extra: str = ""


class Note(Struct, frozen=True):
    """A remark of a rule that is no violation ("9 hours left")."""

    rule: str
    message: str


class DraftReport(Struct, frozen=True):
    """All that notelint says about one draft; violations in the order (start, end, rule)."""

    draft: Draft
    kind: KindFinding
    words: int
    violations: tuple[Violation, ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...] = ()
    suppressed: tuple[Violation, ...] = ()
    known: tuple[Violation, ...] = ()  # those that a baseline leaves out
    not_run: tuple[NotRun, ...] = ()
    valid_until: str | None = None
    partial: bool = False  # rules were chosen or left out on the command line
    fail_on: FailOn = "warning"  # the mildest severity that fails the run

    @property
    def fails(self) -> bool:
        """Whether a violation is as severe as `fail_on`."""
        return any(self.fails_by(violation) for violation in self.violations)

    def fails_by(self, violation: Violation) -> bool:
        """Whether this violation is as severe as `fail_on`."""
        failing = SEVERITIES[: SEVERITIES.index(self.fail_on) + 1] if self.fail_on != "never" else ()
        return violation.severity in failing


class Failure(Struct, frozen=True):
    """What kept a draft from being judged: a file (the draft, a config, a rule), why, and where in it, from 1."""

    path: str
    message: str
    line: int | None = None
    column: int | None = None


class Fixed(Struct, frozen=True):
    """How many violations of a rule were fixed in a draft."""

    path: str
    rule: str
    count: int


class LeftOut(Struct, frozen=True):
    """A fix that was asked for and not made; line from 1, in the draft as it is now."""

    path: str
    rule: str
    line: int
    reason: str


class Stale(Struct, frozen=True):
    """An entry of a baseline for more violations than there are: by how many; the path is the draft's."""

    baseline: str
    path: str
    rule: str
    count: int


class Report(Struct, frozen=True):
    """One run: the drafts in order of path, the failures, what was fixed before, what a baseline has too many.

    `unjudged` is how many drafts were left when the run was interrupted.
    """

    drafts: Sequence[DraftReport]
    errors: tuple[Failure, ...] = ()
    model: str = ""
    fixed: tuple[Fixed, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    stale: tuple[Stale, ...] = ()
    unjudged: int = 0

    def count(self) -> Mapping[Severity, int]:
        """Number of violations of each severity over all drafts."""
        counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
        for report in self.drafts:
            for violation in report.violations:
                counts[violation.severity] += 1
        return counts
