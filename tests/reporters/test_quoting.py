"""What is quoted of a letter as evidence: enough words to know what they say."""

import pytest

from notelint.reporters.quoting import quoted

from .build import draft, span

BODY = (
    "Thank you, Ms. Cole. I would love to be your next clerk, and I told Ann so.\n\nYou said: the till sticks (daily)."
)


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        pytest.param("love", 60, "I would love to be your next clerk", id="to the next mark"),
        pytest.param("I told", 60, "and I told Ann so", id="from a comma to the full stop"),
        pytest.param("Thank you", 60, "Thank you", id="a comma behind"),
        pytest.param("till", 60, "the till sticks", id="between a colon and a bracket"),
        pytest.param("daily", 60, "daily", id="in brackets"),
        pytest.param("love to be your next clerk", 60, "love to be your next clerk", id="enough words"),
        pytest.param("love", 22, "love to be your next …", id="what follows before what stands above"),
        pytest.param("clerk", 30, "… love to be your next clerk", id="as many whole words as there is room for"),
        pytest.param("love to be your next clerk", 20, "love to be … clerk", id="many words cut in the middle"),
        pytest.param("clerk", 5, "clerk", id="no room for more"),
    ],
)
def test_few_words_are_quoted_with_those_around_them(words, room, shown):
    source = draft(BODY)
    assert quoted(source, span(source, words), room) == shown
