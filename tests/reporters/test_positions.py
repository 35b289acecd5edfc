import pytest

from notelint.reporters.positions import ENCODINGS, Positions

from .build import draft

TEXT = "Zoë 👍🏽\r\n\r\ncafe\u0301 😀 é\rend 🇫🇷\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_offsets_count_what_stands_before(encoding):
    source = draft(TEXT)
    places = Positions(source, encoding)
    codec, unit = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding]
    for offset in range(len(TEXT) + 1):
        found = places.at(offset)
        start = source.line_starts[found.line - 1]
        assert found.offset == len(TEXT[:offset].encode(codec)) // unit
        assert found.column == len(TEXT[start:offset].encode(codec)) // unit + 1
        assert found.line == source.position(offset).line


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 13), ("utf-16", 10), ("utf-32", 9)])
def test_after_crlf_a_decomposed_accent_and_an_emoji(encoding, column):
    place = Positions(draft(TEXT), encoding).at(TEXT.index("é\r"))
    assert (place.line, place.column) == (3, column)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_lone_surrogate_is_one_unit_of_utf16(encoding):
    width = {"utf-8": 3, "utf-16": 1, "utf-32": 1}[encoding]
    assert Positions(draft("\ud800a"), encoding).at(1).offset == width
