"""Words, spans and positions that all other nouns use."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "suggestion"]
DraftKind = Literal["thank-you", "follow-up", "reminder", "unknown"]
ZoneKind = Literal["headers", "greeting", "body", "closing", "signature", "postscript", "quoted"]
RegionKind = Literal["subject", "greeting", "body", "closing", "signature", "postscript"]

FailOn = Literal["error", "warning", "suggestion", "never"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "suggestion")
KINDS: tuple[DraftKind, ...] = ("thank-you", "follow-up", "reminder")


class Span(NamedTuple):
    """A half-open range of code points in `Draft.text`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


class WordRange(NamedTuple):
    """The least and the most words that a text may have, both allowed."""

    least: int
    most: int

    def __str__(self) -> str:
        return f"{self.least}-{self.most}"


class Position(NamedTuple):
    """A place in a draft: line and column from 1, offset from 0, in code points."""

    line: int
    column: int
    offset: int
