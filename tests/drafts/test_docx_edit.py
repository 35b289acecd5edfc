"""Edits of a Word file's text: the words change, the formatting of what is around them does not."""

import re
from io import BytesIO

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.drafts import docx as word
from notelint.drafts import edits
from notelint.drafts.docx_edit import write
from notelint.errors import DraftError
from notelint.types import Edit, Span

from .word_files import docx, runs, saved

RUNS = [("Thank you ", False), ("very", True), (" much for Tuesday.", False)]


def change(data, *changes):
    """The file with words replaced: each change is (old, new); ("", "x") inserts at the beginning."""
    text = word.text(data, "a.docx")
    found = [Edit(Span(text.index(old), text.index(old) + len(old)), new) for old, new in changes]
    return write(data, "a.docx", found)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([("Tuesday", "Monday")], [("Thank you ", False), ("very", True), (" much for Monday.", False)], id="inside a run"),
        pytest.param([("very", "so")], [("Thank you ", False), ("so", True), (" much for Tuesday.", False)], id="a whole run"),
        pytest.param(
            [("Thank you very much for Tuesday.", "Thank you very warmly for Tuesday.")],
            [("Thank you ", False), ("very", True), (" warmly for Tuesday.", False)],
            id="a sentence of which one word changes",
        ),
        pytest.param([("very much", "greatly")], [("Thank you ", False), ("greatly", True), (" for Tuesday.", False)], id="over two runs"),
        pytest.param([("Thank you very much", "Thanks")], [("Thanks", False), (" for Tuesday.", False)], id="over three runs"),
        pytest.param([("very ", "")], [("Thank you ", False), ("much for Tuesday.", False)], id="deleted"),
        pytest.param([("", "I ")], [("I Thank you ", False), ("very", True), (" much for Tuesday.", False)], id="inserted first"),
        pytest.param(
            [("Thank", "I thank"), ("very", "so"), ("Tuesday", "Monday")],
            [("I thank you ", False), ("so", True), (" much for Monday.", False)],
            id="three edits",
        ),
        pytest.param([("you ", "you\nso ")], [("Thank you\nso ", False), ("very", True), (" much for Tuesday.", False)], id="line break"),
        pytest.param([("you ", "you\t ")], [("Thank you\t ", False), ("very", True), (" much for Tuesday.", False)], id="tab"),
        pytest.param([("Thank you", "Thank you")], RUNS, id="nothing"),
    ],
)  # fmt: skip
def test_every_run_keeps_its_formatting(changes, expected):
    assert runs(change(docx(RUNS), *changes)) == [expected]


def formatted(*texts):
    document = Document()
    for number, text in enumerate(texts):
        paragraph = document.add_paragraph(text)
        paragraph.alignment = list(WD_ALIGN_PARAGRAPH)[number]
    return saved(document)


def layout(data):
    """Text and alignment of each paragraph."""
    return [(paragraph.text, paragraph.alignment) for paragraph in Document(BytesIO(data)).paragraphs]


LEFT, CENTER, RIGHT, JUSTIFY = list(WD_ALIGN_PARAGRAPH)[:4]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([("one", "one\n\nnew")], [("one", LEFT), ("new", LEFT), ("two", CENTER), ("three", RIGHT)], id="a paragraph after"),
        pytest.param([("", "new\n\n")], [("new", LEFT), ("one", LEFT), ("two", CENTER), ("three", RIGHT)], id="a paragraph before"),
        pytest.param([("w", "\n\n")], [("one", LEFT), ("t", CENTER), ("o", CENTER), ("three", RIGHT)], id="cut in two"),
        pytest.param([("one\n\n", "")], [("two", CENTER), ("three", RIGHT)], id="a paragraph away"),
        pytest.param([("\n\nthree", "")], [("one", LEFT), ("two", CENTER)], id="the last away"),
        pytest.param([("e\n\nt", "e, t")], [("one, two", LEFT), ("three", RIGHT)], id="joined"),
        pytest.param([("one\n\ntwo\n\nthree", "all")], [("all", LEFT)], id="all for one"),
        pytest.param([("e\n\ntwo\n\nth", "")], [("onree", LEFT)], id="joined over one"),
        pytest.param([("\n\nt", "\nt")], [("one\ntwo", LEFT), ("three", RIGHT)], id="a line break instead"),
        pytest.param([("three\n", "three\n\nP.S. four\n")], [("one", LEFT), ("two", CENTER), ("three", RIGHT), ("P.S. four", RIGHT)], id="at the end"),
    ],
)  # fmt: skip
def test_paragraphs_come_go_and_keep_theirs(changes, expected):
    assert layout(change(formatted("one", "two", "three"), *changes)) == expected


