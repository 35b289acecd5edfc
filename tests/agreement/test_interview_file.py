"""What an interview file does in a run: its headers count, its mistakes are one line, and all is reported in the drafts."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from notelint import pipeline
from notelint.ui.cli import run

from .conftest import letter


@pytest.fixture
def notelint(capsys):
    """Run the command in the current folder; returns status, out, err."""

    def call(*args):
        status = run(list(args))
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.mark.parametrize(
    ("shared", "line"),
    [
        ("company: a\nhello\n", "interview.yml:2:1: this line is no `key: value`, such as `company: Northwind`; put `#` before a remark"),
        ("kind: thanks\n", "interview.yml:1:7: there is no kind of draft “thanks”; is it `thank-you`?"),
        ("company: a\ncompany: b\n", "interview.yml:2:1: the key `company` stands twice; keep one of them"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_for_all_drafts_under_it(folder, notelint, shared, line):
    folder(
        {
            ".git/": "",
            "interview.yml": shared,
            "a.md": letter(),
            "b.md": letter(),
            "c/interview.yml": "",
            "c/d.md": letter(),
        }
    )
    status, out, err = notelint("--format", "json", "--select", "no-gifts", ".")
    assert (status, err) == (2, f"notelint: {line}\n")
    document = json.loads(out)
    assert [draft["path"] for draft in document["drafts"]] == ["c/d.md"]
    assert len(document["errors"]) == 1


def test_a_key_that_is_not_known_is_reported_in_each_draft(folder, check):
    folder(
        {
            "interview.yml": "# ours\ncompny: Northwind\nmood: good\nsubject: Thanks\n",
            "a.md": letter(kind="thank-you"),
            "b.md": letter(),
        }
    )
    found = check("known-headers")
    for name in ("a.md", "b.md"):
        messages = sorted(violation.message for violation in found[name])
        assert messages[0] == "interview.yml:2:1: notelint knows no header “compny”; is it `company`?"
        assert messages[1].startswith("interview.yml:3:1: notelint knows no header “mood”; known are `kind`, ")
        assert messages[2] == "interview.yml:4:1: a `subject` belongs to one message; write it in each draft."
        assert {violation.text for violation in found[name]} == {"Dear Ms. Okafor,"}
        assert not any(
            edit for violation in found[name] for suggestion in violation.suggestions for edit in suggestion.edits
        )


def test_it_may_be_named_beside_its_drafts(folder, notelint):
    folder({"interview.yml": "to: Ben Lee\n", "a.md": letter()})
    status, out, err = notelint("--format", "concise", "--select", "match-recipient", "a.md", "interview.yml")
    assert (status, err) == (1, "")
    assert len(out.splitlines()) == 1
    assert notelint("interview.yml")[::2] == (
        2,
        "notelint: interview.yml: this is an interview file; name a draft, or its folder\n",
    )


def test_it_names_the_kind_and_the_position(folder):
    folder({"interview.yml": "kind: reminder\nposition: Cook\n", "a.md": letter("The sky is blue.")})
    [draft] = pipeline.check(["a.md"]).drafts
    assert (draft.kind.kind, draft.kind.source) == ("reminder", "header")
    assert any("Cook" in suggestion.text for violation in draft.violations for suggestion in violation.suggestions)


@pytest.mark.parametrize(
    ("own", "message"),
    [
        pytest.param({}, "This is 1 hour late", id="from the interview file"),
        pytest.param({"interview": "2026-11-24 20:00"}, None, id="the draft's own wins"),
    ],
)
def test_the_day_of_the_interview_may_stand_there(folder, check, own, message):
    folder({"interview.yml": "interview: 2026-11-24 12:00\n", "a.md": letter(kind="thank-you", **own)})
    found = check("send-promptly", now=datetime(2026, 11, 25, 13, 30))  # noqa: DTZ001 - this machine's own
    assert [(violation.text, message in violation.message) for violation in found["a.md"]] == (
        [("Dear Ms. Okafor,", True)] if message else []
    )


def test_no_edit_is_made_in_a_draft_for_what_stands_in_the_interview_file(folder, check):
    folder({"interview.yml": "sent: 2026-11-25\ninterview: 2026-11-24\n", "a.md": letter(kind="follow-up")})
    [found] = check("wait-before-follow-up")["a.md"]
    assert found.text == "Dear Ms. Okafor,"
    assert not found.suggestions[0].edits


@pytest.mark.parametrize(
    ("shared", "found"),
    [
        pytest.param("ignore: [no-gifts]\n", [], id="silenced nothing here"),
        pytest.param("ignore: [no-gifs]\n", ["interview.yml:1:1: there is no rule `no-gifs` to ignore; is it `no-gifts`?"], id="no such rule"),
    ],
)  # fmt: skip
def test_what_it_silences(folder, check, shared, found):
    folder({"interview.yml": shared, "a.md": letter(kind="thank-you")})
    assert [violation.message for violation in check("unused-suppression no-gifts")["a.md"]] == found


def test_it_silences_a_rule_in_all_drafts(folder, check):
    folder({"interview.yml": "ignore: [match-recipient]\nto: Ben Lee\n", "a.md": letter(), "b.md": letter()})
    assert check("match-recipient") == {"a.md": [], "b.md": []}


def test_a_draft_is_explained_beside_the_others(folder, notelint):
    job = {"company": "Northwind", "position": "Cook"}
    folder({f"{n}.md": letter(kind="reminder", **job) for n in (1, 2, 3)})
    status, out, _ = notelint("explain", "limit-follow-ups", "3.md")
    assert status == 0
    assert "This is the third reminder about this application" in out


def test_mail_and_word_files_take_its_headers_too(folder, check):
    import docx

    folder({"interview.yml": "to: Ben Lee\n", "a.eml": "To: \nSubject: Thanks\n\nDear Ms. Okafor,\n\nThank you.\n"})
    document = docx.Document()
    for line in ("Dear Ms. Okafor,", "Thank you.", "Kind regards,", "Dana"):
        document.add_paragraph(line)
    document.save("b.docx")
    found = check("match-recipient")
    assert {name: [violation.text for violation in violations] for name, violations in found.items()} == {
        "a.eml": ["Ms. Okafor"],
        "b.docx": ["Ms. Okafor"],
    }


def test_standard_input_without_a_name_takes_that_of_the_current_folder(folder, monkeypatch):
    import io
    import sys

    folder({"interview.yml": "to: Ben Lee\n"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(letter().encode())))
    [draft] = pipeline.check(["-"], pipeline.Options(select=frozenset({"match-recipient"}))).drafts
    assert [violation.text for violation in draft.violations] == ["Ms. Okafor"]
    assert Path("interview.yml").is_file()
