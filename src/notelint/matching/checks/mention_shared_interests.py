"""A shared interest that is not mentioned, or more than once."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.matching.checks.said import Context, Fault
from notelint.matching.comparing import topics
from notelint.matching.places import insertion, place_of
from notelint.types import Analysis, Suggestion

_PROSE = frozenset({"body", "postscript"})


def check(context: Context) -> Iterator[Fault]:
    """One fault when none of the interests is mentioned, and one for each further sentence about the same."""
    analysis = context.analysis
    interests = topics.listed(analysis.draft.headers, "shared_interests")
    prose = [(sentence.span, topics.words_of(sentence)) for sentence in analysis.sentences if sentence.region in _PROSE]
    if interests and not any(topic.is_in(words) for topic in interests for _, words in prose):
        yield _missing(interests[0].text, len(interests), analysis)
    for topic in interests:
        named = [span for span, words in prose if topic.is_named_in(words)]
        for again in named[1:]:
            yield Fault(again, f"This comes back to “{topic.text}”; one sentence about it is enough.")


def _missing(interest: str, count: int, analysis: Analysis) -> Fault:
    words = f"I was glad to find that we share an interest in {interest}."
    suggestion = Suggestion(words, (insertion("body", words, analysis),))
    message = f"You share “{interest}”" + (" and more" if count > 1 else "") + ", but do not mention it."
    return Fault(place_of("body", analysis), message, suggestion, missing=interest)
