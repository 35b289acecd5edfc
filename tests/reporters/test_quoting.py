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


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        pytest.param("I met Dr. Lind at St. Ann's, twice.", "met", "I met Dr. Lind at St. Ann's", id="abbreviations"),
        pytest.param("I said “thank you” to him.", "thank", "I said “thank you” to him", id="a quotation mark before"),
        pytest.param("I am a co-founder.", "founder", "I am a co-founder", id="a hyphen before"),
        pytest.param("The tour was good\r\rThe tea too", "tour", "The tour was good", id="a blank line of returns"),
        pytest.param("I saw:\n1. the plant\n2. the bus", "plant", "the plant", id="a numbered list"),
    ],
)
def test_what_is_around_ends_where_the_thought_does(text, words, shown):
    source = draft(text)
    assert quoted(source, span(source, words), 60) == shown
