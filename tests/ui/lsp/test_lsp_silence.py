"""The edits that silence a rule: written as the draft's own headers are, and only where they are read as was meant."""

import pytest

from notelint.drafts import edits, read
from notelint.ui.lsp import silence

LETTER = "Dear Ms. Okafor,\n\nThank you.\n\nLee\n"
RULE = "no-gifts"


def headed(*lines):
    return "\n".join(["---", *lines, "---", LETTER])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(LETTER, f"---\nignore: [no-gifts]\n---\n\n{LETTER}", id="no headers"),
        pytest.param(headed("kind: reminder"), headed("kind: reminder", "ignore: [no-gifts]"), id="front matter"),
        pytest.param(headed("ignore:"), headed("ignore: [no-gifts]"), id="an empty list"),
        pytest.param(headed("ignore: [a, b]"), headed("ignore: [a, b, no-gifts]"), id="a list"),
        pytest.param(headed("ignore: a, b"), headed("ignore: a, b, no-gifts"), id="commas"),
        pytest.param(headed("ignore: {a: why}"), headed('ignore: {no-gifts: "", a: why}'), id="a map"),
        pytest.param(headed("ignore:", "  - a"), headed("ignore:", "  - a", "  - no-gifts"), id="items on lines"),
        pytest.param(
            headed("ignore:", "  - a: why"), headed("ignore:", "  - a: why", "  - no-gifts"), id="items with reasons"
        ),
        pytest.param(
            f"To: Amara\nSubject: Thanks\n\n{LETTER}",
            f"To: Amara\nSubject: Thanks\nignore: [no-gifts]\n\n{LETTER}",
            id="mail headers",
        ),
        pytest.param(
            f"To: Amara\nSubject: Thanks\nignore: a\n\n{LETTER}",
            f"To: Amara\nSubject: Thanks\nignore: a, no-gifts\n\n{LETTER}",
            id="mail headers with one",
        ),
        pytest.param(headed("kind: reminder").replace("\n", "\r\n"), None, id="CRLF"),
    ],
)
def test_a_header(text, expected):
    draft = read.from_text(text, "draft.txt")
    edit = silence.in_draft(draft, RULE)
    expected = expected or headed("kind: reminder", "ignore: [no-gifts]").replace("\n", "\r\n")
    assert edits.apply(text, [edit]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hi,\n\nOne.\nTwo hit.\n", "Hi,\n\n<!-- -->\nOne.\nTwo hit.\n", id="above the paragraph"),
        pytest.param("Hi,\n\n- One.\n- Two hit.\n", "Hi,\n\n- One.\n<!-- -->\n- Two hit.\n", id="above the item"),
        pytest.param("hit,\n\nOne.\n", "<!-- -->\nhit,\n\nOne.\n", id="above the greeting"),
    ],
)
def test_a_comment(text, expected):
    from notelint.types import Span, Violation

    draft = read.from_text(text, "draft.md")
    at = Span(text.index("hit"), text.index("hit") + 3)
    violation = Violation(RULE, "error", "", "", at, "hit", draft.zone_at(at.start), (), None, (), "")
    edit = silence.in_paragraph(draft, violation)
    assert edits.apply(text, [edit]) == expected.replace("<!-- -->", f"<!-- notelint-ignore {RULE} -->")


@pytest.mark.parametrize("name", ["draft.txt", "draft.eml"])
def test_no_comment_where_none_is_read(name):
    from notelint.types import Span, Violation

    draft = read.from_text(LETTER, name)
    violation = Violation(RULE, "error", "", "", Span(0, 4), "Dear", "greeting", (), None, (), "")
    assert silence.in_paragraph(draft, violation) is None
