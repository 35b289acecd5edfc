"""Cues are found where a plain search finds them."""

import re
from pathlib import Path

import pytest

from notelint.drafts.read import from_bytes
from notelint.language import cued
from notelint.language.cues import CUES
from notelint.language.paragraphs import paragraphs

LETTERS = sorted(Path(__file__).parents[1].joinpath("letters").glob("*.txt"))
SEARCHED = [re.compile(rf"\b(?:{'|'.join(cue.pieces)})", re.IGNORECASE) for cue in CUES]


def searched(text):
    hits = {number: [match.span() for match in cue.finditer(text)] for number, cue in enumerate(SEARCHED)}
    return {number: spans for number, spans in hits.items() if spans}


def found(text):
    hits = {}
    for number, start, end in cued.hits(text, ()):
        hits.setdefault(number, []).append((start, end))
    return hits


@pytest.mark.parametrize("change", [str, str.upper, str.title, lambda text: text.replace("i", "ı").replace("s", "ſ")])
@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_letters(path, change):
    for piece in paragraphs(from_bytes(path.read_bytes(), path.name)):
        assert found(change(piece.text)) == searched(change(piece.text))


@pytest.mark.parametrize(
    "text",
    [
        "I haven't heard back: no answer, no reply.",
        "12 days ago we met; ٣ weeks have passed, and 2 months on",
        "my e-mail of Monday and my second email, re-sending; me again",
        "İ wrote to you twice. I sent you a note",
        "x-my note of May, 'thanks', (thank you)",
    ],
)
def test_odd_places(text):
    assert found(text) == searched(text)


def test_what_was_found_is_looked_for_no_more():
    text, known = "Thank you, thank you, thank you.", set()
    for number, _, _ in cued.hits(text, known):
        assert number not in known
        known.add(number)
    assert known == set(searched(text))
