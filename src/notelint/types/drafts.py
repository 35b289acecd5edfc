"""A draft as read: headers, zones, suppressions."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from notelint.types.base import Position, Span, ZoneKind


@dataclass(frozen=True, slots=True)
class Header:
    """One header of a draft: a key of its front matter or a line of its mail headers.

    `value` is the text as written, without quotes; `items` holds the entries of a list (a scalar is its own only
    item, an empty value has none). `reasons` holds, for `ignore`, the reason beside each item ("" without one).
    """

    key: str
    value: str
    items: tuple[str, ...]
    key_span: Span
    span: Span
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headers:
    """What a draft says of itself above its first line."""

    form: Literal["none", "front-matter", "mail"] = "none"
    entries: tuple[Header, ...] = ()

    def get(self, key: str) -> Header | None:
        """The header with this lower-case key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def value(self, key: str) -> str:
        """The value of this key as written, or an empty string."""
        entry = self.get(key)
        return entry.value if entry else ""


@dataclass(frozen=True, slots=True)
class Zone:
    """One stretch of a draft; the zones of a draft are a partition of its text, in order."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """What a writer asked notelint not to say.

    `span` is where it is written (header value or Markdown comment); `scope` is the part of the draft it silences,
    None for the whole draft.
    """

    rule: str
    reason: str
    span: Span
    scope: Span | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as read: decoded text without BOM, line ends as they are in the file.

    Of a mail or Word file (`decoded`) it is the text that was read out of it, and so are all positions.
    """

    path: str
    text: str
    headers: Headers = Headers()
    zones: tuple[Zone, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    comments: tuple[Span, ...] = ()  # Markdown comments of notelint: no prose
    line_starts: tuple[int, ...] = (0,)
    decoded: bool = False

    def position(self, offset: int) -> Position:
        """Line, column and offset of a code point offset (0 ≤ offset ≤ len(text))."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    def slice(self, span: Span) -> str:
        """The text between two offsets."""
        return self.text[span.start : span.end]

    def zone_at(self, offset: int) -> ZoneKind:
        """The kind of the zone that holds this offset (that of the last zone at the text's end)."""
        for zone in self.zones:
            if zone.span.start <= offset < zone.span.end:
                return zone.kind
        return self.zones[-1].kind if self.zones else "body"
