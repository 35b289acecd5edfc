"""What a writer asked notelint not to say: `ignore` in the headers, comments in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notelint.drafts.lines import each, line_starts
from notelint.drafts.words import is_bullet
from notelint.errors import DraftError
from notelint.types import Headers, Span, Suppression, Zone

_OPEN = re.compile(r"<!--\s*notelint-ignore\b")
_COMMENT = re.compile(r"<!--\s*notelint-ignore\b(?P<rules>[^:]*?)(?::(?P<reason>.*?))?-->", re.DOTALL)
_NAME = re.compile(r"[^\s,]+")


def comments(text: str, path: str, head: int = 0) -> tuple[Span, ...]:
    """The spans of `<!-- notelint-ignore RULE: reason -->` in a Markdown draft.

    Args:
        text: the draft's text.
        path: its name for error messages.
        head: the offset at which its front matter ends.

    Raises:
        DraftError: a comment is not closed or names no rule.
    """
    return tuple(Span(*match.span()) for match in _comments(text, path, head))


def _comments(text: str, path: str, head: int) -> Iterator[re.Match[str]]:
    for opening in _OPEN.finditer(text, head):
        end = text.find("-->", opening.start())
        match = _COMMENT.match(text, opening.start(), end + 3) if end >= 0 else None
        if match is None:
            line = len(line_starts(text[: opening.start()]))
            raise DraftError("this comment is not closed; end it with `-->`", path=path, line=line)
        if not _NAME.search(match["rules"]):
            line = len(line_starts(text[: opening.start()]))
            wanted = "<!-- notelint-ignore RULE: reason -->"
            raise DraftError(f"this comment names no rule; write `{wanted}`", path=path, line=line)
        yield match


def find(text: str, headers: Headers, zones: Sequence[Zone], spans: Sequence[Span]) -> tuple[Suppression, ...]:
    """All suppressions of a draft, in the order in which they are written.

    Args:
        text: the draft's text.
        headers: its headers; each item of `ignore` silences its rule in the whole draft.
        zones: its zones.
        spans: its comments; each silences its rules in the paragraph, list item or zone line that follows.
    """
    found = list(_from_headers(text, headers))
    for span, prose in zip(spans, _prose(text, spans), strict=True):
        match = _COMMENT.match(text, *span)
        assert match is not None  # noqa: S101 - it was found by this expression
        reason = " ".join((match["reason"] or "").split())
        scope = _scope(text, prose, zones)
        for name in _NAME.finditer(match["rules"]):
            start = match.start("rules")
            found.append(Suppression(name[0], reason, Span(start + name.start(), start + name.end()), scope))
    return tuple(found)


def _from_headers(text: str, headers: Headers) -> Iterator[Suppression]:
    entry = headers.get("ignore")
    if entry is None:
        return
    at = entry.span.start
    for rule, reason in zip(entry.items, entry.reasons, strict=True):
        start = text.find(rule, at, entry.span.end) if rule else -1
        span = Span(start, start + len(rule)) if start >= 0 else entry.span
        at = span.end if start >= 0 else at
        if rule:
            yield Suppression(rule, reason, span, None)


def _scope(text: str, start: int, zones: Sequence[Zone]) -> Span:
    """The rest of the paragraph from an offset on."""
    end = start
    for count, line in enumerate(each(text, start)):
        if line.blank or (count and (is_bullet(line.text) or _OPEN.match(line.text.lstrip()))):
            break
        end = line.end
    zone = next((zone for zone in zones if zone.span.start <= start < zone.span.end), None)
    return Span(start, min(end, zone.span.end) if zone else end)


def _prose(text: str, spans: Sequence[Span]) -> list[int]:
    """For each comment, where the words begin that follow it and the comments behind it."""
    found: list[int] = []
    for span in reversed(spans):
        at = span.end
        while at < len(text) and text[at].isspace():
            at += 1
        behind = spans[len(spans) - len(found)] if found else None
        found.append(found[-1] if behind and behind.start == at else at)
    return found[::-1]