def test_what_is_added_at_the_ends_of_a_letter():
    data = docx("Thank you for Tuesday.", "Lee")
    done = change(data, ("", "Dear Tom,\n\n"), ("\n\nLee", "\n\nKind regards,\nLee"))
    assert word.text(done, "a.docx") == "Dear Tom,\n\nThank you for Tuesday.\n\nKind regards,\nLee\n"


def test_an_empty_file_takes_words():
    assert word.text(write(docx(), "a.docx", [Edit(Span(0, 0), "Dear Tom,")]), "a.docx") == "Dear Tom,\n"


def test_all_else_in_the_file_stays():
    document = Document()
    document.core_properties.title = "Thank you"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    done = Document(BytesIO(change(docx("Dear Tim,", [["a", "b"]], document=document), ("Tim", "Tom"))))
    assert done.core_properties.title == "Thank you"
    assert done.sections[0].footer.paragraphs[0].text == "Page 1"
    assert [cell.text for cell in done.tables[0].row_cells(0)] == ["a", "b"]


T = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("blocks", "edit", "says"),
    [
        pytest.param([[["one", "two"]]], ("one\n\ntwo", "x"), "different parts of the page", id="cells"),
        pytest.param(["one", [["two"]], "three"], ("\n\ntwo\n\n", " "), "different parts of the page", id="a table between"),
        pytest.param(
            ["<w:p><w:sdt><w:sdtContent>" + T.format("one") + "</w:sdtContent></w:sdt></w:p>"], ("n", "\n\n"), "inside a field of the form", id="form"
        ),
        pytest.param(
            ["<w:p><w:pPr><w:sectPr/></w:pPr>" + T.format("one") + "</w:p>", "two"], ("e\n\nt", "e t"), "the end of a section", id="section"
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_or_split_is_refused(blocks, edit, says):
    with pytest.raises(DraftError, match=says) as error:
        change(docx(*blocks), edit)
    assert error.value.path == "a.docx"


def test_edits_may_not_overlap():
    with pytest.raises(ValueError, match="overlap"):
        write(docx("Dear Tom,"), "a.docx", [Edit(Span(0, 4), "x"), Edit(Span(3, 5), "y")])


# ------------------------------------------------------------ any document, any edits

RUN = st.tuples(st.text(st.sampled_from("ab \n\té😀"), min_size=1, max_size=6), st.booleans())
PARAGRAPHS = st.lists(st.lists(RUN, max_size=4).map(lambda found: found or ""), min_size=1, max_size=5)
NEW = st.text(st.sampled_from("xy \n"), max_size=6)


def normal(text):
    """Paragraphs: empty lines are one, and blank paragraphs none."""
    return [part for part in re.split(r"\n{2,}", text.strip("\n")) if part.strip()]


@settings(deadline=None, max_examples=100)
@given(PARAGRAPHS, st.data())
def test_the_text_of_the_changed_file_is_the_changed_text(paragraphs, data):
    file = docx(*paragraphs)
    text = word.text(file, "a.docx")
    cuts = sorted(data.draw(st.lists(st.integers(0, max(len(text) - 1, 0)), max_size=6)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    changes = [Edit(span, data.draw(NEW)) for span in spans]
    done = word.text(write(file, "a.docx", changes), "a.docx")
    assert normal(done) == normal(edits.apply(text, changes))
