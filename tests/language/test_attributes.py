"""Part of speech, morphology and lemma are those of the model's own attribute ruler and lemmatizer."""

import pytest
import spacy

from notelint.language import attributes, model

SEEN = ["ORTH", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]


def loaded():
    return spacy.load(model.DEFAULT, exclude=["ner", "senter"])


@pytest.fixture(scope="module")
def plain():
    return loaded()


@pytest.fixture(scope="module")
def ours():
    nlp = loaded()
    attributes.take_over(nlp)
    return nlp


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Thank you for the tour of the mill; I liked it.", id="a plain sentence"),
        pytest.param("There's a hitch, and there were others.", id="a relation and the word after it"),
        pytest.param("Let's talk, y'all; I'm gonna wait, I've gotta.", id="two tokens that are one word"),
        pytest.param("It ain't so, and she ain’t nt coming.", id="an expression for the second of two"),
        pytest.param("Somethin' ol', nothin' and nuthin' is doin' 'em.", id="an expression for a word"),
        pytest.param("He gets it, she got it, they do it, did he?", id="a word and its tag"),
        pytest.param("Two  blanks, a\ttab and\n\na line", id="white space"),
        pytest.param("  ", id="white space alone"),
        pytest.param("GETS Gets gets GOT", id="case counts for the lemma, not for the ruler"),
        pytest.param("Their kubernetters flurbed the xylozone's glims.", id="words that nobody knows"),
    ],
)
@pytest.mark.parametrize("again", [False, True], ids=["asked", "kept"])
def test_each_token_is_as_the_model_has_it(text, again, plain, ours):
    if again:
        ours(text)
    assert ours(text).to_array(SEEN).tolist() == plain(text).to_array(SEEN).tolist()


def test_a_word_before_and_after_it_was_met_in_a_longer_pattern(plain, ours):
    texts = ["There was rain.", "It was rain.", "There was rain.", "Let us go.", "Let's go.", "Let us go."]
    for theirs, found in zip(plain.pipe(texts), ours.pipe(texts), strict=True):
        assert found.to_array(SEEN).tolist() == theirs.to_array(SEEN).tolist()


def test_what_is_kept_stays_bounded(monkeypatch, plain):
    monkeypatch.setattr(attributes, "_MOST", 5)
    nlp = loaded()
    attributes.take_over(nlp)
    text = "The mill that you showed me on Tuesday makes paper out of rags and water."
    assert nlp(text).to_array(SEEN).tolist() == plain(text).to_array(SEEN).tolist()
    assert len(nlp.get_pipe("notelint_attributes")._kept) <= 5


def add(pattern, attrs):
    """A model whose ruler has one pattern more."""
    nlp = loaded()
    nlp.get_pipe("attribute_ruler").add([pattern], attrs)
    return nlp


def moved():
    nlp = loaded()
    nlp.add_pipe("sentencizer")
    return nlp


def overwriting():
    nlp = loaded()
    nlp.get_pipe("lemmatizer").overwrite = True
    return nlp


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda: add([{"SHAPE": "Xxx"}], {"POS": "X"}), id="a pattern looks at another attribute"),
        pytest.param(lambda: add([{"LOWER": "a", "OP": "+"}], {"POS": "X"}), id="a pattern repeats a token"),
        pytest.param(lambda: add([{"LOWER": {"FUZZY": "good"}}], {"POS": "X"}), id="a word is named in another way"),
        pytest.param(lambda: add([{"LOWER": "good"}], {"NORM": "x"}), id="another attribute is set"),
        pytest.param(moved, id="the two are not the last"),
        pytest.param(overwriting, id="the lemmatizer has the last word"),
    ],
)
def test_a_model_of_another_kind_is_left_alone(other):
    nlp = other()
    names = list(nlp.pipe_names)
    with pytest.raises(ValueError, match=r"\w"):
        attributes.take_over(nlp)
    assert nlp.pipe_names == names
