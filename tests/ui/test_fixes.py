"""`--fix`, `--diff` and `--unsafe-fixes` on the command line."""

import io
import json
import sys

import pytest

from notelint.ui.cli import run

READING = ("--select", "misspelled-words,repeated-words")
FAULTY = "Dear Ms. Okafor,\n\nI recieved the the parcel.\n\nKind regards,\nJo Park\n"
MENDED = FAULTY.replace("recieved", "received").replace("the the", "the")


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(FAULTY)
    return path


def stdin(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_fix_makes_the_fixes_and_reports_what_is_left(notelint, draft):
    result = notelint("--fix", *READING, draft.name)
    assert (result.status, result.err) == (0, "")
    assert draft.read_text() == MENDED
    assert "2 fixed, 0 left." in result.out
    assert notelint("--fix", *READING, draft.name).out.count("fixed") == 0


def test_the_status_is_that_of_what_is_left(notelint, draft):
    draft.write_text(FAULTY.replace("parcel.", "parcel. Could you give me some feedback on my interview?"))
    result = notelint("--fix", "--select", "misspelled-words,no-feedback-requests", draft.name)
    assert result.status == 1
    assert "1 fixed, 1 left." in result.out
    assert "`--diff --unsafe-fixes` shows rewrites, `--fix --unsafe-fixes` makes them." in result.out
    assert notelint("--fix", "--unsafe-fixes", "--select", "no-feedback-requests", draft.name).status == 0
    assert "I look forward to hearing about the next steps." in draft.read_text()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("I recieved it.", "1 can be fixed with `--fix`."),
        (
            "I recieved it!!",
            "1 can be fixed with `--fix`; `--diff --unsafe-fixes` shows more rewrites, `--fix --unsafe-fixes` makes them.",
        ),
        ("I like it!!", "`--diff --unsafe-fixes` shows rewrites, `--fix --unsafe-fixes` makes them."),
        ("I like it.", None),
    ],
)
def test_what_can_be_fixed_is_said(notelint, draft, words, says):
    draft.write_text(f"Dear Ms. Okafor,\n\n{words}\n\nKind regards,\nJo Park\n")
    out = notelint("--select", "misspelled-words,no-shouting", draft.name).out
    assert says in " ".join(out.split()) if says else "--fix" not in out


def test_diff_shows_what_would_change_and_writes_nothing(notelint, draft):
    result = notelint("--diff", *READING, draft.name)
    assert result.status == 1
    assert result.out == (
        "--- a/note.txt\n+++ b/note.txt\n@@ -1,6 +1,6 @@\n Dear Ms. Okafor,\n \n-I recieved the the parcel.\n"
        "+I received the parcel.\n \n Kind regards,\n Jo Park\n"
    )
    assert result.err == "notelint: 2 would be fixed.\n"
    assert draft.read_text() == FAULTY
    draft.write_text(MENDED)
    again = notelint("--diff", draft.name)
    assert (again.status, again.out) == (0, "")


@pytest.mark.parametrize("content", [None, "{}"], ids=["missing", "broken"])
def test_without_the_baseline_nothing_is_fixed(notelint, draft, tmp_path, content):
    """It might have left these violations as they are."""
    if content is not None:
        (tmp_path / "known.json").write_text(content)
    result = notelint("--fix", *READING, "--baseline", "known.json", draft.name)
    assert result.status == 2
    assert result.err.startswith("notelint: known.json:")
    assert "2 warnings in 1 draft." in result.out
    assert draft.read_text() == FAULTY


def test_diff_wins_over_fix(notelint, draft):
    notelint("--fix", "--diff", draft.name)
    assert draft.read_text() == FAULTY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_goes_fixed_to_standard_output(monkeypatch, capsysbinary, encoding):
    stdin(monkeypatch, FAULTY.encode(encoding))
    assert run(["--fix", *READING, "-"]) == 0
    out, err = capsysbinary.readouterr()
    assert out == MENDED.encode(encoding)
    assert b"standard input: " in err
    assert b"2 fixed, 0 left." in err


@pytest.mark.parametrize("data", [MENDED.encode(), b"", "Zoë\n".encode("latin-1")], ids=["right", "empty", "not read"])
def test_standard_input_comes_back_when_nothing_is_fixed(monkeypatch, capsysbinary, data):
    stdin(monkeypatch, data)
    run(["--fix", *READING, "-"])
    assert capsysbinary.readouterr().out == data


def test_standard_input_is_never_written_to_the_file_of_its_name(notelint, monkeypatch, draft):
    stdin(monkeypatch, FAULTY.encode())
    assert notelint("--fix", *READING, "-", "--stdin-filename", draft.name).out == MENDED
    assert draft.read_text() == FAULTY


def test_unsafe_fixes_alone_is_bad_usage(notelint, draft):
    result = notelint("--unsafe-fixes", draft.name)
    assert (result.status, result.out) == (2, "")
    assert "goes with `--fix`" in result.err


def test_a_draft_that_cannot_be_written_is_one_line(notelint, draft):
    draft.chmod(0o444)
    result = notelint("--fix", *READING, draft.name)
    assert result.status == 2
    assert result.err == "notelint: note.txt: this file is read-only; nothing was written\n"
    assert draft.read_text() == FAULTY


def test_what_is_left_out_is_said(notelint, draft):
    draft.write_text(f"Subject: The intervew\nTo: Ms. Okafor <o@x.example>\n\n{FAULTY}")
    result = notelint("--fix", *READING, draft.name)
    assert "2 fixed, 1 left." in result.out
    assert "note.txt:1: left out: it is in quoted mail or in the headers [misspelled-words]" in result.out


def test_json_says_what_was_fixed(notelint, draft):
    document = json.loads(notelint("--fix", "--format", "json", *READING, draft.name).out)
    assert document["fixed"] == [
        {"path": "note.txt", "rule": "misspelled-words", "count": 1},
        {"path": "note.txt", "rule": "repeated-words", "count": 1},
    ]
    assert document["not_fixed"] == []
    assert document["drafts"][0]["violations"] == []


def test_concise_says_it_in_a_line(notelint, draft):
    assert notelint("--fix", "--format", "concise", *READING, draft.name).out == "2 fixed, 0 left.\n"
