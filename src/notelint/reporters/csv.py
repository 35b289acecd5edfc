"""Violations as a table for a spreadsheet: one row a violation, and one for each draft with nothing to fix.

With the rows of clean drafts a pivot table can say how many drafts of all have a fault.
"""

from __future__ import annotations

from notelint.reporters import cells
from notelint.reporters.advice import offered
from notelint.reporters.recurring import day
from notelint.types import DraftReport, Report

COLUMNS = ("draft", "kind", "date", "severity", "rule", "line", "words", "message", "instead")


class Rows:
    """The table draft by draft."""

    def __init__(self) -> None:
        self._begun = False

    def draft(self, report: DraftReport) -> str:
        """The rows of one draft."""
        when = day(report)
        about = (report.draft.path, report.kind.kind, when.isoformat() if when else "")
        rows = [cells.row((*about, *found)) for found in _findings(report)]
        return self._head() + "".join(rows or [cells.row((*about, *[""] * (len(COLUMNS) - len(about))))])

    def end(self, report: Report) -> str:
        """Nothing more, unless there was no draft."""
        del report
        return self._head()

    def _head(self) -> str:
        begun, self._begun = self._begun, True
        return "" if begun else cells.MARK + cells.row(COLUMNS)


def _findings(report: DraftReport) -> list[tuple[object, ...]]:
    return [
        (
            one.severity,
            one.rule,
            report.draft.position(one.span.start).line,
            "" if one.missing else one.text,
            one.message,
            next((suggestion.text for suggestion in offered(one)), ""),
        )
        for one in report.violations
    ]
