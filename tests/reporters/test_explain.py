import json

import pytest

from notelint.reporters import catalogue, explain
from notelint.reporters.style import Style
from notelint.types import Catalogue, Example, Missing, Rule, Source, Span, Tally, Template

SOURCE = Source("rules/tone/no-gifts.yml")
KINDS = ("thank-you", "follow-up", "reminder")


def rule(**fields):
    values = {
        "id": "no-gifts",
        "category": "tone",
        "summary": "Offers a gift.",
        "chapter": ("8",),
        "kinds": KINDS,
        "severity": dict.fromkeys(KINDS, "warning"),
        "message": "“{text}” offers a gift.",
        "why": "It looks like a bribe.",
        "suggest": (Template("Thank you for your time.", "express-gratitude"), Template("")),
        "violations": (Example("I left a cake for you.", SOURCE, marks=(Span(0, 13),)),),
        "fine": (Example("You gave a talk on cakes.", SOURCE),),
        **fields,
    }
    return Rule(source=SOURCE, **values)


def test_the_page_of_a_rule():
    assert (
        explain.render(rule(), Style())
        == """\
no-gifts
Offers a gift.

Why it hurts
  It looks like a bribe.

Found
  - [[I left a cake]] for you.

Instead
  - Thank you for your time. (unless the letter has it: `express-gratitude`)
  - (leave it out)

What it leaves alone
  - You gave a talk on cakes.

Severity
  warning in every kind of draft.

Chapter
  §8 (staying professional) of the chapter on communication after the interview.

Since
  Version 0.1.
"""
    )


def test_the_page_says_how_well_the_rule_judges():
    measured = {"untuned": Tally(9, 1, 3, 13), "tuned": Tally(50, 0, 0, 50)}
    out = explain.render(rule(), Style(), measured)
    assert (
        "How well it judges On 26 labelled sentences by authors whom nobody tuned it on: precision 0.90, recall 0.75. "
        "On 100 labelled sentences it was tuned on: precision 1.00, recall 1.00. "
    ) in " ".join(out.split())


def test_the_page_in_markdown_is_the_same_page():
    out = explain.markdown(rule())
    assert out.startswith("# no-gifts\n\nOffers a gift.\n\n## Why it hurts\n\nIt looks like a bribe.\n")
    assert "## Found\n\n- **I left a cake** for you.\n" in out
    assert out.endswith("## Since\n\nVersion 0.1.\n")


def test_the_page_of_a_rule_that_requires():
    absent = Missing("You do not thank.", "body", ("Thank you for your time.",))
    out = explain.render(
        rule(missing=absent, suggest=(), given="express-gratitude", needs=("subject",), chapter=()), Style()
    )
    assert "Notes without it\n" in out
    assert "Add\n  - Thank you for your time." in out
    assert "Runs only\n  When express-gratitude is satisfied. With `subject:` in the headers.\n" in out
    assert "Goes beyond the chapter" in out


@pytest.mark.parametrize(
    ("severity", "words"),
    [
        (
            {"thank-you": "error", "follow-up": "warning", "reminder": "warning"},
            "error in a thank-you note; warning in a follow-up or reminder",
        ),
        ({"thank-you": "warning"}, "warning in a thank-you note"),
        (dict.fromkeys(KINDS, "error"), "error in every kind of draft"),
        ({}, "off"),
    ],
)
def test_severity_in_words(severity, words):
    assert explain.severities(rule(severity=severity)) == words


def test_the_list_of_rules():
    rules = {name: rule(id=name, category=folder) for name, folder in (("no-gifts", "tone"), ("sign-name", "content"))}
    assert catalogue.render(Catalogue(rules, {}), Style()) == (
        "content\n  sign-name  warning  Offers a gift.\n\ntone\n  no-gifts   warning  Offers a gift.\n"
    )
    listed = json.loads(catalogue.render_json(Catalogue(rules, {})))
    assert [(entry["id"], entry["severity"]["reminder"]) for entry in listed["rules"]] == [
        ("no-gifts", "warning"),
        ("sign-name", "warning"),
    ]


def test_a_rule_of_one_s_own_may_cite_another_chapter():
    page = explain.render(rule(chapter=("8", "12")), Style())
    assert "§8 (staying professional) and §12 of the chapter" in " ".join(page.split())
