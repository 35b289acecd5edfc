"""Learned weights: which features a sentence has, what they are worth together, and how a rule uses them."""

import pytest

from notelint.catalogue.load import load
from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching import rulebook
from notelint.matching.engine import judge
from notelint.matching.features import features
from notelint.matching.weight_index import index
from notelint.matching.weights import Scales
from notelint.types import Weights

from .build import S, compiled, note, rule

ASKED = S(
    "What/PRON does/do/AUX Dana/PROPN earn/VERB in/ADP 3/NUM months/month/NOUN ?",
    {"who": "person", "act": "question", "modal": "must"},
)
WEIGHTS = {"pay": Weights(-1.0, {"earn": 2.0, "question: month": 0.5, "weather": -4.0, "person question": 0.1})}
RULE = """
forbid:
  - {weighs: pay, at_least: %s, confidence: low}
"""


def spoken(rule, *sentences):
    report = judge(note(*sentences), compiled(rule, weights=WEIGHTS))
    return [(violation.text, violation.severity) for violation in report.violations]


def test_features_are_words_in_a_row_and_what_clauses_do():
    (sentence,) = note(ASKED).sentences
    assert sorted(features(sentence)) == sorted({
        "what", "do", "NAME", "earn", "in", "NUMBER", "month", "?",
        "what do", "do NAME", "NAME earn", "earn in", "in NUMBER", "NUMBER month", "month ?",
        "what do NAME", "do NAME earn", "NAME earn in", "earn in NUMBER", "in NUMBER month", "NUMBER month ?",
        "< =what", "=what =does", "=does =NAME", "=NAME =earn", "=earn =in",
        "=in =NUMBER", "=NUMBER =months", "=months =?", "=? >",
        "=what … =NAME", "=does … =earn", "=NAME … =in", "=earn … =NUMBER",
        "=in … =months", "=NUMBER … =?",
        "person question", "person positive present", "person must question", "person: earn positive",
        "person: earn", "question: earn", "person: month", "question: month",
        "first: what", "length 1",
    })  # fmt: skip


@pytest.mark.parametrize(("least", "speaks"), [("1.2", True), ("1.3", True), ("1.301", False), ("-5", True)], ids=str)
def test_a_sentence_weighs_its_base_and_a_share_of_all_its_features(least, speaks):
    # -1 and 2.6, which counts √(36/46) times, as the sentence has 46 features
    assert bool(spoken(RULE % least, ASKED)) is speaks


HEADING, ASKING = S("Months/month/NOUN without/ADP pay/pay/NOUN"), S("Any/any/DET months/month/NOUN ?")
LISTED = S("Pay/pay/NOUN , hours/hour/NOUN , months/month/NOUN , days/day/NOUN .")
SHORT = S("Months/month/NOUN pass/pass/VERB")


@pytest.mark.parametrize(
    ("sentence", "speaks"),
    [(HEADING, False), (LISTED, False), (ASKING, True), (SHORT, True)],
    ids=["heading", "list", "question", "verb"],
)
def test_a_heading_is_not_weighed(sentence, speaks):
    assert bool(spoken(RULE % "-9", sentence)) is speaks


def test_of_clauses_with_the_same_words_the_first_weighs_most():
    """In whatever order they stand, and a set gives them."""
    for number in range(300):
        worth = {
            f"{letter}{number}": share for letter, share in zip("abcdef", (0.1, 0.2, 0.3, 0.7, 1.1, 2.3), strict=True)
        }
        made = index({"pay": Weights(0.0, worth)})
        for words in (list(worth), list(worth)[::-1]):
            sentence = note(f"{' '.join(words)} || {' '.join(words[::-1])}").sentences[0]
            assert Scales(made, [sentence]).heaviest(sentence, "pay") is sentence.clauses[0]


def test_what_only_weighs_is_suggested():
    assert spoken(RULE % "0", ASKED) == [("What does Dana earn in 3 months", "suggestion")]


def test_where_a_pattern_names_the_words_the_weight_adds_nothing():
    rule = "forbid:\n  - {weighs: pay, at_least: 0, confidence: low}\n  - earn\n"
    assert spoken(rule, ASKED) == [("earn", "error")]


