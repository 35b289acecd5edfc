"""Annotations in GitHub Actions: workflow commands, one line a violation, the gravest first.

GitHub shows ten annotations of a kind in a step and drops the others, so more are only counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from notelint.reporters.advice import message, offer, offered
from notelint.reporters.style import Style, count
from notelint.types import Draft, DraftReport, Failure, Report, Severity, Violation

Kind = Literal["error", "warning", "notice"]

MOST = 10
_KINDS: dict[Severity, Kind] = {"error": "error", "warning": "warning", "suggestion": "notice"}
_SHOW = Style()


class _Annotation(NamedTuple):
    kind: Kind
    properties: tuple[tuple[str, object], ...]
    message: str

    def __str__(self) -> str:
        listed = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in self.properties)
        return f"::{self.kind} {listed}::{_escaped(self.message)}\n"


def render(report: Report) -> str:
    """The violations of a run as workflow commands; what could not be judged stands first.

    Returns:
        Lines with their line ends; empty when there is nothing to say.
    """
    found = [_failed(failure) for failure in report.errors]
    found += [_annotation(draft, violation) for draft in report.drafts for violation in draft.violations]
    lines = []
    for kind in _KINDS.values():
        alike = [annotation for annotation in found if annotation.kind == kind]
        lines += [str(annotation) for annotation in alike[:MOST]]
        if len(alike) > MOST:
            more = count(len(alike) - MOST, f"more {kind}")
            lines.append(f"notelint: {more} without annotation, since GitHub shows ten of a kind.\n")
    return "".join(lines)


def _annotation(report: DraftReport, violation: Violation) -> _Annotation:
    title = ("title", f"notelint ({violation.rule})")
    properties = (*_file(report.draft.path), *_place(report.draft, violation), title)
    return _Annotation(_KINDS[violation.severity], properties, _message(report.draft, violation))


def _message(draft: Draft, violation: Violation) -> str:
    """What is wrong, and the first thing to write instead on a line of its own."""
    advice = [offer(violation, suggestion) for suggestion in offered(violation)[:1]]
    return "\n".join(_SHOW.show(line) for line in (message(draft, violation), *advice))


def _place(draft: Draft, violation: Violation) -> Iterator[tuple[str, object]]:
    """Lines and, on one line, columns; none for a text that was read out of a mail or Word file."""
    if draft.decoded:
        return
    start, end = draft.position(violation.span.start), draft.position(violation.span.end)
    yield "line", start.line
    yield "endLine", end.line
    if start.line == end.line:
        yield "col", start.column
        yield "endColumn", end.column


def _failed(failure: Failure) -> _Annotation:
    places = (("line", failure.line), ("col", failure.column))
    known = tuple((key, number) for key, number in places if number is not None)
    return _Annotation("error", (*_file(failure.path), *known, ("title", "notelint")), _SHOW.show(failure.message))


def _file(path: str) -> tuple[tuple[str, object], ...]:
    return (("file", path),) if path not in {"", "-"} else ()


def _escaped(text: str, further: str = "") -> str:
    """Text in which no character ends the command or the property (`further`) early."""
    for char in f"%\r\n{further}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text
