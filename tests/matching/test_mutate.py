"""How examples are changed, and what is said of a rule that turns over."""

import pytest

from notelint.catalogue.load import load, read_rule
from notelint.catalogue.source import compose
from notelint.language import analyse, model
from notelint.matching import mutate
from notelint.matching.compile import compile_catalogue
from notelint.types import Catalogue, Example, Source
from tests.catalogue.build import rule

FORBIDS, REQUIRES = "forbid: [tea]", "require: [tea]\nmissing: {message: No tea., zone: body}"


def made(body):
    return read_rule(compose(rule("no-tea", body), "no-tea.yml"), "no-tea.yml", "tone")


def turns(body):
    """What is said of a rule with this body, as (mutation, verdict)."""
    one = made(body)
    compiled = compile_catalogue(Catalogue({one.id: one}, {}), model.split)
    return [(turn.mutation, turn.verdict) for turn in mutate.run(one, compiled, analyse)]


@pytest.mark.parametrize(
    ("mutation", "before", "after"),
    [
        ("contractions", "I do not think that you are wrong.", "I don't think that you're wrong."),
        ("contractions", "I'm here, and I can't go.", "I am here, and I cannot go."),
        ("contractions", "So I am, and so you are.", None),
        ("contractions", "They said I am, and that is that.", None),
        ("curly quotes", "I'm \"here\" at James' place.", "I’m “here” at James’ place."),
        ("curly quotes", "No quotes here.", None),
        ("hard wraps", "one two three four five six seven eight nine ten eleven", "one two three four five six seven eight nine\nten eleven"),
        ("hard wraps", "one two three four five six seven eight - nine ten eleven", "one two three four five six seven eight - nine\nten eleven"),
        ("hard wraps", "Short.", None),
        ("hard wraps", "Two\n\nparagraphs of words that are so long that they would have to be wrapped.", None),
        ("negated", "I will send it.", "I will not send it."),
        ("negated", "I can send it.", "I cannot send it."),
        ("negated", "I have wanted it.", "I have not wanted it."),
        ("negated", "Send it.", None),
        ("reader's mouth", "Send it.", "You said to me: “Send it.”"),
    ],
)  # fmt: skip
def test_how_an_example_is_changed(mutation, before, after):
    example = Example(before, Source("no-tea.yml"))
    changed = mutate._changed(made(FORBIDS), example, mutation, speaks=True)
    assert (changed.text if changed else None) == after


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"{FORBIDS}\nexamples: {{violations: [I like tea.]}}", [("quoted mail", "fell silent"), ("reader's mouth", "fell silent")]),
        (f"{FORBIDS}\nexamples: {{fine: [I like cocoa.]}}", []),
        ('forbid: [{words: tea, frame: any}]\nexamples: {violations: ["I like tea."]}', [("quoted mail", "fell silent"), ("reader's mouth", "still speaks")]),
        ('forbid: [{words: tea, polarity: positive}]\nexamples: {violations: ["I would like tea."]}', [("quoted mail", "fell silent"), ("negated", "fell silent"), ("reader's mouth", "fell silent")]),
        ('forbid: [{regex: "I am fond of tea"}]\nexamples: {violations: ["I am fond of tea."]}', [("contractions", "turned over"), ("quoted mail", "fell silent"), ("negated", "fell silent"), ("reader's mouth", "fell silent")]),
        ('forbid: [{regex: "I am"}]\nexamples: {fine: ["I\'m fond of tea."]}', [("contractions", "turned over")]),
        (f"{REQUIRES}\nexamples: {{fine: [I like tea.], violations: [I like cocoa.]}}", []),
        ('forbid: [tea]\nexamples: {violations: ["I like cocoa."]}', []),
    ],
)  # fmt: skip
def test_what_is_said_of_a_rule(body, found):
    assert turns(body) == found


@pytest.mark.parametrize(
    ("mutation", "verdict", "wrong"),
    [
        ("hard wraps", "turned over", True),
        ("quoted mail", "still speaks", True),
        ("quoted mail", "fell silent", False),
        ("negated", "still speaks", False),
        ("reader's mouth", "still speaks", False),
    ],
)
def test_which_verdicts_are_faults(mutation, verdict, wrong):
    assert mutate.Turn("no-tea", Source("no-tea.yml"), mutation, verdict, "").wrong is wrong


@pytest.mark.parametrize("name", ["no-gifts", "no-shouting", "express-gratitude", "subject-line"])
def test_shipped_rules_do_not_turn_over_where_they_must_not(name):
    catalogue = load()
    compiled = compile_catalogue(catalogue, model.split)
    assert [turn for turn in mutate.run(catalogue.rules[name], compiled, analyse) if turn.wrong] == []
