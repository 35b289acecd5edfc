"""`takes_up`: sentences that take up what the headers list, and the words of the topics in what a rule says."""

import pytest

from notelint.drafts.keys import LIST_KEYS
from notelint.matching.trace import trace
from notelint.types import Listed

from .build import S, compiled, marked, note, report

TALKED = {"topics": "the new ticket gates", "position": "Head of Gates"}
TICKETS = S("I/PRON bought/buy/VERB two/NUM tickets/ticket/NOUN ,", {"who": "writer"})
TOLD = S("You/PRON showed/show/VERB the/DET ticket gate/NOUN .", {"who": "reader", "frame": "reported"})


def test_every_key_is_a_list_of_the_headers():
    assert set(Listed.__args__) <= set(LIST_KEYS)


@pytest.mark.parametrize(
    ("pattern", "headers", "sentences", "expected"),
    [
        pytest.param("takes_up: topics", TALKED, [TICKETS], ["tickets"], id="a word of it, in another form"),
        pytest.param("takes_up: topics, frame: any", TALKED, [TICKETS, TOLD], ["tickets", "ticket"], id="each sentence"),
        pytest.param("takes_up: topics", TALKED, [TOLD], [], id="reported words are not the writer's"),
        pytest.param("takes_up: topics, mark: clause", TALKED, [TICKETS], ["I bought two tickets,"], id="marked"),
        pytest.param("takes_up: topics, act: question", TALKED, [TICKETS], [], id="another act"),
        pytest.param("takes_up: topics", {"topics": "the new ticket gates"}, ["ticket and gate ."], ["ticket and gate"], id="from the first word to the last"),
        pytest.param("takes_up: topics", TALKED, ["The/DET gate ."], [], id="a word of the position tells nothing"),
        pytest.param("takes_up: topics", {"topics": "relocation"}, ["happy to move"], ["happy to move"], id="in other words"),
        pytest.param("takes_up: topics", TALKED, ["Nothing new ."], [], id="words that tell nothing"),
        pytest.param("takes_up: topics", {"concerns": "tickets"}, [TICKETS], [], id="listed elsewhere"),
        pytest.param("takes_up: [topics, concerns]", {"concerns": "tickets"}, [TICKETS], ["tickets"], id="any of several keys"),
        pytest.param("takes_up: topics", {"topics": ""}, [TICKETS], [], id="nothing listed"),
        pytest.param("takes_up: topics", {}, [TICKETS], [], id="no headers"),
        pytest.param("takes_up: topics", TALKED, [S("ticket", region="signature")], [], id="outside of the rule's zones"),
        pytest.param("all: [two, {takes_up: topics}]", TALKED, [TICKETS], ["two tickets"], id="within all"),
        pytest.param("words: two, unless: [{takes_up: topics}]", TALKED, [TICKETS, "two"], ["two"], id="within unless"),
        pytest.param("all: [two, {not: {takes_up: topics}}]", TALKED, [TICKETS, "two"], ["two"], id="within not"),
    ],
)  # fmt: skip
def test_takes_up(pattern, headers, sentences, expected):
    assert marked(f"forbid: [{{{pattern}}}]", note(*sentences, headers=headers)) == expected


def test_a_trace_shows_the_words():
    found = trace("rule-under-test", note(TICKETS, TOLD, headers=TALKED), compiled("forbid: [{takes_up: topics}]"))
    shown = [([one.text for one in each.decisions], [one.stopped for one in each.near]) for each in found.sentences]
    assert shown == [(["tickets"], []), ([], ["frame is reported"])]


SPEAKING = """
require: [nobody]
missing:
  message: "Nothing is about {conversation}."
  zone: body
  insert: ["What you said about {topic} stayed with me."]
"""


@pytest.mark.parametrize(
    ("headers", "message", "offered", "slots"),
    [
        ({}, "Nothing is about your conversation.", "[a topic of your conversation]", ("a topic of your conversation",)),
        ({"topics": ""}, "Nothing is about your conversation.", "[a topic of your conversation]", ("a topic of your conversation",)),
        ({"topics": "the gates."}, "Nothing is about your conversation about the gates.", "the gates", ()),
    ],
)  # fmt: skip
def test_a_rule_names_what_was_talked_about(headers, message, offered, slots):
    (violation,) = report(SPEAKING, note("One .", headers=headers)).violations
    (suggestion,) = violation.suggestions
    assert violation.message == message
    assert (suggestion.text, suggestion.slots) == (f"What you said about {offered} stayed with me.", slots)
