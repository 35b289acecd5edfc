"""One line a finding: `path:line:column: severity: message [rule]`, for editors and `grep`."""

from __future__ import annotations

from notelint.reporters.fixes import fixed
from notelint.reporters.positions import Encoding, Positions
from notelint.reporters.statistics import statistics
from notelint.reporters.style import Style
from notelint.types import Report


def render(report: Report, style: Style, *, counts: bool = False, encoding: Encoding = "utf-32") -> str:
    """The findings of a run, one line each, in the order of the report.

    Args:
        report: the run.
        style: encoding of the stream; this format has no colour.
        counts: also the number of findings of each rule.
        encoding: the unit of columns.

    Returns:
        Lines with their line ends; empty when there is no finding.
    """
    lines = []
    for draft in report.drafts:
        path, positions = style.show(draft.draft.path), Positions(draft.draft, encoding)
        for violation in draft.violations:
            line, column, _ = positions.at(violation.span.start)
            message = style.show(violation.message)
            lines.append(f"{path}:{line}:{column}: {violation.severity}: {message} [{violation.rule}]\n")
    lines += [f"{line}\n" for line in fixed(report, style)] if report.fixed or report.left_out else []
    return "".join(lines) + (statistics(report) if counts else "")
