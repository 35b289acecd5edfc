"""A suggestion that is taken mends what it is for and spoils nothing: every edit of every rule's every example."""

from __future__ import annotations

import re

import pytest

from notelint.catalogue.load import load
from notelint.drafts.read import from_text
from notelint.language import analyse, model
from notelint.matching.compile import compile_catalogue
from notelint.matching.engine import judge
from notelint.matching.examples import draft_of

COMPILED = compile_catalogue(load(), model.split)
RULES = [
    rule.id
    for rule in COMPILED.catalogue.rules.values()
    if rule.suggest or rule.missing or rule.replace or rule.category == "reading"
]

# What a writer would put into a slot that only the writer can fill; any other slot is a matter of the talk.
WRITTEN = {
    "your name": "Dana Whitfield",
    "name": "Ms. Okafor",
    "position": "records clerk",
    "the job title": "records clerk",
    "company": "Harbour Mills",
    "day": "Tuesday",
}


def filled(words):
    """The words of an edit with the slots filled in that the draft could not fill."""
    return re.sub(r"\[([a-z][^\]\n]*)\]", lambda slot: WRITTEN.get(slot[1], "the move of the archive"), words)


def applied(text, edits):
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + filled(edit.text) + text[edit.span.end :]
    return text


def said(text):
    report = judge(analyse(from_text(text, "example.txt")), COMPILED)
    return [found.rule for found in report.violations], report


@pytest.mark.parametrize("rule", RULES)
def test_an_edit_that_is_made_leaves_one_violation_less_and_no_new_one(rule):
    wrong = []
    for example in COMPILED.catalogue.rules[rule].violations:
        draft, _ = draft_of(example)
        before, report = said(draft.text)
        for violation in report.violations:
            if violation.rule != rule:
                continue
            for suggestion in filter(None, (*violation.suggestions, violation.fix)):
                if not suggestion.edits:
                    continue
                after, _ = said(applied(draft.text, suggestion.edits))
                new = sorted(set(after) - set(before))
                if new or after.count(rule) >= before.count(rule):
                    wrong.append(f"{example.text} | {suggestion.text} | {'new: ' + str(new) if new else 'still there'}")
    assert not wrong, "\n".join(wrong)
