"""Whatever the words, a phrase is a slice of the draft and means days in order."""

from datetime import date

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


FORM_WORDS = st.sampled_from(
    f"{SAID} first third the 3rd of June Jun. early late mid middle beginning start close last this coming past following"
    " quarter few several hours fortnight within over during another now from commencing starting wc 1999-01-02 1/2/2026"
    " Saturday Sat. morning night tonight the day before yesterday after tomorrow at ſunday TODAY".split()
)


@settings(deadline=None, max_examples=500)
@given(st.lists(FORM_WORDS, min_size=1, max_size=7).map(" ".join))
def test_a_form_that_is_not_tried_would_not_hit(text):
    small = lowered(text)
    for form in grammar.LISTED:
        if grammar.compiled(form.form).search(text):
            assert all(grammar.holds(small, need) for need in form.needs)
