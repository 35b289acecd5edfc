"""A thank-you is sent within a day: late by so much, so many hours left, and when the clock says nothing."""

from datetime import datetime

import pytest

from notelint.matching.checks import Clocked, Context, Fault, Lacking, Remark, send_promptly
from tests.matching.build import note

OPTIONS = {"hours": 24}


def said(now=None, hours=24, **headers):
    clock = datetime.fromisoformat(now) if now else None
    analysis = note("Thank/thank/VERB you/PRON for/ADP your/PRON time", headers=headers)
    return list(send_promptly.check(Context(analysis, {"hours": hours}, clock)))


def late(*args, **fields):
    """What the only fault says of how late it is, None without one."""
    found = [one.message for one in said(*args, **fields) if isinstance(one, Fault)]
    assert len(found) < 2
    return found[0].partition(" late")[0].removeprefix("Sent ").removeprefix("This is ") if found else None


@pytest.mark.parametrize(
    ("interview", "sent", "how_late"),
    [
        pytest.param("2026-11-24 14:30", "2026-11-24 18:00", None, id="the same day"),
        pytest.param("2026-11-24 14:30", "2026-11-25 14:30", None, id="to the minute"),
        pytest.param("2026-11-24 14:30", "2026-11-25 14:31", "less than an hour", id="a minute late"),
        pytest.param("2026-11-24 14:30", "2026-11-25 18:30", "4 hours", id="four hours late"),
        pytest.param("2026-11-24 14:30", "2026-11-26 13:00", "22 hours", id="22 hours late"),
        pytest.param("2026-11-24 14:30", "2026-11-29", "4 days", id="days late"),
        pytest.param("2026-11-24 14:30", "2026-11-25", None, id="a day without a time may be in time"),
        pytest.param("2026-11-24 14:30", "2026-11-26", "1 day", id="a day too late at any time"),
        pytest.param("2026-11-24", "2026-11-25 23:59", None, id="until the end of the next day"),
        pytest.param("2026-11-24", "2026-11-26 00:00", "less than an hour", id="midnight is the day after"),
        pytest.param("2026-11-24", "2026-11-25", None, id="the next day"),
        pytest.param("2026-11-24", "2026-11-26", "1 day", id="the day after"),
        pytest.param("2026-11-24", "2026-11-20", None, id="before the interview"),
        pytest.param("2026-12-31", "2027-01-01", None, id="New Year's Day"),
        pytest.param("2026-12-31", "2027-01-02", "1 day", id="after New Year's Day"),
        pytest.param("2028-02-28", "2028-02-29", None, id="a leap day"),
        pytest.param("2027-02-28", "2027-03-02", "1 day", id="no leap day"),
        pytest.param("2026-11-27 16:00", "2026-11-30 09:00", "41 hours", id="a weekend is no excuse"),
        pytest.param(
            "2026-11-24 09:00 Asia/Tokyo", "2026-11-24 20:00 America/New_York", "1 hour", id="east, then west"
        ),
        pytest.param("2026-11-24 20:00 America/New_York", "2026-11-26 09:00 Asia/Tokyo", None, id="west, then east"),
        pytest.param("2026-11-24T14:30+01:00", "Wed, 25 Nov 2026 13:29:00 +0000", None, id="the date of a mail"),
        pytest.param(
            "2026-11-24T14:30+01:00", "Wed, 25 Nov 2026 13:31:00 +0000", "less than an hour", id="of a late one"
        ),
    ],
)
def test_when_it_is_sent(interview, sent, how_late):
    assert late(interview=interview, sent=sent) == how_late
    assert late("2031-01-01", interview=interview, sent=sent) == how_late  # whatever the clock says


@pytest.mark.parametrize(
    ("zone", "interview", "sent", "how_late"),
    [
        pytest.param(
            "Europe/Berlin", "2026-03-28 14:30", "2026-03-29 15:30", None, id="spring: 24 hours are 25 o'clock"
        ),
        pytest.param("Europe/Berlin", "2026-03-28 14:30", "2026-03-29 15:31", "less than an hour", id="spring, late"),
        pytest.param("Europe/Berlin", "2026-10-24 14:30", "2026-10-25 13:30", None, id="autumn"),
        pytest.param("Europe/Berlin", "2026-10-24 14:30", "2026-10-25 13:31", "less than an hour", id="autumn, late"),
        pytest.param("Europe/Berlin", "2026-03-28", "2026-03-29 23:59", None, id="spring, by the day"),
        pytest.param("Europe/Berlin", "2026-10-24", "2026-10-25 23:59", None, id="autumn, by the day"),
        pytest.param("America/New_York", "2026-10-31", "2026-11-01 23:59", None, id="autumn in New York"),
        pytest.param("Pacific/Auckland", "2026-04-04 14:30", "2026-04-05 13:30", None, id="autumn in April"),
        pytest.param("UTC", "2026-11-24", "2026-11-25 23:30 -08:00", None, id="a day lies in the other's zone, west"),
        pytest.param(
            "America/Los_Angeles", "2026-11-24", "2026-11-26 00:30 +09:00", "less than an hour", id="and east"
        ),
        pytest.param("Asia/Tokyo", "2026-11-24 14:30 America/Los_Angeles", "2026-11-26", "1 day", id="also of sending"),
    ],
)
def test_when_it_is_sent_where_clocks_change_and_differ(local_zone, zone, interview, sent, how_late):
    local_zone(zone)
    assert late(interview=interview, sent=sent) == how_late


