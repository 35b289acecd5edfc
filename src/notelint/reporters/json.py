"""The report as JSON, version 1 (docs/json.md): keys may be added in time, none is changed or taken away."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path

import orjson

from notelint import __version__
from notelint.reporters.pieces import joined
from notelint.reporters.positions import Encoding, Positions
from notelint.types import SEVERITIES, DraftReport, Failure, Report, Span, Suggestion, Violation

VERSION = 1

Json = dict[str, object]


def render(report: Report, encoding: Encoding = "utf-32") -> str:
    """One JSON document, also for a run without drafts; ends with a line end.

    Args:
        report: the run.
        encoding: the unit of columns and offsets; `utf-32` is a code point.
    """
    return joined(Members(encoding, report.model), report)


class Members:
    """The same draft by draft; `model` is that of the report."""

    def __init__(self, encoding: Encoding = "utf-32", model: str = "") -> None:
        self._encoding: Encoding = encoding
        self._model = model
        self._drafts = 0
        self._severities: Counter[str] = Counter()

    def draft(self, report: DraftReport) -> str:
        """One draft; before the first what stands above all."""
        before = "," if self._drafts else self._head()
        self._drafts += 1
        self._severities.update(violation.severity for violation in report.violations)
        lines = _dumped(_draft(report, self._encoding)).replace("\n", "\n    ")  # no string has a line end in JSON
        return f"{before}\n    {lines}"

    def end(self, report: Report) -> str:
        """What stands below the drafts."""
        document: Json = {
            "errors": [_failure(failure) for failure in report.errors],
            "summary": {"drafts": self._drafts} | {name: self._severities[name] for name in SEVERITIES},
            "fixed": [{"path": one.path, "rule": one.rule, "count": one.count} for one in report.fixed],
            "not_fixed": [
                {"path": one.path, "rule": one.rule, "line": one.line, "reason": one.reason} for one in report.left_out
            ],
            "stale": [
                {"baseline": one.baseline, "path": one.path, "rule": one.rule, "count": one.count}
                for one in report.stale
            ],
            "unjudged": report.unjudged,
        }
        above = "\n  ]" if self._drafts else f"{self._head()}]"
        return f"{above},{_dumped(document).removeprefix('{')}\n"

    def _head(self) -> str:
        head: Json = {
            "version": VERSION,
            "notelint": __version__,
            "model": self._model,
            "position_encoding": self._encoding,
        }
        return _dumped(head).removesuffix("\n}") + ',\n  "drafts": ['


def _dumped(value: Json) -> str:
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    except TypeError:  # half of a surrogate pair, as the name of a file may have
        return json.dumps(value, ensure_ascii=False, indent=2)


def schema() -> str:
    """The JSON Schema of this format: in the package, or in the project's docs in an editable install."""
    package = Path(str(files("notelint")))
    places = (package / "report.schema.json", package.parents[1] / "docs" / "report.schema.json")
    return next((place for place in places if place.is_file()), places[0]).read_text(encoding="utf-8")


class _Places(Positions):
    """The positions of a draft in JSON."""

    def words(self, span: Span) -> Json:
        return {"text": self.draft.slice(span), **self.range(span)}

    def range(self, span: Span) -> Json:
        return {"start": self._place(span.start), "end": self._place(span.end)}

    def _place(self, offset: int) -> Json:
        line, column, offset = self.at(offset)
        return {"line": line, "column": column, "offset": offset}


def _failure(failure: Failure) -> Json:
    places = (("line", failure.line), ("column", failure.column))
    where = ", ".join(f"{name} {number}" for name, number in places if number is not None)
    return {"path": failure.path, "message": f"{where}: {failure.message}" if where else failure.message}


def _draft(report: DraftReport, encoding: Encoding) -> Json:
    draft, places = report.draft, _Places(report.draft, encoding)
    return {
        "path": draft.path,
        "kind": report.kind.kind,
        "kind_from": report.kind.source,
        "kind_evidence": [places.words(item.span) for item in report.kind.evidence],
        "words": report.words,
        "violations": [_violation(places, violation) for violation in report.violations],
        "evidence": [{"rule": part.rule, **places.words(part.evidence.span)} for part in report.parts if part.evidence],
        "parts": [
            {"rule": part.rule, "label": part.label, "present": part.evidence is not None} for part in report.parts
        ],
        "notes": [{"rule": note.rule, "message": note.message} for note in report.notes],
        "suppressed": [_violation(places, violation) for violation in report.suppressed],
        "not_run": [
            {"rule": entry.rule, "needs": list(entry.needs), "extra": entry.extra or None} for entry in report.not_run
        ],
        "valid_until": report.valid_until,
        "positions_in": "decoded text" if draft.decoded else "file",
        "known": [_violation(places, violation) for violation in report.known],
    }


def _violation(places: _Places, violation: Violation) -> Json:
    return {
        "rule": violation.rule,
        "severity": violation.severity,
        "message": violation.message,
        "why": violation.why,
        "text": violation.text,
        "zone": violation.zone,
        **places.range(violation.span),
        "suggestions": [_suggestion(places, suggestion) for suggestion in violation.suggestions],
        "missing": violation.missing,
        "fix": _suggestion(places, violation.fix) if violation.fix else None,
        "chapter": list(violation.chapter),
        "url": None,
        "fingerprint": violation.fingerprint,
        "same_as": violation.same_as,
        "related": [places.words(span) for span in violation.related],
    }


def _suggestion(places: _Places, suggestion: Suggestion) -> Json:
    edits = [{**places.range(edit.span), "text": edit.text} for edit in suggestion.edits]
    return {"text": suggestion.text, "edits": edits, "slots": list(suggestion.slots)}
