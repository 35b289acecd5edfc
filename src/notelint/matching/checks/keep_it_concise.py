"""A body that is too long to be read, or too short to say what a message of its kind must say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from notelint.language.count import count_words
from notelint.matching.checks.said import Context, Fault
from notelint.matching.places import place_of
from notelint.types import KINDS, DraftKind, Paragraph, Span, WordRange

_NAMES: dict[DraftKind, str] = {
    "thank-you": "a thank-you note", "follow-up": "a follow-up", "reminder": "a reminder", "unknown": "any message",
}  # fmt: skip
_TO_SAY: dict[DraftKind, str] = {
    "thank-you": "say what you talked about, and what you can do for the team",
    "follow-up": "say which interview it follows, that you still want the job, and ask what comes next",
    "reminder": "say which message it comes back to, and what you would like to know",
    "unknown": "say why you write, and what you would like to hear",
}
_ENOUGH: dict[DraftKind, str] = {
    "thank-you": "thanks, one thing that you talked about and one that you can do are enough",
    "follow-up": "your question and one reason why you want the job are enough",
    "reminder": "your question, and which message it comes back to, are enough",
    "unknown": "what the reader needs for an answer is enough",
}


def check(context: Context) -> Iterator[Fault]:
    """One fault when the body has fewer or more words than its kind may have.

    Too short, it is at the body's last sentence; too long, at the first sentence of the longest paragraph. A draft of
    unknown kind is too short or too long when it would be so as a draft of any kind.
    """
    kind = context.analysis.kind.kind
    body = [paragraph for paragraph in context.analysis.paragraphs if paragraph.region == "body"]
    words = sum(count_words(paragraph.text) for paragraph in body)
    least, most = _bounds(context, kind)
    if words < least:
        few = f"{words} {'word' if words == 1 else 'words'} is short for {_NAMES[kind]} (at least {least})"
        if not words:
            few = f"Nothing is written yet; {_NAMES[kind]} has at least {least} words"
        yield Fault(place_of("body", context.analysis), f"{few}: {_TO_SAY[kind]}.", missing="words")
    elif words > most:
        many = f"{words} words is long for {_NAMES[kind]} (at most {most})"
        longest = max(body, key=lambda paragraph: count_words(paragraph.text))
        where = f"with this paragraph, the longest ({count_words(longest.text)} words)" if len(body) > 1 else "here"
        yield Fault(_opening(longest, context), f"{many}. Start cutting {where}: {_ENOUGH[kind]}.", about="words")


def _bounds(context: Context, kind: DraftKind) -> WordRange:
    kinds = KINDS if kind == "unknown" else (kind,)
    bounds = [cast("WordRange", context.options[name]) for name in kinds]
    return WordRange(min(one.least for one in bounds), max(one.most for one in bounds))


def _opening(paragraph: Paragraph, context: Context) -> Span:
    return next(sentence.span for sentence in context.analysis.sentences if sentence.paragraph == paragraph.index)
