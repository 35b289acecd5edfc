"""How the hits of regular expressions begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.catalogue.beginnings import beginnings

LENGTH = 3


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("thank you", {"tha"}),
        ("thanks|cheers", {"tha", "che"}),
        ("me", {"me"}),
        ("me|mend", {"me", "men"}),
        ("e-?mail", {"e-m", "ema"}),
        ("an? day", {"a d", "an "}),
        ("(?:re)?send", {"res", "sen"}),
        ("(?:our|my) talk", {"our", "my "}),
        ("follow[ -]?up", {"fol"}),
        ("a[bc]d", {"abd", "acd"}),
        (r"\d+ days", {"0"}),
        (r"no\b", {"no"}),
        (r"no\w*", {"no"}),
        ("(?<!if )no news", {"no "}),
        ("no(?! news)t", {"not"}),
        ("(?:so ){1,2}glad", {"so "}),
        ("(?:so ){0,2}glad", {"so ", "gla"}),
        ("x+y", {"x"}),
        ("x*y", {"x", "y"}),
        (r"\.txt", {".tx"}),
    ],
)
def test_a_hit_begins_with_one_of(expression, found):
    assert beginnings(expression, LENGTH) == found


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param(r"\w+n't", id="any-word"),
        pytest.param(".x", id="any-character"),
        pytest.param("[^a]b", id="any-but-one"),
        pytest.param("[a-z]b", id="a-range"),
        pytest.param("a?", id="nothing"),
        pytest.param("(?:yes|)", id="an-empty-alternative"),
        pytest.param("(a)\\1", id="a-group-again"),
        pytest.param("(?P<name>a)", id="a-name"),
        pytest.param("(?i:a)", id="a-flag"),
        pytest.param(r"\x41", id="a-number"),
    ],
)
def test_nobody_can_say(expression):
    assert beginnings(expression, LENGTH) is None


LETTERS = st.sampled_from("abc")
PARTS = st.recursive(
    st.one_of(LETTERS, st.sampled_from(["[ab]", ".", r"\w", "a?", "b*", "c+", "(?!a)", r"\b"])),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"(?:{part})?"),
    ),
    max_leaves=8,
)


@given(PARTS, st.text("abc ", max_size=8))
def test_no_hit_begins_otherwise(expression, text):
    found = beginnings(expression, LENGTH)
    for match in re.finditer(expression, text):
        assert found is None or any(text.startswith(start, match.start()) for start in found)
