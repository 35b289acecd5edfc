"""Encodings: what is read, and what is one clear error."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.drafts.decode import decode
from notelint.drafts.read import from_bytes
from notelint.errors import DraftError

LETTER = "Dear Zoë,\r\n\r\nThank you – it was “great” 😀.\rBest,\nAna\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(LETTER.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + LETTER.encode(), id="utf-8-bom"),
        pytest.param(codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le"), id="utf-16-le-bom"),
        pytest.param(codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"), id="utf-16-be-bom"),
    ],
)
def test_text_comes_out_as_written_without_its_mark(data):
    assert decode(data, "a.txt") == LETTER


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param("Dear Zoë,\nThank you.\n".encode("latin-1"), "Latin-1", id="latin-1"),
        pytest.param("Dear Zoë,\nI’m glad.\n".encode("cp1252"), "Windows-1252", id="windows-1252"),
        pytest.param(
            "Dear Zoë, thank you.".encode("utf-16-le"), "UTF-16 (LE) without a byte order mark", id="utf-16-le"
        ),
        pytest.param(
            "Dear Zoë, thank you.".encode("utf-16-be"), "UTF-16 (BE) without a byte order mark", id="utf-16-be"
        ),
        pytest.param("Dear Zoë".encode("utf-32"), "UTF-32", id="utf-32"),
        pytest.param(codecs.BOM_UTF16_LE + b"D\0e", "damaged", id="half-utf-16"),
        pytest.param(bytes(range(256)) * 4, "binary", id="binary"),
        pytest.param(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", "binary", id="program"),
        pytest.param(b"\x01\x02\x03\x04 plain", "binary", id="controls"),
        pytest.param(b"%PDF-1.7 ...", "PDF", id="pdf"),
        pytest.param(b"PK\x03\x04....", ".docx", id="docx"),
    ],
)
def test_other_bytes_are_one_line_that_names_file_and_encoding(data, says):
    with pytest.raises(DraftError) as error:
        decode(data, "notes/a.txt")
    assert says in error.value.message
    assert error.value.path == "notes/a.txt"
    assert "\n" not in str(error.value)


def test_an_error_tells_how_to_mend_it_and_where():
    with pytest.raises(DraftError) as error:
        decode("Dear Tom,\nThank you, Zoë.\n".encode("latin-1"), "a.txt")
    assert error.value.line == 2
    assert "iconv -f LATIN1 -t UTF-8" in error.value.message


def test_a_mark_inside_the_text_stays():
    assert decode("a\ufeffb".encode(), "a.txt") == "a\ufeffb"


@given(st.one_of(st.binary(), st.text().map(str.encode), st.binary().map(lambda data: codecs.BOM_UTF16_LE + data)))
def test_any_bytes_are_a_draft_or_a_draft_error(data):
    for name in ("a.txt", "a.md"):
        try:
            draft = from_bytes(data, name)
        except DraftError as error:
            assert "\n" not in str(error)  # noqa: PT017  either outcome is right
        else:
            assert sum(zone.span.end - zone.span.start for zone in draft.zones) == len(draft.text)
