"""What is asked or told in one breath with thanks is found: a sentence is not let off for the thanks in it."""

import pytest

from notelint.config import DEFAULT
from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching.engine import judge
from notelint.matching.parts import parts
from notelint.matching.rulebook import compiled

LETTER = "Dear Ms. Hale,\n\n{}\n\nKind regards,\nAmara Dell\n"
FAULTS = [
    (
        "no-feedback-requests",
        "Thank you for the tour and the coffee and for the talk, and could you let me know how I did?",
    ),
    ("no-negotiation", "It was lovely to meet the team, and by the way what does the job pay?"),
    ("no-desperation", "Thank you for the honest talk about winter shifts on Tuesday; I am desperate for this job."),
    ("no-overeagerness", "The talk about your orchard was a delight, and I can't wait to start on the first of May."),
    ("no-gifts", "Many thanks for the kind welcome and the lunch, and I am sending a bottle of wine to your office."),
    ("no-complaints", "I enjoyed the long talk about glazes, though the interview started forty minutes late."),
]
CLEAN = [
    "Thank you for the tour and the coffee and for the talk, and I hope that the second kiln arrives soon.",
    "It was lovely to meet the team, and by the way the rota on your wall is the best I have seen.",
    "Thank you for the honest talk about winter shifts on Tuesday; I am used to them from my years at sea.",
]


def spoken(sentence):
    report = judge(analyse(from_text(LETTER.format(sentence), "draft.txt")), compiled(DEFAULT))
    return {each.rule for each in report.violations if report.draft.position(each.span.start).line == 3}


@pytest.mark.parametrize(("rule", "sentence"), FAULTS)
def test_a_fault_beside_thanks_is_found(rule, sentence):
    assert rule in spoken(sentence)


@pytest.mark.parametrize("sentence", CLEAN)
def test_two_good_clauses_are_left_alone(sentence):
    assert not {rule for rule in spoken(sentence) if rule.startswith(("no-", "respect-"))}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Thank you for your time.", 0),
        ("Thank you for the tour of the yard and I am desperate for this job.", 2),
        ("I would be glad to send the figures that you need.", 0),
    ],
)
def test_parts_are_the_main_clauses_that_are_joined(sentence, found):
    (one,) = [
        each for each in analyse(from_text(LETTER.format(sentence), "draft.txt")).sentences if each.region == "body"
    ]
    made = parts(one)
    assert len(made) == found
    assert not made or sorted(i for part in made for i in part) == list(range(len(one.tokens)))