@pytest.mark.parametrize(("sentence", "speaks"), [("earn/earn/VERB weather", True), ("pass/pass/VERB weather", False)])
def test_a_pattern_is_struck_where_the_sentence_weighs_too_little(sentence, speaks):
    rule = "forbid: [weather]\nunless:\n  - {weighs: pay, below: -6, within: sentence}\n"
    assert bool(spoken(rule, sentence)) is speaks


@pytest.mark.parametrize(
    ("sentence", "speaks"),
    [
        pytest.param("pass/pass/VERB weather", True, id="two words"),
        pytest.param("pass/pass/VERB weather .", True, id="two words and a mark"),
        pytest.param("pass/pass/VERB the weather", False, id="three words"),
    ],
)
def test_a_weight_strikes_nothing_in_a_sentence_of_too_few_words(sentence, speaks):
    rule = "forbid: [weather]\nunless:\n  - {weighs: pay, below: -6, min_words: 3, within: sentence}\n"
    assert bool(spoken(rule, sentence)) is speaks


@pytest.mark.parametrize(
    ("unless", "found"),
    [
        pytest.param("[earn]", "What does Dana earn in 3 months", id="words"),
        pytest.param("[{weighs: pay, below: 9, within: sentence}]", "What does Dana earn in 3 months", id="a weight"),
        pytest.param("[milk]", "months", id="what is not there"),
    ],
)
def test_an_unless_of_the_rule_strikes_words_and_no_weight(unless, found):
    rule = f"forbid:\n  - {{weighs: pay, at_least: 0, confidence: low}}\n  - months\nunless: {unless}\n"
    assert [text for text, _ in spoken(rule, ASKED)] == [found]


@pytest.mark.parametrize(
    ("unless", "speaks"),
    [
        pytest.param("", True, id="nothing strikes"),
        pytest.param(", unless: [{words: earn, within: sentence}]", False, id="an unless of the pattern"),
        pytest.param(", unless: [{words: milk, within: sentence}]", True, id="one of what is not there"),
        pytest.param(", confidence: low", True, id="under another confidence"),
        pytest.param(", mark: sentence", True, id="under another mark"),
    ],
)
def test_a_weight_of_another_rule_is_struck_where_that_rule_is_named(unless, speaks):
    other = rule("forbid: [{weighs: pay, at_least: 0, confidence: low}]\nunless: [earn]\n", "talk-of-pay")
    own = f"forbid:\n  - {{rule: talk-of-pay{unless}}}\n"
    report = judge(note(ASKED), compiled(own, other, weights=WEIGHTS))
    assert ("rule-under-test" in {violation.rule for violation in report.violations}) is speaks


def test_a_weight_is_struck_by_its_own_unless():
    rule = "forbid:\n  - {weighs: pay, at_least: 0, confidence: low, unless: [{words: earn, within: sentence}]}\n"
    assert spoken(rule, ASKED) == []


@pytest.mark.parametrize("trade", ["bookkeeper", "nurse", "engineer", "electrician", "teacher", "chef"])
def test_no_shipped_weight_hangs_on_a_trade_but_those_for_its_name(trade):
    names = {form for word in (trade, f"{trade}s") for form in (word, f"={word}", f"{word}:")}
    hanging = {
        rule
        for rule, weights in load().weights.items()
        if any(not names.isdisjoint(feature.split()) for feature in weights.features)
    }
    assert hanging == {"name-the-position"}


@pytest.mark.parametrize(
    ("other", "least", "spoken_by"),
    [
        pytest.param(2.5, 1.0, {"whining"}, id="clearly more for the other"),
        pytest.param(1.9, 1.0, {"pay", "whining"}, id="little more"),
        pytest.param(2.5, 3.0, {"pay"}, id="clearly more, and too little for the other to speak"),
        pytest.param(0.5, 0.0, {"pay", "whining"}, id="less"),
    ],
)
def test_of_two_rules_by_weight_the_one_for_which_a_sentence_weighs_clearly_more_has_it(other, least, spoken_by):
    made = [
        rule(f"forbid:\n  - {{weighs: {name}, at_least: {at_least}, confidence: low}}\n", name)
        for name, at_least in (("pay", 0.0), ("whining", least))
    ]
    weights = {"pay": Weights(1.0, {}), "whining": Weights(other, {})}
    found = judge(note(ASKED), compiled(*made, weights=weights)).violations
    assert {violation.rule for violation in found} == spoken_by


