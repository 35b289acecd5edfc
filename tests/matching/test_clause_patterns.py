"""Clause patterns and the gates of clauses: slots, predicate, about, act, frame, polarity, modal, time."""

import pytest

from .build import S, marked, note

ASK = S(
    "Could/can/AUX you/PRON give/VERB me/PRON feedback on/ADP my/PRON talk ?",
    {"who": "reader", "act": "request", "modal": "can", "time": "future"},
)
WHOLE = "Could you give me feedback on my talk"

SLOTS = [
    ("who", "{who: reader}", True),
    ("another who", "{who: writer}", False),
    ("one of several", "{who: [writer, reader]}", True),
    ("act", "{act: request}", True),
    ("another act", "{act: [statement, question]}", False),
    ("modal", "{modal: can}", True),
    ("another modal", "{modal: must}", False),
    ("no modal", "{modal: none}", False),
    ("time", "{time: [past, future]}", True),
    ("another time", "{time: past}", False),
    ("polarity", "{polarity: positive}", True),
    ("another polarity", "{polarity: negative}", False),
    ("frame", "{frame: own}", True),
    ("another frame", "{frame: reported}", False),
    ("does: the head", "{does: give}", True),
    ("does: an object after the head", "{does: give feedback}", True),
    ("does: the object alone is not the core", "{does: feedback}", False),
    ("does: order counts", "{does: feedback give}", False),
    ("does: the verbs before the head", "{does: can give}", True),
    ("does: alternatives", "{does: take|give}", True),
    ("does: one of several", "{does: [take, give]}", True),
    ("does: a class", '{does: "<hand>"}', True),
    ("does: a class and more", '{does: "<hand> feedback"}', True),
    ("does: a phrase of a class", '{does: "<grant>"}', True),
    ("does: another class", '{does: "<want>"}', False),
    ("does: a gap is nothing", "{does: give *2 feedback}", True),
    ("does: optional", "{does: give kindly? feedback}", True),
    ("does: a part of speech", "{does: VERB feedback}", True),
    ("does: a part of speech minus a class", '{does: "VERB-<hand>"}', False),
    ("does: form only", '{does: "=can give"}', False),
    ("about", "{about: feedback}", True),
    ("about: a phrase", "{about: my talk}", True),
    ("about: one of several", "{about: [salary, talk]}", True),
    ("another about", "{about: salary}", False),
    ("all of it", "{who: reader, does: give, about: feedback, act: request, polarity: positive}", True),
    ("all but one", "{who: reader, does: give, about: salary, act: request}", False),
]
CLASSES = "hand: [give, hand]\nwant: [want]\ngrant: [grant, give feedback]\n"


@pytest.mark.parametrize(("slots", "hits"), [case[1:] for case in SLOTS], ids=[case[0] for case in SLOTS])
def test_slots(slots, hits):
    assert marked(f"forbid: [{{clause: {slots}}}]", note(ASK), CLASSES) == ([WHOLE] if hits else [])


@pytest.mark.parametrize(
    ("does", "hits"),
    [("sorry", True), ("be sorry", True), ("not sorry", True), ("sorry be", False), ("am", True), ("late", False)],
)
def test_with_a_copula_any_word_of_the_predicate_is_its_core(does, hits):
    text = note(
        S("I/PRON am/be/AUX not/PART sorry/ADJ || that/SCONJ we/PRON met/meet/VERB late/ADV", {"who": "writer"})
    )
    assert bool(marked(f"forbid: [{{clause: {{who: writer, does: {does}}}}}]", text)) is hits


TWO = S(
    "You/PRON said/say/VERB || that/SCONJ my/PRON pay was/be/AUX low/ADJ , and/CCONJ",
    {"who": "reader"},
    {"who": "third"},
)


def test_the_span_is_from_the_first_to_the_last_own_token_without_edges():
    assert marked("forbid: [{clause: {who: third}}]", note(TWO)) == ["that my pay was low"]


def test_about_reaches_into_the_clauses_below_but_not_up():
    assert marked("forbid: [{clause: {who: reader, about: pay}}]", note(TWO)) == ["You said"]
    assert marked("forbid: [{clause: {who: third, about: said}}]", note(TWO)) == []


GATED = S(
    "I/PRON ask/VERB || what/PRON feedback you/PRON gave/give/VERB",
    {"who": "writer", "act": "statement"},
    {"who": "reader", "act": "question", "polarity": "negative", "frame": "reported"},
)
GATES = [
    ("no gate, but reported", "", False),
    ("any frame", "frame: any", True),
    ("its frame", "frame: reported", True),
    ("one of its frames", "frame: [own, reported]", True),
    ("own frame", "frame: own", False),
    ("act of the clause of the first token", "frame: any, act: question", True),
    ("act of another clause", "frame: any, act: statement", False),
    ("polarity", "frame: any, polarity: negative", True),
    ("another polarity", "frame: any, polarity: positive", False),
    ("region", "frame: any, in: [body]", True),
    ("opening", "frame: any, in: [opening]", True),
    ("another region", "frame: any, in: [postscript]", False),
]


@pytest.mark.parametrize(("gate", "hits"), [case[1:] for case in GATES], ids=[case[0] for case in GATES])
def test_gates_of_words(gate, hits):
    pattern = f"{{words: [feedback], {gate}}}"
    assert marked(f"forbid: [{pattern}]", note(GATED)) == (["feedback"] if hits else [])


@pytest.mark.parametrize(
    ("frame", "default"), [("own", True), ("hypothetical", True), ("reported", False), ("quoted", False)]
)
def test_the_default_frame(frame, default):
    text = note(S("they/PRON gave/give/VERB feedback", {"frame": frame}))
    assert bool(marked("forbid: [feedback]", text)) is default
    assert bool(marked("forbid: [{clause: {does: give}}]", text)) is default
    assert bool(marked("forbid: [{clause: {does: give}, frame: any}]", text))
    assert bool(marked("forbid: [{clause: {does: give, frame: any}}]", text))
    assert bool(marked(f"forbid: [{{words: [feedback], frame: {frame}}}]", text))
    assert bool(marked("forbid: [{all: [they, feedback]}]", text)) is default


ZONED = (
    S("Dear/ADJ team", region="greeting"),
    S("First one"),
    S("Second one"),
    S("Third one", new=True),
    S("Bye one", region="closing"),
    S("Lee one", region="signature"),
    S("Late one", region="postscript"),
)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("", ["First one", "Second one", "Third one", "Bye one", "Late one"]),
        ("in: [body]", ["First one", "Second one", "Third one"]),
        ("in: [opening]", ["First one", "Second one"]),
        ("in: [signature, greeting]", ["Lee one"]),
        ("in: [closing]", ["Bye one"]),
        ("in: [postscript]", ["Late one"]),
    ],
)
def test_where_a_rule_looks(where, expected):
    assert marked(f'{where}\nforbid: ["WORD one"]', note(*ZONED)) == expected


def test_a_pattern_names_its_own_zones():
    rule = "in: [body]\nforbid: [{words: [lee one], in: [signature]}, {words: [first one]}, {words: [bye one]}]"
    assert marked(rule, note(*ZONED)) == ["First one", "Lee one"]
