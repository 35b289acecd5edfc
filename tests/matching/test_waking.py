"""What wakes a pattern in a sentence: its words, its zone, and the slots of one of its clauses."""

import pytest

from notelint.matching.find import Finder
from notelint.matching.waking import Needs

from .build import S, compiled, note

WORDS = """
trade: [baker, sous chef]
office: ["<trade> <trade>"]
"""
STATED, ASKED = {"who": "writer", "act": "statement"}, {"who": "reader", "act": "question"}


@pytest.mark.parametrize(
    ("pattern", "sentence", "wakes"),
    [
        pytest.param('"bread|butter"', "fresh butter", True, id="a word of several"),
        pytest.param('"bread|butter"', "fresh milk", False, id="none of them"),
        pytest.param('"bake"', "baked/bake/VERB", True, id="a lemma"),
        pytest.param('"=bake"', "baked/bake/VERB", False, id="a form"),
        pytest.param('"<office>"', "baker", True, id="a word of a class within a class"),
        pytest.param('"<office>"', "butcher", False, id="no word of a class"),
        pytest.param('"NUM"', "three/NUM", True, id="a part of speech"),
        pytest.param('"NUM"', "three", False, id="another part of speech"),
        pytest.param('"NOUN"', "Ada/PROPN", True, id="a name is a noun"),
        pytest.param('{all: ["bread", "butter"]}', "bread", False, id="one of two words"),
        pytest.param('{all: ["bread", "butter"]}', "bread and butter", True, id="two of two words"),
        pytest.param('{all: ["bread", "butter"], within: draft}', "bread", True, id="the other may be anywhere"),
        pytest.param('{all: ["bread", {not: "butter"}]}', "bread", True, id="what must not be there"),
        pytest.param('{any: ["bread", "butter"]}', "butter", True, id="any of two"),
        pytest.param('{any: ["bread", "butter"]}', "milk", False, id="none of two"),
        pytest.param('{words: "bread", then: {words: "butter"}}', "bread", False, id="nothing comes after it"),
        pytest.param('{words: "bread", in: [greeting]}', "bread", False, id="another zone"),
        pytest.param('{words: "bread", in: [opening]}', "bread", True, id="the opening"),
        pytest.param('{words: "bread", act: question}', S("bread", STATED), False, id="another act"),
        pytest.param("{clause: {who: writer}}", S("bread", STATED), True, id="a clause"),
        pytest.param("{clause: {who: writer, act: question}}", S("bread || milk", STATED, ASKED), False, id="of two"),
        pytest.param("{clause: {modal: none}}", S("bread", {"modal": "dare"}), False, id="a rare modal verb"),
        pytest.param('{any: [{regex: "bread"}, "butter"]}', "milk", True, id="an expression says nothing of words"),
    ],
)  # fmt: skip
def test_wakes(pattern, sentence, wakes):
    made = compiled(f"forbid:\n  - {pattern}", words=WORDS)
    (rule,) = made.rules.values()
    assert any(Finder(note(sentence), made).asked(rule.asked)) is wakes


def test_what_meets_nothing_is_remembered_within_bounds(monkeypatch):
    monkeypatch.setattr("notelint.matching.waking._MOST", 2)
    needs = Needs({"a": b"\1\0\0\0"})
    assert [needs[key] for key in ("a", "b", "c", "d", "a")] == [2, 0, 0, 0, 2]
    assert sorted(needs) == ["a", "b"]
