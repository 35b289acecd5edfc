"""Which sentences of the drafts of one application are the same or nearly the same.

Two sentences are compared word by word, as the share of words that stand in both in the same order (Indel similarity of
rapidfuzz). Pairs that cannot reach it are never looked at: sentences so much alike have one of their rarer words in
common, so each sentence waits at its rarest words (prefix filter), and a sentence meets only those at its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from math import ceil
from typing import NamedTuple

from notelint.drafts.fold import words as folded
from notelint.language import rough
from notelint.language.paragraphs import paragraphs
from notelint.language.people import TITLES, people
from notelint.matching.comparing import together
from notelint.types import Application, Draft, Span

_NEARLY = 0.8
"""The share of words from which two sentences are nearly the same: two of ten may be others."""

_FEW = 100  # sentences; to compare each with each takes no longer than to lay them out, whether one draft asks or all
_ROUNDING = 1e-6  # of the shares of words that rapidfuzz computes
_PROSE = frozenset({"body", "postscript"})
_FIRST = 0xE000  # code points of words, above those that rapidfuzz or Python could read as anything


class Own(NamedTuple):
    """A sentence of a draft: where it is, and the number that all equal ones share."""

    span: Span
    number: int


class Copies:
    """The sentences of some drafts, laid out so that those like a given one are found at once.

    Args:
        drafts: for each draft its sentences as words, in order.
        few: so many different sentences are not laid out but gone through.
    """

    def __init__(self, drafts: Iterable[Iterable[tuple[Span, tuple[str, ...]]]], few: int = _FEW) -> None:
        self._few = few
        self._words: dict[str, str] = {}  # a word as one character
        self._numbers: dict[str, int] = {}  # a sentence as a text of such characters
        self._texts: list[str] = []
        self._holders: list[list[int]] = []  # the drafts in which a sentence stands
        self.sentences = [self._read(place, draft) for place, draft in enumerate(drafts)]
        self._alike: dict[int, frozenset[int]] = {}

    def shared(self, place: int) -> Counter[int]:
        """How many sentences of a draft each draft has too, or nearly so, by its place; itself among them."""
        counts: Counter[int] = Counter()
        for own in self.sentences[place]:
            counts.update(self._with(own.number))
        return counts

    def common(self, place: int, other: int) -> list[Span]:
        """Where the sentences of a draft stand that another draft has too, or nearly so."""
        return [own.span for own in self.sentences[place] if other in self._with(own.number)]

    def _read(self, place: int, draft: Iterable[tuple[Span, tuple[str, ...]]]) -> list[Own]:
        found = []
        for span, words in draft:
            text = "".join(self._words.setdefault(word, chr(_FIRST + len(self._words))) for word in words)
            number = self._numbers.setdefault(text, len(self._texts))
            if number == len(self._texts):
                self._texts.append(text)
                self._holders.append([])
            self._holders[number].append(place)
            found.append(Own(span, number))
        return found

    @cached_property
    def _rank(self) -> dict[str, tuple[int, str]]:
        """Rare words first: by the number of different sentences that have them."""
        counts = Counter(char for text in self._texts for char in set(text))
        return {char: (count, char) for char, count in counts.items()}

    @cached_property
    def _waiting(self) -> dict[tuple[str, int], list[int]]:
        waiting: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            for key in self._rarest(text):
                waiting[key].append(number)
        return waiting

    def _rarest(self, text: str) -> Iterator[tuple[str, int]]:
        """As many of a sentence's rarest words as any sentence like it must have one of; a word's second is its own."""
        count = len(text)
        shortest = ceil(count * _NEARLY / (2 - _NEARLY) - _ROUNDING)
        least = ceil(_NEARLY * (count + shortest) / 2 - _ROUNDING)
        seen: Counter[str] = Counter()
        for char in sorted(text, key=self._rank.__getitem__)[: count - least + 1]:
            yield char, seen[char]
            seen[char] += 1

    def _with(self, number: int) -> frozenset[int]:
        """The drafts that have a sentence, or nearly so."""
        if number not in self._alike:
            self._alike[number] = frozenset(place for one in self._like(number) for place in self._holders[one])
        return self._alike[number]

    def _near(self, text: str) -> dict[int, str]:
        """The sentences that may be like one, all of them when they are few."""
        if len(self._texts) <= self._few:
            return dict(enumerate(self._texts))
        return {one: self._texts[one] for key in self._rarest(text) for one in self._waiting[key]}

    def _like(self, number: int) -> Iterator[int]:
        from rapidfuzz import process  # noqa: PLC0415 - slow to import, and most drafts lie alone
        from rapidfuzz.distance import Indel  # noqa: PLC0415

        text = self._texts[number]
        found = process.extract_iter(
            text, self._near(text), scorer=Indel.normalized_similarity, score_cutoff=_NEARLY - _ROUNDING
        )
        yield from (one for _, _, one in found)


@together.once
def of(application: Application) -> Copies:
    """The sentences of an application's drafts, in their order."""
    return Copies(map(_prose, application.drafts))


@together.for_each
def _prose(draft: Draft) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """The sentences of a draft's prose without names, titles and the company."""
    left_out = _names(draft)
    listed = [
        (paragraph.span(start, end), folded(paragraph.text[start:end]))
        for paragraph in paragraphs(draft)
        if paragraph.region in _PROSE
        for start, end in rough.spans(paragraph.text)
    ]
    said = ((span, tuple(word for word in words if word not in left_out)) for span, words in listed)
    return tuple((span, words) for span, words in said if words)


def _names(draft: Draft) -> frozenset[str]:
    headers = draft.headers
    named = [
        *together.addressed(draft),
        *people(headers.get("interviewers")),
        *people(headers.get("from")),
    ]
    written = [*(person.text for person in named), headers.value("company")]
    return TITLES.union(word for text in written for word in folded(text))
