"""Which parts of a sentence are weighed by themselves, and what that makes the sentence weigh."""

import pytest

from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching.engine import judge
from notelint.matching.parts import parts
from notelint.matching.trace import trace
from notelint.matching.weight_index import index
from notelint.matching.weights import Scales
from notelint.types import Weights

from .build import compiled, rule

JOINED = "I enjoyed the talk, and the lift was broken again."
INSIDE = "while nobody there had expected me at all"
ASIDE = f"Thank you for the tour of the harbour, which I had only seen once from the ferry, {INSIDE}."
LETTER = "Dear Ms Cope,\n\n{}\n\nKind regards,\nJo\n"
LEARNED = {"moan": Weights(-8.0, {"nobody": 10.0, "ferry": 0.1})}


def sentence(text):
    return next(
        each for each in analyse(from_text(LETTER.format(text), "draft.txt")).sentences if each.region == "body"
    )


def words(text):
    found = sentence(text)
    return [" ".join(found.tokens[i].text for i in sorted(part)) for part in parts(found)]


@pytest.mark.parametrize(
    ("text", "some"),
    [
        pytest.param("Thank you for the tour.", [], id="one clause has no parts"),
        pytest.param("I hope that you are well.", [], id="nor has a short sentence with one under it"),
        pytest.param(
            JOINED, ["I enjoyed the talk , and .", "the lift was broken again"], id="main clauses that “and” joins"
        ),
        pytest.param(
            ASIDE,
            [INSIDE, "which I had only seen once from the ferry"],
            id="in a long sentence each clause",
        ),
    ],
)
def test_the_parts_of_a_sentence(text, some):
    found = words(text)
    assert len(found) == len(set(found))
    assert bool(found) is bool(some)
    assert all(any(wanted.rstrip(" .") in part for part in found) for wanted in some)


def test_no_part_is_nearly_the_whole_sentence():
    found = sentence(ASIDE)
    assert all(len(part) <= len(found.tokens) - 3 for part in parts(found))


def weight(learned, text, requiring=()):
    found = sentence(text)
    analysis = analyse(from_text(LETTER.format(text), "draft.txt"))
    return Scales(index(learned, requiring), analysis.sentences).weight(found, "moan")


def test_a_sentence_weighs_what_its_heaviest_part_does_but_for_a_discount():
    whole = weight(LEARNED, ASIDE, requiring={"moan"})  # of a rule that requires a sentence is weighed as a whole
    alone = weight(LEARNED, "While nobody there had expected me at all.")
    assert whole < weight(LEARNED, ASIDE) == pytest.approx(alone - 2.0, abs=0.5)


def test_a_sentence_that_weighs_more_as_a_whole_weighs_that():
    light = {"moan": Weights(5.0, {"nobody": -3.0})}
    assert weight(light, ASIDE) == weight(light, ASIDE, requiring={"moan"})


def test_the_words_of_the_part_are_reported_and_explained():
    made = compiled(rule("forbid: [{weighs: moan, at_least: -2}]\n", "moan"), weights=LEARNED)
    analysis = analyse(from_text(LETTER.format(ASIDE), "draft.txt"))
    (violation,) = judge(analysis, made).violations
    assert analysis.draft.slice(violation.span) == INSIDE
    (decision,) = (
        decision for each in trace("moan", analysis, made).sentences for decision in each.decisions if decision.weighed
    )
    assert "nobody" in decision.weighed
    assert "ferry" not in decision.weighed


def test_it_is_explained_by_that_part_whatever_it_weighs():
    analysis = analyse(from_text(LETTER.format(ASIDE), "draft.txt"))
    for tenths in range(100, 200):
        scales = Scales(index({"moan": Weights(-8.0, {"nobody": tenths / 10, "ferry": 0.1})}), analysis.sentences)
        assert [feature for feature, _ in scales.telling(sentence(ASIDE), "moan")] == ["nobody"]


@pytest.mark.parametrize(
    ("subject", "speaks"), [("Nobody there again", True), ("The interview on Friday", False)], ids=["heavy", "light"]
)
def test_a_subject_of_a_few_words_is_weighed(subject, speaks):
    made = compiled(rule("forbid: [{weighs: moan, at_least: -2}]\n", "moan"), weights=LEARNED)
    draft = from_text(f"---\nsubject: {subject}\n---\n{LETTER.format('Thank you for the tour.')}", "draft.txt")
    assert bool(judge(analyse(draft), made).violations) is speaks


def test_a_heading_of_the_same_words_in_the_body_is_not():
    made = compiled(rule("forbid: [{weighs: moan, at_least: -2}]\n", "moan"), weights=LEARNED)
    assert judge(analyse(from_text(LETTER.format("Nobody there again"), "draft.txt")), made).violations == ()
