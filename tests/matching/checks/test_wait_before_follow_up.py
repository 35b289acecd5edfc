"""A follow-up waits for the day that was named, or else for some business days."""

from datetime import datetime

import pytest

from notelint.matching.checks import Clocked, Context, Fault, Lacking, Remark, wait_before_follow_up
from notelint.types import Edit
from tests.matching.build import note

OPTIONS = {"business_days": 5}


def said(now=None, country="", days=5, **headers):
    clock = datetime.fromisoformat(now) if now else None
    analysis = note("Any news/NOUN ?", kind="follow-up", headers=headers)
    return list(wait_before_follow_up.check(Context(analysis, {"business_days": days}, clock, country=country)))


def first(*args, **fields):
    """The day for which the only fault would have it wait, None without one."""
    found = [one.message for one in said(*args, **fields) if isinstance(one, Fault)]
    assert len(found) < 2
    return found[0].partition(",")[0].removeprefix("Sent before ").removeprefix("Wait until ") if found else None


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        pytest.param({"expected_reply": "2026-11-30", "sent": "2026-11-29"}, "Monday 30 November", id="a day too early"),
        pytest.param({"expected_reply": "2026-11-30", "sent": "2026-11-30"}, None, id="on the day"),
        pytest.param({"expected_reply": "2026-11-30 17:00", "sent": "2026-11-30 09:00"}, "Monday 30 November at 17:00",
                     id="before the hour"),
        pytest.param({"expected_reply": "2026-11-30 17:00", "sent": "2026-11-30"}, None, id="perhaps after the hour"),
        pytest.param({"expected_reply": "2027-01-04", "sent": "2026-12-31"}, "Monday 4 January", id="over the year's end"),
        pytest.param({"interview": "2026-11-23", "sent": "2026-11-27"}, "Monday 30 November", id="four business days"),
        pytest.param({"interview": "2026-11-23", "sent": "2026-11-30"}, None, id="five business days"),
        pytest.param({"interview": "2026-11-20 16:00", "sent": "2026-11-27 08:00"}, None, id="days, not hours"),
        pytest.param({"interview": "2026-11-21", "sent": "2026-11-26"}, "Friday 27 November", id="talk on a Saturday"),
        pytest.param({"interview": "2028-02-24", "sent": "2028-03-01"}, "Thursday 2 March", id="over a leap day"),
        pytest.param({"interview": "2026-11-02", "last_contact": "2026-11-23", "sent": "2026-11-25"},
                     "Monday 30 November", id="the last contact counts"),
        pytest.param({"interview": "2026-11-23", "last_contact": "2026-11-02", "sent": "2026-11-25"},
                     "Monday 30 November", id="or the interview, when that was later"),
        pytest.param({"interview": "2026-11-23", "expected_reply": "2026-11-25", "sent": "2026-11-25"}, None,
                     id="a day that was named comes first"),
        pytest.param({"expected_reply": "2026-11-20", "last_contact": "2026-11-23", "sent": "2026-11-25"},
                     "Monday 30 November", id="unless it was before the last contact"),
        pytest.param({"expected_reply": "2026-11-25T09:00+09:00", "sent": "2026-11-24 23:00 -05:00"}, None,
                     id="points in time across zones"),
    ],
)  # fmt: skip
def test_when_it_is_sent(headers, wait):
    assert first(**headers) == wait
    assert first("2031-01-01", **headers) == wait  # whatever the clock says


