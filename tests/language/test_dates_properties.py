"""Whatever the words, a phrase is a slice of the draft and means days in order."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.language.dates import find, grammar, resolve
from notelint.language.normalise import lowered
from notelint.types import Analysis, Clause, Draft, KindFinding, Paragraph, Sentence, Span, Token

SAID = (
    "Tuesday Tues. sat Sun next last this the 1st 2 30th 31 of November Nov. May may 2026 29 February , - by on in within "
    "three a couple days weeks business ago end week month mid early tomorrow yesterday's 2026-11-25 31/02/2026 ( ) second "
    "commencing after weekend year quarter today every and"
)
WORDS = st.sampled_from(SAID.split())
DAYS = st.dates(date(1971, 1, 1), date(2198, 12, 31))


def analysis(text, time):
    """A text that is one sentence of one clause and one token."""
    whole = Span(0, len(text))
    token = Token(0, text, text.lower(), text.lower(), "VERB", whole, 0)
    clause = Clause(0, 0, None, "writer", (0,), (0,), (0,), "statement", "own", "positive", "", time)
    sentence = Sentence(0, whole, "body", 0, True, (token,), (clause,))
    piece = Paragraph(0, "body", text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    return Analysis(Draft("x.txt", text), KindFinding("thank-you", "option"), (piece,), (sentence,), 1, True)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), st.sampled_from(["past", "present", "future"]), DAYS)
def test_any_words(text, time, reference):
    end = 0
    for phrase in find(analysis(text, time)):
        assert end <= phrase.span.start < phrase.span.end <= len(text)
        assert text[phrase.span.start : phrase.span.end] == phrase.text
        assert all(phrase.span.start <= span.start < span.end <= phrase.span.end for _, span in phrase.spans)
        end = phrase.span.end
        days = resolve(phrase, reference)
        assert days is None or days.first <= days.last


TABLE = [
    row["says"].replace("[[", "").replace("]]", "")
    for rows in yaml.safe_load((Path(__file__).parent / "dates.yml").read_text(encoding="utf-8")).values()
    for row in rows
    if isinstance(row, dict)
]
RARE = ("the week of June 8", "last May", "by the weekend", "on Sat. morning", "TODAY", "on ſunday")


def test_each_form_is_listed_with_needs_that_can_be_met():
    assert len(grammar.LISTED) == len(grammar.FORMS.strip().splitlines())
    needs = {need for form in grammar.LISTED for need in form.needs}
    assert all(need in grammar.MARKS or need == need.lower() for need in needs)


@pytest.mark.parametrize("form", grammar.LISTED, ids=str)
def test_a_form_that_is_not_tried_would_not_hit(form):
    hit = [text for text in (*TABLE, *RARE) if grammar.compiled(form.form).search(text)]
    assert hit
    assert all(grammar.holds(lowered(text), need) for text in hit for need in form.needs)
