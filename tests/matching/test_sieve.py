"""The sieve: in which sentences a phrase may occur, asked for all at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.matching.sieve import Sieve

WORDS = st.sampled_from(["a", "b", "c", "d", "e", "f", "g"])
NEED = st.frozensets(WORDS, max_size=4)
SENTENCE = st.sets(WORDS)


@given(st.lists(st.lists(NEED, max_size=4), max_size=12), st.lists(SENTENCE, max_size=5))
def test_what_is_left_is_what_meets_each_need(needs, sentences):
    expected = [
        [number for number, each in enumerate(needs) if not any(need.isdisjoint(sentence) for need in each)]
        for sentence in sentences
    ]
    assert Sieve(needs).sift(sentences) == expected


@given(st.lists(NEED, min_size=5, max_size=9), SENTENCE)
def test_of_many_needs_some_may_be_left_unasked(needs, sentence):
    if not any(need.isdisjoint(sentence) for need in needs):
        assert Sieve([needs]).sift([sentence]) == [[0]]


@pytest.mark.parametrize(
    ("needs", "sentences", "found"),
    [
        pytest.param([[frozenset("a")]], [], [], id="no sentence"),
        pytest.param([], [{"a"}], [[]], id="no phrase"),
        pytest.param([[], [frozenset("a")]], [{"a"}, {"b"}, set()], [[0, 1], [0], [0]], id="one that needs nothing"),
        pytest.param([[frozenset("ab"), frozenset("c")]], [{"a"}, {"b", "c"}], [[], [0]], id="alternatives"),
    ],
)
def test_edges(needs, sentences, found):
    assert Sieve(needs).sift(sentences) == found
