"""Dates and the clock at the command line."""

import json

import pytest

LETTER = """\
---
kind: {kind}
subject: Data Analyst interview
{headers}
---
Dear Ms. Okafor,

{text}

Kind regards,
Dana Whitfield
"""
OLD, NEW = "2026-11-25T05:00", "2026-11-26T20:00"


@pytest.fixture
def draft(tmp_path):
    def write(headers, text="Thank you for your time.", kind="thank-you", name="note.md"):
        (tmp_path / name).write_text(LETTER.format(kind=kind, headers=headers, text=text), encoding="utf-8")
        return name

    return write


def read(result):
    [found] = json.loads(result.out)["drafts"]
    return found


PROMPT = ("--select", "send-promptly")


def test_the_hours_left_in_the_text_and_in_json(notelint, draft):
    name = draft("interview: 2026-11-24 14:30")
    said = "9 hours left to send this: due on Wednesday 25 November at 14:30."
    result = notelint("--now", OLD, *PROMPT, name)
    assert (result.status, f"  Note: {said}\n" in result.out) == (0, True)
    found = read(notelint("--now", OLD, *PROMPT, "--format", "json", name))
    assert found["notes"] == [{"rule": "send-promptly", "message": said}]
    assert found["violations"] == []
    assert found["valid_until"].startswith("2026-11-25T05:30:00")
    assert "Note:" not in notelint("--now", OLD, *PROMPT, "-q", name).out


def test_notes_stand_beside_good_drafts_too(notelint, draft):
    names = [draft("interview: 2026-11-24 14:30", name=name) for name in ("a.md", "b.md")]
    out = notelint("--now", OLD, *PROMPT, *names).out
    assert out.startswith("a.md: a thank-you note, nothing to fix\n  Note: 9 hours left")
    assert out.count("Note: 9 hours left") == 2


def test_verbose_says_until_when_it_holds(notelint, draft):
    assert "holds until 2026-11-25T05:30:00" in notelint("-v", "--now", OLD, draft("interview: 2026-11-24 14:30")).out


def test_late_by_the_clock_and_reproducible(notelint, draft):
    name = draft("interview: 2026-11-24 14:30")
    first, second = (notelint("--now", NEW, *PROMPT, "--format", "json", name) for _ in range(2))
    assert first.out == second.out
    assert (first.status, read(first)["violations"][0]["text"]) == (1, "2026-11-24 14:30")
    assert "29 hours late" in read(first)["violations"][0]["message"]


def test_with_sent_the_clock_does_not_matter(notelint, draft):
    name = draft("interview: 2026-11-24 14:30\nsent: 2026-11-25 09:00")
    results = [
        notelint(*clock, *PROMPT, "--format", "json", name) for clock in ([], ["--now", OLD], ["--now", "2031-01-01"])
    ]
    assert {result.out for result in results} == {results[0].out}
    assert (results[0].status, read(results[0])["valid_until"]) == (0, None)


def test_an_old_draft_does_not_become_late(notelint, draft):
    assert notelint("--now", "2031-01-01", *PROMPT, draft("interview: 2026-11-24 14:30")).status == 0


@pytest.mark.parametrize("now", ["9999-12-31", "0001-01-01", "soon"])
def test_a_clock_that_is_none(notelint, draft, now):
    result = notelint("--now", now, draft("interview: 2026-11-24"))
    assert result.status == 2
    assert f"`{now}` is no date; write 2026-11-25 or 2026-11-25T14:30" in result.err


def test_a_header_that_is_no_date(notelint, draft):
    bad, good = draft("interview: 04/05/2026", name="bad.md"), draft("interview: 2026-11-24", name="good.md")
    result = notelint("--format", "json", bad, good)
    assert result.status == 2
    assert result.err == (
        "notelint: bad.md:4:12: `interview`: “04/05/2026” can be read in two ways; write 2026-05-04 or 2026-04-05\n"
    )
    assert [found["path"] for found in json.loads(result.out)["drafts"]] == ["good.md"]


@pytest.mark.parametrize(
    ("config", "status", "said"),
    [
        ("{}\n", 1, "5 business days (Monday to Friday)"),
        ("country: GB-ENG\n", 1, "5 business days (holidays of GB-ENG left out)"),
        ("country: gb-eng\n", 1, "5 business days (holidays of GB-ENG left out)"),
        ("rules: {wait-before-follow-up: {business_days: 3}}\n", 1, "3 business days"),
        ("rules: {wait-before-follow-up: {business_days: 1}}\n", 0, ""),
        ("per_path: {'*.md': {rules: {wait-before-follow-up: {business_days: 1}}}}\n", 0, ""),
        ("country: England\n", 2, ".notelint.yml:1:10: `country` is a code such as `US`, `GB-ENG` or `DE-BY`"),
        ("country: GB-EN\n", 2, ".notelint.yml: `country: GB-EN`: no public holidays of this part"),
        ("rules: {wait-before-follow-up: {days: 1}}\n", 2, "there is no option `days`; known are `business_days`"),
        (
            "rules: {wait-before-follow-up: {business_days: soon}}\n",
            2,
            "`business_days`: Input should be a valid integer",
        ),
    ],
)
def test_what_the_config_says_of_business_days(notelint, draft, tmp_path, config, status, said):
    (tmp_path / ".notelint.yml").write_text(config, encoding="utf-8")
    name = draft("interview: 2026-11-23\nsent: 2026-11-24", "Is there any news?", "follow-up")
    result = notelint("--select", "wait-before-follow-up", "--format", "concise", name)
    assert result.status == status
    assert said in result.out + result.err
    assert len(result.err.splitlines()) == (status == 2)


def test_explain_shows_the_dates_and_what_a_check_said(notelint, draft):
    name = draft("sent: 2026-11-25", "I could start on Monday, 1 December, or at the end of next week.")
    out = " ".join(notelint("explain", "match-weekday", name).out.split())
    assert "line 8: “Monday, 1 December” is Tuesday 1 December, looking ahead" in out
    assert "line 8: “the end of next week” is Thursday 3 December to Friday 4 December, looking ahead" in out
    assert "1 December 2026 is a Tuesday, not a Monday." in out
    assert "line 4: 2020-01-01" not in notelint("explain", "send-promptly", draft("interview: 2020-01-01")).out
