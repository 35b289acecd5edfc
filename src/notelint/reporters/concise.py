"""One line a violation: `path:line:column: severity: message [rule]`, for editors and `grep`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from notelint.reporters.fixes import fixed
from notelint.reporters.pieces import joined
from notelint.reporters.positions import Encoding, Positions
from notelint.reporters.statistics import statistics
from notelint.reporters.style import Style
from notelint.types import DraftReport, Report


def render(report: Report, style: Style, *, counts: bool = False, encoding: Encoding = "utf-32") -> str:
    """The violations of a run, one line each, in the order of the report.

    Args:
        report: the run.
        style: encoding of the stream; this format has no colour.
        counts: also the number of violations of each rule.
        encoding: the unit of columns.

    Returns:
        Lines with their line ends; empty when there is no violation.
    """
    return joined(Lines(style, counts=counts, encoding=encoding), report)


class Lines:
    """The same draft by draft; the arguments are those of `render`."""

    def __init__(self, style: Style, *, counts: bool = False, encoding: Encoding = "utf-32") -> None:
        self._style = style
        self._counts = counts
        self._encoding: Encoding = encoding
        self._rules: Counter[str] = Counter()

    def draft(self, report: DraftReport) -> str:
        """The violations of one draft."""
        self._rules.update(violation.rule for violation in report.violations)
        return "".join(self._lines(report))

    def end(self, report: Report) -> str:
        """What was fixed, and the counts."""
        lines = [f"{line}\n" for line in fixed(report, self._style)] if report.fixed or report.left_out else []
        return "".join(lines) + (statistics(self._rules) if self._counts else "")

    def _lines(self, report: DraftReport) -> Iterator[str]:
        path, positions = self._style.show(report.draft.path), Positions(report.draft, self._encoding)
        for violation in report.violations:
            line, column, _ = positions.at(violation.span.start)
            message = self._style.show(violation.message)
            yield f"{path}:{line}:{column}: {violation.severity}: {message} [{violation.rule}]\n"
