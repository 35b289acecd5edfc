"""Which faults recur in many drafts, by kind of draft and over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct, field

from notelint.drafts import moments
from notelint.types import SEVERITIES, DraftKind, DraftReport, Report, Rule, Severity

Width = Literal["week", "month", "quarter", "year"]

_MOST = 12  # stretches of time side by side
_DATED = ("sent", "interview")  # the headers that say when a draft was written, the better first
_QUARTER, _YEAR, _WEEK = 3, 12, 7


class Period(Struct, frozen=True, order=True):
    """A stretch of time, from its first day to its last."""

    first: date
    last: date
    width: Width

    @property
    def name(self) -> str:
        """“week of 16 Nov 2026”, “Nov 2026”, “Oct to Dec 2026”, “2026”."""
        if self.width == "week":
            return f"week of {self.first.day} {self.first:%b %Y}"
        if self.width == "month":
            return f"{self.first:%b %Y}"
        return f"{self.first:%b} to {self.last:%b %Y}" if self.width == "quarter" else f"{self.first.year}"


class Group(Struct):
    """Drafts of one kind and stretch of time: how many, how many need nothing, and by rule in how many it spoke."""

    drafts: int = 0
    clean: int = 0
    spread: Counter[str] = field(default_factory=Counter)
    times: Counter[str] = field(default_factory=Counter)

    def add(self, other: Group) -> None:
        """Take in the drafts of another group."""
        self.drafts += other.drafts
        self.clean += other.clean
        self.spread.update(other.spread)
        self.times.update(other.times)

    def faults(self) -> list[str]:
        """The rules that spoke, those of the most drafts first."""
        return sorted(self.spread, key=lambda rule: (-self.spread[rule], -self.times[rule], rule))


class Recurring(Struct, frozen=True):
    """The drafts of a run by day and kind, and by rule the gravest severity it had."""

    days: Mapping[tuple[date | None, DraftKind], Group]
    gravest: Mapping[str, Severity]

    def whole(self) -> Group:
        """All drafts together."""
        return _sum(self.days.values())

    def kinds(self) -> dict[DraftKind, Group]:
        """The drafts by kind, the kind of the most drafts first."""
        found = dict.fromkeys(kind for _, kind in self.days)
        groups = {kind: _sum(group for (_, own), group in self.days.items() if own == kind) for kind in found}
        return dict(sorted(groups.items(), key=lambda item: (-item[1].drafts, item[0])))

    def periods(self, widths: Sequence[Width] = ("week", "month", "quarter", "year")) -> dict[Period, Group]:
        """The drafts with a date by stretches of time, in order, also those without a draft between two others.

        Args:
            widths: how long a stretch may be; the first is taken that gives no more than twelve, else the last.
        """
        days = sorted({day for day, _ in self.days if day})
        if not days:
            return {}
        width = next((one for one in widths if len(_all(days, one)) <= _MOST), widths[-1])
        groups = {period: Group() for period in _all(days, width)}
        for (found, _), group in self.days.items():
            if found:
                groups[_period(found, width)].add(group)
        return groups


def recurring(report: Report) -> Recurring:
    """What recurs in a run."""
    days: dict[tuple[date | None, DraftKind], Group] = {}
    gravest: dict[str, Severity] = {}
    for draft in report.drafts:
        group = days.setdefault((day(draft), draft.kind.kind), Group())
        group.drafts += 1
        group.clean += not draft.violations
        group.spread.update({one.rule for one in draft.violations})
        group.times.update(one.rule for one in draft.violations)
        for one in draft.violations:
            gravest[one.rule] = min(gravest.get(one.rule, one.severity), one.severity, key=SEVERITIES.index)
    return Recurring(days, gravest)


def day(report: DraftReport) -> date | None:
    """The day on which a draft was sent, else that of the interview; None when neither is known."""
    found = (moments.of(report.draft.headers, key) for key in _DATED)
    return next((moment.day for moment in found if moment), None)


def fault(rule: Rule | None) -> str:
    """What a rule finds, in a few words; of one that requires something, what is missing."""
    if rule is None:
        return ""
    return f"Missing: {rule.label.lower()}." if rule.missing and rule.label else rule.summary


def _sum(groups: Iterable[Group]) -> Group:
    whole = Group()
    for group in groups:
        whole.add(group)
    return whole


def _all(days: Sequence[date], width: Width) -> list[Period]:
    """The stretches from that of the first day to that of the last."""
    found = [_period(days[0], width)]
    while found[-1].last < days[-1]:
        found.append(_period(found[-1].last + timedelta(1), width))
    return found


def _period(day: date, width: Width) -> Period:
    """The stretch that holds a day."""
    if width == "week":
        first = day - timedelta(day.weekday())
        return Period(first, first + timedelta(_WEEK - 1), width)
    months = {"month": 1, "quarter": _QUARTER, "year": _YEAR}[width]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    after = date(first.year + (first.month + months > _YEAR), (first.month + months - 1) % _YEAR + 1, 1)
    return Period(first, after - timedelta(1), width)
