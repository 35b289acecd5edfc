"""The same word twice in a row, or two articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from notelint.language.normalise import quoted_ranges
from notelint.matching.checks.said import Context, Fault
from notelint.matching.reading.doublings import is_slip, is_slip_of_articles
from notelint.types import Draft, Edit, Paragraph, Sentence, Span, Suggestion

_REGIONS = frozenset({"subject", "greeting", "body", "postscript"})
_TWO = frozenset({"a", "an", "the"})
_RUN = re.compile(r"[a-z]+")
_BEFORE, _AFTER = r"(?<![\w'.@/&-])", r"(?![\w'@/&-])(?!\.\w)"
_TWICE = re.compile(rf"{_BEFORE}(?P<one>[^\W\d_]+)(?: (?P=one))* (?P<last>(?P=one)){_AFTER}", re.IGNORECASE)
_ARTICLES = re.compile(rf"{_BEFORE}(?P<one>an?|the) (?!(?P=one)\b)(?P<last>an?|the){_AFTER}")


def check(context: Context) -> Iterator[Fault]:
    """One fault for each word that stands twice or more in a row, with nothing but blanks or a line end between.

    Silent at what somebody else said and at doublings that are English or names; see `is_slip`.
    """
    analysis = context.analysis
    suspect = [each for each in analysis.paragraphs if each.region in _REGIONS and _is_suspect(each.text)]
    if not suspect:
        return
    places = {token.span.start: (sentence, token.i) for sentence in analysis.sentences for token in sentence.tokens}
    for paragraph in suspect:
        yield from _in(paragraph, places, analysis.draft)


def _is_suspect(text: str) -> bool:
    """Whether the same word or two articles follow each other, whatever stands between; in few paragraphs they do.

    Looking for a repetition at each letter takes ten times as long. Beyond ASCII, small letters are told apart in other
    ways than those of `re`, so nothing is left out there.
    """
    if not text.isascii():
        return True
    words = _RUN.findall(text.lower())
    return any(one == other or (one in _TWO and other in _TWO) for one, other in pairwise(words))


def _in(paragraph: Paragraph, places: Mapping[int, tuple[Sentence, int]], draft: Draft) -> Iterator[Fault]:
    quoted = {place for start, end in quoted_ranges(paragraph.text) for place in range(start, end)}
    for match in (*_TWICE.finditer(paragraph.text), *_ARTICLES.finditer(paragraph.text)):
        first, last = paragraph.span(*match.span("one")), paragraph.span(*match.span("last"))
        start, end = places.get(first.start), places.get(last.start)
        if start is None or end is None or start[0] is not end[0] or match.start() in quoted:
            continue  # the model may see a sentence end between them
        same = match["one"].lower() == match["last"].lower()
        if (is_slip if same else is_slip_of_articles)(start[0].tokens, start[1], end[1]):
            yield _fault(first, last, match.group(), draft, same=same)


def _fault(first: Span, last: Span, words: str, draft: Draft, *, same: bool) -> Fault:
    span = Span(first.start, last.end)
    one = Suggestion(draft.slice(first), _edits(first, last, draft.slice(first), draft))
    if same:
        return Fault(span, f"“{words}”: one of them is enough.", one, fix=one if one.edits else None)
    other = Suggestion(draft.slice(last), _edits(first, last, draft.slice(last), draft))
    return Fault(span, f"“{words}”: keep one of the two.", one, (other,))


def _edits(first: Span, last: Span, kept: str, draft: Draft) -> tuple[Edit, ...]:
    """One that leaves a single word, or none when marks of emphasis stand between that would be torn apart."""
    marks = (character for character in draft.text[first.end : last.start] if not character.isalpha())
    if any(character.isprintable() and not character.isspace() for character in marks):
        return ()
    return (_edit(first, last, kept, draft),)


def _edit(first: Span, last: Span, kept: str, draft: Draft) -> Edit:
    """When a line ends between the words the one that is left begins the next, so that the lines stay as they are."""
    blanks = re.findall(r"\s+", draft.text[first.end : last.start])
    line_end = next((blank for blank in blanks if "\n" in blank or "\r" in blank), None)
    if line_end and draft.text[first.start - 1 : first.start] == " ":
        return Edit(Span(first.start - 1, last.end), line_end + kept)
    return Edit(Span(first.start, last.end), kept)
