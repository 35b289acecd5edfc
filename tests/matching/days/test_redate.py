"""A date phrase with another day in it, in the style in which each of its parts is written."""

import re
from datetime import date

import pytest

from notelint.drafts import edits
from notelint.drafts.read import from_text
from notelint.matching.days.redate import redated
from notelint.types import DatePhrase, Span

PARTS = re.compile(
    r"(?P<year>\d{4})|(?P<month>(?<=\d-)\d\d(?=-)|(?:Nov|Dec)\w*)|(?P<weekday>(?:Tue|Wed)\w*)|(?P<day>\d\d?)",
    re.IGNORECASE,
)


def phrase(draft, words):
    """The words as a phrase, with the places of its parts."""
    start = draft.text.index(words)
    spans = [(found.lastgroup, Span(*found.span())) for found in PARTS.finditer(draft.text, start, start + len(words))]
    return DatePhrase(
        kind="full-date", span=Span(start, start + len(words)), text=words, sentence=0, spans=tuple(spans)
    )


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("We met on Tuesday, 24 November 2026.", "Tuesday, 24 November 2026",
                     "We met on Wednesday, 2 December 2026.", id="in full"),
        pytest.param("We met on TUE, NOV 24.", "TUE, NOV 24", "We met on WED, DEC 2.", id="shortened, in capitals"),
        pytest.param("We met on November 24th.", "November 24th", "We met on December 2nd.", id="with its ending"),
        pytest.param("We met on 2026-11-24.", "2026-11-24", "We met on 2026-12-02.", id="in numbers"),
        pytest.param("We met on the 05 Nov.", "05 Nov", "We met on the 02 Dec.", id="with a nought"),
        pytest.param("24 November was fine.", "24 November", "2 December was fine.", id="at the beginning of the draft"),
        pytest.param("24 November was fine -", "24 November", "2 December was fine -", id="of one that ends in a dash"),
    ],
)  # fmt: skip
def test_another_day_in_the_same_style(text, words, expected):
    draft = from_text(text, "note.txt")
    suggestion = redated(phrase(draft, words), date(2026, 12, 2), draft)
    assert edits.apply(text, suggestion.edits) == expected
    assert suggestion.text in expected
