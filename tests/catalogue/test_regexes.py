"""Regular expressions that may run away, and those that may not."""

import pytest

from notelint.catalogue.regexes import mistake, runs_away


@pytest.mark.parametrize(
    "expression",
    [
        r"(a+)+",
        r"(?:a+)*b",
        r"(\w+\s*)*",
        r"(.*,)+",
        r"((a+))+",
        r"(?:(?:a+)?)*",
        r"(a+|b)+",
        r"(a*){2,}",
        r"(?P<x>a+)+",
        r"(?i:a+)+",
        r"([a-z]+)*$",
        r"((?:ab?)+)+",
        r"(\s*x?)*",
        r"(\p{Lu}+)+",
        r"(^a+\b)+",
    ],
)
def test_runs_away(expression):
    assert runs_away(expression)


@pytest.mark.parametrize(
    "expression",
    [
        r"a+",
        r"(?:very\s+)*good",
        r"(a++)+",
        r"(?>a+)+",
        r"(a+){2}",
        r"(a+){1,3}",
        r"(?:\s[!?])+",
        r"([+*])+",
        r"\(a+\)+",
        r"(?:\p{Lu}[\p{L}'-]*\s+)*x",
        r"(?:(?i:dr|prof)\.?\s+)*x",
        r"[(a+)+]",
        r"(?#(a+)+)b",
        r"(a|b)+",
        r"(a+b)+c",
        r"[]a]+",
        r"(?:a(?=b+))+",
        r"(",
        r")",
    ],
)
def test_does_not_run_away(expression):
    assert not runs_away(expression)


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        (r"tea", None),
        (r"(tea", "this regular expression is broken at its character 5: missing )"),
        (r"[tea", "this regular expression is broken at its character 5: unterminated character set"),
        (r"t*", "this regular expression also hits where nothing stands; something in it must be there"),
    ],
)
def test_mistakes(expression, message):
    assert mistake(expression) == message
