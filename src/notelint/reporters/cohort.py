"""Which faults recur in a cohort, as a table for a spreadsheet: by week or month and by kind of draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from notelint.reporters import cells
from notelint.reporters.recurring import Group, Period, Recurring, fault, recurring
from notelint.types import DraftKind, Report, Rule

COLUMNS = ("from", "to", "kind", "fault", "rule", "severity", "drafts", "of", "share", "times")
NOTHING = "Nothing to fix"


def render(report: Report, rules: Mapping[str, Rule]) -> str:
    """The table: a row for each fault in each week or month and kind of draft, the most frequent first.

    Args:
        report: the run.
        rules: by id; faults are said in their words.

    Returns:
        CSV with a head. Of each group of drafts the first row says how many need nothing; drafts without a date stand
        last, without days.
    """
    found = recurring(report)
    rows = [cells.row(COLUMNS)]
    for period, kind, group in _groups(found):
        about = (period.first.isoformat(), period.last.isoformat(), kind) if period else ("", "", kind)
        rows.append(cells.row((*about, NOTHING, "", "", *_counts(group.clean, group), "")))
        for rule in group.faults():
            said = (fault(rules.get(rule)), rule, found.gravest[rule])
            rows.append(cells.row((*about, *said, *_counts(group.spread[rule], group), group.times[rule])))
    return cells.MARK + "".join(rows)


def _groups(found: Recurring) -> Iterator[tuple[Period | None, DraftKind, Group]]:
    periods = list(found.periods(("week", "month")))
    for period in [*periods, None]:
        inside = {
            (day, kind): group
            for (day, kind), group in found.days.items()
            if (period is None and day is None) or (period and day and period.first <= day <= period.last)
        }
        for kind, group in Recurring(inside, found.gravest).kinds().items():
            yield period, kind, group


def _counts(drafts: int, group: Group) -> tuple[int, int, str]:
    return drafts, group.drafts, f"{round(100 * drafts / group.drafts)}%"
