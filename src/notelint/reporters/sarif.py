"""SARIF 2.1.0 (OASIS), for code scanning and editors that read it.

Columns are code points. Of a draft whose text was read out of a mail or Word file no place in the file is known: such a
result stands at the top of the file, holds the place in the decoded text as a property, and has no fixes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from importlib import metadata
from pathlib import PurePath
from urllib.parse import quote

from notelint import __version__
from notelint.catalogue import measured
from notelint.matching.suppress import silencing
from notelint.reporters import explain
from notelint.reporters.advice import message, offered, written
from notelint.reporters.style import Style
from notelint.types import (
    SEVERITIES,
    Draft,
    DraftReport,
    Edit,
    Failure,
    Measured,
    Report,
    Rule,
    Severity,
    Span,
    Violation,
)

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "SRCROOT"
FINGERPRINT = "notelint/v1"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "suggestion": "note"}

_TOP = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}

Json = dict[str, object]


def render(report: Report, rules: Mapping[str, Rule]) -> str:
    """One SARIF log with one run.

    Args:
        report: the run.
        rules: by id; those that spoke are described.

    Returns:
        A JSON document that ends with a line end.
    """
    spoke = sorted(
        {one.rule for draft in report.drafts for one in (*draft.violations, *draft.suppressed, *draft.known)}
    )
    index = {rule: number for number, rule in enumerate(spoke)}
    figures = measured.of(rules.values())
    results = [result for draft in report.drafts for result in _results(draft, index)]
    driver = {"name": "notelint", "version": __version__, "semanticVersion": __version__, **_home()}
    run: Json = {
        "tool": {"driver": {**driver, "rules": [_rule(rule, rules.get(rule), figures.get(rule)) for rule in spoke]}},
        "invocations": [
            {"executionSuccessful": not report.errors, "toolExecutionNotifications": list(_notifications(report))}
        ],
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder in which notelint ran."}}},
        "artifacts": [_artifact(draft.draft) for draft in report.drafts],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
        "properties": {"model": report.model},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _home() -> Json:
    """Where the project lives, by its metadata; else the name that it has everywhere (ECMA-427, Package-URL)."""
    urls = metadata.metadata("notelint").get_all("Project-URL") or [f",pkg:generic/notelint@{__version__}"]
    return {"informationUri": urls[0].partition(",")[2].strip()}


def _rule(name: str, rule: Rule | None, figures: Measured | None) -> Json:
    """What a rule is, with its page as help."""
    camel = "".join(part.capitalize() for part in name.split("-"))
    if rule is None:
        return {"id": name, "name": camel}
    gravest: Severity = min(rule.severity.values(), key=SEVERITIES.index, default="warning")
    page = explain.render(rule, Style(width=100), figures)
    return {
        "id": name,
        "name": camel,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.why.split())},
        "help": {"text": page, "markdown": explain.markdown(rule, figures)},
        "defaultConfiguration": {"level": _LEVELS[gravest]},
        "properties": {"tags": [rule.category], "chapter": [f"§{section}" for section in rule.chapter]},
    }


def _artifact(draft: Draft) -> Json:
    about = {"description": {"text": "Judged is the text that was read out of this file."}} if draft.decoded else {}
    return {"location": _file(draft.path), "roles": ["analysisTarget"], **about}


def _file(path: str) -> Json:
    """A path as a URI, relative to where notelint ran unless it is absolute."""
    if path == "-":
        return {"uri": "stdin", "uriBaseId": BASE}
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    return {"uri": quote(os.fsencode(pure.as_posix())), "uriBaseId": BASE}


def _results(report: DraftReport, index: Mapping[str, int]) -> list[Json]:
    told: list[tuple[Violation, list[Json]]] = [(violation, []) for violation in report.violations]
    told += [(violation, [_in_source(report.draft, violation)]) for violation in report.suppressed]
    told += [(violation, [{"kind": "external"}]) for violation in report.known]  # by a baseline
    ordered = sorted(told, key=lambda item: (item[0].span, item[0].rule))
    return [_result(report.draft, violation, index[violation.rule], by) for violation, by in ordered]


def _in_source(draft: Draft, violation: Violation) -> Json:
    """That the writer asked for silence, with the reasons of the suppressions that cover a violation."""
    reasons = dict.fromkeys(entry.reason for entry in silencing(draft, violation) if entry.reason)
    return {"kind": "inSource", **({"justification": "; ".join(reasons)} if reasons else {})}


def _result(draft: Draft, violation: Violation, index: int, suppressions: list[Json]) -> Json:
    result: Json = {
        "ruleId": violation.rule,
        "ruleIndex": index,
        "level": _LEVELS[violation.severity],
        "message": {"text": message(draft, violation)},
        "locations": [_location(draft, violation.span)],
        "partialFingerprints": {FINGERPRINT: violation.fingerprint},
        "suppressions": suppressions,
        "properties": {"zone": violation.zone, "missing": violation.missing, "sameAs": violation.same_as},
    }
    related = [_location(draft, span) | {"message": {"text": "It belongs to this."}} for span in violation.related]
    if related:
        result["relatedLocations"] = related
    fixes = list(_fixes(draft, violation))
    if fixes:
        result["fixes"] = fixes
    return result


def _location(draft: Draft, span: Span) -> Json:
    region = _region(draft, span)
    if draft.decoded:
        place = {"positionsIn": "decoded text", **region}
        return {"physicalLocation": {"artifactLocation": _file(draft.path), "region": _TOP}, "properties": place}
    if span.start < span.end:
        region["snippet"] = {"text": draft.slice(span)}
    return {"physicalLocation": {"artifactLocation": _file(draft.path), "region": region}}


def _region(draft: Draft, span: Span) -> Json:
    start, end = draft.position(span.start), draft.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _fixes(draft: Draft, violation: Violation) -> list[Json]:
    """What may be written instead, the safe fix first; names in square brackets are for the writer to fill in."""
    if draft.decoded:
        return []
    return [
        {
            "description": {"text": suggestion.text},
            "artifactChanges": [
                {
                    "artifactLocation": _file(draft.path),
                    "replacements": [_replacement(draft, edit) for edit in suggestion.edits],
                }
            ],
        }
        for suggestion in offered(violation)
        if suggestion.edits
    ]


def _replacement(draft: Draft, edit: Edit) -> Json:
    return {"deletedRegion": _region(draft, edit.span), "insertedContent": {"text": written(draft, edit)}}


def _notifications(report: Report) -> list[Json]:
    """What kept notelint from judging, and remarks of rules that are no results."""
    remarks: list[Json] = [
        {
            "level": "note",
            "message": {"text": note.message},
            "associatedRule": {"id": note.rule},
            "locations": [{"physicalLocation": {"artifactLocation": _file(draft.draft.path)}}],
        }
        for draft in report.drafts
        for note in draft.notes
    ]
    return [*(_failure(failure) for failure in report.errors), *remarks]


def _failure(failure: Failure) -> Json:
    place: Json = {"artifactLocation": _file(failure.path)}
    if failure.line is not None:
        column = {"startColumn": failure.column} if failure.column is not None else {}
        place["region"] = {"startLine": failure.line, **column}
    where = [{"physicalLocation": place}] if failure.path else []
    return {"level": "error", "message": {"text": failure.message}, "locations": where}
