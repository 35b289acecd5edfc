"""The report as JSON, version 1 (docs/json.md): keys may be added in time, none is changed or taken away."""

from __future__ import annotations

import json

from notelint import __version__
from notelint.types import SEVERITIES, Draft, DraftReport, Failure, Report, Span, Suggestion, Violation

VERSION = 1
ENCODING = "utf-32"  # the unit of columns and offsets: a code point

Json = dict[str, object]


def render(report: Report) -> str:
    """One JSON document, also for a run without drafts; ends with a line end."""
    count = report.count()
    document: Json = {
        "version": VERSION,
        "notelint": __version__,
        "model": report.model,
        "position_encoding": ENCODING,
        "drafts": [_draft(draft) for draft in report.drafts],
        "errors": [_failure(failure) for failure in report.errors],
        "summary": {"drafts": len(report.drafts)} | {name: count[name] for name in SEVERITIES},
        "fixed": [{"path": one.path, "rule": one.rule, "count": one.count} for one in report.fixed],
        "not_fixed": [
            {"path": one.path, "rule": one.rule, "line": one.line, "reason": one.reason} for one in report.left_out
        ],
        "stale": [
            {"baseline": one.baseline, "path": one.path, "rule": one.rule, "count": one.count} for one in report.stale
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _failure(failure: Failure) -> Json:
    places = (("line", failure.line), ("column", failure.column))
    where = ", ".join(f"{name} {number}" for name, number in places if number is not None)
    return {"path": failure.path, "message": f"{where}: {failure.message}" if where else failure.message}


def _draft(report: DraftReport) -> Json:
    draft = report.draft
    return {
        "path": draft.path,
        "kind": report.kind.kind,
        "kind_from": report.kind.source,
        "kind_evidence": [_words(draft, item.span) for item in report.kind.evidence],
        "words": report.words,
        "violations": [_violation(draft, violation) for violation in report.violations],
        "evidence": [
            {"rule": part.rule, **_words(draft, part.evidence.span)} for part in report.parts if part.evidence
        ],
        "notes": [{"rule": note.rule, "message": note.message} for note in report.notes],
        "suppressed": [_violation(draft, violation) for violation in report.suppressed],
        "not_run": [
            {"rule": entry.rule, "needs": list(entry.needs), "extra": entry.extra or None} for entry in report.not_run
        ],
        "valid_until": report.valid_until,
        "positions_in": "decoded text" if draft.decoded else "file",
        "known": [_violation(draft, violation) for violation in report.known],
    }


def _violation(draft: Draft, violation: Violation) -> Json:
    return {
        "rule": violation.rule,
        "severity": violation.severity,
        "message": violation.message,
        "text": violation.text,
        "zone": violation.zone,
        **_range(draft, violation.span),
        "suggestions": [_suggestion(draft, suggestion) for suggestion in violation.suggestions],
        "fix": _suggestion(draft, violation.fix) if violation.fix else None,
        "chapter": list(violation.chapter),
        "url": None,
        "fingerprint": violation.fingerprint,
        "same_as": violation.same_as,
        "related": [_words(draft, span) for span in violation.related],
    }


def _suggestion(draft: Draft, suggestion: Suggestion) -> Json:
    edits = [{**_range(draft, edit.span), "text": edit.text} for edit in suggestion.edits]
    return {"text": suggestion.text, "edits": edits, "slots": list(suggestion.slots)}


def _words(draft: Draft, span: Span) -> Json:
    return {"text": draft.slice(span), **_range(draft, span)}


def _range(draft: Draft, span: Span) -> Json:
    return {"start": draft.position(span.start)._asdict(), "end": draft.position(span.end)._asdict()}
