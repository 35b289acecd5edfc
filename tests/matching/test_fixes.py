"""Which fixes may be made, and which of them at once."""

import pytest

from notelint.drafts.read import from_text
from notelint.matching.fixes import Fix, fixes, together
from notelint.types import DraftReport, Edit, KindFinding, Span, Suggestion, Violation

TEXT = "Dear Ms. Okafor,\n\nOne two three four.\n\nKind regards,\nJo Park\n"


def violation(rule, words, text, *, safe=False, slots=(), at=None):
    start = TEXT.index(words)
    edit = Edit(Span(start, start + len(words)) if at is None else Span(start + at, start + at), text)
    offered = Suggestion(text, (edit,), slots)
    return Violation(
        rule, "warning", "m", "w", Span(start, start + len(words)), words, "body", () if safe else (offered,),
        offered if safe else None, (), "f",
    )  # fmt: skip


def report(*violations, suppressed=()):
    return DraftReport(
        from_text(TEXT, "a.txt"), KindFinding("thank-you", "inferred"), 4, violations, (), suppressed=suppressed
    )


@pytest.mark.parametrize(
    ("found", "made", "left"),
    [
        pytest.param([("b", "One", "1"), ("a", "two", "2")], ["b", "a"], [], id="apart, in the order of the text"),
        pytest.param([("b", "One two", "x"), ("a", "two three", "y")], ["b"], ["a"], id="overlapping: the first in the text"),
        pytest.param([("b", "two", "x"), ("a", "two", "y")], ["a"], ["b"], id="the same words: by the rule's name"),
        pytest.param([("a", "One two three", "x"), ("b", "two", "y", True)], ["b"], ["a"], id="what is safe comes first"),
        pytest.param([("a", "four.", "x", False, (), 5), ("b", "four.", "y", False, (), 5)], ["a"], ["b"], id="two insertions"),
        pytest.param([("a", "One", "x", False, ("day",))], [], [], id="an open slot"),
        pytest.param([("a", "One", "One")], [], [], id="no change"),
    ],
)  # fmt: skip
def test_what_is_made_at_once(found, made, left):
    rows = [
        violation(rule, words, text, safe=bool(more and more[0]), slots=more[1] if len(more) > 1 else (), at=more[2] if len(more) > 2 else None)
        for rule, words, text, *more in found
    ]  # fmt: skip
    chosen, others = together(fixes(report(*rows), unsafe=True))
    assert ([fix.violation.rule for fix in chosen], [fix.violation.rule for fix in others]) == (made, left)


def test_nothing_is_rewritten_that_somebody_asked_to_keep():
    asked = report(
        violation("a", "One two", "x"), violation("b", "three", "y"), suppressed=(violation("c", "two", "z"),)
    )
    refused = {fix.violation.rule: bool(fix.refused) for fix in fixes(asked, unsafe=True)}
    assert refused == {"a": True, "b": False}


def test_rewrites_are_left_out_unless_they_are_asked_for():
    found = report(violation("a", "One", "x"), violation("b", "two", "y", safe=True))
    assert [(type(fix), fix.violation.rule, fix.safe) for fix in fixes(found)] == [(Fix, "b", True)]
