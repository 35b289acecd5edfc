"""Which words of a letter name days, and which days they mean (dates.yml)."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from notelint.language import analyse
from notelint.language.dates import find, resolve
from notelint.types import Draft, Span, Zone

REFERENCE = date(2026, 11, 25)  # a Wednesday
TABLE = yaml.safe_load(Path(__file__).with_name("dates.yml").read_text(encoding="utf-8"))
MEANT = [(kind, row["says"], str(row["means"])) for kind, rows in TABLE.items() if kind != "none" for row in rows]


def phrases(text):
    draft = Draft("x.txt", text, zones=(Zone("body", Span(0, len(text))),))
    return draft, find(analyse(draft))


def only(text):
    draft, found = phrases(text)
    assert len(found) == 1, [draft.slice(phrase.span) for phrase in found]
    return draft, found[0]


def said(days):
    if days is None:
        return "none"
    return str(days.first) if days.first == days.last else f"{days.first} .. {days.last}"


@pytest.mark.parametrize(("kind", "marked", "means"), MEANT)
def test_a_phrase_and_what_it_means(kind, marked, means):
    draft, phrase = only(marked.replace("[[", "").replace("]]", ""))
    assert draft.slice(phrase.span) == marked.partition("[[")[2].partition("]]")[0]
    assert phrase.kind == kind
    assert said(resolve(phrase, REFERENCE)) == means


@pytest.mark.parametrize("text", TABLE["none"])
def test_no_date(text):
    draft, found = phrases(text)
    assert [draft.slice(phrase.span) for phrase in found] == []


def test_the_table_is_as_long_as_it_should_be():
    assert len(MEANT) >= 80
    assert len(TABLE["none"]) >= 20


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("We met on Tuesday.", "past"),
        ("I have been ill since Monday.", "past"),
        ("I would like to thank you for the talk on Tuesday.", "past"),
        ("Thank you for seeing me on Tuesday.", "past"),
        ("After our meeting on Tuesday I would like to confirm my interest.", "past"),
        ("You will hear from me on Tuesday.", "future"),
        ("I could come on Tuesday.", "future"),
        ("Could you call me on Tuesday?", "future"),
        ("I look forward to our meeting on Tuesday.", "future"),
        ("Tuesday suits me.", "future"),
        ("I am writing about our interview on Tuesday.", "unknown"),
        ("You said that you would decide on Tuesday.", "unknown"),
        ("Interview on Tuesday", "unknown"),
    ],
)
def test_the_verb_says_whether_it_looks_back(text, direction):
    assert only(text)[1].direction == direction


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("I need to answer by Friday.", True),
        ("I need to answer before the 30th.", True),
        ("I need to answer no later than 4 December.", True),
        ("I need to answer on Friday at the latest.", True),
        ("I am away until next week.", True),
        ("I am free on Friday.", False),
        ("I am free next week.", False),
    ],
)
def test_a_deadline(text, deadline):
    assert only(text)[1].deadline is deadline


@pytest.mark.parametrize(
    ("text", "reference", "means"),
    [
        ("I will call you on Friday.", "2026-12-31", "2027-01-01"),
        ("We met on Thursday.", "2027-01-01", "2026-12-31"),
        ("We met on 31 December.", "2027-01-02", "2026-12-31"),
        ("I could start on 2 January.", "2026-12-30", "2027-01-02"),
        ("I could start in January.", "2026-12-30", "2027-01-01 .. 2027-01-31"),
        ("I am free next week.", "2026-12-30", "2027-01-04 .. 2027-01-10"),
        ("I am free next month.", "2026-12-30", "2027-01-01 .. 2027-01-31"),
        ("I saw it last month.", "2027-01-15", "2026-12-01 .. 2026-12-31"),
        ("I saw it last quarter.", "2027-01-15", "2026-10-01 .. 2026-12-31"),
        ("I will send it in two days.", "2028-02-27", "2028-02-29"),
        ("I will send it in two days.", "2027-02-27", "2027-03-01"),
        ("I will send it tomorrow.", "2028-02-28", "2028-02-29"),
        ("We met on 29 February.", "2027-06-01", "2024-02-29"),
        ("I will send it in one business day.", "2026-11-27", "2026-11-30"),
        ("I will send it in one business day.", "2026-11-28", "2026-11-30"),
        ("I could start on the 31st.", "2026-11-25", "2026-12-31"),
        ("I was there on the 31st.", "2026-11-25", "2026-10-31"),
    ],
)
def test_over_the_ends_of_years_months_and_weeks(text, reference, means):
    assert said(resolve(only(text)[1], date.fromisoformat(reference))) == means


def test_business_days_may_leave_out_holidays():
    phrase = only("I will send it in three business days.")[1]
    thanksgiving = date(2026, 11, 26)
    days = resolve(phrase, REFERENCE, lambda day: day.weekday() < 5 and day != thanksgiving)
    assert said(days) == str(date(2026, 11, 30) + timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I can come on Tuesday, 1 December or Friday, 4 December.", ["Tuesday, 1 December", "Friday, 4 December"]),
        ("I wrote two weeks ago, on 11 November.", ["two weeks ago", "11 November"]),
        ("We met on Tuesday, and I could start on the 7th.", ["Tuesday", "the 7th"]),
        ("We met on Tuesday,\nNovember 24,\r\n2026.", ["Tuesday,\nNovember 24,\r\n2026"]),
        ("We met on **Tuesday**.", ["Tuesday"]),
    ],
)
def test_several_phrases_and_the_text_as_it_stands(text, found):
    draft, made = phrases(text)
    assert [draft.slice(phrase.span) for phrase in made] == found


def test_signature_and_greeting_hold_no_dates():
    draft = Draft(
        "x.txt",
        "Dear Tuesday,\nBest until Friday,\nMay March",
        zones=(Zone("greeting", Span(0, 14)), Zone("closing", Span(14, 33)), Zone("signature", Span(33, 42))),
    )
    assert find(analyse(draft)) == ()
