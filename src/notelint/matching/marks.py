"""What is marked: from hits to the spans that a reader sees."""

from __future__ import annotations

from collections.abc import Iterable

from notelint.matching.find import Finder, Found
from notelint.types import Match, Sentence, Span

_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})


def match_of(finder: Finder, hit: Found) -> Match:
    """The match of a hit: the span that its pattern marks."""
    sentence = finder.analysis.sentences[hit.sentence]
    mark = hit.node.pattern.mark
    span = hit.exact if hit.exact is not None and mark == "match" else sentence.hull(hit.first, hit.last)
    if mark == "sentence":
        span = sentence.span
    elif mark == "clause":
        own = finder.clause(hit).own
        span = sentence.hull(own[0], own[-1] + 1)
    elif mark == "phrase":
        span = sentence.hull(*_phrase(sentence, hit.first, hit.last))
    return Match(span, hit.node.pattern.confidence)


def merge(matches: Iterable[Match]) -> list[Match]:
    """Overlapping matches of one rule become one: the widest; the higher confidence wins."""
    merged: list[Match] = []
    for match in sorted(matches, key=lambda item: (item.span.start, -item.span.end)):
        if merged and match.span.start < merged[-1].span.end:
            last = merged[-1]
            confidence = "full" if "full" in {last.confidence, match.confidence} else "low"
            merged[-1] = Match(Span(last.span.start, max(last.span.end, match.span.end)), confidence)
        else:
            merged.append(match)
    return merged


def _phrase(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The run of determiners, adjectives and nouns around the tokens [first, last), with an of-phrase after it."""
    tokens = sentence.tokens
    while first > 0 and tokens[first - 1].pos in _PHRASE and tokens[first - 1].clause == tokens[first].clause:
        first -= 1
    while last < len(tokens) and tokens[last].pos in _PHRASE:
        last += 1
    return first, last
