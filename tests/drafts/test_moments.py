"""The dates of headers: what may be written, what is refused and how that is said, zones and clock changes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from notelint.drafts import moments
from notelint.drafts.read import from_text
from notelint.errors import DraftError
from notelint.types import Moment

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-25", "2026/11/25", "2026.11.25", "25 November 2026", "25 Nov 2026", "25. November 2026", "25-Nov-2026",
        "25th November 2026", "the 25th of November 2026", "November 25, 2026", "November 25 2026", "Nov 25th, 2026",
        "Nov. 25, 2026", "NOVEMBER 25, 2026", "Wednesday, 25 November 2026", "Wed, Nov 25, 2026", "Wed. 25 Nov. 2026",
        "25/11/2026", "11/25/2026", "25.11.2026", "25-11-2026", "  2026-11-25  ",
    ],
)  # fmt: skip
def test_a_day(written):
    assert moments.parse(written) == Moment(DAY)


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("2026-11-25 14:30", time(14, 30)),
        ("2026-11-25T14:30", time(14, 30)),
        ("2026-11-25t14:30:15", time(14, 30, 15)),
        ("2026-11-25T14:30:15.250", time(14, 30, 15)),
        ("2026-11-25, 14:30", time(14, 30)),
        ("2026-11-25 at 14:30", time(14, 30)),
        ("2026-11-25 00:00", time(0)),
        ("2026-11-25 9:05", time(9, 5)),
        ("Nov 25, 2026 2:30 pm", time(14, 30)),
        ("Nov 25, 2026, 2:30 PM", time(14, 30)),
        ("Nov 25, 2026 at 2 pm", time(14)),
        ("25 November 2026 2.30 p.m.", time(14, 30)),
        ("25 November 2026 12 am", time(0)),
        ("25 November 2026 12:15 pm", time(12, 15)),
        ("Wednesday, November 25, 2026 2:30 PM", time(14, 30)),
        ("Wed, Nov 25, 2026 at 2:30 PM", time(14, 30)),
    ],
)
def test_a_day_and_a_time(written, clock):
    assert moments.parse(written) == Moment(DAY, clock)


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-11-25T14:30+01:00", "13:30"),
        ("2026-11-25T14:30Z", "14:30"),
        ("2026-11-25 14:30 +0530", "09:00"),
        ("2026-11-25 14:30 -03:30", "18:00"),
        ("2026-11-25 14:30 UTC", "14:30"),
        ("2026-11-25 14:30 UTC+1", "13:30"),
        ("2026-11-25 14:30 GMT-05:00", "19:30"),
        ("2026-11-25 14:30-05:00", "19:30"),
        ("2026-11-25 14:30 Europe/Berlin", "13:30"),
        ("2026-11-25 14:30 europe/berlin", "13:30"),
        ("2026-11-25 14:30 America/New_York", "19:30"),
        ("2026-11-25 2:30 pm PST", "22:30"),
        ("2026-11-25 14:30 CET", "13:30"),
        ("Wed, 25 Nov 2026 09:12:00 +0100", "08:12"),
        ("Wed, 25 Nov 2026 09:12:00 -0800 (PST)", "17:12"),
        ("Wed, 25 Nov 2026 09:12 GMT", "09:12"),
        ("25 Nov 2026 09:12 EST", "14:12"),
    ],
)
def test_a_time_in_a_zone(written, utc):
    assert f"{moments.parse(written).start:%Y-%m-%d %H:%M}" == f"2026-11-25 {utc}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("04/05/2026", "“04/05/2026” can be read in two ways; write 2026-05-04 or 2026-04-05"),
        ("4.5.2026", "can be read in two ways; write 2026-05-04 or 2026-04-05"),
        ("25 November", "“25 November” lacks its year; write 2026-11-25"),
        ("Wednesday, November 25", "lacks its year"),
        ("Nov 25, 26", "is no date that notelint can read; write 2026-11-25, or 2026-11-25 14:30 with the time"),
        ("next Tuesday", "“next Tuesday” is no date"),
        ("end of next week", "is no date"),
        ("TBD", "is no date"),
        ("[date]", "is no date"),
        ("2026-11", "is no date"),
        ("20261125", "is no date"),
        ("1795600000", "is no date"),
        ("14:30 Europe/Berlin", "is no date"),
        ("2026-11-25 afternoon", "is no date"),
        ("0026-11-25", "is no date"),
        ("9999-12-31", "is no date"),
        ("2026-02-30", "“2026-02-30” does not exist in the calendar"),
        ("29 February 2027", "does not exist in the calendar"),
        ("2026-13-01", "does not exist in the calendar"),
        ("31/31/2026", "does not exist in the calendar"),
        ("Tuesday, 25 November 2026", "“Tuesday, 25 November 2026” is a Wednesday; correct the weekday or the date"),
        ("2026-11-25 25:30", "no time of day"),
        ("2026-11-25 14", "no time of day"),
        ("2026-11-25 14.30", "no time of day"),
        ("2026-11-25 14:30 pm", "no time of day"),
        ("2026-11-25 14:75", "no time of day"),
        ("2026-11-25 14:30-15:30", "may be a stretch of time; write when it ended"),
        ("2026-11-25 09:00-10:00", "may be a stretch of time"),
        ("2026-11-25 14:30 – 15:30", "is a stretch of time; write when it ended"),
        ("25 Nov 2026, 2-3 pm", "is a stretch of time"),
        ("2026-11-25 14:30 Europe/Berln", "there is no time zone “Europe/Berln”; is it Europe/Berlin?"),
        ("2026-11-25 14:30 Europe", "there is no time zone “Europe”; write +01:00 or Europe/Berlin"),
        ("2026-11-25 14:30 IST", "there is no time zone “IST”"),
        ("2026-11-25T14:30+25:00", "there is no time zone “+25:00”"),
        ("2026-11-25T14:30+01:07", "there is no time zone “+01:07”"),
    ],
)
def test_what_is_refused_says_what_to_write(written, said):
    with pytest.raises(ValueError, match=r"^[^\n]+$") as refused:
        moments.parse(written)
    assert said in str(refused.value)


@pytest.mark.parametrize("key", ["interview", "sent", "last_contact"])
def test_a_draft_with_such_a_value_is_refused_at_its_place(key):
    with pytest.raises(DraftError) as refused:
        from_text(f"---\nkind: thank-you\n{key}:   soon\n---\nDear Ms. Okafor,\n", "note.md")
    column = len(key) + 5
    assert str(refused.value).startswith(f"note.md:3:{column}: `{key}`: “soon” is no date")


@pytest.mark.parametrize("value", ["next Tuesday", "within two weeks", "24 November", "soon"])
def test_only_an_expected_reply_may_be_given_in_words(value):
    draft = from_text(f"---\nexpected_reply: {value}\n---\nDear Ms. Okafor,\n", "note.md")
    assert draft.headers.value("expected_reply") == value
    assert moments.of(draft.headers, "expected_reply") is None
    with pytest.raises(DraftError, match="`interview`"):
        from_text(f"---\ninterview: {value}\n---\nDear Ms. Okafor,\n", "note.md")


@pytest.mark.parametrize("value", ["2026-02-30", "04/05/2026", "Tuesday, 25 November 2026", "2026-11-25 25:30"])
def test_a_date_with_a_slip_in_it_is_refused_there_too(value):
    with pytest.raises(DraftError, match="`expected_reply`"):
        from_text(f"---\nexpected_reply: {value}\n---\nDear Ms. Okafor,\n", "note.md")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("From: a@b.example\nTo: c@d.example\nDate: yesterday\n\nHi\n", "note.txt:3:7: `Date`: “yesterday”"),
        ('---\ninterview: "04/05/2026"\n---\nHi\n', "note.txt:2:13: `interview`: “04/05/2026”"),
        ("\n---\ninterview:\n  soon\n---\nHi\n", "note.txt:4:3: `interview`: “soon”"),
    ],
)
def test_the_key_is_named_as_it_is_written(text, place):
    with pytest.raises(DraftError) as refused:
        from_text(text, "note.txt")
    assert str(refused.value).startswith(place)


@pytest.mark.parametrize(
    ("text", "key", "moment"),
    [
        ("---\ninterview: 2026-11-25 # a Wednesday\n---\nHi\n", "interview", Moment(DAY)),
        ("---\ninterview: '2026-11-25 14:30'\n---\nHi\n", "interview", Moment(DAY, time(14, 30))),
        ("---\ninterview:\n---\nHi\n", "interview", None),
        ("---\nsent: ''\n---\nHi\n", "sent", None),
        ("---\nkind: thank-you\n---\nHi\n", "interview", None),
        ("From: a@b.example\nTo: c@d.example\nDate: Wed, 25 Nov 2026\n  09:12 GMT\n\nHi\n", "sent",
         Moment(DAY, time(9, 12), UTC)),
    ],
)  # fmt: skip
def test_the_moment_of_a_header(text, key, moment):
    found = moments.of(from_text(text, "note.txt").headers, key)
    assert found == moment


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "written", "start"),
    [
        ("Europe/Berlin", "2026-11-25 14:30", "2026-11-25 13:30"),
        ("America/Los_Angeles", "2026-11-25 14:30", "2026-11-25 22:30"),
        ("Asia/Kolkata", "2026-11-25", "2026-11-24 18:30"),
        ("Pacific/Auckland", "2026-11-25 14:30 Europe/Berlin", "2026-11-25 13:30"),
    ],
)
def test_without_a_zone_it_is_this_machines(local_zone, zone, written, start):
    local_zone(zone)
    assert moments.parse(written).start == utc(start)


@pytest.mark.parametrize(
    ("written", "start"),
    [
        pytest.param("2026-03-29 02:30 Europe/Berlin", "2026-03-29 01:30", id="skipped: as much later"),
        pytest.param("2026-10-25 02:30 Europe/Berlin", "2026-10-25 00:30", id="twice: the first"),
        pytest.param("2026-03-08 02:30 America/New_York", "2026-03-08 07:30", id="skipped in New York"),
        pytest.param("2026-11-01 01:30 America/New_York", "2026-11-01 05:30", id="twice in New York"),
    ],
)
def test_a_time_at_which_the_clocks_change(local_zone, written, start):
    assert moments.parse(written).start == utc(start)
    local_zone(written.rpartition(" ")[2])
    assert moments.parse(written.rpartition(" ")[0]).start == utc(start)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 1), 24)],
)
def test_a_day_is_as_long_as_the_clocks_make_it(local_zone, day, hours):
    local_zone("Europe/Berlin")
    assert Moment(day).end - Moment(day).start == timedelta(hours=hours)
    assert Moment(day).end == Moment(day + timedelta(days=1)).start


def test_moments_with_and_without_a_zone_are_compared_as_points_in_time(local_zone):
    local_zone("America/New_York")
    here, there = moments.parse("2026-11-25 14:30"), moments.parse("2026-11-25 20:00 Europe/Berlin")
    assert there.start < here.start == moments.parse("2026-11-25T19:30Z").start
