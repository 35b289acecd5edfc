"""Headers that a program gives beside a text: written above it for the pipeline, and taken out of the report again.

So a subject is judged like any other, and yet all spans of the report lie in the program's own text. What is wrong with
a header that was given is reported at the draft's first line, as with those of an interview file.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from notelint.errors import DraftError, UsageError
from notelint.types import Draft, DraftReport, Failure, Header, Headers, Span, Suggestion, Violation, Zone

HeaderValue = str | date | Sequence[str] | Mapping[str, str]
_Plain = str | list[str] | dict[str, str]

_BOM = "\ufeff"
_MAIL = (".eml", ".docx")
_MAIL_MARK = "Cc:\nBcc:\n"  # a lone subject or kind makes a mail's head, but beside other keys only two of a mail's own
_HALF = re.compile("[\ud800-\udfff]")
_TRICKY = tuple("\"'[{|>&*!%@#`")


class Given(Struct, frozen=True):
    """A text with headers written into it.

    Attributes:
        text: the program's own.
        data: what the pipeline reads.
        added: where in what is read the text is not the program's.
        skipped: code points at the text's start that are not read (a byte order mark).
    """

    text: str
    data: bytes
    added: Span
    skipped: int = 0

    def moved(self, span: Span, first_line: Span) -> Span:
        """A span of what was read, as one of the program's text; the first line for what lies in given headers."""
        if span.end <= self.added.start and (span.start < self.added.start or not self._size):
            return Span(span.start + self.skipped, span.end + self.skipped)
        if span.start >= self.added.end:
            return Span(span.start - self._size + self.skipped, span.end - self._size + self.skipped)
        return first_line

    def holds(self, span: Span) -> bool:
        """Whether a span of what was read touches given headers."""
        return self._size > 0 and span.start < self.added.end and span.end > self.added.start

    def placed(self, failure: Failure) -> Failure:
        """What kept the text from being judged, with its line in the program's text; none in given headers."""
        from notelint.drafts.lines import line_starts

        starts = line_starts(self.data.decode())
        above = bisect_right(starts, self.added.start) - 1
        lines = bisect_right(starts, self.added.end) - 1 - above
        if failure.line is None or not lines or failure.line <= above:
            return failure
        inside = failure.line <= above + lines
        line, column = (None, None) if inside else (failure.line - lines, failure.column)
        return replace(failure, line=line, column=column)

    @property
    def _size(self) -> int:
        return self.added.end - self.added.start


def write(text: str, headers: Mapping[str, HeaderValue], name: str) -> Given:
    """Write headers into a text; those that it has itself stay as they are.

    Args:
        text: the draft.
        headers: by the keys of front matter.
        name: its path.

    Raises:
        DraftError: the text is no text, cannot be encoded, or its own headers are broken.
        UsageError: a key that does not exist, a value of another type, or headers for a mail file.
    """
    from notelint.drafts.headers import parse

    if not isinstance(text, str):
        raise DraftError(f"a draft is a text (`str`), not {type(text).__name__}; decode it first", path=name)
    half = _HALF.search(text)
    if half:
        message = f"half of a surrogate pair stands at offset {half.start()}; decode the text again"
        raise DraftError(message, path=name)
    skipped = len(_BOM) if text.startswith(_BOM) else 0
    read = text[skipped:]
    at, added = 0, ""
    if headers:
        if name.lower().endswith(_MAIL):
            raise UsageError(
                f"headers cannot be given to a {PurePath(name).suffix.lower()} file; write them in it", path=name
            )
        own, _ = parse(read, name)
        at, added = _written(read, own, headers, name)
    data = (read[:at] + added + read[at:]).encode("utf-8")
    return Given(text, data, Span(at, at + len(added)), skipped)


def taken_out(report: DraftReport, given: Given) -> DraftReport:
    """The report with all spans in the program's text."""
    if not given.skipped and given.added.start == given.added.end:
        return report
    from notelint.drafts.lines import line_starts

    own = _own(report.draft, given)
    line = replace(own, line_starts=line_starts(given.text)).first_line
    own = replace(
        own,
        line_starts=line_starts(given.text),
        headers=_headers(report.draft.headers, given, line),
        suppressions=tuple(
            replace(
                entry,
                span=given.moved(entry.span, line),
                scope=None if entry.scope is None else given.moved(entry.scope, line),
            )
            for entry in report.draft.suppressions
        ),
    )
    return replace(
        report,
        draft=own,
        kind=replace(
            report.kind, evidence=tuple(replace(e, span=given.moved(e.span, line)) for e in report.kind.evidence)
        ),
        violations=_violations(report.violations, given, own),
        suppressed=_violations(report.suppressed, given, own),
        known=_violations(report.known, given, own),
        parts=tuple(
            replace(part, evidence=replace(part.evidence, span=given.moved(part.evidence.span, line)))
            if part.evidence
            else part
            for part in report.parts
        ),
    )


def _own(draft: Draft, given: Given) -> Draft:
    """The draft with the program's text; zones that lie in given headers alone are left out."""
    zones: list[Zone] = []
    for zone in draft.zones:
        start, end = zone.span
        if given.added.start <= start and end <= given.added.end and start < end and given.added.end > 0:
            continue
        start = start if start <= given.added.start else max(start, given.added.end)
        span = Span(_shifted(start, given), _shifted(end, given))
        zones.append(replace(zone, span=Span(0 if not zones else span.start, span.end)))
    comments = tuple(Span(_shifted(start, given), _shifted(end, given)) for start, end in draft.comments)
    return replace(draft, text=given.text, zones=tuple(zones), comments=comments)


