"""The runner of the rules' own examples, with the real analysis."""

from functools import cache

import pytest

from notelint.language import analyse, misspellings
from notelint.matching.examples import draft_of, run
from notelint.types import Example, Source, Span

from .build import compiled, rule

HERE = Source("x.yml")


@cache
def once(draft):
    return analyse(draft)


def failures(body, *others):
    made = rule(body)
    return [(item.source.line, item.message) for item in run(made, compiled(made, *others), once)]


FORBID = "forbid: [cheap coffee, tea, 'thank you']\nexamples:\n  {kind}:\n    - {text}\n"


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("violations", "The tea was good.", None),
        ("violations", "The [[tea]] was good.", None),
        ("violations", "The [[tea]] and the [[cheap coffee]] were good.", None),
        ("violations", "'[[The tea]] was good.'", "“The tea” should be marked, but “tea” was, in: The tea was good."),
        ("violations", "The [[tea]] and the cheap coffee.", "“cheap coffee” was found too, but is not marked in: The tea and the cheap coffee."),
        ("violations", "The water was good.", "nothing was found in: The water was good."),
        ("violations", "{text: 'The [[tea]] was good.', kind: follow-up}", None),
        ("violations", "{text: 'The [[tea]] was good.', kind: unknown}", None),
        ("violations", "{text: 'About [[tea]]', place: subject, kind: unknown}", None),
        ("violations", "{text: 'Dear [[Tea]],', place: greeting}", None),
        ("violations", "{text: '[[Tea]] and thanks,', place: closing}", None),
        ("violations", "{text: 'About: [[tea]] # 3', place: subject}", None),
        ("violations", "{text: 'About [[tea]]', place: subject, headers: {company: Northwind}}", None),
        ("violations", '{text: "Hello Ms Lee,\\n\\nWe had [[tea]].\\n\\nYours,\\nAda\\n", place: whole}', None),
        ("fine", "The water was good.", None),
        ("fine", "The tea was good.", "this is fine, but “tea” was found in: The tea was good."),
    ],
)  # fmt: skip
def test_forbid(kind, text, message):
    found = failures(FORBID.replace("{kind}", kind).replace("{text}", text))
    assert found == ([(11, message)] if message else [])


REQUIRE = "require: [thank you]\nexamples:\n  {kind}:\n    - {text}\n"


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("violations", "The tea was good.", None),
        ("violations", "Thank you.", "nothing was found in: Thank you."),
        ("fine", "Thank you.", None),
        ("fine", "The tea was good.", "this is fine, but “The tea was good.” was found in: The tea was good."),
    ],
)
def test_require(kind, text, message):
    found = failures(REQUIRE.replace("{kind}", kind).replace("{text}", text))
    assert [said for _, said in found] == ([message] if message else [])


def test_a_rule_that_lacks_a_header_says_so():
    found = failures("needs: [subject]\nforbid: [tea]\nexamples:\n  violations: [The tea.]")
    assert [said for _, said in found] == ["the rule did not run, it needs subject in: The tea."]


def test_other_rules_stay_out_of_it():
    assert not failures("forbid: [tea]\nexamples: {violations: ['The [[tea]].']}", rule("forbid: [the]", "other"))


def test_what_is_presupposed_is_looked_at():
    gratitude = rule("require: [thank you]", "gratitude")
    body = "given: gratitude\nforbid: [tea]\nexamples: {violations: ['Thank you for the [[tea]].'], fine: [The tea.]}"
    assert not failures(body, gratitude)


def test_the_rule_about_useless_suppressions_runs_with_the_others():
    whole = r"""{text: "---\nignore: [[tea-rule]]\n---\nDear Lee,\n\nHello.\n\nYours,\nAda\n", place: whole}"""
    body = f"check: unused-suppression\nexamples: {{violations: [{whole}]}}"
    assert not failures(body, rule("forbid: [tea]", "tea-rule"))


@pytest.mark.parametrize("place", ["body", "greeting", "closing", "subject", "whole"])
def test_the_text_stands_where_the_marks_are_counted_from(place):
    text = "Dear [Kind] regards, tea" if place != "whole" else "Dear Lee,\n\ntea\n"
    draft, start = draft_of(Example(text, HERE, place, "reminder", (("company", "Northwind"),), marks=(Span(0, 4),)))
    assert draft.text[start : start + len(text)] == text
    assert place == "whole" or draft.headers.value("kind") == "reminder"


@pytest.mark.parametrize(("installed", "says"), [(True, ["nothing was found in: I received it."]), (False, [])])
def test_an_example_that_needs_an_extra_proves_nothing_without_it(monkeypatch, installed, says):
    if not installed:
        monkeypatch.setattr(misspellings, "_path", lambda: None)
    body = "check: misspelled-words\nexamples:\n  violations:\n    - I received it.\n"
    assert [message for _, message in failures(body)] == says
