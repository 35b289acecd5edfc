"""Formats that are written draft by draft, while others are still judged."""

from __future__ import annotations

from typing import Protocol

from notelint.types import DraftReport, Report


class Pieces(Protocol):
    """A report that is being written; what its methods return stands one after the other in it."""

    def draft(self, report: DraftReport) -> str:
        """What is to be written when this draft was judged."""

    def end(self, report: Report) -> str:
        """What is to be written when all drafts of this run were given to `draft`."""


def joined(pieces: Pieces, report: Report) -> str:
    """The whole of a report."""
    return "".join([*map(pieces.draft, report.drafts), pieces.end(report)])
