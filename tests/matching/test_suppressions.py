"""Suppressions, the rule about useless ones, and the other checks on the draft itself."""

import pytest

from notelint.errors import RuleError
from notelint.matching.checks import Context, run
from notelint.types import Span, Suppression

from .build import S, note, report, rule

RULES = [
    rule("forbid: [feedback]", "no-feedback"),
    rule("forbid: [gift]", "no-gifts"),
    rule("kinds: [reminder]\nseverity: {reminder: error}\nforbid: [feedback]", "only-in-reminders"),
    rule("check: unused-suppression", "unused-suppression"),
]
TEXT = (S("some/DET feedback"), S("more/ADJ feedback", new=True))
WHERE = Span(0, 4)


def spoken(*suppressions, **settings):
    found = report(RULES, note(*TEXT, suppressions=suppressions), **settings)
    return [(item.rule, item.message) for item in found.violations if item.rule != "no-feedback"], [
        item.span.start for item in found.violations if item.rule == "no-feedback"
    ], [item.rule for item in found.suppressed]  # fmt: skip


def test_without_a_suppression():
    assert spoken() == ([], [5, 20], [])


def test_in_the_whole_draft():
    assert spoken(Suppression("no-feedback", "a joke", WHERE, None)) == ([], [], ["no-feedback", "no-feedback"])


def test_in_a_part_of_it():
    assert spoken(Suppression("no-feedback", "", WHERE, Span(15, 28))) == ([], [5], ["no-feedback"])


@pytest.mark.parametrize(
    ("name", "settings", "message"),
    [
        ("no-gifts", {}, "Ignoring `no-gifts` silences nothing here; take it out."),
        ("no-gift", {}, "There is no rule `no-gift` to ignore; is it `no-gifts`?"),
        ("zzz", {}, "There is no rule `zzz` to ignore; take it out."),
        ("only-in-reminders", {}, None),
        ("no-gifts", {"ignore": frozenset({"no-gifts"})}, None),
        ("no-gifts", {"ignore": frozenset({"unused-suppression"})}, None),
        ("unused-suppression", {}, None),
    ],
    ids=["useless", "misspelt", "unknown", "its rule is for another kind", "its rule is off", "off", "itself"],
)
def test_a_useless_suppression(name, settings, message):
    expected = [("unused-suppression", message)] if message else []
    assert spoken(Suppression(name, "", WHERE, None), **settings)[0] == expected


def test_a_report_of_a_useless_suppression_can_be_suppressed():
    both = [Suppression("no-gifts", "", WHERE, None), Suppression("unused-suppression", "", WHERE, None)]
    assert spoken(*both) == ([], [5, 20], ["unused-suppression"])


EMPTY = rule("check: not-empty", "not-empty")
ENGLISH = rule("check: written-in-english", "written-in-english")


@pytest.mark.parametrize(
    ("analysis", "expected"),
    [
        (note(), [("not-empty", "")]),
        (note(". !"), [("not-empty", ".!")]),
        (note(S("feedback", region="greeting")), [("no-feedback", "feedback")]),
        (note("feedback", english=False), [("written-in-english", "feedback")]),
        (note(". feedback", english=True), [("no-feedback", "feedback")]),
    ],
    ids=["empty", "only marks", "only a greeting", "another language", "English"],
)
def test_what_silences_the_others(analysis, expected):
    found = report([RULES[0], EMPTY, ENGLISH], analysis)
    assert [(item.rule, item.text) for item in found.violations] == expected
    assert found.parts == ()


def test_a_silencing_rule_can_be_suppressed():
    silent = Suppression("written-in-english", "it is Scots", WHERE, None)
    found = report([RULES[0], ENGLISH], note("feedback", english=False, suppressions=[silent]))
    assert [item.rule for item in found.violations] == ["no-feedback"]
    assert [item.rule for item in found.suppressed] == ["written-in-english"]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"compny": "Northwind"}, [("compny", "notelint knows no header “compny”; is it `company`?", "company")]),
        ({"company": "Northwind"}, []),
        ({"qqq": "x", "kind": "reminder"}, [("qqq", "notelint knows no header “qqq”; known are `kind`", None)]),
    ],
)
def test_known_headers(headers, expected):
    found = report(rule("check: known-headers", "known-headers"), note("one", headers=headers)).violations
    seen = [
        (item.text, item.message, item.suggestions[0].edits[0].text if item.suggestions else None) for item in found
    ]
    assert len(seen) == len(expected)
    for (text, message, edit), (wanted, begin, offered) in zip(seen, expected, strict=True):
        assert (text, edit) == (wanted, offered)
        assert message.startswith(begin)


@pytest.mark.parametrize("name", ["nothing-at-all", "said"])
def test_there_is_no_such_check(name):
    with pytest.raises(RuleError, match=f"there is no check `{name}`"):
        list(run(name, Context(note("one"))))
