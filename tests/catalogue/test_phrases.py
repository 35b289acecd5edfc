"""What is wrong with a phrase, and what it refers to."""

import pytest

from notelint.catalogue import phrases


@pytest.mark.parametrize(
    "phrase",
    [
        "thank you",
        "=better",
        "=better|best",
        "can't|won't wait",
        "part-time",
        "in *3 <time>",
        "by|before *2 <weekday>|noon|NUM",
        "NOUN-<topic> of WORD",
        "really? good",
        "I am CAP",
        "9 - 5",
        "a.s.a.p.",
        "no one|body",
        ":-)",
        "<3",
        "?",
        "ASAP",
        "“quoted”",
        "naïve",
    ],
)
def test_right(phrase):
    assert phrases.mistake(phrase) is None


@pytest.mark.parametrize(
    "phrase",
    ["", "  ", "a | b", "a| b", "a |b", "|a", "a||b", "*2 a", "a *2", "a * b", "a *x b", "a = b", "a? b?", "a? *2 b?"],
)
def test_wrong(phrase):
    assert phrases.mistake(phrase)


@pytest.mark.parametrize("phrase", ["<a", "a>", "x<a>", "=<a>", "<a>s", "<a b>", "NOUNS", "PROP", "XYZ-<a>"])
def test_wrong_class_or_kind(phrase):
    assert phrases.mistake(f"so {phrase}")


@pytest.mark.parametrize(
    ("phrase", "names"),
    [("tea", []), ("<a> of <b-c>", ["a", "b-c"]), ("NOUN-<a>|<b>", ["a", "b"]), ("<3", []), ("<a>? x", ["a"])],
)
def test_references(phrase, names):
    assert phrases.references(phrase) == names


def test_a_long_phrase_is_cut():
    message = phrases.mistake("a " * 100 + "| b")
    assert message is not None
    assert len(message) < 150
