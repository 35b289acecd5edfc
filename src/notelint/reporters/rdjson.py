"""The diagnostic format of reviewdog (`rdjson`), for comments on a change with suggestions to accept.

Columns count bytes of UTF-8 from 1, ends are exclusive, as its definition (`reviewdog.proto`) says. A suggestion there
is one range with one text that is accepted as it stands: those with a slot to fill in, or with several edits, stay in
the message. Of a text that was read out of a mail or Word file the file alone is named.
"""

from __future__ import annotations

import json

from notelint.reporters.advice import message, offer, offered, written
from notelint.reporters.positions import Positions
from notelint.types import Draft, DraftReport, Failure, Report, Severity, Span, Suggestion, Violation

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}

Json = dict[str, object]


def render(report: Report) -> str:
    """One `DiagnosticResult` document that ends with a line end; what could not be judged stands last."""
    diagnostics = [found for draft in report.drafts for found in _diagnostics(draft)]
    diagnostics += [_failed(failure) for failure in report.errors]
    document = {"source": {"name": "notelint"}, "diagnostics": diagnostics}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _diagnostics(report: DraftReport) -> list[Json]:
    positions = Positions(report.draft, "utf-8")
    return [_diagnostic(report, positions, violation) for violation in report.violations]


def _diagnostic(report: DraftReport, positions: Positions, violation: Violation) -> Json:
    draft = report.draft
    offers = offered(violation)
    ready = [] if draft.decoded else [suggestion for suggestion in offers if _is_ready(suggestion)]
    location: Json = {"path": draft.path}
    if not draft.decoded:
        location["range"] = _range(positions, violation.span)
    found: Json = {
        "message": _message(draft, violation, None if ready else next(iter(offers), None)),
        "location": location,
        "severity": _SEVERITIES[violation.severity],
        "code": {"value": violation.rule},
    }
    if ready:
        found["suggestions"] = [
            {"range": _range(positions, edit.span), "text": written(draft, edit)}
            for edit in (suggestion.edits[0] for suggestion in ready)
        ]
    return found


def _is_ready(suggestion: Suggestion) -> bool:
    return len(suggestion.edits) == 1 and not suggestion.slots


def _message(draft: Draft, violation: Violation, advice: Suggestion | None) -> str:
    said = message(draft, violation)
    return f"{said}\n{offer(violation, advice)}" if advice else said


def _range(positions: Positions, span: Span) -> Json:
    start, end = positions.at(span.start), positions.at(span.end)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }


def _failed(failure: Failure) -> Json:
    location: Json = {"path": failure.path}
    if failure.line is not None:
        start: Json = {"line": failure.line}
        if failure.column is not None:
            start["column"] = failure.column
        location["range"] = {"start": start}
    return {"message": failure.message, "location": location, "severity": "ERROR"}