@pytest.mark.parametrize(
    ("expected", "headers", "wait"),
    [
        pytest.param("within two weeks", {"interview": "2026-11-24", "sent": "2026-12-07"}, "Tuesday 8 December", id="a limit"),
        pytest.param("within two weeks", {"interview": "2026-11-24", "sent": "2026-12-08"}, None, id="its last day"),
        pytest.param("two weeks", {"interview": "2026-11-24", "sent": "2026-12-07"}, "Tuesday 8 December", id="a length"),
        pytest.param("1-2 weeks", {"interview": "2026-11-24", "sent": "2026-12-01"}, None, id="the least counts"),
        pytest.param("2-3 weeks", {"interview": "2026-11-24", "sent": "2026-12-01"}, "Tuesday 8 December", id="too early for it"),
        pytest.param("December 8", {"interview": "2026-11-24", "sent": "2026-12-07"}, "Tuesday 8 December", id="without a year"),
        pytest.param("January 5", {"interview": "2026-12-22", "sent": "2026-12-30"}, "Tuesday 5 January", id="over the year's end"),
        pytest.param("December 8", {"last_contact": "2026-12-10", "sent": "2026-12-18"}, None, id="that has passed"),
        pytest.param("Friday", {"interview": "2026-11-24", "sent": "2026-11-26"}, "Friday 27 November", id="a weekday"),
        pytest.param("next Friday", {"interview": "2026-11-24", "sent": "2026-11-27"}, None, id="may be the coming one"),
        pytest.param("next Friday", {"interview": "2026-11-24", "sent": "2026-11-26"}, "Friday 27 November", id="or the one after"),
        pytest.param("end of next week", {"interview": "2026-11-24", "sent": "2026-12-01"}, "Thursday 3 December", id="part of a week"),
        pytest.param("early December", {"interview": "2026-11-17", "sent": "2026-11-30"}, "Tuesday 1 December", id="part of a month"),
        pytest.param("early December", {"interview": "2026-11-17", "sent": "2026-12-02"}, None, id="in it"),
        pytest.param("by Friday at 5 pm, they said", {"interview": "2026-11-24", "sent": "2026-11-26"}, "Friday 27 November", id="with words around"),
        pytest.param("in 10 business days", {"interview": "2026-11-23", "sent": "2026-12-01"}, "Monday 7 December", id="business days"),
    ],
)  # fmt: skip
def test_a_day_that_was_named_in_words_counts_from_the_interview(expected, headers, wait):
    assert first(expected_reply=expected, **headers) == wait
    if wait:
        [found] = said(expected_reply=expected, **headers)
        assert f"(“{expected}”)" in found.message


@pytest.mark.parametrize(
    "expected", ["soon", "after the holidays", "Tuesday or Wednesday", "not before Friday", "12/08"]
)
def test_words_that_name_no_day_are_a_remark(expected):
    [found] = said(interview="2026-11-23", sent="2026-11-24", expected_reply=expected)
    assert found == Remark(f"`expected_reply: {expected}` names no day that notelint knows; write it as 2026-12-08.")


def test_words_that_count_from_the_interview_need_it():
    assert said(sent="2026-11-24", expected_reply="within two weeks") == [Lacking(("interview",))]
    assert said(interview="2026-11-23", sent="yesterday") == [Lacking(("sent",))]


@pytest.mark.parametrize(
    ("country", "interview", "wait"),
    [
        ("", "2026-11-24", "Tuesday 1 December"),
        ("US", "2026-11-24", "Wednesday 2 December"),
        ("GB-ENG", "2026-12-22", "Thursday 31 December"),
        ("DE-BY", "2026-12-22", "Wednesday 30 December"),
    ],
)
def test_public_holidays_are_no_business_days(country, interview, wait):
    assert first(country=country, interview=interview, sent=interview) == wait


@pytest.mark.parametrize(
    ("headers", "country", "message"),
    [
        (
            {"expected_reply": "2026-11-30", "sent": "2026-11-27"}, "US",
            "Sent before Monday 30 November, the day that the company named.",
        ),
        (
            {"interview": "2026-11-23", "sent": "2026-11-27"}, "",
            "Sent before Monday 30 November, 5 business days (Monday to Friday) after the interview.",
        ),
        (
            {"last_contact": "2026-11-23", "sent": "2026-11-27"}, "US",
            "Sent before Tuesday 1 December, 5 business days (holidays of US left out) after the last contact.",
        ),
    ],
)  # fmt: skip
def test_the_message_says_why_and_how_it_counted(headers, country, message):
    (fault,) = said(country=country, **headers)
    assert fault.message == message


