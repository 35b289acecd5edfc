"""What checks say beside violations: notes, what they lack, and until when that holds."""

from datetime import datetime, timedelta, timezone

import pytest

from notelint.types import Note, NotRun, Span, Suppression

from .build import note, report, rule

PROMPT = rule("check: send-promptly\noptions: {hours: 24}\nkinds: [thank-you]", "send-promptly")
WAIT = rule("check: wait-before-follow-up\noptions: {business_days: 5}\nkinds: [follow-up]", "wait-before-follow-up")
UNUSED = rule("check: unused-suppression", "unused-suppression")
BERLIN = timezone(timedelta(hours=1))
INTERVIEW = {"interview": "2026-11-24 14:30 +01:00"}
SILENCE = Suppression("send-promptly", "they asked me to wait", Span(0, 1), None)


def judged(headers, now, *rules, **fields):
    return report(list(rules or [PROMPT]), note("Thanks", headers=headers, **fields), now=now)


def test_a_remark_becomes_a_note_and_the_clock_a_moment_in_its_zone():
    found = judged(INTERVIEW, datetime(2026, 11, 25, 5, 0, tzinfo=BERLIN))
    assert found.notes == (Note("send-promptly", "9 hours left to send this: due on Wednesday 25 November at 14:30."),)
    assert found.violations == ()
    assert found.valid_until == "2026-11-25T05:30:00+01:00"


def test_a_violation_by_the_clock_holds_for_a_time_too():
    found = judged(INTERVIEW, datetime(2026, 11, 25, 20, 0, tzinfo=BERLIN))
    assert [violation.rule for violation in found.violations] == ["send-promptly"]
    assert (found.notes, found.valid_until) == ((), "2026-11-25T20:30:00+01:00")


@pytest.mark.parametrize(
    "headers",
    [{**INTERVIEW, "sent": "2026-11-25"}, {**INTERVIEW, "sent": "2026-11-28"}, {"interview": "2020-01-01"}],
    ids=["in time", "late", "long ago"],
)
def test_what_does_not_depend_on_the_clock_holds_for_ever(headers):
    assert judged(headers, datetime(2026, 11, 25, 20, 0, tzinfo=BERLIN)).valid_until is None


def test_the_earliest_moment_of_all_rules_counts():
    other = rule("check: send-promptly\noptions: {hours: 48}", "another")
    found = judged(
        {"interview": "2026-11-24 14:10 +01:00"}, datetime(2026, 11, 25, 14, 5, tzinfo=BERLIN), PROMPT, other
    )
    assert [note.message.partition(":")[0] for note in found.notes] == [
        "less than an hour left to send this", "24 hours left to send this",
    ]  # fmt: skip
    assert found.valid_until == "2026-11-25T14:10:00+01:00"


def test_the_same_clock_gives_the_same_report():
    now = datetime(2026, 11, 25, 5, 0, tzinfo=BERLIN)
    assert judged(INTERVIEW, now) == judged(INTERVIEW, now)


def test_the_clock_without_a_zone_is_this_machines(local_zone):
    local_zone("America/New_York")
    found = judged({"interview": "2026-11-24 14:30"}, datetime.fromisoformat("2026-11-25T05:00"))
    assert found.notes[0].message.startswith("9 hours left")
    assert found.valid_until == "2026-11-25T05:30:00-05:00"


@pytest.mark.parametrize(
    ("headers", "needs"),
    [({}, ("interview",)), ({"interview": ""}, ("interview",)), (INTERVIEW, ("sent",))],
)
def test_what_a_check_lacks_did_not_run(headers, needs):
    assert judged(headers, None).not_run == (NotRun("send-promptly", needs),)


def test_of_a_follow_up_any_date_will_do():
    now = datetime(2026, 11, 25, tzinfo=BERLIN)
    assert judged({}, now, WAIT, kind="follow-up").not_run == (NotRun("wait-before-follow-up", ("interview",)),)
    assert judged({"last_contact": "2026-11-02"}, now, WAIT, kind="follow-up").not_run == ()


@pytest.mark.parametrize(
    ("now", "silenced"),
    [("2026-11-25T05:00", 0), ("2026-11-26T05:00", 1), ("2027-11-26T05:00", 0)],
    ids=["hours left", "late", "long ago"],
)
def test_a_suppression_hides_the_note_and_is_never_of_no_use(now, silenced):
    found = judged(
        {"interview": "2026-11-24 14:30"}, datetime.fromisoformat(now), PROMPT, UNUSED, suppressions=[SILENCE]
    )
    assert (found.violations, found.notes, len(found.suppressed)) == ((), (), silenced)


def test_with_sent_a_suppression_may_be_of_no_use():
    found = judged({**INTERVIEW, "sent": "2026-11-25"}, None, PROMPT, UNUSED, suppressions=[SILENCE])
    assert [violation.rule for violation in found.violations] == ["unused-suppression"]
