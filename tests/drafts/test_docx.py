"""Word files → text."""

import re
import sys
import zipfile
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.drafts.body import body
from notelint.drafts.read import from_bytes
from notelint.errors import DraftError

from .word_files import docx, element, saved

RUN = "<w:r><w:t>{}</w:t></w:r>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def paragraph(*inside):
    return f"<w:p>{''.join(inside)}</w:p>"


def read(data):
    return from_bytes(data, "letter.docx")


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(["Dear Tom,", "Thank you."], "Dear Tom,\n\nThank you.\n", id="paragraphs"),
        pytest.param(["Dear Tom,", "", " ", "Thank you."], "Dear Tom,\n\nThank you.\n", id="blank paragraphs"),
        pytest.param(["Best regards,\nLee Park"], "Best regards,\nLee Park\n", id="line break"),
        pytest.param([[("Thank ", False), ("you", True), (".", False)]], "Thank you.\n", id="runs"),
        pytest.param(["a\tb"], "a\tb\n", id="tab"),
        pytest.param(["Before", [["a", "b"], ["c", ""]], "After"], "Before\n\na\n\nb\n\nc\n\nAfter\n", id="table in its place"),
        pytest.param(["one", "---", "two"], "one\n\n---\n\ntwo\n", id="a rule across the page"),
        pytest.param([], "", id="empty"),
        pytest.param(
            [paragraph("<w:hyperlink r:id='x'>", RUN.format("my work"), "</w:hyperlink>", RUN.format(" is here"))],
            "my work is here\n",
            id="hyperlink",
        ),
        pytest.param(
            [paragraph(RUN.format("I "), '<w:del w:id="1"><w:r><w:delText>beg</w:delText></w:r></w:del>',
                       '<w:ins w:id="2">', RUN.format("ask"), "</w:ins>")],
            "I ask\n",
            id="tracked changes",
        ),
        pytest.param(
            [paragraph('<w:moveFrom w:id="1">', RUN.format("here"), "</w:moveFrom>", '<w:moveTo w:id="2">', RUN.format("there"), "</w:moveTo>")],
            "there\n",
            id="moved",
        ),
        pytest.param(
            [paragraph('<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>', RUN.format("Thank")), paragraph(RUN.format(" you."))],
            "Thank you.\n",
            id="a deleted paragraph end",
        ),
        pytest.param(
            ["<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph(RUN.format("Dear "), "<w:sdt><w:sdtContent>", RUN.format("Tom"), "</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt>"],
            "Dear Tom\n",
            id="content controls of a template",
        ),
        pytest.param(
            [paragraph(FIELD.format("begin"), "<w:r><w:instrText>DATE</w:instrText></w:r>",
                       FIELD.format("begin"), RUN.format("inner"), FIELD.format("end"),
                       FIELD.format("separate"), RUN.format("24 November"), FIELD.format("end"), RUN.format(" 2026"))],
            "24 November 2026\n",
            id="the result of a field, not its code",
        ),
        pytest.param([paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>", RUN.format("seen"))], "seen\n", id="hidden"),
        pytest.param([paragraph("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:cr/><w:t>x</w:t></w:r>")], "co-op\nx\n", id="characters that are elements"),
        pytest.param([paragraph(RUN.format("Great "), '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>')], "Great ☺\n", id="the smiley that Word makes of :)"),
        pytest.param([paragraph("<w:r><w:t>a\nb</w:t></w:r>")], "a b\n", id="line end in the XML"),
        pytest.param(["Subject: Thank you", "Dear Tom,"], "Subject: Thank you\n\nDear Tom,\n", id="a lone subject"),
        pytest.param(["To: Tom", "Subject: Thank you", "Dear Tom,"], "To: Tom\nSubject: Thank you\n\nDear Tom,\n", id="headers"),
        pytest.param(["---", "kind: reminder", "to: Tom", "---", "Dear Tom,"], "---\nkind: reminder\nto: Tom\n---\n\nDear Tom,\n", id="front matter"),
    ],
)  # fmt: skip
def test_the_text(paragraphs, expected):
    draft = read(docx(*paragraphs))
    assert draft.text == expected
    assert draft.decoded


BOX = "<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>"
MC = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
TWICE = "<mc:AlternateContent {mc}><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("inside", "unread"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(BOX.format(paragraph(RUN.format("Lee Park"))), "a text box", id="a text box"),
        pytest.param(TWICE.format(mc=MC, box=BOX.format(paragraph(RUN.format("Lee")))), "a text box", id="one that stands twice"),
        pytest.param(BOX.format(paragraph(RUN.format("Lee"))) * 2, "2 text boxes", id="two"),
        pytest.param(BOX.format(paragraph(RUN.format(" "))), "", id="an empty one"),
        pytest.param("<w:footnoteReference w:id='1'/>", "a footnote", id="a footnote"),
        pytest.param("<w:footnoteReference w:id='1'/><w:footnoteReference w:id='2'/><w:endnoteReference w:id='1'/>",
                     "2 footnotes and an endnote", id="notes"),
        pytest.param(BOX.format(paragraph(RUN.format("Lee"))) + "<w:footnoteReference w:id='1'/><w:endnoteReference w:id='1'/>",
                     "a text box, a footnote and an endnote", id="all"),
        pytest.param(RUN.format("txbxContent footnoteReference"), "", id="only the words"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_known(inside, unread):
    draft = read(
        docx(paragraph(f"<w:r>{inside}</w:r>" if "<w:t>txbx" not in inside else inside, RUN.format("Dear Tom,")))
    )
    assert draft.text.endswith("Dear Tom,\n")
    assert draft.unread == unread


@pytest.mark.parametrize("stray", ["<w:txbxContent not xml", "txbxContent"])
def test_a_stray_part_that_is_damaged_is_left_alone(stray):
    file = BytesIO(docx("Dear Tom,"))
    with ZipFile(file, "a") as archive:
        archive.writestr("word/document2.xml", stray)
    draft = read(file.getvalue())
    assert (draft.text, draft.unread) == ("Dear Tom,\n", "")


def test_page_headers_and_footers_are_no_part_of_the_letter():
    document = Document()
    document.sections[0].header.paragraphs[0].text = "CONFIDENTIAL"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    assert read(docx("Dear Tom,", document=document)).text == "Dear Tom,\n"


def test_merged_cells_are_read_once():
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Lee Park"
    assert read(saved(document)).text == "Lee Park\n"


def test_a_deleted_row_is_left_out():
    document = Document()
    table = document.add_table(2, 1)
    for row, text in zip(table.rows, ("kept", "gone"), strict=True):
        row.cells[0].text = text
    table.rows[1]._tr.insert(0, element('<w:trPr><w:del w:id="1"/></w:trPr>'))
    assert read(saved(document)).text == "kept\n"


@pytest.mark.parametrize(
    "end",
    [
        ["Best regards,", "Lee Park"],
        ["Best regards,", "", "", "Lee Park"],
        ["Best regards,\nLee Park"],
        ["Best regards,\n\nLee Park"],
        ["Best regards,", "Lee Park\n020 7946 0000"],
        [[["Best regards,"], ["Lee Park"]]],
    ],
    ids=["paragraphs", "room to sign", "line break", "two line breaks", "contact line", "table"],
)
def test_a_name_below_the_close_is_the_signature(end):
    draft = read(docx("Dear Ms. Okafor,", "Thank you for Tuesday.", *end))
    zones = {zone.kind: draft.slice(zone.span).strip() for zone in draft.zones}
    assert list(zones) == ["greeting", "body", "closing", "signature"]
    assert zones["closing"] == "Best regards,"
    assert zones["signature"].startswith("Lee Park")


def test_headers_and_what_is_to_be_sent():
    draft = read(docx("To: Amara Okafor", "Subject: Thank you", "", "Dear Ms. Okafor,", "Thank you."))
    assert draft.headers.value("subject") == "Thank you"
    assert body(draft) == "Dear Ms. Okafor,\n\nThank you.\n"


def archive(**members):
    done = BytesIO()
    with zipfile.ZipFile(done, "w") as made:
        for name, text in members.items():
            made.writestr(name, text)
    return done.getvalue()


def bodiless():
    """A Word file that is one in all but its body."""
    done = BytesIO()
    with ZipFile(BytesIO(docx("x"))) as old, ZipFile(done, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<w:body>.*</w:body>", b"", old.read(name), flags=re.DOTALL))
    return done.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(docx("Dear Tom,")[:-200], "damaged", id="cut off"),
        pytest.param(docx("Dear Tom,")[:2000] + bytes(500) + docx("Dear Tom,")[2500:], "damaged", id="overwritten"),
        pytest.param(b"PK\x03\x04" + bytes(100), "damaged", id="no archive"),
        pytest.param(archive(a="b"), "a zip archive, but no Word file", id="zip"),
        pytest.param(archive(**{"[Content_Types].xml": "<Types/>"}), "damaged or of a kind that is not known", id="no package"),
        pytest.param(archive(**{"[Content_Types].xml": "<Types"}), "damaged or of a kind that is not known", id="broken xml"),
        pytest.param(bodiless(), "damaged or of a kind that is not known", id="no body"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password, not a .docx; save it in Word as .docx, without a password", id="password"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "a Word file of the old kind (.doc)", id="doc"),
        pytest.param(OLE, "an old Office program", id="ole"),
        pytest.param(b"{\\rtf1 Dear Tom}", "this is an RTF file", id="rtf"),
        pytest.param(b"Dear Tom,", "this is no Word file", id="text"),
        pytest.param(b"", "this is no Word file", id="nothing"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_clear_line(data, says):
    with pytest.raises(DraftError) as error:
        read(data)
    assert says in error.value.message
    assert error.value.path == "letter.docx"
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("letter.doc", OLE + "WordDocument".encode("utf-16-le"), "a Word file of the old kind (.doc), not plain text; save the letter as"),
        ("letter.txt", docx("Dear Tom,"), "give a Word file the suffix .docx"),
        ("-", docx("Dear Tom,"), "give a Word file the suffix .docx"),
    ],
)  # fmt: skip
def test_under_another_name_too(name, data, says):
    with pytest.raises(DraftError) as error:
        from_bytes(data, name)
    assert says in error.value.message


def test_without_the_extra_it_is_named(monkeypatch):
    data = docx("Dear Tom,")
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(DraftError, match=r"pip install 'notelint\[docx\]'"):
        read(data)


@settings(deadline=None, max_examples=50)
@given(st.binary(min_size=1, max_size=30), st.integers(0, 40_000))
def test_any_damage_is_read_or_a_draft_error(noise, at):
    whole = docx("Dear Tom,")
    at %= len(whole)
    try:
        read(whole[:at] + noise + whole[at + len(noise) :])
    except DraftError as error:
        assert "\n" not in str(error)  # noqa: PT017  either outcome is right