def test_the_first_day_is_offered_in_the_header():
    analysis = note(
        "Any news/NOUN ?", kind="follow-up", headers={"interview": "2026-11-23", "sent": "2026-11-25 09:00"}
    )
    (fault,) = wait_before_follow_up.check(Context(analysis, OPTIONS))
    assert analysis.draft.slice(fault.span) == "2026-11-25 09:00"
    assert fault.suggestion.text == "sent: 2026-11-30"
    assert fault.suggestion.edits == (Edit(fault.span, "2026-11-30"),)


def test_by_the_clock_it_waits_and_may_be_sent_already():
    fault, clocked = said("2026-11-25T10:00", interview="2026-11-23")
    assert fault.message == (
        "Wait until Monday 30 November, 5 business days (Monday to Friday) after the interview. "
        "Sent already? Write `sent: 2026-11-25` in its headers."
    )
    assert fault.suggestion is None
    assert clocked.until == datetime.fromisoformat("2026-11-26T00:00").astimezone()


@pytest.mark.parametrize(
    ("now", "headers", "wait"),
    [
        pytest.param("2026-11-29T23:59", {"interview": "2026-11-23"}, "Monday 30 November", id="a minute too early"),
        pytest.param("2026-11-30T00:00", {"interview": "2026-11-23"}, None, id="the day has come"),
        pytest.param("2026-11-25", {"expected_reply": "2026-11-30"}, "Monday 30 November", id="a day that was named"),
        pytest.param("2026-11-25", {"interview": "2026-11-02", "expected_reply": "2026-12-20"}, None, id="an old interview"),
        pytest.param("2026-11-25", {"interview": "2026-11-02", "last_contact": "2026-11-24"}, "Tuesday 1 December",
                     id="an old interview, but a message since"),
        pytest.param("2026-11-25", {"interview": "2026-12-01"}, None, id="an interview to come"),
    ],
)  # fmt: skip
def test_by_the_clock(now, headers, wait):
    assert first(now, **headers) == wait


@pytest.mark.parametrize(
    ("now", "headers", "until"),
    [
        pytest.param("2026-12-20", {"interview": "2026-11-23"}, None, id="an old interview"),
        pytest.param("2026-11-30", {"interview": "2026-11-23"}, None, id="the day has come"),
        pytest.param("2026-11-25", {"interview": "2026-12-01"}, "2026-12-01", id="an interview to come"),
        pytest.param("2026-11-25T10:00", {"interview": "2026-11-23"}, "2026-11-26", id="it names today"),
        pytest.param("2026-11-25T10:00+09:00", {"interview": "2026-11-23"}, "2026-11-26T00:00+09:00",
                     id="as the clock has it, east"),
        pytest.param("2026-11-25T10:00-08:00", {"interview": "2026-11-23"}, "2026-11-26T00:00-08:00", id="and west"),
        pytest.param("2026-11-30T10:00", {"expected_reply": "2026-11-30 17:00"}, "2026-11-30T17:00",
                     id="an hour that was named comes first"),
        pytest.param("2026-11-30T10:00", {"interview": "2026-11-16 14:30", "expected_reply": "2026-12-20"},
                     "2026-11-30T14:30", id="the interview is forgotten first"),
    ],
)  # fmt: skip
def test_until_when_that_holds(local_zone, now, headers, until):
    local_zone("Europe/Berlin")
    clocked = said(now, **headers)[-1]
    assert clocked == Clocked(datetime.fromisoformat(until).astimezone() if until else None)


@pytest.mark.parametrize(("days", "wait"), [(0, None), (1, None), (3, "Thursday 26 November")])
def test_another_number_of_days(days, wait):
    assert first(days=days, interview="2026-11-23", sent="2026-11-24") == wait


@pytest.mark.parametrize(
    ("now", "headers", "keys"),
    [
        ("2026-11-25", {}, ("interview",)),
        (None, {"sent": "2026-11-25"}, ("interview",)),
        (None, {"interview": "2026-11-24"}, ("sent",)),
    ],
)
def test_what_it_lacks(now, headers, keys):
    assert said(now, **headers) == [Lacking(keys)]
