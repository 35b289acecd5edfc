"""Tables for spreadsheets: no cell is a formula, none breaks the row."""

import csv
import io

import pytest

from notelint.reporters import cells
from notelint.reporters import csv as table
from notelint.reporters.pieces import joined
from notelint.types import Header, Headers, Report, Span

from .build import draft, missing, report, violation


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+44 7700 900123", "'+44 7700 900123"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1+1", "'=1+1"),
        ("\r\n =1+1", "'=1+1"),
        ("\u200b=1+1", "'=1+1"),
        ("\ufeff=1+1", "'=1+1"),
        ("\x00=1+1", "�=1+1"),
        ("1=1", "1=1"),
        ('a, “b” and "c"', 'a, “b” and "c"'),
        ("two\r\nlines", "two lines"),
        (-3, "-3"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_cell(value, shown):
    line = cells.row(["first", value, "last"])
    assert line.endswith("\r\n")
    assert list(csv.reader(io.StringIO(line))) == [["first", shown, "last"]]


def read(*drafts):
    text = joined(table.Rows(), Report(drafts))
    assert text.startswith("\ufeffdraft,kind,date")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_row_a_finding_and_one_for_a_clean_draft():
    source = draft()
    rows = read(
        report(source, [violation(source, "some feedback"), missing(source, "I look forward to hearing from you.")]),
        report(draft(path="clean.txt"), kind="reminder"),
    )
    assert [(row["draft"], row["kind"], row["rule"], row["line"], row["words"]) for row in rows] == [
        ("draft.txt", "thank-you", "no-feedback-requests", "3", "some feedback"),
        ("draft.txt", "thank-you", "express-interest", "4", ""),
        ("clean.txt", "reminder", "", "", ""),
    ]
    assert rows[0]["instead"] == "Could you tell me what the next steps are?"


@pytest.mark.parametrize(
    ("headers", "date"),
    [
        ({}, ""),
        ({"interview": "2026-11-24 10:00"}, "2026-11-24"),
        ({"sent": "25 Nov 2026", "interview": "2026-11-24"}, "2026-11-25"),
        ({"sent": "soon", "interview": "2026-11-24"}, "2026-11-24"),
    ],
)
def test_the_day_of_a_draft(headers, date):
    assert [row["date"] for row in read(report(dated(**headers)))] == [date]


def test_without_drafts_there_is_the_head():
    assert joined(table.Rows(), Report(())) == "\ufeffdraft,kind,date,severity,rule,line,words,message,instead\r\n"


@pytest.mark.parametrize("words", ['=HYPERLINK("x")', "@me, “please”", "+1"])
def test_what_a_draft_says_is_no_formula(words):
    source = draft(f"Dear Ms. Okafor,\n\n{words}\n", path="=a.txt")
    [row] = read(report(source, [violation(source, words, message=f"={words}")]))
    assert (row["draft"], row["words"], row["message"]) == ("'=a.txt", f"'{words}", f"'={words}")


def dated(**headers):
    """A draft with these headers."""
    from msgspec.structs import replace

    entries = tuple(Header(key, value, (value,), Span(0, 0), Span(0, 0)) for key, value in headers.items())
    return replace(draft(), headers=Headers("front-matter", entries))
