"""What is marked: from hits to the spans that a reader sees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from notelint.matching.find import Finder
from notelint.matching.found import Found
from notelint.types import Match, Sentence, Span, Token, Weighed, Words

_HEADS = frozenset({"NOUN", "PROPN", "NUM"})
_NOMINAL = _HEADS | {"ADJ"}
_VERBAL = frozenset({"VERB", "AUX", "ADV", "PART"})
_LEADING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART"})  # words that lead on to what follows
_STOPPING = frozenset({"PUNCT", "CCONJ", "SCONJ"})
_POSSESSIVE = frozenset({
    "my", "your", "his", "her", "its", "our", "their", "whose", "this", "that", "these", "those", "some", "any",
})  # fmt: skip


def match_of(finder: Finder, hit: Found) -> Match:
    """The match of a hit: the span that its pattern marks."""
    sentence = finder.analysis.sentences[hit.sentence]
    mark = hit.node.pattern.mark
    if hit.regex_span is not None and mark == "match":
        span = hit.regex_span
    else:
        said = isinstance(hit.node.pattern, Words)  # the very words that the rule names
        span = sentence.hull(*readable(sentence, hit.first, hit.last, on=not said))
    if mark == "sentence":
        span = sentence.span
    elif mark == "clause":
        own = finder.clause(hit).own
        span = sentence.hull(*readable(sentence, own[0], own[-1] + 1))
    elif mark == "phrase":
        span = sentence.hull(*phrase(sentence, hit.first, hit.last))
    return Match(span, confidence(finder, hit))


def confidence(finder: Finder, hit: Found) -> Literal["full", "low"]:
    """How sure a hit is: as its pattern says, but in full where the sentence weighs so much that it is sure."""
    pattern = hit.node.pattern
    if isinstance(pattern, Weighed):
        weight = finder.scales.weight(finder.analysis.sentences[hit.sentence], pattern.weighs)
        return "full" if weight >= pattern.sure else pattern.confidence
    return pattern.confidence


def readable(sentence: Sentence, first: int, last: int, *, on: bool = True) -> tuple[int, int]:
    """The tokens [first, last), widened until they can be quoted.

    No word is cut (“n't stopped smiling”); and what ends with a word that leads on to the next (“runs out on”), or
    within brackets, goes on to the next comma, conjunction or bracket.

    Args:
        sentence: theirs.
        first: of the tokens.
        last: behind the last of them.
        on: whether they go on.
    """
    tokens = sentence.tokens
    while first > 0 and _is_one_word(tokens[first - 1], tokens[first]):
        first -= 1
    last = _word_end(tokens, last)
    words = [token.text for token in tokens[first:last]]
    if on and words.count("(") > words.count(")"):
        last = next((i + 1 for i in range(last, len(tokens)) if tokens[i].text == ")"), last)
    elif on and (tokens[last - 1].pos in _LEADING or tokens[last - 1].lower in _POSSESSIVE):
        while last < len(tokens) and tokens[last].pos not in _STOPPING:
            last = _word_end(tokens, last + 1)
    return first, last


def _word_end(tokens: tuple[Token, ...], last: int) -> int:
    """Behind the last piece of the word that a token ends or goes on in."""
    while 0 < last < len(tokens) and _is_one_word(tokens[last - 1], tokens[last]):
        last += 1
    return last


def _is_one_word(before: Token, token: Token) -> bool:
    """Whether two tokens are pieces of one word, as “have” and “n't”, or “twenty” and the hyphen behind it."""
    marks = [each for each in (before, token) if each.pos == "PUNCT"]
    return before.span.end == token.span.start and all(each.text == "-" for each in marks)


def merge(matches: Iterable[Match]) -> list[Match]:
    """Matches of one rule that overlap, directly or through others, become one: their hull.

    Its confidence is full when that of any of them is.
    """
    merged: list[Match] = []
    for match in sorted(matches, key=lambda item: item.span):
        last = merged[-1] if merged else None
        if last is None or match.span.start >= last.span.end:
            merged.append(match)
        else:
            span = Span(last.span.start, max(last.span.end, match.span.end))
            merged[-1] = Match(span, match.confidence if last.confidence == "low" else "full")
    return merged


def phrase(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The smallest noun or verb phrase around the tokens [first, last), told by parts of speech.

    A noun phrase runs from its determiner to its last noun, with of-phrases after it; a verb phrase over auxiliaries,
    particles and adverbs. Each end is widened by what stands there; neither crosses into another clause.
    """
    tokens = sentence.tokens
    begin = _nominal_start if tokens[first].pos in _NOMINAL else _verbal_start
    first = begin(tokens, first)
    if tokens[last - 1].pos in _NOMINAL or _determines(tokens[last - 1]):
        return first, _nominal_end(tokens, last)
    while last < len(tokens) and tokens[last - 1].pos in _VERBAL and _joined(tokens, last, last - 1, _VERBAL):
        last += 1
    return first, last


def _determines(token: Token) -> bool:
    return token.pos == "DET" or (token.pos == "PRON" and token.lower in _POSSESSIVE)


def _joined(tokens: tuple[Token, ...], at: int, beside: int, kinds: frozenset[str]) -> bool:
    return tokens[at].pos in kinds and tokens[at].clause == tokens[beside].clause


def _nominal_start(tokens: tuple[Token, ...], first: int) -> int:
    clause = tokens[first].clause
    while first > 0 and tokens[first - 1].clause == clause:
        before = tokens[first - 1]
        if _determines(before):
            return first - 2 if first > 1 and tokens[first - 2].pos == "DET" else first - 1
        linked = before.text in {"-", "'s", "'"} and first > 1 and tokens[first - 2].pos in _NOMINAL
        if before.pos not in _NOMINAL and not linked:
            break
        first -= 1
    return first


def _verbal_start(tokens: tuple[Token, ...], first: int) -> int:
    while first > 0 and tokens[first].pos in _VERBAL and _joined(tokens, first - 1, first, _VERBAL):
        first -= 1
    return first


def _nominal_end(tokens: tuple[Token, ...], last: int) -> int:
    """After the last noun of the run that begins here, and after the of-phrases that follow it."""
    clause = tokens[last - 1].clause
    end = at = last
    while at < len(tokens) and tokens[at].clause == clause:
        token = tokens[at]
        if token.pos in _HEADS:
            end = at + 1
        elif not _continues(tokens, at, end):
            break
        at += 1
    return end


def _continues(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """Whether a noun phrase that has reached `end` may go on with this token, a noun to follow."""
    token = tokens[at]
    if token.pos == "ADJ" or token.text in {"-", "'s"} or (token.lower == "of" and at == end):
        return True
    return _determines(token) and at > end and tokens[end].lower == "of"
