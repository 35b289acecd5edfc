"""What recurs in a cohort: by kind of draft, and by week, month, quarter or year."""

import csv
import io
from datetime import date

import pytest

from notelint.matching.rulebook import load_rules
from notelint.reporters import cohort
from notelint.reporters.overview import overview
from notelint.reporters.recurring import recurring
from notelint.reporters.redact import redacted
from notelint.types import Report

from .build import report, violation
from .test_cells import dated

RULES = load_rules(()).rules


def written(sent, *rules, kind="thank-you", severity="error"):
    """A report of a draft of this day with violations of these rules."""
    source = dated(sent=sent) if sent else dated()
    return report(source, [violation(source, "some feedback", rule, severity) for rule in rules], kind=kind)


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ([], []),
        (["2026-11-24"], ["week of 23 Nov 2026"]),
        (["2026-12-31", "2027-01-04"], ["week of 28 Dec 2026", "week of 4 Jan 2027"]),
        (["2026-11-24", "2026-12-08"], ["week of 23 Nov 2026", "week of 30 Nov 2026", "week of 7 Dec 2026"]),
        (["2026-11-24", "2027-02-20"], ["Nov 2026", "Dec 2026", "Jan 2027", "Feb 2027"]),
        (["2025-12-01", "2027-01-31"], ["Oct to Dec 2025", "Jan to Mar 2026", "Apr to Jun 2026", "Jul to Sep 2026", "Oct to Dec 2026", "Jan to Mar 2027"]),
        (["2021-06-01", "2026-01-31"], ["2021", "2022", "2023", "2024", "2025", "2026"]),
    ],
)  # fmt: skip
def test_stretches_of_time(days, names):
    found = recurring(Report([written(day) for day in days])).periods()
    assert [period.name for period in found] == names
    assert sum(group.drafts for group in found.values()) == len(days)
    for period in found:
        assert period.first <= period.last


def test_where_one_stretch_ends_the_next_begins():
    found = list(recurring(Report([written("2026-11-30"), written("2027-03-01")])).periods(("month",)))
    assert [(one.first, one.last) for one in found][:2] == [
        (date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2026, 12, 31)),
    ]


COHORT = Report(
    (
        written("2026-11-02", "no-gifts", "no-gifts", "no-shouting"),
        written("2026-11-04", "no-gifts", severity="suggestion"),
        written("2026-11-05"),
        written("2026-11-05", "no-shouting", kind="reminder"),
        written("2026-11-17", "no-gifts"),
        written("", kind="unknown"),
    )
)


def test_the_table_of_a_cohort():
    text = cohort.render(COHORT, RULES)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    gifts, shouts = "Offers or announces a gift, a favour or a treat.", RULES["no-shouting"].summary
    first, third = ["2026-11-02", "2026-11-08"], ["2026-11-16", "2026-11-22"]
    assert rows == [
        ["from", "to", "kind", "fault", "rule", "severity", "drafts", "of", "share", "times"],
        [*first, "thank-you", "Nothing to fix", "", "", "1", "3", "33%", ""],
        [*first, "thank-you", gifts, "no-gifts", "error", "2", "3", "67%", "3"],
        [*first, "thank-you", shouts, "no-shouting", "error", "1", "3", "33%", "1"],
        [*first, "reminder", "Nothing to fix", "", "", "0", "1", "0%", ""],
        [*first, "reminder", shouts, "no-shouting", "error", "1", "1", "100%", "1"],
        [*third, "thank-you", "Nothing to fix", "", "", "0", "1", "0%", ""],
        [*third, "thank-you", gifts, "no-gifts", "error", "1", "1", "100%", "1"],
        ["", "", "unknown", "Nothing to fix", "", "", "1", "1", "100%", ""],
    ]


def test_placeholders_change_no_count():
    assert cohort.render(redacted(COHORT), RULES) == cohort.render(COHORT, RULES)


def test_the_overview_of_a_cohort():
    html = "".join(overview(recurring(COHORT), RULES))
    by_kind, over_time = html.split("<h3>By kind</h3>")[1].split("<h3>Over time</h3>")
    assert heads(by_kind) == ["Thank-you notes", "Reminders", "Kind not clear"]
    assert heads(over_time) == ["week of 2 Nov 2026", "week of 9 Nov 2026", "week of 16 Nov 2026"]
    assert cells(by_kind) == [
        ["1 of 4", "0 of 1", "1 of 1"],
        ["3 of 4", "0 of 1", "0 of 1"],
        ["1 of 4", "1 of 1", "0 of 1"],
    ]
    assert cells(over_time) == [["1 of 4", "–", "0 of 1"], ["2 of 4", "–", "1 of 1"], ["2 of 4", "–", "0 of 1"]]
    assert "Without 1 draft that says no date." in over_time


@pytest.mark.parametrize(
    ("drafts", "parts"),
    [
        ([written("2026-11-02", "no-gifts"), written("2026-11-03", "no-gifts")], []),
        ([written("2026-11-02", "no-gifts"), written("2026-11-02", kind="reminder")], ["By kind"]),
        ([written("2026-11-02", "no-gifts"), written("2026-11-12")], ["Over time"]),
        ([written("2026-11-02"), written("2026-11-12", kind="reminder")], []),
    ],
)
def test_a_table_of_one_column_is_left_out(drafts, parts):
    html = "".join(overview(recurring(Report(drafts)), RULES))
    assert [part for part in ("By kind", "Over time") if part in html] == parts


def heads(html):
    return [cell.split("<")[0] for cell in html.split('<th scope="col" class="times">')[1:]]


def cells(html):
    return [[cell.split("<")[0] for cell in row.split('<td class="times">')[1:]] for row in html.split("<tr>")[2:]]
