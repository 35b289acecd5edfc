"""A suggestion that is taken leaves the draft with one violation less and no new one: every suggestion of every example."""

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
RULES = {rule.id: rule for rule in COMPILED.catalogue.rules.values() if rule.suggest or rule.missing}

# What a writer would put into a slot that only the writer can fill; any other slot is a matter of the talk.
WRITTEN = {
    "your name": "Dana Whitfield",
    "name": "Ms. Okafor",
    "position": "records clerk",
    "company": "Harbour Mills",
    "day": "Tuesday",
    "the job title": "records clerk",
    "a skill of yours": "shelving and cataloguing",
    "what the team needs": "the move of the archive",
}


def filled(words):
    """The words with their slots filled in."""
    return re.sub(r"\[([a-z][^\]\n]*)\]", lambda slot: WRITTEN.get(slot[1], "the move of the archive"), words)


def applied(text, edits):
    """The text with the edits made."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + filled(edit.text) + text[edit.span.end :]
    return text


def said(text):
    """The violations of a draft: rule and words."""
    report = judge(analyse(from_text(text, "example.txt")), COMPILED)
    return [(found.rule, "" if found.missing else found.text) for found in report.violations], report


@pytest.mark.parametrize("rule", RULES)
def test_a_suggestion_mends_what_it_is_for(rule):
    wrong = []
    for example in RULES[rule].violations:
        draft, _ = draft_of(example)
        before, report = said(draft.text)
        for violation in report.violations:
            if violation.rule != rule:
                continue
            for suggestion in filter(None, (*violation.suggestions, violation.fix)):
                if not suggestion.edits:
                    continue
                after, _ = said(applied(draft.text, suggestion.edits))
                rules = [name for name, _ in after]
                new = [entry for entry in after if entry[0] not in {name for name, _ in before}]
                fewer = rules.count(rule) < [name for name, _ in before].count(rule)
                if new or not fewer:
                    wrong.append((example.text, suggestion.text, "new: " + str(new) if new else f"still {rule}"))
    assert not wrong, "\n".join(" | ".join(entry) for entry in wrong)
