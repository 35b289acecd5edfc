"""From zones to paragraphs: the pieces that are analysed one by one, so that no sentence crosses a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from notelint.drafts import trailers
from notelint.language.normalise import normalise
from notelint.types import Draft, Paragraph, RegionKind, Span, Zone

_BLANK = re.compile(r"(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?=[\r\n])")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BULLET = re.compile(r"[^\S\r\n]*(?:[-*+•‣–—]|\(?\d{1,2}[.)])[^\S\r\n]+")
_SMALL = 1 << 13  # code points of a draft whose paragraphs are kept: each knows where each of its characters stands
_LINEWISE = ("greeting", "closing", "signature")
_PIECES = re.compile(  # “Dr. Samir Haddad (retd, as of May), Registrar | 020 …”
    r"(?:,[^\S\r\n]+|[^\S\r\n]+[|•·–—-]+[^\S\r\n]+)(?![^()\r\n]{0,60}\))"
)
_PROSE: dict[str, RegionKind] = {
    "greeting": "greeting",
    "body": "body",
    "closing": "closing",
    "signature": "signature",
    "postscript": "postscript",
}


def paragraphs(draft: Draft) -> tuple[Paragraph, ...]:
    """The writer's prose in order: the subject's value first, then each paragraph of each zone.

    A list item, each line of a greeting, and each piece between commas of a closing or signature line are paragraphs
    of their own. Headers and quoted mail have none, and neither have comments of notelint and what mail programs or
    firms add to a signature.
    """
    return _known(draft) if len(draft.text) <= _SMALL else _cut(draft)


def _cut(draft: Draft) -> tuple[Paragraph, ...]:
    markdown = draft.path.lower().endswith(".md")
    found: list[Paragraph] = []
    for region, span in _pieces(draft):
        text, starts, ends = normalise(draft.text, span.start, span.end, markdown=markdown)
        if text:
            found.append(Paragraph(len(found), region, text, starts, ends))
    return tuple(found)


_known = lru_cache(maxsize=64)(_cut)  # a draft is analysed, and compared with its neighbours at each change of one


def _pieces(draft: Draft) -> Iterator[tuple[RegionKind, Span]]:
    subject = draft.headers.get("subject")
    if subject is not None and subject.value:
        yield "subject", subject.span
    for zone in draft.zones:
        region = _PROSE.get(zone.kind)
        if region is None:
            continue
        nobodys = trailers.notices(draft.text, *zone.span) if zone.kind == "signature" else ()
        for piece in _without_comments(zone.span, tuple(sorted((*draft.comments, *nobodys)))):
            yield from ((region, span) for span in _split(draft.text, Zone(zone.kind, piece)))


def _without_comments(span: Span, comments: tuple[Span, ...]) -> Iterator[Span]:
    at = span.start
    for comment in comments:
        if span.start <= comment.start < span.end:
            yield Span(at, comment.start)
            at = comment.end
    if at < span.end:
        yield Span(at, span.end)


def _split(text: str, zone: Zone) -> Iterator[Span]:
    breaks = _LINE_END if zone.kind in _LINEWISE else _BLANK
    at = zone.span.start
    for match in [*breaks.finditer(text, zone.span.start, zone.span.end), None]:
        end = match.start() if match else zone.span.end
        if at < end:
            lined = zone.kind in {"closing", "signature"}
            yield from _line(text, at, end, led=zone.kind == "signature") if lined else _items(text, at, end)
        at = match.end() if match else end


def _line(text: str, start: int, end: int, *, led: bool) -> Iterator[Span]:
    """The pieces of a line of a close or signature: name, title and number are things of their own.

    Args:
        text: the draft's.
        start: where the line begins.
        end: where it ends.
        led: whether a mark between two pieces belongs to the second, so that “, Crewe” behind a title is told from a
            name at the beginning of a line; else to the first.
    """
    at = start
    for match in _PIECES.finditer(text, start, end):
        cut = match.start() if led else match.end()
        if at < cut:
            yield Span(at, cut)
        at = cut
    if at < end:
        yield Span(at, end)


def _items(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a block at its list items; the bullet belongs to none."""
    lines = [start, *(match.end() for match in _LINE_END.finditer(text, start, end))]
    bullets = [(line, bullet.end()) for line in lines if (bullet := _BULLET.match(text, line, end))]
    edges = [line for line, _ in bullets]
    if not edges or edges[0] != start:
        yield Span(start, edges[0] if edges else end)
    for (_, content), after in zip(bullets, [*edges[1:], end][: len(bullets)], strict=True):
        yield Span(content, after)
