import pytest

from notelint.reporters.excerpt import excerpts
from notelint.reporters.style import Style, widths
from notelint.types import Span

from .build import draft, span

STYLE = Style()


def shown(text, words, room=60, style=STYLE):
    source = draft(text)
    return [(found.line, found.text, found.marks) for found in excerpts(source, span(source, words), style, room)]


@pytest.mark.parametrize(
    ("text", "words", "line", "marks"),
    [
        pytest.param("I need feedback now.", "feedback", "I need feedback now.", "       ~~~~~~~~", id="plain"),
        pytest.param("\tI need it.", "need", "I need it.", "  ~~~~", id="indented by a tab"),
        pytest.param("Yes\tplease do.", "please", "Yes    please do.", "       ~~~~~~", id="tab inside"),
        pytest.param("日本 and you", "and", "日本 and you", "     ~~~", id="wide characters before"),
        pytest.param("to 日本 now", "日本", "to 日本 now", "   ~~~~", id="wide characters marked"),
        pytest.param("I 👍 this a lot", "this", "I 👍 this a lot", "     ~~~~", id="emoji"),
        pytest.param("I 👩‍💻 this", "this", "I 👩‍💻 this", "     ~~~~", id="joined emoji"),
        pytest.param("I 👍🏽 this", "this", "I 👍🏽 this", "     ~~~~", id="skin tone"),
        pytest.param("I ❤️ this", "this", "I ❤️ this", "     ~~~~", id="emoji by variation selector"),
        pytest.param("Zoe\u0308 said so", "said", "Zoe\u0308 said so", "    ~~~~", id="accent not composed"),
        pytest.param("re\u00adally good", "good", "really good", "       ~~~~", id="soft hyphen"),
        pytest.param("a\x1b[31m red", "red", "a\ufffd[31m red", "       ~~~", id="escape sequence is harmless"),
        pytest.param("a\u202eb red", "red", "ab red", "   ~~~", id="direction mark is harmless"),
    ],
)
def test_marks_stand_under_the_words(text, words, line, marks):
    assert shown(text, words) == [(1, line, marks)]


def test_long_line_is_cut_around_the_words():
    text = "word " * 6000 + "here is the fault " + "word " * 6000
    [(_, line, marks)] = shown(text, "the fault", 40)
    assert line.startswith("…word")
    assert line.endswith("word…")
    assert len(line) <= 40
    assert line[marks.index("~") :][: marks.count("~")] == "the fault"


def test_words_longer_than_the_line_are_cut():
    [(_, line, marks)] = shown("so " + "x" * 500, "x" * 500, 40)
    assert len(line) <= 40
    assert line.endswith("…")
    assert len(marks) <= 40


def test_a_span_over_lines_marks_each():
    found = shown("Could you\r\n  give me\r\nfeedback?", "you\r\n  give me\r\nfeed")
    assert found == [(1, "Could you", "      ~~~"), (2, "give me", "~~~~~~~"), (3, "feedback?", "~~~~")]


def test_a_span_over_many_lines_shows_the_first_and_the_last():
    text = "one\ntwo\nthree\nfour\nfive"
    assert [line for line, _, _ in shown(text, text)] == [1, 0, 5]


def test_an_empty_span_is_a_caret():
    source = draft("Best regards,\nLee")
    [found] = excerpts(source, Span(13, 13), STYLE, 60)
    assert (found.text, found.marks) == ("Best regards,", " " * 13 + "^")


@pytest.mark.parametrize(
    ("encoding", "line", "marks"),
    [
        ("ascii", 'I said "yes" ? now', "               ~~~"),
        ("latin-1", 'I said "yes" ? now', "               ~~~"),
        ("cp1252", "I said “yes” ? now", "               ~~~"),
    ],
)
def test_what_the_stream_cannot_carry_is_replaced_and_counted(encoding, line, marks):
    assert shown("I said “yes” 👍 now", "now", style=Style(encoding=encoding)) == [(1, line, marks)]


def test_widths():
    assert widths("a日e\u0301") == [1, 2, 1, 0]
