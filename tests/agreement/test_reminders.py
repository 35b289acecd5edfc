"""Reminders: how many, and when one is due; over folders, by the clock."""

from datetime import datetime

import pytest

from notelint import pipeline

from .conftest import letter

JOB = {"company": "Northwind", "position": "Data Analyst"}
THIRD = "This is the third reminder about this application; 2 are enough, so leave this one unsent. Before it: {}."
DUE = "You expected an answer by Friday 20 November; you may send a reminder now."


def moment(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param({"1": "", "2": "", "3": ""}, {"3": "1.md and 2.md"}, id="by name"),
        pytest.param({"9": "", "10": "", "8": ""}, {"10": "8.md and 9.md"}, id="numbers by size"),
        pytest.param({"a": "2026-12-15", "b": "2026-12-01", "c": "2026-12-08"}, {"a": "b.md and c.md"}, id="by the day sent"),
        pytest.param({"a": "", "b": "2026-12-01", "c": "2026-12-08"}, {"a": "b.md and c.md"}, id="what is not sent comes last"),
        pytest.param({"a": "2026-12-31", "b": "2027-01-07", "c": "2027-01-14"}, {"c": "a.md and b.md"}, id="over the year's end"),
        pytest.param({"a": "2026-12-31", "b": "2027-01-07"}, {}, id="two"),
    ],
)  # fmt: skip
def test_the_third_reminder_is_too_many(folder, messages, sent, expected):
    folder(
        {f"{name}.md": letter(kind="reminder", **JOB, **({"sent": day} if day else {})) for name, day in sent.items()}
    )
    out = messages("limit-follow-ups")
    assert out == {f"{name}.md": [THIRD.format(expected[name])] if name in expected else [] for name in sorted(sent)}


@pytest.mark.parametrize(
    ("most", "said"),
    [
        ("1", "This is the second reminder about this application; 1 is enough, so leave this one unsent."),
        ("0", "none helps, so leave this one unsent."),
        ("2", None),
    ],
)
def test_how_many_can_be_set(folder, messages, most, said):
    folder(
        {
            ".notelint.yml": f"rules:\n  limit-follow-ups: {{most: {most}}}\n",
            **{f"{n}.md": letter(kind="reminder", **JOB) for n in "ab"},
        }
    )
    found = messages("limit-follow-ups", "b.md")["b.md"]
    assert (said in found[0]) if said else not found


def test_many_reminders_are_not_all_named(folder, messages):
    folder({f"{number}.md": letter(kind="reminder", **JOB) for number in range(1, 14)})
    assert messages("limit-follow-ups", "13.md")["13.md"] == [
        "This is the thirteenth reminder about this application; 2 are enough, so leave this one unsent. Before it: 1.md, 2.md and 10 more."
    ]


@pytest.mark.parametrize(
    ("now", "found", "until"),
    [
        pytest.param("2026-11-20T23:59", [], "2026-11-21T00:00:00", id="the day itself"),
        pytest.param("2026-11-21T00:00", [DUE], "2026-12-04T00:00:00", id="the day after"),
        pytest.param("2026-12-03T23:00", [DUE], "2026-12-04T00:00:00", id="a fortnight later"),
        pytest.param("2026-12-04T00:00", [], None, id="forgotten"),
        pytest.param("2027-12-04T00:00", [], None, id="a year later"),
    ],
)
def test_when_a_reminder_is_due(folder, now, found, until):
    folder({"a.md": letter(kind="thank-you", expected_reply="2026-11-20", **JOB)})
    options = pipeline.Options(select=frozenset({"reminder-due"}), now=moment(now))
    [draft] = pipeline.check(["a.md"], options).drafts
    assert [violation.message for violation in draft.violations] == found
    assert draft.valid_until is None if until is None else draft.valid_until.startswith(until)


@pytest.mark.parametrize(
    ("expected", "due"),
    [
        ("within two weeks", True),
        ("November 20", True),
        ("next Friday", True),
        ("early November", True),
        ("mid-December", False),
        ("three weeks", False),
    ],
)
def test_a_day_that_was_named_in_words(folder, messages, expected, due):
    text = letter(kind="thank-you", interview="2026-11-06", expected_reply=expected, **JOB)
    folder({"a.md": text})
    assert len(messages("reminder-due", now=moment("2026-11-21T09:00"))["a.md"]) == due


def test_words_that_name_no_day_are_one_note_and_no_failure(folder):
    folder({"a.md": letter(kind="follow-up", interview="2026-11-06", expected_reply="soonish", **JOB)})
    report = pipeline.check(["a.md"], pipeline.Options(now=moment("2026-11-21T09:00")))
    assert not report.errors
    assert [note.message for note in report.drafts[0].notes] == [
        "`expected_reply: soonish` names no day that notelint knows; write it as 2026-12-08."
    ]


def test_only_the_last_draft_of_the_application_says_so(folder, messages):
    folder({
        "interview.yml": "expected_reply: 2026-11-20\n",
        "a.md": letter(kind="thank-you", sent="2026-11-11"),
        "b.md": letter(kind="thank-you", sent="2026-11-10"),
        "c.md": letter(kind="follow-up", sent="2026-11-18"),
    })  # fmt: skip
    assert messages("reminder-due") == {"a.md": [], "b.md": [], "c.md": [DUE]}
    assert messages("reminder-due", "a.md") == {"a.md": []}
    folder({"d.md": letter(kind="reminder")})
    assert not any(messages("reminder-due").values())


@pytest.mark.parametrize(("sent", "due"), [("2026-11-19", True), ("2026-11-20", False), ("2026-11-21", False)])
def test_a_follow_up_sent_on_the_due_day_asked(folder, messages, sent, due):
    folder({"a.md": letter(kind="follow-up", expected_reply="2026-11-20", sent=sent, **JOB)})
    assert messages("reminder-due", now=moment("2026-11-24T09:00"))["a.md"] == ([DUE] if due else [])
