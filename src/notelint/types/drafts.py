"""A draft as read: headers, zones, suppressions."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from notelint.types.base import Position, Span, ZoneKind


class Header(Struct, frozen=True):
    """One header of a draft: a key of its front matter or a line of its mail headers.

    `value` is the text as written, without quotes; `items` holds the entries of a list (a scalar is its own only
    item, an empty value has none). `reasons` holds, for `ignore`, the reason beside each item ("" without one).
    `origin` says where it stands when it is not in the draft: in the interview file (“interview.yml:2:1”), or
    “headers” when a program gave it beside the text. Its spans are the draft's first line then, where what is wrong
    with it is reported.
    """

    key: str
    value: str
    items: tuple[str, ...]
    key_span: Span
    span: Span
    reasons: tuple[str, ...] = ()
    origin: str = ""


class Headers(Struct, frozen=True):
    """What a draft says of itself above its first line, and what its interview file says of it.

    `idle` are headers of the interview file that no draft can take: with keys that are not known, or not for all.
    """

    form: Literal["none", "front-matter", "mail"] = "none"
    entries: tuple[Header, ...] = ()
    idle: tuple[Header, ...] = ()

    def get(self, key: str) -> Header | None:
        """The header with this lower-case key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def value(self, key: str) -> str:
        """The value of this key as written, or an empty string."""
        entry = self.get(key)
        return entry.value if entry else ""


class Zone(Struct, frozen=True):
    """One stretch of a draft; the zones of a draft are a partition of its text, in order."""

    kind: ZoneKind
    span: Span


class Suppression(Struct, frozen=True):
    """What a writer asked notelint not to say.

    `span` is where it is written (header value or Markdown comment); `scope` is the part of the draft it silences,
    None for the whole draft. `origin` is that of the header, when the interview file says it.
    """

    rule: str
    reason: str
    span: Span
    scope: Span | None
    origin: str = ""


class Draft(Struct, frozen=True):
    """A draft as read: decoded text without BOM, line ends as they are in the file.

    Of a mail or Word file (`decoded`) it is the text that was read out of it, and so are all positions; `unread` says
    what of it was not.
    """

    path: str
    text: str
    headers: Headers = Headers()
    zones: tuple[Zone, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    comments: tuple[Span, ...] = ()  # Markdown comments of notelint: no prose
    line_starts: tuple[int, ...] = (0,)
    decoded: bool = False
    locked: str = ""  # why edits of the text cannot be written back into the file
    unread: str = ""

    def position(self, offset: int) -> Position:
        """Line, column and offset of a code point offset (0 ≤ offset ≤ len(text))."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    @property
    def first_line(self) -> Span:
        """The first line after the headers that is not blank: where what is said of the whole draft is reported."""
        below = next((zone.span.start for zone in self.zones if zone.kind != "headers"), 0)
        text = self.text[below:]
        start = below + (len(text) - len(text.lstrip()) if text.strip() else 0)
        ends = (at for mark in "\r\n" if (at := self.text.find(mark, start)) >= 0)
        return Span(start, min(ends, default=len(self.text)))

    def slice(self, span: Span) -> str:
        """The text between two offsets."""
        return self.text[span.start : span.end]

    def zone_at(self, offset: int) -> ZoneKind:
        """The kind of the zone that holds this offset (that of the last zone at the text's end)."""
        for zone in self.zones:
            if zone.span.start <= offset < zone.span.end:
                return zone.kind
        return self.zones[-1].kind if self.zones else "body"


class Application(Struct, frozen=True, eq=False, weakref=True):
    """The drafts about one application for a job: those under one interview file, else those of one folder.

    The drafts are in order of path, absolute and without links; the draft that is judged is among them. Two are equal
    only when they are the same, so that what is found out about all drafts can be kept beside it.
    """

    drafts: tuple[Draft, ...]


class Opening(Struct, frozen=True):
    """A job that somebody applies for: company and position as written ("" when not named), and the file with them."""

    company: str
    position: str
    path: str