def test_a_pattern_speaks_whatever_the_sentence_weighs_for_another_rule():
    made = [rule("forbid: [earn]\n", "pay"), rule("forbid:\n  - {weighs: whining, at_least: 1}\n", "whining")]
    found = judge(note(ASKED), compiled(*made, weights={"whining": Weights(9.0, {})})).violations
    assert {violation.rule for violation in found} == {"pay", "whining"}


BEGGING = S("I beg || I send a gift", {"who": "writer"}, {"who": "writer"})


@pytest.mark.parametrize(
    ("whining", "spoken_by"),
    [
        pytest.param("{weighs: whining, at_least: 0}", {"whining"}, id="it hits"),
        pytest.param("{weighs: whining, at_least: 0, in: [closing]}", {"pay"}, id="in another zone"),
        pytest.param("{weighs: whining, at_least: 0, unless: [{words: gift, within: sentence}]}", {"pay"}, id="struck"),
    ],
)
def test_what_does_not_hit_silences_nothing(whining, spoken_by):
    made = [rule("forbid:\n  - {weighs: pay, at_least: 0}\n", "pay"), rule(f"forbid:\n  - {whining}\n", "whining")]
    weights = {"pay": Weights(1.0, {}), "whining": Weights(2.5, {})}
    assert {each.rule for each in judge(note(BEGGING), compiled(*made, weights=weights)).violations} == spoken_by


def test_pressure_with_words_of_despair_is_pressure():
    letter = (
        "Dear Ms. Iyer,\n\nIf I don't hear from you till Monday, I will sign elsewhere.\n\nKind regards,\nAmara Dell\n"
    )
    report = judge(analyse(from_text(letter, "draft.txt"), "follow-up"), rulebook.compile_rules(()))
    assert {each.rule for each in report.violations} & {"no-pressure", "no-desperation"} == {"no-pressure"}


@pytest.mark.parametrize(
    ("sure", "severity"),
    [
        pytest.param("1.2", "error", id="from there on as grave as the rule"),
        pytest.param("1.4", "suggestion", id="below a suggestion"),
    ],
)
def test_a_weight_is_sure_from_a_weight_on(sure, severity):
    rule_text = RULE.replace("confidence: low", f"confidence: low, sure: {sure}") % "0"
    assert [found for _, found in spoken(rule_text, ASKED)] == [severity]


KEEN = "I remain keen, and the weather in the harbour was as grey as the gulls that day."


@pytest.mark.parametrize(
    ("kind", "speaks"),
    [
        pytest.param("require", False, id="a main clause that delivers is not struck with the rest"),
        pytest.param("forbid", False, id="nor is a fault found in one that weighs too little for it"),
    ],
)
def test_a_light_sentence_counts_for_what_is_required_by_a_main_clause_of_its_own(kind, speaks):
    # -3 and 2 for “keen”, more of it the fewer features there are: the sentence weighs -1.8, its first clause -0.7
    text = f"{kind}: [keen]\nunless: [{{weighs: pay, below: -1, within: sentence}}]\n"
    analysis = analyse(from_text(f"Dear Ms Cope,\n\n{KEEN}\n\nKind regards,\nJo\n", "draft.txt"))
    found = judge(analysis, compiled(rule(text, "pay"), weights={"pay": Weights(-3.0, {"keen": 2.0})})).violations
    assert bool(found) is speaks


def test_without_that_clause_it_does_not_count():
    text = "require: [keen]\nunless: [{weighs: pay, below: -1, within: sentence}]\n"
    plain = KEEN.replace("I remain keen, and the", "The keen")
    analysis = analyse(from_text(f"Dear Ms Cope,\n\n{plain}\n\nKind regards,\nJo\n", "draft.txt"))
    found = judge(analysis, compiled(rule(text, "pay"), weights={"pay": Weights(-3.0, {"keen": 2.0})})).violations
    assert [violation.rule for violation in found] == ["pay"]
