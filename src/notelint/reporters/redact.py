"""A report without the names in it, so that it may be shown: each name, company and address becomes a placeholder."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from notelint.drafts import formats
from notelint.drafts.lines import line_starts, split
from notelint.drafts.words import is_name
from notelint.pressed import Pressed
from notelint.reporters.identities import Hidden, Identities, collect
from notelint.types import (
    Draft,
    DraftReport,
    Edit,
    Evidence,
    Header,
    Headers,
    Report,
    Span,
    Suggestion,
    Suppression,
    Violation,
)

_SUFFIXES = (*formats.SUFFIXES, ".yml", ".yaml", ".json")  # of drafts, and of what decides about them
_FILE = re.compile(rf"[^\s“”\"'`]+(?:{'|'.join(map(re.escape, _SUFFIXES))})\b")
_WORD = re.compile(r"[a-z]+")  # a name of a file that is looked for in no sentence: “letter”, “me”
_WHOLE = r"(?<![\w/\\.-]){}(?![\w/\\-]|\.\w)"
_QUOTED = re.compile("“[^”]*”")  # words of a draft that was not read, so that nobody knows the names in it
_CONTACT, _HEAD = "[contact]", "[letterhead]"


def redacted(report: Report) -> Report:
    """The same run with placeholders in the place of names; all places are those of the text with placeholders.

    Args:
        report: the run.

    Returns:
        A report in which drafts have numbers for names. A person or company has the same placeholder in all drafts.
    """
    known = collect(report.drafts)
    paths = {draft.draft.path: _numbered("draft", at, draft.draft.path) for at, draft in enumerate(report.drafts, 1)}
    named = [failure.path for failure in report.errors]
    named += [name for one in report.stale for name in (one.path, one.baseline)]
    others = dict.fromkeys(path for path in named if path not in paths)
    paths |= {path: _numbered("file", at, path) for at, path in enumerate(others, 1) if path}
    known_paths = {path: shown for path, shown in paths.items() if path != shown}
    told = [path for path in known_paths if not _WORD.fullmatch(path)]
    ends = {re.escape(PurePath(path).suffix or path) for path in told}
    words = _Words(known, known_paths, re.compile("|".join(sorted(ends)) or "(?!)"))
    errors = tuple(
        replace(
            failure,
            path=paths.get(failure.path, failure.path),
            message=_QUOTED.sub("“[words]”", words.plain(failure.message)),
        )
        for failure in report.errors
    )
    return replace(
        report,
        drafts=Pressed(_draft_report(draft, words) for draft in report.drafts).all(),
        errors=errors,
        fixed=tuple(replace(one, path=paths.get(one.path, one.path)) for one in report.fixed),
        left_out=tuple(replace(one, path=paths.get(one.path, one.path)) for one in report.left_out),
        stale=tuple(replace(one, path=paths[one.path], baseline=paths[one.baseline]) for one in report.stale),
    )


def _numbered(noun: str, at: int, path: str) -> str:
    suffix = PurePath(path).suffix
    return f"{noun}-{at}{suffix if suffix.lower() in _SUFFIXES else ''}" if path != "-" else path


class _Words(Struct, frozen=True):
    """How sentences about drafts lose their names."""

    known: Identities
    paths: Mapping[str, str]
    named: re.Pattern[str]  # what ends like one of the paths

    def plain(self, text: str) -> str:
        """A sentence with placeholders."""
        if self.named.search(text):
            for path in sorted(self.paths, key=len, reverse=True):
                if path in text and not _WORD.fullmatch(path):
                    text = re.sub(_WHOLE.format(re.escape(path)), self.paths[path].replace("\\", r"\\"), text)
        return self.own(text)

    def own(self, text: str) -> str:
        """What the letter says, or is to say, with placeholders: no path of a draft stands in it."""
        text = _FILE.sub(lambda file: file[0] if file[0] in self.paths.values() else "[another file]", text)
        return _Shift(list(self.known.hide(text))).text(text)


class _Shift(Struct, frozen=True):
    """Where the places of a text are after some of its words were hidden."""

    hidden: list[Hidden]

    def text(self, text: str) -> str:
        done, at = [], 0
        for span, placeholder in ((one.span, one.placeholder) for one in self.hidden):
            done += [text[at : span.start], placeholder]
            at = span.end
        return "".join([*done, text[at:]])

    def span(self, span: Span) -> Span:
        """A span; what ends within hidden words takes in all of their placeholder."""
        if span.start == span.end:
            return Span(self._at(span.start, end=False), self._at(span.start, end=False))
        return Span(self._at(span.start, end=False), self._at(span.end, end=True))

    def _at(self, offset: int, *, end: bool) -> int:
        count = bisect_right(self.hidden, offset, key=lambda one: one.span.start)
        before = self.hidden[: count - 1] if count else []
        shift = sum(len(one.placeholder) - (one.span.end - one.span.start) for one in before)
        if not count:
            return offset
        last = self.hidden[count - 1]
        if offset >= last.span.end:
            return offset + shift + len(last.placeholder) - (last.span.end - last.span.start)
        inside = offset > last.span.start
        return last.span.start + shift + (len(last.placeholder) if end and inside else 0)


def _draft_report(report: DraftReport, words: _Words) -> DraftReport:
    shift = _Shift(_hidden(report.draft, words.known))
    draft = _draft(report.draft, shift, words)
    evidence = tuple(_evidence(item, shift) for item in report.kind.evidence)
    parts = (replace(part, evidence=part.evidence and _evidence(part.evidence, shift)) for part in report.parts)
    return replace(
        report,
        draft=draft,
        kind=replace(report.kind, evidence=evidence),
        violations=tuple(_violation(violation, draft, shift, words) for violation in report.violations),
        suppressed=tuple(_violation(violation, draft, shift, words) for violation in report.suppressed),
        known=tuple(_violation(violation, draft, shift, words) for violation in report.known),
        parts=tuple(parts),
        notes=tuple(replace(note, message=words.plain(note.message)) for note in report.notes),
    )


def _hidden(draft: Draft, known: Identities) -> list[Hidden]:
    """What is hidden in a draft: all of a letterhead, of a signature all but the name, and the names elsewhere."""
    lines = list(_lines(draft))
    found = [one for one in known.hide(draft.text) if not any(one.span.overlaps(line.span) for line in lines)]
    return sorted([*found, *lines], key=lambda one: one.span)


def _lines(draft: Draft) -> list[Hidden]:
    headers = [span for entry in draft.headers.entries for span in (entry.span, entry.key_span)]
    found, signed = [], False
    for line in split(draft.text):
        text, zone = line.text.strip(), draft.zone_at(line.start)
        start = line.start + len(line.text) - len(line.text.lstrip())
        span = Span(start, start + len(text))
        letterhead = zone == "headers" and draft.headers.form == "none"
        names = zone == "signature" and not signed and is_name(text, lower=True)
        signed = signed or names
        whole = letterhead or (zone == "signature" and not names)
        if text and whole and not any(span.overlaps(other) for other in headers):
            found.append(Hidden(span, _HEAD if letterhead else _CONTACT))
    return found


def _draft(draft: Draft, shift: _Shift, words: _Words) -> Draft:
    text = shift.text(draft.text)
    headers = draft.headers
    return replace(
        draft,
        path=words.paths.get(draft.path, draft.path),
        text=text,
        headers=Headers(
            headers.form,
            tuple(_header(entry, shift, words) for entry in headers.entries),
            tuple(_header(entry, shift, words) for entry in headers.idle),
        ),
        zones=tuple(replace(zone, span=shift.span(zone.span)) for zone in draft.zones),
        suppressions=tuple(_suppression(entry, shift, words) for entry in draft.suppressions),
        comments=tuple(shift.span(span) for span in draft.comments),
        line_starts=line_starts(text),
    )


def _header(entry: Header, shift: _Shift, words: _Words) -> Header:
    return replace(
        entry,
        value=words.plain(entry.value),
        items=tuple(words.plain(item) for item in entry.items),
        key_span=shift.span(entry.key_span),
        span=shift.span(entry.span),
        reasons=tuple(words.plain(reason) for reason in entry.reasons),
        origin="",
    )


def _suppression(entry: Suppression, shift: _Shift, words: _Words) -> Suppression:
    scope = shift.span(entry.scope) if entry.scope is not None else None
    return replace(entry, reason=words.plain(entry.reason), span=shift.span(entry.span), scope=scope, origin="")


def _evidence(item: Evidence, shift: _Shift) -> Evidence:
    return replace(item, span=shift.span(item.span))


def _violation(violation: Violation, draft: Draft, shift: _Shift, words: _Words) -> Violation:
    span = shift.span(violation.span)
    text = draft.slice(span)
    _, numbered, nth = violation.fingerprint.partition("-")
    # the fingerprint is one of the words themselves, which could be guessed from it
    fingerprint = hashlib.sha256(f"redacted\0{violation.rule}\0{text}".encode()).hexdigest()[:16]
    return replace(
        violation,
        message=words.plain(violation.message),
        span=span,
        text=text,
        suggestions=tuple(_suggestion(one, shift, words) for one in violation.suggestions),
        fix=violation.fix and _suggestion(violation.fix, shift, words),
        fingerprint=f"{fingerprint}{numbered}{nth}",
        related=tuple(shift.span(other) for other in violation.related),
    )


def _suggestion(suggestion: Suggestion, shift: _Shift, words: _Words) -> Suggestion:
    edits = tuple(Edit(shift.span(edit.span), words.own(edit.text)) for edit in suggestion.edits)
    return replace(suggestion, text=words.own(suggestion.text), edits=edits)
