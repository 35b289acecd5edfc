"""What a text must hold for a regular expression to hit."""

import pytest
import regex

from notelint.catalogue.load import read_all
from notelint.catalogue.needles import minds_case, needles
from notelint.types import Pattern, Regex

CASES = [
    (r"todo", {"todo"}),
    (r"TODO", {"todo"}),
    (r"(?i:Todo)", {"todo"}),
    (r"\bas (?:a|an)\b", {"as "}),
    (r"cat|horse", {"cat", "horse"}),
    (r"(?:ab|cd)+e?", {"ab", "cd"}),
    (r"(?:ab|cd)*efg", {"efg"}),
    (r"ab?c", {"a"}),
    (r"a{0,3}bc", {"bc"}),
    (r"a{,3}bc", {"bc"}),
    (r"a{2,3}", {"aa"}),
    (r"-{5,}x?", {"-----"}),
    (r"of [.,;]", {"of .", "of ,", "of ;"}),
    (r"\b(?:at|of) [.,]", {" .", " ,"}),
    (r"ab{0,3}[cd]", {"a"}),
    (r"[!?]{2,}", {"!", "?"}),
    (r"\[[^\]]+\]", {"["}),
    (r"(?!todo)\w+x", {"x"}),
    (r"(?<=ab)\w", {"ab"}),
    (r"\w+(?=\s?years)", {"years"}),
    (r"(a(?:bcde|fghi)|jklm)n", {"bcde", "fghi", "jklm"}),
]
NONE = [r"\p{Ll}{2}", r"x?y*", r"cat|\w+", r"(?:abc)?", r"[^a]", r"[a-z]+", r".", r"(?:cat|x*)"]


@pytest.mark.parametrize(("expression", "wanted"), CASES, ids=[expression for expression, _ in CASES])
def test_what_must_be_there(expression, wanted):
    assert needles(expression) == wanted


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        pytest.param(r"\bNAME OF [A-Z]{3}", {"NAME OF "}, id="as written"),
        pytest.param(r"[XN]{1,2} years", {" years"}, id="a set stays as it is"),
        pytest.param(r"(?i:NAME) OF", {"name"}, id="folded, as a part of it does not mind the case"),
    ],
)
def test_where_the_case_counts(expression, wanted):
    assert needles(expression, case=True) == wanted


@pytest.mark.parametrize("expression", NONE)
def test_nothing_must_be_there(expression):
    assert needles(expression) is None


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"(?si)name.of", "NAME OF"),
        (r"(?mi:name)", "NAME"),
        (r"(?i)\d\d\d", "123"),
        (r"(?x) name of", "nameof"),
        (r"(?V1)[[a-z]--[b]]", "a"),
        (r"(?:figure){e<=1}", "figune"),
        (r"(?(DEFINE)(?<n>name))of", "of"),
        (r"(x)?(?(1)yes|no)", "no"),
        (r"don\u2019t", "don’t"),
        (r"\x41b", "Ab"),
        (r"\101b", "Ab"),
        (r"(?<n>name|title)\g<n>", "namename"),
    ],
)
def test_what_is_rare_is_not_taken_for_letters(expression, text):
    assert regex.search(expression, text)
    for case in (True, False):
        wanted = needles(expression, case=case)
        asked = text if minds_case(expression, case=case) else text.casefold()
        assert wanted is None or any(needle in asked for needle in wanted)


def expressions(patterns: tuple[Pattern, ...]):
    for pattern in patterns:
        if isinstance(pattern, Regex):
            yield pattern
        inner = [*getattr(pattern, "members", ()), *pattern.unless, getattr(pattern, "member", None), pattern.then]
        yield from expressions(tuple(each for each in inner if each is not None))


def test_no_expression_of_a_rule_hits_a_text_without_its_needles():
    rules = read_all()[0].rules.values()
    texts = [example.text for rule in rules for example in rule.violations + rule.fine]
    listed = {each for rule in rules for each in expressions(rule.forbid + rule.require + rule.unless)}
    hits = 0
    for each in listed:
        wanted = needles(each.regex, case=each.case)
        compiled = regex.compile(each.regex, 0 if each.case else regex.IGNORECASE)
        for text in texts if wanted is not None else ():
            if compiled.search(text):
                hits += 1
                asked = text if minds_case(each.regex, case=each.case) else text.casefold()
                assert any(needle in asked for needle in wanted), (each.regex, text)
    assert hits > 100