@pytest.mark.parametrize(
    ("now", "remark", "until"),
    [
        ("2026-11-24T14:30", "24 hours left", "2026-11-24T14:30"),
        ("2026-11-24T15:10", "23 hours left", "2026-11-24T15:30"),
        ("2026-11-25T05:00", "9 hours left", "2026-11-25T05:30"),
        ("2026-11-25T13:00", "1 hour left", "2026-11-25T13:30"),
        ("2026-11-25T14:00", "less than an hour left", "2026-11-25T14:30"),
    ],
)
def test_the_hours_left_are_a_remark(local_zone, now, remark, until):
    local_zone("Europe/Berlin")
    left, clocked = said(now, interview="2026-11-24 14:30")
    assert left == Remark(f"{remark} to send this: due on Wednesday 25 November at 14:30.")
    assert clocked.until == datetime.fromisoformat(until).astimezone()


def test_of_an_interview_without_a_time_the_next_day_is_left(local_zone):
    local_zone("America/New_York")
    left, clocked = said("2026-11-24T09:00", interview="2026-11-24")
    assert left == Remark("38 hours left to send this: due by the end of Wednesday 25 November.")
    assert clocked.until == datetime.fromisoformat("2026-11-24T09:59:59.999999").astimezone()


@pytest.mark.parametrize(
    ("now", "message", "until"),
    [
        (
            "2026-11-25T20:00",
            (
                "This is 5 hours late: due on Wednesday 25 November at 14:30. Send it now, without a long excuse. "
                "Sent already? Write `sent: 2026-11-25` in its headers."
            ),
            "2026-11-25T20:30",
        ),
        (
            "2026-11-29T15:00",
            (
                "This is 4 days late: due on Wednesday 25 November at 14:30. Send it now, without a long excuse. "
                "Sent already? Write `sent: 2026-11-29` in its headers."
            ),
            "2026-11-30T00:00",
        ),
    ],
)
def test_by_the_clock_it_is_late_and_may_be_sent_already(now, message, until):
    fault, clocked = said(now, interview="2026-11-24 14:30")
    assert fault.message == message
    assert clocked.until == datetime.fromisoformat(until).astimezone()


@pytest.mark.parametrize(
    ("now", "until"),
    [
        pytest.param("2026-11-25T20:00+01:00", "2026-11-25T20:30+01:00", id="an hour more comes first"),
        pytest.param("2026-11-25T23:40+01:00", "2026-11-26T00:00+01:00", id="midnight comes first"),
        pytest.param("2026-11-29T15:00+01:00", "2026-11-30T00:00+01:00", id="and before a day more"),
        pytest.param("2026-11-29T23:00+09:00", "2026-11-30T00:00+09:00", id="in the clock's zone, east"),
        pytest.param("2026-11-29T15:00-08:00", "2026-11-30T00:00-08:00", id="and west"),
        pytest.param("2026-12-08T14:00+01:00", "2026-12-08T14:30+01:00", id="it is forgotten before midnight"),
    ],
)
def test_it_names_today_and_holds_for_today(local_zone, now, until):
    local_zone("Europe/Berlin")
    fault, clocked = said(now, interview="2026-11-24 14:30")
    assert f"Write `sent: {now[:10]}`" in fault.message
    assert clocked.until == datetime.fromisoformat(until)


def test_today_is_the_clocks_day_also_after_its_zone_has_changed_to_winter(local_zone):
    local_zone("Europe/Berlin")
    fault, clocked = said("2026-10-29T23:30", interview="2026-10-23 14:30")  # due on a summer's day
    assert "Write `sent: 2026-10-29`" in fault.message
    assert clocked.until == datetime.fromisoformat("2026-10-30T00:00+01:00")


@pytest.mark.parametrize(
    ("now", "speaks"),
    [("2026-12-08T14:30", True), ("2026-12-08T14:31", False), ("2027-11-25", False), ("2026-11-24T14:29", False)],
)
def test_the_clock_speaks_for_fourteen_days(now, speaks):
    assert (late(now, interview="2026-11-24 14:30") is not None) is speaks


def test_before_the_interview_it_waits_for_it():
    assert said("2026-11-20", interview="2026-11-24 14:30") == [
        Clocked(datetime.fromisoformat("2026-11-24T14:30").astimezone())
    ]


def test_an_old_note_is_left_alone_for_ever():
    assert said("2030-01-01", interview="2026-11-24") == [Clocked(None)]


def test_the_span_is_the_header_that_decides():
    analysis = note("Thanks", headers={"interview": "2026-11-24", "sent": "2026-11-28"})
    (fault,) = send_promptly.check(Context(analysis, OPTIONS))
    assert analysis.draft.slice(fault.span) == "2026-11-28"
    analysis = note("Thanks", headers={"interview": "2026-11-24"})
    fault, _ = send_promptly.check(Context(analysis, OPTIONS, datetime.fromisoformat("2026-11-28")))
    assert analysis.draft.slice(fault.span) == "2026-11-24"


@pytest.mark.parametrize(
    ("hours", "interview", "sent", "how_late"),
    [
        (48, "2026-11-24 14:30", "2026-11-26 14:00", None),
        (48, "2026-11-24", "2026-11-26 23:00", None),
        (4, "2026-11-24 14:30", "2026-11-24 19:30", "1 hour"),
        (36, "2026-11-24", "2026-11-26 13:00", "1 hour"),
    ],
)
def test_another_number_of_hours(hours, interview, sent, how_late):
    assert late(hours=hours, interview=interview, sent=sent) == how_late


@pytest.mark.parametrize(
    ("headers", "keys"),
    [({"interview": ""}, ("interview",)), ({}, ("interview",)), ({"interview": "2026-11-24"}, ("sent",))],
)
def test_what_it_lacks(headers, keys):
    assert said(**headers) == [Lacking(keys)]
