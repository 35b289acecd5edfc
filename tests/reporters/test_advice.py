"""What a violation offers to write, as editors and other programs write it."""

import pytest

from notelint.drafts import edits
from notelint.reporters.advice import written
from notelint.types import Edit, Span

from .build import draft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Dear Tim,\nThanks.\n", "\n\nHi\n", id="LF"),
        pytest.param("Dear Tim,\r\nThanks.\r\n", "\r\n\r\nHi\r\n", id="CRLF"),
        pytest.param("Dear Tim,\rThanks.\r", "\r\rHi\r", id="CR"),
        pytest.param("Dear Tim,\nThanks.\r\n", "\n\nHi\n", id="mixed, LF around"),
        pytest.param("A\nDear Tim,\r\nThanks.\n", "\r\n\r\nHi\r\n", id="mixed, CRLF around"),
        pytest.param("A\r\nDear Tim,", "\r\n\r\nHi\r\n", id="in the last line"),
        pytest.param("Dear Tim,", "\n\nHi\n", id="in the only line"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_those_of_the_lines_around_as_fixes_write_them(text, expected, end):
    at = text.index("Tim,") + 4
    edit = Edit(Span(at, at), f"{end}{end}Hi{end}")
    assert written(draft(text), edit) == expected
    assert edits.apply(text, [edit]) == text[:at] + expected + text[at:]


def test_words_without_line_ends_are_written_as_they_are():
    assert written(draft("Dear Tim,\r\n"), Edit(Span(5, 8), "Tom")) == "Tom"
