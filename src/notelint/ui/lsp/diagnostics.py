"""A report as an editor shows it: violations, notes and failures as diagnostics."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp

from notelint import files as disk
from notelint.types import DraftReport, Failure, Severity, Span, Violation
from notelint.ui.lsp.checker import Checked
from notelint.ui.lsp.documents import Document
from notelint.ui.lsp.places import DraftPlaces, Places

SOURCE = "notelint"
KIND = "kind"
"""The code of the remark that it is not clear what a draft is."""

_SEVERITY: dict[Severity, lsp.DiagnosticSeverity] = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "suggestion": lsp.DiagnosticSeverity.Information,
}
_UNCLEAR = (
    "The kind of this draft is not clear, so only the checks for any kind ran. "
    "Write `kind: thank-you` (or follow-up, or reminder) in its headers."
)


def of(checked: Checked, encoding: str, *, related: bool = True, linked: bool = True) -> list[lsp.Diagnostic]:
    """All that is to be shown in a document.

    Args:
        checked: what was found in it.
        encoding: the unit of columns.
        related: whether the editor shows places that belong to a diagnostic.
        linked: whether the editor opens a rule's file from its name.
    """
    document, report = checked.document, checked.report
    said = [_failed(failure, document, encoding, related=related) for failure in checked.failures]
    if report is None:
        return said
    places = DraftPlaces(report.draft, document.text, encoding)
    uri = document.uri if related else None
    files = checked.files if linked else {}
    said += [violated(violation, places, uri, files.get(violation.rule)) for violation in report.violations]
    return [*said, *_remarks(report, places)]


def elsewhere(checked: Checked, encoding: str) -> dict[str, list[lsp.Diagnostic]]:
    """By URI, what is wrong in other files and kept the document from being judged."""
    found: dict[str, list[lsp.Diagnostic]] = {}
    for failure in checked.failures:
        if _elsewhere(failure, checked.document):
            uri = Path(failure.path).absolute().as_uri()
            found.setdefault(uri, []).append(_error(failure.message, _place(failure, _read(failure.path), encoding)))
    return found


def violated(
    violation: Violation, places: DraftPlaces, uri: str | None = None, file: str | None = None
) -> lsp.Diagnostic:
    """A violation; with the document's URI also the places that belong to it, with its rule's file a link there."""
    related = [
        lsp.DiagnosticRelatedInformation(lsp.Location(uri, places.of(span)), "this belongs to it")
        for span in violation.related
        if uri
    ]
    return lsp.Diagnostic(
        range=places.of(violation.span),
        message=violation.message,
        severity=_SEVERITY[violation.severity],
        code=violation.rule,
        code_description=lsp.CodeDescription(file) if file else None,
        source=SOURCE,
        related_information=related or None,
        data={"fingerprint": violation.fingerprint},
    )


def _remarks(report: DraftReport, places: DraftPlaces) -> Iterator[lsp.Diagnostic]:
    """What is no violation, at the first line: notes, and that the kind is not clear."""
    said = [(note.message, note.rule) for note in report.notes]
    if report.kind.kind == "unknown" and report.words:
        said.append((_UNCLEAR, KIND))
    for message, code in said:
        line = places.of(report.draft.first_line)
        yield lsp.Diagnostic(line, message, lsp.DiagnosticSeverity.Hint, code, source=SOURCE)


def _failed(failure: Failure, document: Document, encoding: str, *, related: bool) -> lsp.Diagnostic:
    """What kept a document from being judged: at its place, or at the first line when it is in another file."""
    if not _elsewhere(failure, document):
        return _error(failure.message, _place(failure, document.text, encoding))
    first = _place(Failure(document.path, ""), document.text, encoding)
    where = ":".join(str(part) for part in (Path(failure.path).name, failure.line, failure.column) if part)
    said = _error(f"This draft was not checked: {where}: {failure.message}", first)
    if related:
        location = lsp.Location(Path(failure.path).absolute().as_uri(), _place(failure, _read(failure.path), encoding))
        said.related_information = [lsp.DiagnosticRelatedInformation(location, failure.message)]
    return said


def _elsewhere(failure: Failure, document: Document) -> bool:
    same = os.path.realpath(failure.path) == os.path.realpath(document.path)
    return not same and Path(failure.path).exists()


def _error(message: str, place: lsp.Range) -> lsp.Diagnostic:
    return lsp.Diagnostic(place, message, lsp.DiagnosticSeverity.Error, source=SOURCE)


def _place(failure: Failure, text: str, encoding: str) -> lsp.Range:
    """From where a failure is said to be to the end of its line; the first line when that is not known."""
    places = Places(text, encoding)
    line = min((failure.line or 1) - 1, places.lines - 1)
    start, end = places.line(line)
    column = start + (failure.column or 1) - 1
    return places.range(Span(column if column < end else start, end))


def _read(path: str) -> str:
    try:
        return disk.read(path).decode("utf-8-sig", errors="replace")
    except OSError:
        return ""
