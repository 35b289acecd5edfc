"""Drafts that are made to break the readers: each is read in a moment, or refused in one line that says why."""

import io
import re
import zipfile

import pytest

from notelint.drafts import formats
from notelint.drafts.read import LONGEST, from_bytes
from notelint.errors import DraftError
from tests.drafts.word_files import docx

HEAD = "Subject: Thank you\nContent-Type: "
ATTACHED = "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + ("A" * 76 + "\n") * 200_000


def word_file(body, packed=zipfile.ZIP_DEFLATED, **parts):
    """A Word file with this XML as its body, and further parts."""
    blank, done = docx("x"), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blank)) as old, zipfile.ZipFile(done, "w", packed) as new:
        for name in old.namelist():
            whole = old.read(name)
            new.writestr(
                name, re.sub(rb"<w:body>.*</w:body>", b"<w:body>" + body + b"</w:body>", whole, flags=re.DOTALL)
            )
        for name, data in parts.items():
            new.writestr(name, data)
    return done.getvalue()


def lying(archive):
    """The same archive, whose list of entries says of each that it has a hundred bytes."""
    data, at = bytearray(archive), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 24 : at + 28] = (100).to_bytes(4, "little")
        at += 4
    return bytes(data)


def far(archive):
    """The same archive, whose list of entries says of the first that it lies 2**63 bytes on."""
    data = bytearray(archive)
    at = data.rfind(b"PK\x05\x06")
    first = data.find(b"PK\x01\x02")
    name = int.from_bytes(data[first + 28 : first + 30], "little")
    extra = b"\x01\x00\x08\x00" + (1 << 63).to_bytes(8, "little")
    data[first + 30 : first + 32] = len(extra).to_bytes(2, "little")
    data[first + 42 : first + 46] = b"\xff" * 4
    data[at + 12 : at + 16] = (int.from_bytes(data[at + 12 : at + 16], "little") + len(extra)).to_bytes(4, "little")
    data[first + 46 + name : first + 46 + name] = extra
    return bytes(data)


