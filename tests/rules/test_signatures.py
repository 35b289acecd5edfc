"""What stands in a signature: the writer's own words are judged, notices and advertisements are not."""

import pytest

from notelint import pipeline
from notelint.pipeline import Options

OWN = """
Dana 😊
Dana Whitfield ✨
Dana xoxo
Dana, LOL
"""
NOBODYS = """
CONFIDENTIALITY NOTICE: if this reached you by mistake, no worries, just zap it, cheers.
Please consider the environment before printing this email 🌳
Sent from my iPhone, sorry for typos lol
Disclaimer: the views expressed are my own, y'all.
This email has been scanned for viruses by Avast. www.avast.example 😊
Registered in England no. 1234567. Gonna be great Ltd, 1 Mill Lane
Think before you print! 🌍 Save a tree, guys
Book a meeting with me 😊: https://cal.example/dana
💚 Proud sponsor of the Leeds Half Marathon
Hey! Check out our new blog at www.ashby.example/blog
The contents of this email are confidential. Awesome, huh?
"""


@pytest.fixture
def found(tmp_path):
    """What no-casual-language finds in a signature, and whether a name is missing there."""

    def run(signature):
        path = tmp_path / "a.md"
        body = "Dear Ms. Okafor,\n\nThank you for your time.\n\nKind regards,\n"
        path.write_text(f"---\nkind: thank-you\n---\n{body}{signature}\n", encoding="utf-8")
        options = Options(select=frozenset({"no-casual-language", "sign-name", "polite-closing"}))
        return [violation.rule for violation in pipeline.check([str(path)], options).drafts[0].violations]

    return run


@pytest.mark.parametrize("line", OWN.strip().splitlines())
def test_the_writers_own_words_are_judged(found, line):
    assert set(found(line)) == {"no-casual-language"}


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n+44 20 7946 0018\n", "\n\n-- \n"], ids=repr)
@pytest.mark.parametrize("line", NOBODYS.strip().splitlines())
def test_what_a_firm_or_a_mail_program_adds_is_not(found, line, between):
    assert found(f"Dana Whitfield{between}{line}") == []
