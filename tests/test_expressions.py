"""No regular expression of the program can run away on a draft, as none of a rule may."""

import importlib
import pkgutil
import re

import pytest
import regex

import notelint
from notelint.catalogue.regexes import runs_away
from notelint.language.normalise import normalise

MODULES = [module.name for module in pkgutil.walk_packages(notelint.__path__, "notelint.")]
# what follows the repetition can always be there, so matching never turns back
SAFE = {"notelint.matching.days.interview_day._HOUSE"}


def expressions():
    for name in MODULES:
        if not name.endswith("__main__"):
            for key, value in vars(importlib.import_module(name)).items():
                if isinstance(value, (re.Pattern, regex.Pattern)) and isinstance(value.pattern, str):
                    yield f"{name}.{key}", value.pattern


def test_no_expression_repeats_a_repetition():
    found = dict(expressions())
    assert len(found) > 50
    assert {name for name, pattern in found.items() if runs_away(pattern)} <= SAFE


@pytest.mark.parametrize("tail", ["😀", "\x00", "\n\n\n", "  ", ""], ids=ascii)
def test_a_long_word_before_an_odd_character_is_no_work(tail):
    assert normalise("ab" * 20_000 + tail, 0, 40_000 + len(tail)).text.startswith("ab" * 20_000)
