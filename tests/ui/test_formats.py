"""Mail and Word files from the command line: checked, divided, printed, as files, in a folder and on standard input."""

import io
import json
import sys
from email.message import EmailMessage
from pathlib import Path

import docx
import jsonschema
import pytest

from notelint.drafts import formats
from notelint.types import Edit, Span

PARAGRAPHS = (
    "Dear Ms. Okafor,",
    "Thank you for meeting me this morning about the Data Analyst position. Could you give me some feedback on my interview?",
    "Best regards,",
    "Zoë Park",
)
SENT = "\n\n".join(PARAGRAPHS) + "\n"
ASKED = "some feedback on my interview"
ZONES = ["greeting", "body", "closing", "signature"]
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8"))


def mail(**parts):
    """A mail with these parts: plain, html."""
    message = EmailMessage()
    message["From"] = "Zoë Park <zoe@park.example>"
    message["To"] = "Amara Okafor <amara@ashby.example>"
    message["Subject"] = "Café analyst: THANKS AGAIN"
    message["Date"] = "Tue, 24 Nov 2026 16:05:00 +0100"
    message.set_content(parts.get("plain") or parts["html"], subtype="plain" if "plain" in parts else "html")
    if "plain" in parts and "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return bytes(message)


def html():
    quoted = '<div class="gmail_quote"><blockquote class="gmail_quote">I beg you!!</blockquote></div>'
    return "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + quoted


def word():
    document = docx.Document()
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    done = io.BytesIO()
    document.save(done)
    return done.getvalue()


FILES = {
    "quoted-printable.eml": lambda: mail(plain=SENT),
    "both.eml": lambda: mail(plain=SENT, html="<p>I beg you!!</p>"),
    "html.eml": lambda: mail(html=html()),
    "letter.docx": word,
}
every_format = pytest.mark.parametrize("name", FILES)


@pytest.fixture
def file(name, tmp_path):
    (tmp_path / name).write_bytes(FILES[name]())
    return name


@every_format
def test_check(notelint, file):
    result = notelint("check", file)
    assert result.status == 1
    assert ASKED in result.out
    assert "[no-feedback-requests]" in result.out
    assert "I beg" not in result.out
    assert not result.err


@every_format
def test_json_has_positions_in_the_decoded_text(notelint, file):
    document = json.loads(notelint("--format", "json", file).out)
    jsonschema.validate(document, SCHEMA)
    [said] = document["drafts"]
    assert said["positions_in"] == "decoded text"
    [found] = [entry for entry in said["violations"] if entry["rule"] == "no-feedback-requests"]
    assert ASKED in found["text"]
    assert found["end"]["offset"] - found["start"]["offset"] == len(found["text"])
    assert said["words"] == 21


def test_of_plain_text_positions_are_those_of_the_file(notelint, faulty):
    assert json.loads(notelint("--format", "json", faulty).out)["drafts"][0]["positions_in"] == "file"


@every_format
def test_body(notelint, file):
    assert notelint("body", file).out == SENT


@every_format
def test_zones(notelint, file):
    shown = [line.split()[2] for line in notelint("zones", file).out.splitlines()]
    mail_zones = ["headers", *ZONES, *(["quoted"] if file == "html.eml" else [])]
    headers = ["from:", "to:", "subject:", "sent:"]
    assert [entry for entry in shown if entry in {*mail_zones, *headers}] == (
        ZONES if file.endswith(".docx") else mail_zones + headers
    )


@every_format
def test_explain(notelint, file):
    assert "Could you give me some feedback" in notelint("explain", "no-feedback-requests", file).out


@every_format
@pytest.mark.parametrize("command", ["check", "zones", "body"])
def test_standard_input(notelint, name, command, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FILES[name]())))
    result = notelint(command, "-", "--stdin-filename", f"x.{name.rpartition('.')[2]}")
    assert "on my interview?" in result.out
    assert not result.err


def test_a_folder_of_all_formats(notelint, tmp_path):
    for name, made in FILES.items():
        (tmp_path / name).write_bytes(made())
    (tmp_path / "plain.txt").write_text(SENT, encoding="utf-8")
    (tmp_path / "~$letter.docx").write_bytes(b"lock")
    document = json.loads(notelint("--format", "json", ".").out)
    assert [draft["path"] for draft in document["drafts"]] == sorted([*FILES, "plain.txt"])
    asked = [
        [entry["rule"] for entry in draft["violations"]].count("no-feedback-requests") for draft in document["drafts"]
    ]
    assert asked == [1] * 5


def test_a_violation_in_the_subject_has_its_place(notelint, tmp_path):
    (tmp_path / "a.eml").write_bytes(mail(plain=SENT))
    [said] = json.loads(notelint("--format", "json", "a.eml").out)["drafts"]
    [found] = [entry for entry in said["violations"] if entry["rule"] == "no-shouting"]
    assert (found["text"], found["zone"]) == ("THANKS AGAIN", "headers")
    assert (found["start"]["line"], found["start"]["column"]) == (3, len("Subject: Café analyst: ") + 1)


def test_the_kind_in_a_header_of_the_mails_own(notelint, tmp_path):
    (tmp_path / "a.eml").write_bytes(b"X-Notelint-Kind: reminder\n" + mail(plain=SENT))
    assert json.loads(notelint("--format", "json", "a.eml").out)["drafts"][0]["kind_from"] == "header"


def test_a_misspelt_header_of_the_mails_own(notelint, tmp_path):
    (tmp_path / "a.eml").write_bytes(b"X-Notelint-Intervew: 2026-11-24\n" + mail(plain=SENT))
    result = notelint("--select", "known-headers", "a.eml")
    assert "Instead: X-Notelint-Interview\n" in result.out


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", b"PK\x03\x04", "a.docx: this Word file is damaged: its zip archive cannot be read"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "a Word file of the old kind (.doc)"),
        ("a.eml", b"Content-Type: text/plain; charset=x-martian\n\nHi", "a.eml: the text of this mail is in the charset “x-martian”"),
        ("a.eml", b"Content-Type: application/pdf\n\n%PDF", "a.eml: this mail has no text of its own"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_line_and_the_rest_is_checked(notelint, faulty, tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    result = notelint(name, faulty)
    assert result.status == 2
    assert says in result.err
    assert result.err.count("\n") == 1
    assert "[no-feedback-requests]" in result.out


@pytest.mark.parametrize("name", ["quoted-printable.eml", "letter.docx"])
def test_what_is_suggested_can_be_written_back(notelint, file, tmp_path):
    [said] = json.loads(notelint("--format", "json", file).out)["drafts"]
    edits, words = [], []
    for violation in said["violations"]:
        for edit in [edit for chosen in violation["suggestions"][:1] for edit in chosen["edits"]]:
            span = Span(edit["start"]["offset"], edit["end"]["offset"])
            if not any(span.start < other.span.end and other.span.start < span.end for other in edits):
                edits.append(Edit(span, edit["text"]))
                words.append(edit["text"].strip())
    (tmp_path / file).write_bytes(formats.write((tmp_path / file).read_bytes(), file, edits))
    sent = notelint("body", file).out
    assert len(words) > 1
    assert all(text in sent or text == "thanks again" for text in words)
    assert ASKED not in sent
