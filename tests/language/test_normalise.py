"""Normalised text, and its map back to the draft."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.language import analyse
from notelint.language import normalise as slowly
from notelint.language.normalise import normalise
from notelint.types import Draft, Span, Zone

PIECES = [
    *"abcIE.,?!'\"*_-() ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "’",
    "“",
    "”",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\ufeff",
    "\u200d",
    "é",
    "e\u0301",
    "\u0301",
    "ạ\u0308",
    "😊",
    "👩\u200d🚀",
    "👍🏽",
    "❤\ufe0f",
    " you ",
    "thank",
    "n’t",
]
JOINER = "\u200d"  # between two emoji it is a token of the model's

texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def whole(text: str, *, markdown: bool = False) -> str:
    return normalise(text, 0, len(text), markdown=markdown).text


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("I’m glad", "I'm glad"),
        ("“We never close”", '"We never close"'),
        ("«Nie»", '"Nie"'),
        ("one\ntwo", "one two"),
        ("one\r\n  two", "one two"),
        ("one\rtwo", "one two"),
        ("one\t\ttwo", "one two"),
        ("  one two \n", "one two"),
        ("a\u00a0b\u202fc\u3000d", "a b c d"),
        ("in\u00adter\u200bview", "interview"),
        ("\ufeffThank you", "Thank you"),
        ("re\u0301sume\u0301", "résumé"),
        ("Zażółć", "Zażółć"),
        ("n\u0303an\u0303o", "ñaño"),
        ("te\u200dam", "team"),
        ("great 👩\u200d🚀!", "great 👩\u200d🚀!"),
        ("👍🏽 ❤\ufe0f", "👍🏽 ❤\ufe0f"),
        ("9–5 — always", "9–5 — always"),
        ("", ""),
        (" \r\n\t", ""),
    ],
    ids=ascii,
)
def test_text_is_made_plain(text: str, normal: str) -> None:
    assert whole(text) == normal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("I am **very** glad", "I am very glad"),
        ("I am *very* glad", "I am very glad"),
        ("__Thank__ _you_", "Thank you"),
        ("the file_name_here stays", "the file_name_here stays"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_emphasis_of_markdown_is_no_text(text: str, normal: str) -> None:
    assert whole(text, markdown=True) == normal
    assert whole(text) == text


@given(texts, st.booleans())
def test_map_is_monotone_and_stays_in_the_text(text: str, markdown: bool) -> None:
    normal = normalise(text, 0, len(text), markdown=markdown)
    assert len(normal.text) == len(normal.starts) == len(normal.ends)
    for start, end in zip(normal.starts, normal.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(normal.starts) == sorted(normal.starts)
    assert list(normal.ends) == sorted(normal.ends)


@given(texts)
def test_space_is_single_and_inside(text: str) -> None:
    normal = whole(text)
    assert normal == normal.strip()
    assert "  " not in normal
    assert not set(normal) & set("\r\n\t\u00a0\u00ad\u200b\ufeff’“”")


@given(texts)
def test_normal_text_is_normal(text: str) -> None:
    assert whole(whole(text)) == whole(text)


@given(texts)
def test_composed_and_decomposed_text_normalise_alike(text: str) -> None:
    assert whole(unicodedata.normalize("NFD", text)) == whole(unicodedata.normalize("NFC", text))


@given(texts)
def test_line_ends_do_not_matter(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert whole(plain.replace("\n", "\r\n")) == whole(plain) == whole(plain.replace("\n", "\r"))


@given(texts, st.integers(0, 5), st.integers(0, 5))
def test_range_is_normalised_as_if_it_stood_alone(text: str, before: int, after: int) -> None:
    padded = "x" * before + text + "y" * after
    part = normalise(padded, before, before + len(text))
    assert part.starts == tuple(start + before for start in normalise(text, 0, len(text)).starts)


def as_draft(text: str) -> Draft:
    return Draft("x.txt", text, zones=(Zone("body", Span(0, len(text))),))


@settings(max_examples=60, deadline=None)
@given(texts)
def test_every_span_of_the_analysis_is_a_slice_of_the_draft(text: str) -> None:
    draft = as_draft(text)
    at = 0
    for sentence in analyse(draft).sentences:
        assert sentence.span == sentence.hull(0, len(sentence.tokens))
        for token in sentence.tokens:
            assert at <= token.span.start < token.span.end <= len(text)
            assert token.text.strip(JOINER) in whole(draft.slice(token.span))
            at = token.span.start


@settings(max_examples=30, deadline=None)
@given(texts)
def test_analysis_is_the_same_for_lf_and_crlf(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    unix, windows = (analyse(as_draft(t)) for t in (plain, plain.replace("\n", "\r\n")))
    assert [piece.text for piece in unix.paragraphs] == [piece.text for piece in windows.paragraphs]
    assert [[t.text for t in s.tokens] for s in unix.sentences] == [
        [t.text for t in s.tokens] for s in windows.sentences
    ]
    assert [s.clauses for s in unix.sentences] == [s.clauses for s in windows.sentences]


ANY_PIECES = st.lists(
    st.sampled_from(
        ["a", "Ä", "é", "e\u0301", " ", "  ", "\n", "\r\n", "\t", "’", "“", "–", "…", "*", "_", "\xa0", "\xad", "\u200b", "😀", "\u200d", "ﬁ", "Å", "`", "̈", "ʼ", "«", "œ", "\x85", "\u2028"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(ANY_PIECES, st.integers(0, 5), st.booleans())
def test_plain_pieces_are_only_faster(text, start, markdown):
    start = min(start, len(text))
    slow = slowly._normalised(text, start, len(text), markdown=markdown)
    assert normalise(text, start, len(text), markdown=markdown) == slow
