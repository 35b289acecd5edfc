"""Learned weights: what the words of a sentence, a few in a row, and who does or asks what are worth together.

A weight is the coefficient of a logistic regression over the labelled corpus, so a sentence above 0 is, in the corpus,
more often than not what its rule looks for. The more features a sentence has, the less each counts: else long sentences
would weigh more for their length alone. Names and numbers count by their kind alone, so that nothing hangs on a
person, a company or a sum.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, partial
from typing import NamedTuple

import numpy as np

from notelint.matching.feature_keys import MOST, keys_of
from notelint.matching.features import Passage, features, is_fragment, word
from notelint.matching.found import Found
from notelint.matching.parts import parts
from notelint.matching.weight_index import HUNDREDTHS, Weight, WeightIndex
from notelint.types import Clause, Sentence, Weighed

_NORM = 36  # features of a sentence of which each counts in full


class _Weights(NamedTuple):
    """What the sentences of a draft weigh.

    Attributes:
        sentences: of each column what each sentence weighs.
        parts: of a sentence the tokens of each of its parts, and what that weighs, by column.
    """

    sentences: list[list[float]]
    parts: dict[int, list[tuple[frozenset[int], list[float]]]]


class Scales:
    """Weighs the sentences of one draft and their parts, all of them when the first is asked for.

    Args:
        made: all weights.
        sentences: those of the draft, in order.
        weigh: what weighs them, where drafts are weighed together.
    """

    def __init__(
        self, made: WeightIndex, sentences: Sequence[Sentence], weigh: Callable[[], _Weights] | None = None
    ) -> None:
        self._made = made
        self._weigh = weigh or (lambda: _weighed(made, [sentences])[0])
        self._sentences = sentences
        self._ranges: dict[tuple[str, float, float, int], frozenset[int]] = {}

    @classmethod
    def all_of(cls, made: WeightIndex, drafts: Sequence[Sequence[Sentence]]) -> list[Scales]:
        """The scales of several drafts, weighed together when the first is asked, in a fifth less time than one by one.

        Args:
            made: all weights.
            drafts: the sentences of each.
        """
        together = cache(partial(_weighed, made, drafts))

        def weighed(at: int) -> _Weights:
            return together()[at]

        return [cls(made, sentences, partial(weighed, at)) for at, sentences in enumerate(drafts)]

    def weight(self, sentence: Sentence, name: str) -> float:
        """What a sentence weighs: the base, and all its features, or a part of it; no number of a fragment."""
        return self._column(name)[sentence.index]

    def within(self, pattern: Weighed) -> frozenset[int]:
        """The numbers of the sentences whose weight and length a pattern wants."""
        key = pattern.weighs, pattern.at_least, pattern.below, pattern.min_words
        known = self._ranges.get(key)
        if known is None:
            weights, words = self._column(pattern.weighs), self._lengths
            known = self._ranges[key] = frozenset(
                [
                    at
                    for at, weight in enumerate(weights)
                    if pattern.at_least <= weight < pattern.below and words[at] >= pattern.min_words
                ]
            )
        return known

    @cached_property
    def _lengths(self) -> list[int]:
        """How many words each sentence has, marks not counted."""
        return [sum(token.pos != "PUNCT" for token in each.tokens) for each in self._sentences]

    def struck(self, gate: Weighed) -> frozenset[int]:
        """The numbers of the sentences in which a gate strikes whatever is found there."""
        light = self.within(gate)
        return light if gate.below == math.inf else light - self._with_heavy_part(gate.weighs)

    def outweighs(self, gate: Weighed, hit: Found) -> bool:
        """Whether a part with a word of the hit weighs so much by itself that a gate lets it through.

        A gate strikes what weighs `below` something; another never lets anything through.
        """
        if gate.below == math.inf or hit.sentence not in self._with_heavy_part(gate.weighs):
            return False
        column, touched = self._made.columns[gate.weighs], range(hit.first, hit.last)
        heavy = self._made.heavy[column]
        return any(
            weights[column] >= heavy and not part.isdisjoint(touched)
            for part, weights in self._weights.parts[hit.sentence]
        )

    def _with_heavy_part(self, name: str) -> frozenset[int]:
        """The numbers of the sentences of which a part by itself is heavy."""
        return self._heavy[self._made.columns[name]]

    @cached_property
    def _heavy(self) -> list[frozenset[int]]:
        """The same by column."""
        parted = self._weights.parts.items()
        return [
            frozenset([number for number, each in parted if any(weights[column] >= heavy for _, weights in each)])
            for column, heavy in enumerate(self._made.heavy)
        ]

    def _column(self, name: str) -> list[float]:
        """What each sentence weighs."""
        return self._weights.sentences[self._made.columns[name]]

    @cached_property
    def _weights(self) -> _Weights:
        return self._weigh()

    def telling(self, sentence: Sentence, name: str) -> list[tuple[str, float]]:
        """The features of what weighs in a sentence that count, those that count most first."""
        listed = list(features(sentence, self._weighing(sentence, name)))
        worth = zip(listed, self._made.worth(listed, name), strict=True)
        found = [(feature, share(len(listed)) * each) for feature, each in worth if each]
        return sorted(found, key=lambda pair: (-abs(pair[1]), pair[0]))

    def heaviest(self, sentence: Sentence, name: str) -> Clause:
        """The clause whose own words count most, in the part that weighs."""
        part = self._weighing(sentence, name)
        clauses = [clause for clause in sentence.clauses if part is None or clause.head in part] or sentence.clauses
        if len(clauses) == 1:
            return clauses[0]
        own = {clause.index: sorted({word(sentence.tokens[i]) for i in clause.own}) for clause in clauses}
        listed = sorted(set().union(*own.values()))
        worth = dict(zip(listed, self._made.worth(listed, name), strict=True))
        return max(clauses, key=lambda clause: sum(worth[each] for each in own[clause.index]))

    def _weighing(self, sentence: Sentence, name: str) -> frozenset[int] | None:
        """The tokens of the part for which a sentence weighs what it does; None when it does so as a whole."""
        column = self._made.columns[name]
        whole, discount = self._weights.sentences[column][sentence.index], self._made.discount[column]
        parted = self._weights.parts.get(sentence.index, ())
        return next((part for part, weights in parted if weights[column] - discount >= whole), None)


def _weighed(made: WeightIndex, drafts: Sequence[Sequence[Sentence]]) -> list[_Weights]:
    """What the sentences of each draft weigh; those that come again are not weighed again."""
    own = {_same(each): each for sentences in drafts for each in sentences}
    known = {key: made.lately.take(each) for key, each in own.items()}
    new = _weights(made, [each for key, each in own.items() if known[key] is None])
    weights = {key: weight or next(new) for key, weight in known.items()}
    for key, each in own.items():
        made.lately.put(each, weights[key])
    return [_of_draft([weights[_same(each)] for each in sentences], len(made.columns)) for sentences in drafts]


def _same(sentence: Sentence) -> int:
    """The number of a sentence, or one that comes again: whether the clauses are the same tells."""
    return id(sentence.clauses or sentence)


def _of_draft(weights: Sequence[Weight], columns: int) -> _Weights:
    by_column = list(map(list, zip(*(weight.whole for weight in weights), strict=True)))
    return _Weights(
        by_column or [[]] * columns, {at: weight.parts for at, weight in enumerate(weights) if weight.parts}
    )


def _weights(made: WeightIndex, sentences: Sequence[Sentence]) -> Iterator[Weight]:
    """What each sentence weighs."""
    split = [parts(each) for each in sentences]
    passages: list[Passage] = []
    for each, own in zip(sentences, split, strict=True):
        passages += [(each, None), *((each, part) for part in own)]
    totals = _totals(made, passages)
    first = 0
    for each, own in zip(sentences, split, strict=True):
        whole, apart = totals[first], totals[first + 1 : first + 1 + len(own)]
        first += 1 + len(own)
        if is_fragment(each):
            whole = np.full_like(whole, math.nan)  # neither more nor less than anything
        elif own:
            whole = np.maximum(whole, apart.max(axis=0) - made.discount)
        yield Weight(whole.tolist(), list(zip(own, apart.tolist(), strict=True)))


def _totals(made: WeightIndex, passages: Sequence[Passage]) -> np.ndarray:
    """What passages weigh: a row for each, a column for each name."""
    weights = np.zeros((len(passages), len(made.columns)))
    for at in range(0, len(passages), MOST):
        some = passages[at : at + MOST]
        found, number = keys_of(some)
        entries, counts = made.entries(found)
        places = number.repeat(counts).astype(np.intp) * len(made.columns) + made.names[entries]
        sums = np.bincount(places, made.worths[entries], len(some) * len(made.columns))
        shares = [share(count) / HUNDREDTHS for count in np.bincount(number).tolist()]  # no passage is without features
        weights[at : at + MOST] = made.base + np.array(shares)[:, np.newaxis] * sums.reshape(len(some), -1)
    return weights


def share(count: int) -> float:
    """How much each of so many features counts."""
    return math.sqrt(_NORM / max(count, 1))
