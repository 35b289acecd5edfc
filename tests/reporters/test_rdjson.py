import json

import pytest
from msgspec.structs import replace

from notelint.reporters import rdjson
from notelint.types import Edit, Failure, Report, Suggestion

from .build import draft, missing, report, span, violation


def diagnostics(found):
    document = json.loads(rdjson.render(found))
    assert document["source"] == {"name": "notelint"}
    return document["diagnostics"]


def one(source, words, **fields):
    [found] = diagnostics(Report((report(source, [violation(source, words, **fields)]),)))
    return found


@pytest.mark.parametrize(
    ("before", "column"),
    [
        pytest.param("", 1, id="the first column is 1"),
        pytest.param("a𐐀", 6, id="four bytes, as the format's own example has it"),
        pytest.param("Zoë, ", 7, id="two bytes"),
        pytest.param("Hi 👍🏽 ", 13, id="an emoji with its colour"),
        pytest.param("Hi\r\n", 1, id="after CRLF"),
        pytest.param("Hi\r", 1, id="after CR"),
    ],
)
def test_columns_count_bytes_of_utf8(before, column):
    found = one(draft(f"{before}fêtes"), "fêtes")
    start, end = found["location"]["range"]["start"], found["location"]["range"]["end"]
    assert (start["column"], end["column"] - start["column"]) == (column, 6)


def test_a_diagnostic():
    found = one(draft(), "some feedback")
    assert (found["severity"], found["code"]) == ("ERROR", {"value": "no-feedback-requests"})
    assert found["message"] == "“some feedback” asks how you did."
    assert found["suggestions"] == [{"range": found["location"]["range"], "text": "Could you …?"}]


def test_what_is_to_be_filled_in_or_lies_in_two_places_stays_in_the_message():
    source = draft()
    [lacks] = diagnostics(Report((report(source, [missing(source, "I look forward to hearing from you.")]),)))
    assert "suggestions" not in lacks
    assert lacks["message"].endswith("\nAdd: I remain interested in the [position] role.")
    two = tuple(Edit(span(source, words), "x") for words in ("some", "my"))
    found = one(source, "some feedback", suggestions=(Suggestion("Say x.", two),))
    assert found["message"].endswith("\nInstead: Say x.")


def test_of_a_mail_the_file_alone_is_named():
    found = one(replace(draft(path="a.eml"), decoded=True), "some feedback")
    assert found["location"] == {"path": "a.eml"}
    assert "suggestions" not in found
    assert "(line 3 of its text)" in found["message"]


def test_failures_are_errors():
    found = diagnostics(Report((), (Failure("x.txt", "no such file"), Failure("y.md", "no kind", 2, 7))))
    assert [entry["severity"] for entry in found] == ["ERROR", "ERROR"]
    assert found[1]["location"] == {"path": "y.md", "range": {"start": {"line": 2, "column": 7}}}
