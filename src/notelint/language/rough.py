"""Sentences by their marks alone, without a parse: for drafts that are not judged but compared with.

The draft that is judged is cut in the same way where it is compared, so that equal words give equal sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from notelint.drafts.words import ends_abbreviated
from notelint.late import late
from notelint.types import Act, Clause, Paragraph, Sentence

_END = late(r"[.!?…]+[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])")
_REQUEST = late(
    r"\b(?:please|kindly|(?:could|can|would|will) you|may i (?:ask|know)|wonder(?:ing|ed)?|curious"
    r"|any (?:news|update|word)\b|let me know (?!if (?:i|you|there)\b)"
    r"|(?:grateful|thankful|obliged) (?:if|for (?:any|an?)\b)"
    r"|appreciate (?:it if|any|an?|hearing)\b"
    r"|(?:would|'d) (?:very much |really )?(?:love|like|be (?:glad|happy|pleased)) to (?:hear|know|learn))",
    re.IGNORECASE,
)
_OPENING = 2  # sentences


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each sentence of a normalised paragraph; a title or an initial ends none."""
    start = 0
    for match in _END.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if not (match[0].startswith(". ") and ends_abbreviated(text[start : match.start()])):
            yield start, end
            start = match.end()
    if start < len(text):
        yield start, len(text)


def sentences(paragraphs: Iterable[Paragraph]) -> tuple[Sentence, ...]:
    """The sentences of a draft, without tokens, each with one clause that says no more than what it does."""
    found: list[Sentence] = []
    in_body = 0
    for paragraph in paragraphs:
        for start, end in spans(paragraph.text):
            body = paragraph.region == "body"
            opening = body and in_body < _OPENING
            clause = _clause(_act(paragraph.text[start:end]))
            span = paragraph.span(start, end)
            found.append(Sentence(len(found), span, paragraph.region, paragraph.index, opening, (), (clause,)))
            in_body += body
    return tuple(found)


def _act(text: str) -> Act:
    if _REQUEST.search(text):
        return "request"
    return "question" if text.endswith("?") else "statement"


def _clause(act: Act) -> Clause:
    return Clause(0, 0, None, "nobody", (), (), (), act, "own", "positive", "", "present")
