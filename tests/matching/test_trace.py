"""Traces: what hit, what struck it out, what a gate stopped, why a rule does not look."""

import pytest

from notelint.errors import UsageError
from notelint.matching.trace import trace
from notelint.types import Weights

from .build import S, compiled, note, rule

ASK = S("Could/can/AUX you/PRON give/VERB me/PRON feedback", {"who": "reader", "act": "request", "modal": "can"})
TELL = S("You/PRON gave/give/VERB me/PRON feedback", {"who": "reader", "time": "past"})


def traced(body, *sentences, **fields):
    return trace("rule-under-test", note(*sentences, **fields), compiled(body))


def shown(decisions):
    return [(item.text, item.pattern.line, item.struck_by and item.struck_by.line, item.stopped) for item in decisions]


def test_a_hit_that_counts():
    (sentence,) = traced("forbid:\n  - cat\n  - feedback", ASK).sentences
    assert shown(sentence.decisions) == [("feedback", 10, None, "")]
    assert sentence.near == ()


def test_the_clauses_with_their_slots():
    (sentence,) = traced("forbid: [cat]", ASK).sentences
    slots = "who=reader  does=give feedback  act=request  frame=own  polarity=positive  modal=can  time=present"
    assert sentence.clauses == (f"{slots}  “Could you give me feedback”",)


@pytest.mark.parametrize(
    "body",
    ["forbid:\n  - words: [feedback]\n    unless:\n      - {words: [you]}", "forbid:\n  - feedback\n  - cat\nunless:\n  - {words: [you]}"],
    ids=["of the pattern", "of the rule"],
)  # fmt: skip
def test_an_unless_that_struck(body):
    (sentence,) = traced(body, ASK).sentences
    ((text, _, struck, _),) = shown(sentence.decisions)
    assert (text, struck) == ("feedback", 12 if "cat" in body else 11)


@pytest.mark.parametrize(
    ("pattern", "stopped"),
    [
        ("{words: [feedback], act: question}", "act is statement"),
        ("{words: [feedback], polarity: negative}", "polarity is positive"),
        ("{words: [feedback], frame: quoted}", "frame is own"),
        ("{words: [feedback], then: {words: [cat]}}", "no later clause fits its `then`"),
        ("{clause: {who: writer, does: give, time: future}}", "who is reader and time is past"),
        ("{clause: {does: give, modal: can}}", "modal is none"),
    ],
)
def test_a_gate_that_stopped(pattern, stopped):
    (sentence,) = traced(f"forbid: [{pattern}]", TELL).sentences
    assert sentence.decisions == ()
    assert [item.stopped for item in sentence.near] == [stopped]


def test_only_the_zones_of_the_rule():
    result = traced("in: [postscript]\nforbid: [feedback]", ASK, S("feedback", region="postscript"))
    assert [len(sentence.decisions) for sentence in result.sentences] == [0, 1]


@pytest.mark.parametrize(
    ("body", "fields", "note_"),
    [
        (
            "kinds: [reminder]\nseverity: {reminder: error}\nforbid: [cat]",
            {},
            "it does not run on a draft of kind thank-you",
        ),
        ("needs: [subject]\nforbid: [cat]", {}, "it needs `subject:` in the headers"),
        ("check: not-empty", {}, "it is a check (`not-empty`) and has no patterns to trace"),
        ("forbid: [cat]", {}, ""),
    ],
)
def test_why_it_does_not_look(body, fields, note_):
    assert traced(body, ASK, **fields).note == note_


def test_given():
    from .build import rule

    rules = compiled(rule("require: [thanks]", "gratitude"), rule("given: gratitude\nforbid: [cat]"))
    expected = "it speaks only when gratitude is satisfied, and it is not"
    assert trace("rule-under-test", note(ASK), rules).note == expected


def test_an_unknown_rule():
    with pytest.raises(UsageError, match="there is no rule `nothing`"):
        trace("nothing", note(ASK), compiled("forbid: [cat]"))


def test_a_weight_that_another_rule_outdoes():
    made = [
        rule(f"forbid:\n  - {{weighs: {name}, at_least: 0, confidence: low}}\n", name) for name in ("pay", "whining")
    ]
    weights = {"pay": Weights(1.0, {}), "whining": Weights(2.5, {})}
    decisions = [
        decision
        for name in ("pay", "whining")
        for sentence in trace(name, note(ASK), compiled(*made, weights=weights)).sentences
        for decision in sentence.decisions
    ]
    assert [(decision.outdone_by, decision.counts) for decision in decisions] == [("whining", False), ("", True)]
