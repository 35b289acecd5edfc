"""What is to be sent."""

import pytest

from notelint.drafts.body import body
from notelint.drafts.read import from_text

LETTER = "Dear Tom,\n\nThank you.\n\nBest,\nAna\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(LETTER, LETTER, id="as-it-is"),
        pytest.param(f"---\nkind: reminder\n---\n\n{LETTER}", LETTER, id="front-matter"),
        pytest.param(f"To: a\nSubject: b\n\n{LETTER}", LETTER, id="mail-headers"),
        pytest.param(f"{LETTER}\nOn 3 Nov 2026 Tom wrote:\n> Hi\n", LETTER, id="quoted"),
        pytest.param(f"> Hi\n\n{LETTER}\n\n", LETTER, id="quoted-above"),
        pytest.param(LETTER.replace("Thank", "<!-- notelint-ignore a: b -->\nThank"), LETTER, id="comment-line"),
        pytest.param(LETTER.replace("Thank", "<!-- notelint-ignore a: b --> Thank"), LETTER, id="comment-before"),
        pytest.param(f"3 November 2026\n\n{LETTER}", f"3 November 2026\n\n{LETTER}", id="address-block"),
        pytest.param("  indented\n", "  indented\n", id="indent"),
        pytest.param("no line end", "no line end", id="no-line-end"),
        pytest.param("> only quoted\n", "", id="only-quoted"),
        pytest.param("", "", id="empty"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_body(text, expected, ending):
    assert body(from_text(text.replace("\n", ending), "a.md")) == expected.replace("\n", ending)
