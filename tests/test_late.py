"""An expression that is compiled when it is first used does what a compiled one does."""

import re

import pytest

from notelint.late import late


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "findall", "split"])
def test_it_does_what_a_compiled_one_does(method):
    expression, text = r"(a)(b?)", "AB ab c"
    shown = [
        found.groups()
        if isinstance(found := getattr(one(expression, re.IGNORECASE), method)(text), re.Match)
        else found
        for one in (late, re.compile)
    ]
    assert shown[0] == shown[1]


def test_it_knows_itself():
    assert (late("a+").pattern, late("a+", re.DOTALL).flags) == ("a+", re.compile("a+", re.DOTALL).flags)


def test_a_wrong_one_is_found_when_it_is_used():
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("")
