"""Exactly what is to be sent: the draft without what is only for notelint and for the reader's memory."""

from __future__ import annotations

from notelint.drafts import headers
from notelint.drafts.lines import after, line_starts
from notelint.types import Draft, Span


def body(draft: Draft) -> str:
    """The words to send: no front matter or mail headers, no suppression comments, no quoted mail.

    Line ends stay as they are in the draft; blank lines at the beginning and at the end are dropped, but for one line
    end after the last line.

    Args:
        draft: the draft.

    Returns:
        The text, empty when nothing is to be sent.
    """
    text = draft.text
    _, head = headers.parse(text, draft.path)
    cuts = [Span(0, head), *(_with_line(text, span) for span in draft.comments)]
    cuts += [zone.span for zone in draft.zones if zone.kind == "quoted"]
    kept, at = [], 0
    for start, end in sorted(cuts):
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    kept.append(text[at:])
    return _trimmed("".join(kept))


def _with_line(text: str, span: Span) -> Span:
    """A comment with the whole line when it has one to itself, else with the space behind it."""
    begin = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    end = span.end + len(text[span.end :]) - len(text[span.end :].lstrip(" \t"))
    alone = not text[begin : span.start].strip() and text[end : end + 1] in {"", "\n", "\r"}
    return Span(begin, after(text, end)) if alone else Span(span.start, end)


def _trimmed(text: str) -> str:
    starts = line_starts(text)
    end = len(text.rstrip())
    first = len(text) - len(text.lstrip())
    begin = max((start for start in starts if start <= first), default=0)
    return text[begin : after(text, end + _spaces(text, end))] if end else ""


def _spaces(text: str, at: int) -> int:
    return len(text[at:]) - len(text[at:].lstrip(" \t"))