def _shifted(offset: int, given: Given) -> int:
    size = given.added.end - given.added.start
    return offset + given.skipped - (size if offset >= given.added.end else 0)


def _headers(headers: Headers, given: Given, line: Span) -> Headers:
    def moved(entry: Header) -> Header:
        return replace(
            entry,
            key_span=given.moved(entry.key_span, line),
            span=given.moved(entry.span, line),
            origin=entry.origin or ("headers" if given.holds(entry.key_span) else ""),
        )

    return replace(headers, entries=tuple(map(moved, headers.entries)), idle=tuple(map(moved, headers.idle)))


def _violations(violations: Sequence[Violation], given: Given, own: Draft) -> tuple[Violation, ...]:
    moved = []
    for violation in violations:
        span = given.moved(violation.span, own.first_line)
        inside = given.holds(violation.span)
        moved.append(
            replace(
                violation,
                span=span,
                text=own.slice(span),
                zone=own.zone_at(span.start) if inside else violation.zone,
                suggestions=tuple(_suggestion(entry, given, own) for entry in violation.suggestions),
                fix=None if inside or violation.fix is None else _suggestion(violation.fix, given, own),
                related=tuple(given.moved(one, own.first_line) for one in violation.related),
            )
        )
    return tuple(sorted(moved, key=lambda one: (one.span, one.rule)))


def _suggestion(suggestion: Suggestion, given: Given, own: Draft) -> Suggestion:
    """Edits of given headers are left out: they stand in no text that could be edited."""
    if any(given.holds(edit.span) for edit in suggestion.edits):
        return replace(suggestion, edits=())
    edits = tuple(replace(edit, span=given.moved(edit.span, own.first_line)) for edit in suggestion.edits)
    return replace(suggestion, edits=edits)


def _written(text: str, own: Headers, headers: Mapping[str, HeaderValue], name: str) -> tuple[int, str]:
    """Where the headers are put, and the lines."""
    from notelint.catalogue import nearest
    from notelint.drafts.headers import MAIL_KEYS
    from notelint.drafts.keys import KNOWN_KEYS
    from notelint.drafts.lines import after, split

    for key in headers:
        if key not in KNOWN_KEYS:
            raise UsageError(f"there is no header `{key}`; {nearest.choice(key, KNOWN_KEYS)}", path=name)
    new = {key: _plain(key, value, name) for key, value in headers.items() if value and own.get(key) is None}
    if not new:
        return 0, ""
    lines = "".join(_line(own.form, key, value, name) for key, value in new.items())
    if own.form == "none":
        return 0, f"---\n{lines}---\n"
    if own.form == "mail" and sum(entry.key in MAIL_KEYS.values() for entry in own.entries) <= 1:
        lines += _MAIL_MARK
    first = next(line for line in split(text) if not line.blank)
    return (after(text, first.end) if own.form == "front-matter" else first.start), lines


def _plain(key: str, value: object, name: str) -> _Plain:
    """What a program gave, as texts on one line each.

    Raises:
        UsageError: a value of a type that its key does not take.
    """
    from notelint.drafts.keys import LIST_KEYS

    plain: _Plain
    if isinstance(value, datetime):
        plain = value.isoformat(sep=" ", timespec="minutes")
    elif isinstance(value, date):
        plain = value.isoformat()
    elif isinstance(value, str):
        plain = _flat(value)
    elif isinstance(value, Mapping) and key == "ignore" and _all_texts([*value, *value.values()]):
        plain = {_flat(rule): _flat(reason) for rule, reason in value.items()}
    elif isinstance(value, Sequence) and key in LIST_KEYS and _all_texts(value):
        plain = [_flat(entry) for entry in value]
    else:
        forms = "a text, a date or a list of texts" if key in LIST_KEYS else "a text or a date"
        forms = "a text, a list of texts or a map from rules to reasons" if key == "ignore" else forms
        raise UsageError(f"the header `{key}` is {forms}, not {value!r}", path=name)
    return plain


def _line(form: str, key: str, value: _Plain, name: str) -> str:
    """A header's line, for a draft whose own headers have this form.

    Raises:
        UsageError: the value cannot stand there; half of a surrogate pair has no place in the program's text to name.
    """
    line = f"{key}: {_mail_value(key, value, name) if form == 'mail' else _value(value)}\n"
    if _HALF.search(line):
        raise UsageError(f"the header `{key}` holds half of a surrogate pair; decode it again", path=name)
    return line


def _all_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _value(value: _Plain) -> str:
    """A value as front matter holds it."""
    if isinstance(value, str) and not value.startswith(_TRICKY) and " #" not in value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _mail_value(key: str, value: _Plain, name: str) -> str:
    """The same among mail headers."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and any(value.values()):
        raise UsageError(
            f"mail headers have no place for the reasons of `{key}`; give a list of rules without them", path=name
        )
    if key == "to":
        return ", ".join(value)
    from notelint.drafts.headers import bracketed

    written = bracketed(value)
    if written is None:
        raise UsageError(f"`{key}` has brackets or quotes in it; write it into the mail's own headers", path=name)
    return written
