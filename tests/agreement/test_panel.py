"""A folder of thank-yous to a panel of four: every door finds the same, whichever drafts are named."""

import io
import itertools
import sys
from pathlib import Path

import pytest

from notelint import pipeline

from .conftest import NOW, letter

RULES = "write-to-each-interviewer customize-each-note match-recipient match-company reminder-due"
SHARED = """\
# The panel of the 24th
company: Northwind
position: Data Analyst
interviewers:
  - Amara Okafor
  - Ben Lee
  - Ruiz, Dana
  - Park Min-jun
"""
PANEL = {
    "amara.md": letter(
        "Thank you for taking the time to talk with me this morning. I enjoyed hearing how your team moved the archive.",
        "At Ashby I moved a smaller one, box by box. I look forward to hearing from you.",
        greeting="Dear Ms. Okafor,", to="Amara Okafor",
    ),
    "ben.txt": letter(
        "Thank you for taking the time to talk with me this morning. I enjoyed hearing how your team moved the archive.",
        "The position is what I have been preparing for. I look forward to hearing from you.",
        greeting="Dear Ben,", to="Ben Lee",
    ),
    "dana.md": letter(
        "It was a pleasure to meet you. Your question about the cellar made me think of drains again.",
        "Ours was dry within a week. Please let me know if you need my references.",
        greeting="Dear Ms. Ruis,", to="Ruiz, Dana",
    ),
}  # fmt: skip
COPY = "Nearly a copy of {}: 3 of 4 sentences are the same or nearly the same."
EXPECTED = {
    "amara.md": ["Park Min-jun interviewed you too, but there is no thank-you to them.", COPY.format("ben.txt")],
    "ben.txt": ["Park Min-jun interviewed you too, but there is no thank-you to them.", COPY.format("amara.md")],
    "dana.md": ["Park Min-jun interviewed you too, but there is no thank-you to them.", "Ruis: is it Ruiz?"],
}
KIND = {"kind": "thank-you"}


@pytest.fixture
def panel(folder):
    folder({"interview.yml": SHARED, "README.md": "Notes to the panel", **PANEL})


def found(messages, *names, **options):
    return messages(RULES, *names, kind="thank-you", **options)


def test_the_folder(panel, messages):
    assert found(messages) == EXPECTED


@pytest.mark.parametrize("name", PANEL)
def test_one_draft_alone(panel, messages, name):
    assert found(messages, name) == {name: EXPECTED[name]}


@pytest.mark.parametrize("names", list(itertools.permutations(PANEL)), ids=" ".join)
def test_all_drafts_in_any_order(panel, messages, names):
    assert found(messages, *names) == EXPECTED


def test_by_absolute_names_and_from_another_folder(panel, messages, monkeypatch, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert list(found(messages, str(tmp_path / "ben.txt")).values()) == [EXPECTED["ben.txt"]]
    assert list(found(messages, "../ben.txt").values()) == [EXPECTED["ben.txt"]]


@pytest.mark.parametrize("name", PANEL)
def test_from_standard_input_under_its_name(panel, messages, monkeypatch, name):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PANEL[name].encode())))
    assert found(messages, "-", stdin_filename=name) == {name: EXPECTED[name]}


def test_standard_input_stands_for_the_file_of_its_name(panel, messages, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PANEL["dana.md"].encode())))
    Path("dana.md").unlink()
    out = found(messages, "amara.md", "-", stdin_filename="dana.md")
    assert out == {name: EXPECTED[name] for name in ("amara.md", "dana.md")}
    assert (
        "Dana Ruiz interviewed you too, but there is no thank-you to them." in found(messages, "amara.md")["amara.md"]
    )


def test_a_file_for_which_standard_input_stands_is_judged_once(panel, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Dear Ms. Okafor,\n\nHello.\n")))
    options = pipeline.Options(stdin_filename="dana.md", now=NOW)
    drafts = pipeline.check(["-", *PANEL], options).drafts
    assert sorted(report.draft.path for report in drafts) == sorted(PANEL)
    assert [report.draft.text for report in drafts if report.draft.path == "dana.md"] == [
        "Dear Ms. Okafor,\n\nHello.\n"
    ]


def test_standard_input_without_a_name_is_compared_with_nothing(panel, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PANEL["amara.md"].encode())))
    options = pipeline.Options(select=frozenset(RULES.split()), kind="thank-you", now=NOW)
    [draft] = pipeline.check(["-"], options).drafts
    assert not draft.violations
    needs = {entry.rule: entry.needs for entry in draft.not_run}
    assert needs["customize-each-note"] == needs["write-to-each-interviewer"] == ("--stdin-filename",)


def test_a_sibling_that_cannot_be_read_is_no_error_of_a_draft(panel, messages):
    Path("broken.md").write_text("---\nkind: letter\n---\nDear Min-jun,\n", encoding="utf-8")
    Path("latin.txt").write_bytes(b"Dear Min-jun, caf\xe9")
    assert found(messages, *PANEL) == EXPECTED


def test_a_draft_more_is_a_thank_you_less(panel, messages):
    Path("min-jun.eml").write_text(
        "To: Park Min-jun <m@n.example>\nSubject: Thanks\n\nDear Mr. Park,\n\nThank you.\n", encoding="utf-8"
    )
    assert found(messages, "dana.md") == {"dana.md": ["Ruis: is it Ruiz?"]}


def test_the_shared_sentences_are_shown(panel, check):
    copied = check(RULES, "ben.txt", kind="thank-you")["ben.txt"][1]
    assert copied.text == "Thank you for taking the time to talk with me this morning."
    text = Path("ben.txt").read_text(encoding="utf-8")
    assert [text[start:end] for start, end in copied.related] == [
        "I enjoyed hearing how your team moved the archive.",
        "I look forward to hearing from you.",
    ]


def test_without_an_interview_file_the_headers_of_each_tell_the_application(folder, messages):
    job = {"company": "Northwind", "position": "Data Analyst"}
    lines = ("Thank you for taking the time to talk with me.", "I look forward to hearing from you.")
    folder({
        "amara.md": letter(*lines, greeting="Dear Amara,", **job),
        "ben.md": letter(*lines, greeting="Dear Ben,", **job),
        "chidi.md": letter(*lines, greeting="Dear Chidi,"),
        "other.md": letter(*lines, greeting="Dear Dana,", company="Fabrikam", position="Cook"),
    })  # fmt: skip
    assert messages("customize-each-note") == {
        "amara.md": ["Nearly a copy of ben.md: 2 of 2 sentences are the same or nearly the same."],
        "ben.md": ["Nearly a copy of amara.md: 2 of 2 sentences are the same or nearly the same."],
        "chidi.md": [],
        "other.md": [],
    }


@pytest.mark.parametrize(("share", "count"), [("0.5", 2), ("0.75", 0), ("1", 0)])
def test_the_share_can_be_set(panel, messages, share, count):
    Path(".notelint.yml").write_text(f"rules:\n  customize-each-note: {{share: {share}}}\n", encoding="utf-8")
    assert sum(map(len, messages("customize-each-note").values())) == count


def test_what_would_let_the_rules_run_is_said(folder):
    folder({"a.md": letter(to="Amara Okafor", expected_reply="2026-11-20", company="Northwind")})
    options = pipeline.Options(select=frozenset(RULES.split()), kind="thank-you", now=NOW)
    [draft] = pipeline.check(["a.md"], options).drafts
    assert {entry.rule: entry.needs for entry in draft.not_run} == {
        "write-to-each-interviewer": ("interviewers",),
        "customize-each-note": ("position",),
        "reminder-due": ("position",),
        "match-company": ("position",),
    }
