"""Which rules are shipped, where, and how severe they are for each kind of draft."""

from __future__ import annotations

import pytest

from notelint.catalogue.load import load
from notelint.types import KINDS

RULES = load().rules

# rule: severities for thank-you, follow-up, reminder; "-": it does not run
CONTENT = """
express-gratitude           error      warning  warning
open-with-gratitude         warning    -        -
express-interest            warning    warning  suggestion
name-the-position           warning    warning  warning
highlight-conversation      warning    -        -
connect-skills              warning    suggestion -
ask-next-steps              -          warning  warning
offer-assistance            suggestion warning  suggestion
reference-earlier-contact   -          warning  warning
polite-closing              error      error    error
sign-name                   error      error    error
greet-by-name               warning    warning  warning
subject-line                warning    warning  warning
"""
TONE = """
no-complaints error
no-feedback-requests error
no-desperation error
no-overeagerness warning
no-casual-language warning
no-overly-formal-language warning
no-pressure error
respect-boundaries warning
no-self-deprecation warning
no-negotiation warning
no-gifts warning
no-placeholders error
no-shouting warning
"""
AGREEMENT = """
send-promptly               warning    -        -
wait-before-follow-up       -          warning  warning
limit-follow-ups            -          -        warning
match-recipient             error      error    error
match-company               error      error    error
address-concerns            warning    warning  -
mention-shared-interests    suggestion -        -
customize-each-note         warning    warning  warning
write-to-each-interviewer   warning    -        -
reminder-due                suggestion suggestion suggestion
"""
READING = """
keep-it-concise warning
readable-prose suggestion
repeated-words warning
misspelled-words warning
match-weekday warning
"""
DRAFT = """
known-headers warning
unused-suppression warning
not-empty error
written-in-english error
"""


def _table(category, text):
    return [(category, *line.split()) for line in text.strip().splitlines()]


ROWS = [
    *_table("content", CONTENT),
    *_table("tone", TONE),
    *_table("agreement", AGREEMENT),
    *_table("reading", READING),
    *_table("draft", DRAFT),
]


@pytest.mark.parametrize(("category", "rule", "severities"), [(row[0], row[1], row[2:]) for row in ROWS], ids=str)
def test_a_rule_has_the_severity_that_the_catalogue_gives_it(category, rule, severities):
    severities = severities * 3 if len(severities) == 1 else severities
    assert RULES[rule].category == category
    assert [RULES[rule].severity.get(kind, "-") for kind in KINDS] == list(severities)


def test_no_rule_is_shipped_beside_them():
    assert sorted(RULES) == sorted(row[1] for row in ROWS)
