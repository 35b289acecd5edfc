"""Flowed text (RFC 3676) and plain lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.drafts.flowed import fold, unfold


@pytest.mark.parametrize(
    ("flowed", "expected"),
    [
        pytest.param("Thank you \nfor Tuesday.\n", "Thank you for Tuesday.\n", id="soft line end"),
        pytest.param("Best,\nLee\n", "Best,\nLee\n", id="hard line ends"),
        pytest.param("a \n\nb", "a\n\nb", id="an empty line ends a paragraph"),
        pytest.param(" From now on\n  indented\n >no quote", "From now on\n indented\n>no quote", id="stuffed"),
        pytest.param(
            "> I wrote \n> this.\n>> and \n>> that\nMine.", "> I wrote this.\n>> and that\nMine.", id="quoted"
        ),
        pytest.param("> one \n>> two \nthree", "> one\n>> two\nthree", id="another depth ends a paragraph"),
        pytest.param(">\n> a", ">\n> a", id="empty quoted line"),
        pytest.param("Lee \n-- \nLee Park \nAnalyst", "Lee\n-- \nLee Park Analyst", id="signature"),
    ],
)
def test_unfold(flowed, expected):
    assert unfold(flowed) == expected


def test_a_space_that_only_marks_the_line_end_is_taken_away():
    assert unfold("Thank \nyou  \nfor it", delsp=True) == "Thankyou for it"


LINES = st.lists(st.text(st.sampled_from("ab ->F"), max_size=8).filter(lambda line: not line.startswith(">"))).map(
    "\n".join
)


@given(LINES)
def test_plain_lines_come_back_but_for_space_at_their_ends(text):
    bare = "\n".join(line if line == "-- " else line.rstrip(" ") for line in text.split("\n"))
    assert unfold(fold(text)) == bare
