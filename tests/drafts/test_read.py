"""Files → drafts."""

import os
import sys

import pytest

from notelint.drafts.read import from_bytes, from_text, read
from notelint.errors import DraftError


def test_a_file_becomes_a_draft_with_its_path_as_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes("\ufeffDear Tom,\r\n\r\nThank you.\r\n".encode())
    draft = read("./a.txt")
    assert draft.path == "./a.txt"
    assert draft.text == "Dear Tom,\r\n\r\nThank you.\r\n"
    assert draft.line_starts == (0, 11, 13, 25)
    assert draft.position(13)[:2] == (3, 1)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_lines_and_columns(ending):
    draft = from_text(f"é😀{ending}{ending}ab", "a.txt")
    assert draft.position(len(draft.text))[:2] == (3, 3)


def test_any_suffix_is_plain_text():
    assert from_bytes(b"Dear Tom,", "letter").text == "Dear Tom,"


def test_the_same_bytes_under_another_name_have_that_name():
    first, other, marked = (from_bytes(b"Dear Tom,\n", name) for name in ("a.txt", "b.txt", "c.md"))
    assert (first.path, other.path, marked.path) == ("a.txt", "b.txt", "c.md")
    assert first.zones is other.zones  # read once
    for name in ("d.txt", "e.txt"):
        with pytest.raises(DraftError, match="kind") as caught:
            from_bytes(b"---\nkind: sonnet\n---\nDear Tom,\n", name)
        assert caught.value.path == name


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing.txt", "no such file"),
        (".", "a folder"),
        ("a\0b.txt", "cannot be read"),
        ("x" * 300 + ".txt", "cannot be read"),
    ],
    ids=["missing", "folder", "nul", "long-name"],
)
def test_what_cannot_be_read_is_a_draft_error(name, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DraftError, match=says):
        read(name)


def test_what_is_too_long_for_a_letter_is_a_draft_error():
    with pytest.raises(DraftError, match="too long for a letter: 300,001 characters"):
        from_bytes(b"x" * 300_001, "a.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_a_draft_error(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(DraftError, match="may not be read"):
        read(str(tmp_path / "a.txt"))


@pytest.mark.parametrize(("name", "decoded"), [("a.txt", False), ("letter", False), ("a.eml", True), ("A.EML", True)])
def test_of_a_mail_the_text_is_what_was_read_out_of_it(name, decoded):
    assert from_bytes(b"To: Tom <tom@x.example>\nSubject: Thank you\n\nDear Tom,\n", name).decoded is decoded


def test_plain_drafts_need_no_yaml():
    import subprocess

    code = (
        "import sys; from notelint.drafts.read import from_text; from_text('---\\nkind: reminder\\n---\\nHi', 'a.md');"
        "assert not {'yaml', 'spacy', 'pydantic', 'click', 'docx', 'lxml', 'inscriptis', 'email.message'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
