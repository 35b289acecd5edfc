"""Suppressions in Markdown comments: rule, reason, place, and the lines they silence."""

import pytest

from notelint.drafts.read import from_text
from notelint.errors import DraftError


@pytest.mark.parametrize(
    ("text", "rules", "scopes"),
    [
        pytest.param(
            "<!-- notelint-ignore no-gifts: a joke -->\nOne.\nTwo.\n\nThree.\n",
            ["no-gifts"],
            ["One.\nTwo."],
            id="paragraph",
        ),
        pytest.param(
            "<!--notelint-ignore no-gifts-->\n\nOne.\n\nTwo.\n", ["no-gifts"], ["One."], id="blank-line-between"
        ),
        pytest.param("<!-- notelint-ignore a, b: both -->\nOne.\n", ["a", "b"], ["One.", "One."], id="two-rules"),
        pytest.param(
            "<!-- notelint-ignore a -->\n<!-- notelint-ignore b -->\nOne.\n",
            ["a", "b"],
            ["One.", "One."],
            id="two-comments",
        ),
        pytest.param("<!-- notelint-ignore a --> One.\nTwo.\n", ["a"], ["One.\nTwo."], id="same-line"),
        pytest.param(
            "<!-- notelint-ignore a:\n  over two lines -->\r\nOne.\r\nTwo.", ["a"], ["One.\r\nTwo."], id="crlf"
        ),
        pytest.param("Text:\n\n<!-- notelint-ignore a -->\n- one\n- two\n", ["a"], ["- one"], id="list-item"),
        pytest.param("<!-- notelint-ignore a -->\nHi Tom,\nThank you.\n", ["a"], ["Hi Tom,\n"], id="greeting"),
        pytest.param("One.\n<!-- notelint-ignore a -->", ["a"], [""], id="nothing-follows"),
    ],
)
def test_a_comment_silences_the_paragraph_that_follows(text, rules, scopes):
    draft = from_text(text, "a.md")
    assert [found.rule for found in draft.suppressions] == rules
    assert [draft.slice(found.scope) for found in draft.suppressions] == scopes
    assert all(draft.slice(found.span) == found.rule for found in draft.suppressions)
    assert all(draft.slice(span).startswith("<!--") and draft.slice(span).endswith("-->") for span in draft.comments)


def test_the_reason_is_kept_in_one_line():
    draft = from_text("<!-- notelint-ignore a:  a joke:\n  ours -->\nOne.\n", "a.md")
    assert draft.suppressions[0].reason == "a joke: ours"


def test_other_comments_and_plain_text_are_left_alone():
    comment = "<!-- notelint-ignore a: b -->\nOne.\n"
    assert from_text(comment, "a.txt").suppressions == ()
    assert from_text("<!-- TODO -->\nOne.\n", "a.md").comments == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [("One.\n<!-- notelint-ignore a\n", "not closed"), ("One.\n<!-- notelint-ignore: why -->\n", "names no rule")],
    ids=["not-closed", "no-rule"],
)
def test_a_broken_comment_says_where(text, says):
    with pytest.raises(DraftError) as error:
        from_text(text, "a.md")
    assert says in error.value.message
    assert error.value.line == 2
