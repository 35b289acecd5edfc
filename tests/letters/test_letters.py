"""Whole letters in awkward forms, and what `notelint zones` and the plain report say of each.

The outputs stand in `expected/`, one file a letter and command. When a change of theirs is meant, write them anew and read
the difference before committing it:

    pytest tests/letters --update && git diff tests/letters/expected

Each letter is checked as a draft of a given kind and holds no date that the clock could touch.
"""

import shutil
from pathlib import Path

import pytest

from notelint.ui.cli import run

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"

LETTERS = {
    "address-blocks.txt": (
        "thank-you",
        "writer's and reader's addresses, a date line, a reference, space for a signature",
    ),
    "all-lower-case.txt": ("thank-you", "no capital anywhere, a postscript above the close"),
    "alternatives-flowed-base64.eml": (
        "thank-you",
        "plain text and HTML, base64, Latin-1, flowed lines, an attachment",
    ),
    "apple-mail-answers-between-in-french.txt": ("thank-you", "answers between the quoted lines, one of them broken"),
    "bom-and-front-matter.md": ("thank-you", "a byte order mark, colons in front matter, suppressions, a comment"),
    "close-and-name-in-one-paragraph.docx": ("thank-you", "Word: line breaks, runs, a table, a list, an address block"),
    "crlf-and-headers.txt": ("thank-you", "CRLF and mail headers"),
    "decomposed-names.txt": (
        "thank-you",
        "accents as characters of their own, in the greeting, the name and the quote",
    ),
    "emoji.txt": ("thank-you", "emoji of several characters: skin, joiners, flags, variation selectors"),
    "gmail-reply-in-german.txt": ("thank-you", "Gmail's line in German, broken, a quote in the quote"),
    "greeting-of-several-people.txt": ("thank-you", "a long greeting of three people, a dash before the name"),
    "hard-wraps-without-blank-lines.txt": ("thank-you", "lines of 65 characters, no blank line, close-like line ends"),
    "html-alone.eml": (
        "thank-you",
        "quoted-printable HTML, encoded words, a list, Gmail's marks around a Danish quote",
    ),
    "invisible-characters.txt": ("thank-you", "soft hyphens, zero-width and no-break spaces, marks of direction"),
    "one-line.txt": ("thank-you", "greeting, body, close and name on one line without a line end"),
    "outlook-reply-with-bar.txt": ("follow-up", "Outlook's bar and From/Sent block under its advertisement"),
    "proton-reply.txt": ("thank-you", "Proton's Original Message line above an attribution and marked lines"),
    "signature-notice-and-postscripts.txt": (
        "follow-up",
        "a signature without delimiter, two postscripts, legal notices",
    ),
    "tabs-and-bullets.txt": ("thank-you", "tabs for indentation, in lists of two levels and inside lines"),
    "thunderbird-answer-below-in-polish.txt": ("thank-you", "an answer below the quoted mail, which has a signature"),
    "unmarked-quote-and-no-name.txt": ("reminder", "a quoted mail without marks, with the writer's name only there"),
    "utf-16-and-carriage-returns.txt": ("thank-you", "UTF-16 with byte order mark, lines that end with CR"),
    "you-wrote-and-yours.txt": ("thank-you", "the writer's own “you wrote:”, “From:” and “Yours,” in the body"),
}


@pytest.fixture
def printed(capsys, monkeypatch, tmp_path):
    """What a command prints about a letter, in a folder where the letter is alone."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(letter, *args):
        shutil.copy(HERE / letter, tmp_path)
        run([*args, letter])
        out, err = capsys.readouterr()
        assert not err
        return out

    return call


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("output", ["zones", "report"])
def test_output(letter, output, printed, request):
    kind, _ = LETTERS[letter]
    found = printed(letter, *(["zones"] if output == "zones" else ["--kind", kind]))
    expected = EXPECTED / f"{letter}.{output}"
    if request.config.getoption("--update", default=False):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, encoding="utf-8", newline="")
    assert found == expected.read_text(encoding="utf-8")


def test_every_letter_is_here():
    assert {path.name for path in HERE.iterdir() if path.suffix in {".txt", ".md", ".eml", ".docx"}} == set(LETTERS)
    expected = {f"{letter}.{output}" for letter in LETTERS for output in ("zones", "report")}
    assert {path.name for path in EXPECTED.iterdir()} == expected


def test_the_awkward_characters_are_still_in_the_files():
    """Editors and version control like to mend them."""
    text = {path.name: path.read_bytes() for path in HERE.iterdir() if path.is_file()}
    assert text["crlf-and-headers.txt"].count(b"\r\n") == text["crlf-and-headers.txt"].count(b"\n") > 0
    assert text["bom-and-front-matter.md"].startswith(b"\xef\xbb\xbf---\n")
    assert text["utf-16-and-carriage-returns.txt"].startswith(b"\xff\xfeD\x00")
    assert b"\r\x00" in text["utf-16-and-carriage-returns.txt"]
    assert b"\n\x00" not in text["utf-16-and-carriage-returns.txt"]
    assert "e\u0301".encode() in text["decomposed-names.txt"]
    assert "é".encode() not in text["decomposed-names.txt"]
    assert all(char.encode() in text["invisible-characters.txt"] for char in "\u200b\xad\xa0\u2060\ufeff\u200e")
    assert text["tabs-and-bullets.txt"].startswith(b"\tDear")
    assert not text["one-line.txt"].endswith(b"\n")
    assert b"\n-- \n" in text["thunderbird-answer-below-in-polish.txt"]
