"""The tokenizer's expressions: in ASCII the small ones find what the whole ones find."""

import pickle
import re
from pathlib import Path

import pytest
import srsly
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.language import affixes, model

LETTERS = sorted((Path(__file__).parents[1] / "letters").glob("*.txt"))
WRITTEN = srsly.msgpack_loads((model.load().path / "tokenizer").read_bytes())
WORDS = st.text(st.sampled_from("abzAZ019.,:;!?'\"-/()[]<>@#$%&*+=_~`|\\^{}"), max_size=14)
LINKS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["http://", "https://www.", "mail@", ""]),
    st.sampled_from(["example.com", "example.co.uk", "10.0.0.1", "a-b.example.org:80", "localhost"]),
    WORDS,
)
ROWS = [
    (r"a+|b", r"a+|b"),
    (r"…+|b", r"…+|b"),
    (r"[a\u00e9]", r"[a]"),
    (r"[aé]", r"[a]"),
    (r"[\u00e9-\u00ff]", r"[\x80]"),
    (r"[^\u00e9]", r"[^\x80]"),
    (r"[a-\u00ff]", r"[a-\x7f]"),
    (r"[\u0041-\u005A\U0001F600]", r"[\u0041-\u005A]"),
    (r"[\s\d\u00e9-]", r"[\s\d\-]"),
    (r"[]é]", r"[\]]"),
    (r"[^]é]", r"[^\]]"),
    (r"\[é[|é|]", r"\[é[\|\|]"),
    (r"(?<=[a-z\u00df])\.(?=[A-Z])", r"(?<=[a-z])\.(?=[A-Z])"),
]


@pytest.mark.parametrize(("expression", "small"), ROWS, ids=[row[0] for row in ROWS])
def test_sets_are_left_without_what_is_not_ascii(expression, small):
    assert affixes.in_ascii(expression) == small


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", affixes.METHODS)
def test_what_is_left_compiles_and_is_short(name):
    small = affixes.in_ascii(WRITTEN[name])
    re.compile(small)
    assert len(small) < len(WRITTEN[name]) / 2


def spans(found):
    return None if found is None else found.span() if hasattr(found, "span") else [match.span() for match in found]


def same(word):
    for name, method in affixes.METHODS.items():
        quick, whole = affixes.Quick(WRITTEN[name], method), getattr(re.compile(WRITTEN[name]), method)
        assert spans(quick(word)) == spans(whole(word)), (name, word)


@settings(deadline=None)  # the first compiles the expressions
@given(st.one_of(WORDS, LINKS))
def test_any_word_in_ascii_is_cut_as_by_the_whole_expressions(word):
    same(word)


def test_so_are_the_words_of_letters_in_whatever_script():
    for word in {word for path in LETTERS for word in path.read_text(encoding="utf-8", errors="replace").split()}:
        same(word)


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        pytest.param(r"(?i)[\u017f]", "case", id="a long s is an s where the case does not count"),
        pytest.param(r"a(?si:[\u017f])", "case", id="likewise in a group"),
        pytest.param(r"[a", "not closed", id="a set without an end"),
    ],
)
def test_what_cannot_be_told_is_said(expression, said):
    with pytest.raises(ValueError, match=said):
        affixes.in_ascii(expression)


def test_the_whole_expression_is_compiled_when_a_word_needs_it():
    found = affixes.Quick("[aé]$", "search")
    assert spans(found("the")) is None
    assert spans(found("café")) == (3, 4)


def test_the_tokenizer_is_written_out_and_read_again_as_any(tmp_path):
    tokenizer, text = model.load().tokenizer, "Don't e-mail me@example.com (again)."
    again = pickle.loads(pickle.dumps(tokenizer))
    assert [token.text for token in again(text)] == [token.text for token in tokenizer(text)]
    tokenizer.to_disk(tmp_path / "tokenizer")
    written = srsly.msgpack_loads((tmp_path / "tokenizer").read_bytes())
    assert {name: written[name] for name in affixes.METHODS} == {name: WRITTEN[name] for name in affixes.METHODS}
