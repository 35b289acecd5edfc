"""What wakes patterns never changes what is found: by the shipped rules, on notes of their own words."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from notelint.catalogue.load import read_all
from notelint.language import model
from notelint.matching import evidence
from notelint.matching.compile import compile_catalogue
from notelint.matching.find import Finder
from notelint.matching.waking import Waking

from .build import S, note


class Sleepless(Waking):
    """Every pattern is awake in all zones where it looks."""

    def awake(self, sentence, _keys):
        return super().awake(sentence, [frozenset(self.met.packed)])

    def _taking(self, _clause):
        return -1


@cache
def shipped():
    return compile_catalogue(read_all()[0], model.split)


@cache
def patient():
    made = shipped()
    return replace(made, waking=Sleepless(**{each.name: getattr(made.waking, each.name) for each in fields(Waking)}))


@cache
def vocabulary():
    return sorted(name for name in shipped().waking.met.packed if name.isalpha() and name.isascii())


@pytest.fixture(scope="module", autouse=True)
def loaded():
    """The model, which must not be loaded while sentences are drawn: its packages ask for random numbers."""
    return vocabulary()


POS = st.sampled_from(["NOUN", "VERB", "ADJ", "PRON", "AUX", "PROPN"])
SLOTS = st.fixed_dictionaries({
    "who": st.sampled_from(["writer", "reader", "process", "nobody"]),
    "act": st.sampled_from(["statement", "request", "question", "offer"]),
    "frame": st.sampled_from(["own", "reported"]),
    "polarity": st.sampled_from(["positive", "negative"]),
    "time": st.sampled_from(["past", "present", "future"]),
    "modal": st.sampled_from(["", "can", "would"]),
})  # fmt: skip


@st.composite
def sentences(draw):
    words = st.lists(st.tuples(st.sampled_from(vocabulary()), POS), min_size=1, max_size=9)
    clauses = [" ".join(f"{word}/{pos}" for word, pos in draw(words)) for _ in range(draw(st.integers(1, 2)))]
    region = draw(st.sampled_from(["greeting", "body", "body", "body", "closing"]))
    return S(" || ".join(clauses), *(draw(SLOTS) for _ in clauses), region=region)


@settings(max_examples=60, deadline=None)
@given(st.lists(sentences(), min_size=1, max_size=4))
def test_the_prefilter_changes_nothing(drawn):
    analysis = note(*drawn)
    quick, slow = Finder(analysis, shipped()), Finder(analysis, patient())
    for rule in shipped().rules.values():
        assert evidence.offending(rule, quick) == evidence.offending(rule, slow)
        assert evidence.satisfying(rule, quick) == evidence.satisfying(rule, slow)


def test_a_note_without_a_rule_s_words_costs_it_nothing():
    finder = Finder(note("qqq zzz"), shipped())
    rules = [rule for rule in shipped().rules.values() if rule.forbid]
    assert sum(len(list(finder.asked(rule.asked))) for rule in rules) <= sum(len(rule.forbid) for rule in rules) // 20
