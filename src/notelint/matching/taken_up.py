"""Where a draft takes up what its headers list: what was talked about, doubted or found in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from notelint.matching.comparing import topics
from notelint.matching.comparing.topics import Topic
from notelint.matching.scan import Range
from notelint.types import Analysis, Listed, Sentence


class TakenUp:
    """The things that the headers of a draft list, found in its sentences when a rule asks.

    Args:
        analysis: of the draft.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._known: dict[Listed, dict[int, list[Range]]] = {}

    def sentences(self, keys: Iterable[Listed]) -> list[int]:
        """The sentences that take up something listed under one of these header keys, in order."""
        return sorted({number for key in keys for number in self._of(key)})

    def hits(self, keys: Iterable[Listed], sentence: int) -> list[Range]:
        """The tokens [first, last) of a sentence that take something up, in order.

        They are those that name it; all of the sentence where it is meant by other words.
        """
        return sorted({hit for key in keys for hit in self._of(key).get(sentence, ())})

    def _of(self, key: Listed) -> dict[int, list[Range]]:
        known = self._known.get(key)
        if known is None:
            listed = topics.listed(self._analysis.draft.headers, key)
            found = {one.index: _taken_up(listed, one) for one in self._analysis.sentences} if listed else {}
            known = self._known[key] = {number: hits for number, hits in found.items() if hits}
        return known


def _taken_up(listed: Sequence[Topic], sentence: Sentence) -> list[Range]:
    words = topics.words_of(sentence)
    return [_range(topic, sentence) for topic in listed if topic.is_in(words)]


def _range(topic: Topic, sentence: Sentence) -> Range:
    named = [token.i for token in sentence.tokens if topic.is_told_in(topics.in_order([token]))]
    return (named[0], named[-1] + 1) if named else (0, len(sentence.tokens))