def mail(rest):
    return f"{HEAD}{rest}".encode()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("a.txt", b"word " * 1_000_000, "too long for a letter: 5,000,000 characters", id="5 MB of words"),
        pytest.param("a.md", b"\n" * 5_000_000, "too long for a letter", id="5 MB of empty lines"),
        pytest.param("a.txt", b"Dear Ana,\n\nThank you\0\n", "binary file", id="a NUL"),
        pytest.param("a.txt", "ab".encode("utf-16") + b"\x00\xd8", "damaged", id="half a surrogate pair"),
        pytest.param("a.md", b"---\n" + b"".join(b"k%d: [x]\n" % at for at in range(10_000)) + b"---\n", "no draft has more than", id="10,000 headers"),
        pytest.param("a.md", b"---\nto: {a: &a [x], b: *a}\n---\nHi\n", "one text, not a list|needs quotes|takes a text", id="aliases"),
        pytest.param("a.md", b"---\nconcerns: " + b"[" * 50_000 + b"\n---\nHi\n", "nest", id="deep front matter"),
        pytest.param("a.eml", mail("text/plain\n\n" + "word " * 100_000), "too long for a letter", id="a long mail"),
        pytest.param("a.eml", mail("multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 50_000), "more parts", id="50,000 parts"),
        pytest.param("a.eml", "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(5000)).encode(), "more parts|damaged", id="parts in parts"),
        pytest.param("a.eml", b"Content-Type: message/rfc822\n\n" * 5000, "more parts|damaged", id="mails in mails"),
        pytest.param("a.eml", mail("text/plain; " + "a=b; " * 20_000 + "\n\nHi\n"), "the header `Content-Type` of this mail is too long", id="a long content type"),
        pytest.param("a.eml", f"Subject: {'=?utf-8?q?a?= ' * 20_000}\n\nHi\n".encode(), "the header `Subject` of this mail is too long", id="a long encoded subject"),
        pytest.param("a.eml", ("Subject: x\n" + "X-A: " + "b " * 4000 + "\n") .encode() * 40 + b"\nHi\n", "the headers of this mail are too long", id="many long headers"),
        pytest.param("a.eml", mail("text/html\n\n" + "<p>x</p>" * 100_000), "too long for a letter", id="a long page"),
        pytest.param("a.docx", word_file(b"<w:p/>" * 5_000_000), "too large for a letter", id="a zip bomb"),
        pytest.param("a.docx", word_file(b"<w:p/>", **{"word/media/a.bin": b"\0" * 250_000_000}), "too large for a letter", id="a zip bomb for a picture"),
        pytest.param("a.docx", word_file(b"<w:p/>", **{f"word/media/{at}": b"" for at in range(3000)}), "too large for a letter", id="a zip of many files"),
        pytest.param("a.eml", mail("text/plain; charset=punycode\n\n" + "a" * 1_000_000), "“punycode”, which is not known", id="a codec that takes minutes"),
        pytest.param("a.docx", lying(word_file(b"<w:p/>" * 5_000_000)), "too large for a letter", id="a zip bomb that says it is small"),
        pytest.param("a.docx", far(word_file(b"<w:p/>")), "damaged", id="an entry beyond all files"),
        pytest.param("a.docx", word_file(b"<w:p/>", packed=zipfile.ZIP_BZIP2), "damaged", id="packed so that it unpacks without bounds"),
        pytest.param("a.docx", word_file(b"<w:sdt>" * 5000 + b"</w:sdt>" * 5000), "damaged", id="deep XML"),
        pytest.param("a.docx", word_file(b"<w:p><w:r><w:t>word </w:t></w:r></w:p>" * 50_000), "too long for a letter", id="a book in Word"),
    ],
)  # fmt: skip
def test_one_line_says_why_it_is_not_read(name, data, words):
    with pytest.raises(DraftError, match=words) as refused:
        from_bytes(data, name)
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.txt", ("word " * (LONGEST // 5)).encode(), id="one line as long as a draft may be"),
        pytest.param("a.txt", ("Hi,\n" * (LONGEST // 4)).encode(), id="as many lines"),
        pytest.param("a.txt", b"\n" * LONGEST, id="as many empty lines"),
        pytest.param("a.txt", ("On 3 May 2026 at 17:42, Tom\n" * 7000).encode(), id="attributions without an end"),
        pytest.param("a.txt", ("This e-mail\n" * 15_000).encode(), id="a notice without an end"),
        pytest.param("a.txt", ("From: a\n" * 20_000).encode(), id="fields without an end"),
        pytest.param("a.txt", ("Dear Ana,\n\nHi\n\nJo " + "🌳" * 100 + "/\n").encode(), id="signs behind a name"),
        pytest.param("a.txt", ("Dear Ana,\n\nHi\n\n" + "🌳 " * 5000 + "/ Jo\n").encode(), id="signs before a name"),
        pytest.param("a.md", b"<!-- notelint-ignore no-gifts: x -->\n" * 5000, id="5,000 comments"),
        pytest.param("a.md", b"<!-- notelint-ignore no-gifts: x -->\n\n" * 5000, id="5,000 comments apart"),
        pytest.param("a.eml", mail(f"multipart/mixed; boundary=b\n\n--b\n\nHi\n{ATTACHED}--b--\n"), id="a large attachment"),
        pytest.param("a.eml", mail("text/html\n\n" + "<div>" * 100_000), id="deep HTML"),
        pytest.param("a.eml", mail("text/html\n\n" + "<blockquote>" * 50_000 + "x"), id="deep quotations"),
        pytest.param("a.eml", mail("text/html\n\n" + "<?xml " * 100_000), id="declarations without an end"),
        pytest.param("a.eml", mail("text/html\n\n<table><tr><td colspan=99999999>x</td></tr></table>"), id="a wide table"),
        pytest.param("a.eml", mail("text/html\n\n<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>&b;"), id="entities in HTML"),
        pytest.param("a.eml", b"Date: Tue, 3 Nov 99999999999999999999 17:42:00 +0100\nSubject: x\n\nHi\n", id="a date past all years"),
        pytest.param("a.eml", b"Date: Tue, 3 Nov 2026 17:42:00 +99999999999999999999\nSubject: x\n\nHi\n", id="a zone past all zones"),
        pytest.param("a.docx", word_file(b"<w:p><!--" + b"<w:txbxContent " * 100_000 + b"--></w:p>"), id="text boxes in a remark"),
        pytest.param("a.docx", word_file(b"<w:p>" + b'<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + b"</w:p>"), id="fields without an end in Word"),
    ],
)  # fmt: skip
def test_it_is_read_and_not_for_long(name, data):
    draft = from_bytes(data, name)
    assert "".join(draft.slice(zone.span) for zone in draft.zones) == draft.text
    assert formats.write(data, name, ()) == data or name.endswith(".docx")


@pytest.mark.parametrize("declared", ["internal", "external"])
def test_entities_of_a_word_file_neither_grow_nor_read_files(tmp_path, declared):
    (tmp_path / "secret.txt").write_text("the secret")
    value = "'" + "word " * 1000 + "'" if declared == "internal" else f"SYSTEM 'file://{tmp_path}/secret.txt'"
    doctype = f"<!DOCTYPE a [<!ENTITY a {value}><!ENTITY b '{'&a;' * 1000}'>]>".encode()
    data = word_file(b"<w:p><w:r><w:t>Hello &b;&a;</w:t></w:r></w:p>")
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(done, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(
                name, re.sub(rb"(<\?xml[^>]*>)", rb"\1" + doctype, part) if name == "word/document.xml" else part
            )
    try:
        text = from_bytes(done.getvalue(), "a.docx").text
    except DraftError as refused:
        text = refused.message
    assert "secret" not in text
    assert len(text) < 1000
