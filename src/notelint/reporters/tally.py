"""What a report says of the whole run, counted draft by draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from msgspec import Struct, field

from notelint.matching.fixes import fixes, later, together
from notelint.types import DraftReport, Report


class Tally(Struct):
    """Sums over the drafts so far.

    Args:
        left_out: path and rule of fixes that were asked for and not made, which are not offered again.
    """

    left_out: Collection[tuple[str, str]] = ()
    drafts: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    safe: int = 0  # fixes that `--fix` makes
    rewrites: int = 0  # those that it makes with `--unsafe-fixes`
    known: int = 0  # violations that a baseline leaves out
    partial: bool = False  # some rules were left out on the command line
    unclear: bool = False  # the kind of a draft is not known
    needs: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of rules that did not run
    extras: dict[str, str] = field(default_factory=dict)  # what lets which rule run
    fronted: list[str] = field(default_factory=list)  # paths of drafts with front matter, two at most

    def add(self, report: DraftReport) -> None:
        """Count one more draft."""
        path = report.draft.path
        self.drafts += 1
        self.severities.update(one.severity for one in report.violations)
        self.rules.update(one.rule for one in report.violations)
        made, others = together([fix for fix in fixes(report, unsafe=True) if not fix.refused])
        for fix in (*made, *later(others)):
            if (path, fix.violation.rule) not in self.left_out:
                self.safe += fix.safe
                self.rewrites += not fix.safe
        self.known += len(report.known)
        self.partial = self.partial or report.partial
        self.unclear = self.unclear or report.kind.kind == "unknown"
        self.needs.update((entry.rule, entry.needs) for entry in report.not_run if entry.needs)
        self.extras.update((entry.extra, entry.rule) for entry in report.not_run if entry.extra)
        if report.draft.headers.form == "front-matter" and len(self.fronted) < 2:  # noqa: PLR2004 - one is named
            self.fronted.append(path)


def tally(report: Report) -> Tally:
    """The sums of a whole run."""
    made = Tally(frozenset((entry.path, entry.rule) for entry in report.left_out))
    for draft in report.drafts:
        made.add(draft)
    return made
