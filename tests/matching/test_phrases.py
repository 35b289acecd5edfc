"""Token phrases: every element, where it hits and where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.errors import RuleError
from notelint.matching.phrases import parse

from .build import S, compiled, marked, note, report, split

CLASSES = """
topic: [feedback, "constructive *1 word", review]
kind-word: ["<topic>", verdict]
day: [=monday, =friday]
may: ["<day>", "NUM day?"]
"""

ASK = "Could/can/AUX you/PRON give/VERB me/PRON some/DET honest/ADJ feedback on/ADP Friday/PROPN ?"

CASES = [
    ("lemma", ["can you"], ASK, ["Could you"]),
    ("form", ["could you"], ASK, ["Could you"]),
    ("other word", ["may you"], ASK, []),
    ("form only", ["=could"], ASK, ["Could"]),
    ("form only is no lemma", ["=can"], ASK, []),
    ("capitals do not matter", ["FRIDAY"], ASK, ["Friday"]),
    ("alternatives", ["may|can|shall you"], ASK, ["Could you"]),
    ("alternative forms", ["=might|could you"], ASK, ["Could you"]),
    ("words must be adjacent", ["give feedback"], ASK, []),
    ("gap", ["give *3 feedback"], ASK, ["give me some honest feedback"]),
    ("gap too short", ["give *2 feedback"], ASK, []),
    ("gap may be empty", ["could *3 you"], ASK, ["Could you"]),
    ("two gaps", ["could *2 me *2 feedback"], ASK, ["Could you give me some honest feedback"]),
    ("part of speech", ["ADJ feedback"], ASK, ["honest feedback"]),
    ("a proper noun is a noun", ["on NOUN"], ASK, ["on Friday"]),
    ("a noun is no proper noun", ["PROPN on"], ASK, []),
    ("WORD", ["WORD ?"], ASK, ["Friday?"]),
    ("WORD is no mark", ["friday WORD"], ASK, []),
    ("CAP", ["on CAP"], ASK, ["on Friday"]),
    ("CAP needs a capital", ["some CAP"], ASK, []),
    ("optional, there", ["some honest? feedback"], ASK, ["some honest feedback"]),
    ("optional, absent", ["give very? me"], ASK, ["give me"]),
    ("optional at the end", ["honest feedback? very?"], ASK, ["honest feedback"]),
    ("class", ["<topic>"], ASK, ["feedback"]),
    ("class in a phrase", ["some *1 <topic> on"], ASK, ["some honest feedback on"]),
    ("class in a class", ["honest <kind-word>"], ASK, ["honest feedback"]),
    ("class at the start", ["<topic> *1 <day>"], ASK, ["feedback on Friday"]),
    ("classes only", ["<day>"], ASK, ["Friday"]),
    ("class that does not hit", ["<day> feedback"], ASK, []),
    ("optional class", ["honest <day>? feedback"], ASK, ["honest feedback"]),
    ("gap inside a class entry", ["some <topic>"], "some/DET constructive/ADJ honest/ADJ word", ["some constructive honest word"]),
    ("part of speech minus a class", ["ADJ NOUN-<topic>"], "honest/ADJ feedback and/CCONJ honest/ADJ advice", ["honest advice"]),
    ("several phrases", ["some honest", "on friday"], ASK, ["some honest", "on Friday"]),
    ("repeated", ["me"], "tell/VERB me/PRON , tell/VERB me/PRON", ["me", "me"]),
    ("a contraction is two tokens", ["can't wait"], "I/PRON ca/can/AUX n't/not/PART wait/VERB", ["can't wait"]),
    ("a contraction, as the tokenizer cuts it", ["couldn't wait"], "I/PRON could/AUX n't/not/PART wait/VERB", ["couldn't wait"]),
    ("a contraction among alternatives", ["couldn't|might wait"], "I/PRON might/AUX wait/VERB", ["might wait"]),
    ("a hyphen is a token", ["part-time"], "a/DET part - time/NOUN job", ["part-time"]),
    ("a question mark alone", ["friday ?"], ASK, ["Friday?"]),
    ("a plus sign alone is a word", ["a + b"], "a/DET +/SYM b", ["a + b"]),
]  # fmt: skip


@pytest.mark.parametrize(("phrases", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_phrase(phrases, text, expected):
    listed = ", ".join(f'"{phrase}"' for phrase in phrases)
    assert marked(f"forbid: [{{words: [{listed}]}}]", note(text), CLASSES) == expected


def test_a_phrase_does_not_cross_a_sentence():
    assert marked('forbid: ["honest *3 feedback"]', note("be/AUX honest/ADJ .", "feedback helps/VERB .")) == []


def test_a_class_does_not_cross_a_sentence():
    text = note("I/PRON was/be/AUX honest/ADJ", "feedback helps/VERB")
    assert marked('forbid: ["honest <topic>"]', text, CLASSES) == []
    assert marked('forbid: ["<topic> helps"]', note("some/DET feedback", "feedback helps/VERB"), CLASSES) == [
        "feedback helps"
    ]


def test_a_shouted_word():
    assert marked('forbid: ["SHOUT"]', note("I/PRON REALLY/ADV mean/VERB it/PRON")) == ["REALLY"]


def test_overlapping_hits_of_one_rule_are_one_violation():
    assert marked('forbid: ["give me", "me some", "honest"]', note(ASK)) == ["give me some", "honest"]


@pytest.mark.parametrize(
    ("phrase", "kinds"),
    [
        ("thank you", [["word", "word"]]),
        ("a|b *2 =c", [["word", "gap", "form"]]),
        ("<x> NOUN", [["class", "pos"]]),
        ("don't", [["word", "word"]]),
        ("can|don't", [["word"], ["word", "word"]]),
        ("*", [["word"]]),
        ("?", [["word"]]),
        ("", []),
    ],
)
def test_parse(phrase, kinds):
    assert [[element.kind for element in sequence] for sequence in parse(phrase, split)] == kinds


VOCABULARY = ["feedback", "some", "honest", "you", "give", "on", "friday"]
ELEMENTS = st.sampled_from([*VOCABULARY, "=give", "some|on", "*2", "NOUN", "<topic>", "<day>", "you?"])


@given(st.lists(ELEMENTS, min_size=1, max_size=4), st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=8))
def test_phrases_hit_where_trying_every_place_hits(elements, words):
    """The index by the rarest word finds what plain backtracking finds."""
    if all(element.startswith("*") or element.endswith("?") for element in elements):
        return
    sentence = S(" ".join(words))
    rules = compiled(f'forbid: ["{" ".join(elements)}"]', words=CLASSES)
    from notelint.matching.find import Finder

    node = rules.rules["rule-under-test"].forbid[0]
    found = {(hit.first, hit.last) for hit in Finder(note(sentence), rules).at(node, 0)}
    assert found == {
        (start, end) for start in range(len(words)) for end in _tried(elements, words, start) if end > start
    }


def _tried(elements, words, at):
    if not elements:
        return {at}
    first, *rest = elements
    optional = first.endswith("?")
    name = first.rstrip("?")
    here = words[at] if at < len(words) else None
    if name[0] == "*":
        return {end for to in range(at, min(at + int(name[1:]), len(words)) + 1) for end in _tried(rest, words, to)}
    allowed = {"<topic>": {"feedback"}, "<day>": {"friday"}, "NOUN": set(VOCABULARY)}.get(
        name, set(name.lstrip("=").split("|"))
    )
    ends = _tried(rest, words, at + 1) if here in allowed else set()
    return ends | (_tried(rest, words, at) if optional else set())


def test_the_report_is_the_same_each_time():
    rules = ['forbid: ["give me", "<topic>", "could you"]']
    assert report(rules, note(ASK), CLASSES) == report(rules, note(ASK), CLASSES)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        pytest.param('forbid: [{words: "' + " ".join(["can't|won't"] * 20) + '"}]', "stands for more than", id="alternatives of several tokens"),
        pytest.param('forbid: [{clause: {does: "<a> <a> <a>"}}]', "use fewer classes", id="classes of many phrases"),
    ],
)  # fmt: skip
def test_what_would_take_all_memory_is_refused(rule, words):
    many = "a: [" + ", ".join(f"word{at} of mine" for at in range(200)) + "]\n"
    with pytest.raises(RuleError, match=words):
        compiled(rule, words=many)
