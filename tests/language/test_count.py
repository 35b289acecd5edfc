"""Words are counted as a word processor counts them."""

import pytest

from notelint.language.count import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Thank you for your time.", 5),
        ("I'd say that you’re right.", 5),
        ("I cannot say, and I can't guess.", 7),
        ("A part-time post, 9:30 to 17:00", 6),
        ("the role — as I see it — is new", 8),
        ("the role—as I see it—is new", 8),
        ("salt & pepper", 2),
        ("- one\n- two", 2),
        ("and/or", 1),
        ("one\n  two\r\nthree\N{NO-BREAK SPACE}four", 4),
        ("£12,400.00 for 3 vans :-)", 4),
        ("dana@example.com", 1),
        ("Zoë et François", 3),
    ],
)
def test_words(text, words):
    assert count_words(text) == words
