"""Which phrases the sentences of a draft hold: each owner's hits in each sentence, when somebody asks for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from notelint.matching.index import Phrase, PhraseIndex
from notelint.matching.phrases import Element, Owner
from notelint.matching.sieve import Key
from notelint.types import Sentence, Token

Range = tuple[int, int]
"""First token, token after the last."""

_Places = set[int]


class Scan:
    """The hits of all phrase owners in the sentences of one draft; no hit crosses the end of a sentence.

    Args:
        sentences: those of the draft.
        held: the keys that each sentence has.
        index: all phrases.
    """

    def __init__(self, sentences: Sequence[Sentence], held: Sequence[Iterable[Key]], index: PhraseIndex) -> None:
        self._index = index
        waiting = index.sieve.sift(held)
        self._lines = [_Line(sentence.tokens, index, each) for sentence, each in zip(sentences, waiting, strict=True)]

    def owners(self, sentence: int) -> set[Owner]:
        """Those with a phrase all of whose words the sentence holds: no other has a hit in it."""
        return set(map(self._index.owners.__getitem__, self._lines[sentence].waiting))

    def hits(self, owner: Owner, sentence: int) -> list[Range]:
        """The hits of an owner's phrases in a sentence, in order."""
        return self._lines[sentence].hits(owner)


class _Line:
    """The phrases of one sentence; `waiting` are the numbers of those all of whose words it holds."""

    def __init__(self, tokens: Sequence[Token], index: PhraseIndex, waiting: Sequence[int]) -> None:
        self._tokens = tokens
        self._index = index
        self.waiting = waiting
        self._words: dict[str, list[int]] = {}
        self._forms: dict[str, list[int]] = {}
        for at, token in enumerate(tokens):
            self._forms.setdefault(token.lower, []).append(at)
            self._words.setdefault(token.lower, []).append(at)
            if token.lemma != token.lower:
                self._words.setdefault(token.lemma, []).append(at)
        self._hits: dict[Owner, list[Range]] = {}
        self._ends: dict[str, dict[int, list[int]]] = {}
        self._starts: dict[str, dict[int, list[int]]] = {}

    def hits(self, owner: Owner) -> list[Range]:
        known = self._hits.get(owner)
        if known is None:
            self._hits[owner] = []  # a class inside itself adds nothing
            found: set[Range] = set()
            for phrase in self._of(owner):
                for start, end in self._of_anchor(phrase.anchor):
                    if phrase.fixed:
                        self._counted(phrase, start, found)
                    else:
                        self._around(phrase, start, end, found)
            known = self._hits[owner] = sorted(found)
        return known

    def _of(self, owner: Owner) -> list[Phrase]:
        """The phrases of an owner that wait here."""
        first, last = self._index.ranges.get(owner, (0, 0))
        low = bisect_left(self.waiting, first)
        return [self._index.phrases[at] for at in self.waiting[low : bisect_left(self.waiting, last, low)]]

    def _of_anchor(self, anchor: Element) -> list[Range]:
        if anchor.kind == "class":
            return self.hits(anchor.name)
        if anchor.worded:
            table = self._words if anchor.kind == "word" else self._forms
            few, many = (anchor.names, table) if len(anchor.names) < len(table) else (table, anchor.names)
            return [(at, at + 1) for name in few if name in many for at in table[name]]
        return [(at, at + 1) for at in range(len(self._tokens)) if self._fits(at, anchor)]

    def _counted(self, phrase: Phrase, at: int, found: set[Range]) -> None:
        """Add the range of a phrase each of whose elements is one token, if it is there."""
        tokens = self._tokens
        start, end = at - len(phrase.before), at + 1 + len(phrase.after)
        if start < 0 or end > len(tokens):
            return
        for place, element in enumerate(phrase.after, at + 1):
            if not element.fits(tokens[place]):
                return
        for back, element in enumerate(phrase.before, 1):
            if not element.fits(tokens[at - back]):
                return
        found.add((start, end))

    def _around(self, phrase: Phrase, start: int, end: int, found: set[Range]) -> None:
        """Add the ranges of a phrase whose anchor is at [start, end)."""
        places = {end}
        for element in phrase.after:
            places = self._forward(element, places)
            if not places:
                return
        ends, places = places, {start}
        for element in phrase.before:
            places = self._backward(element, places)
            if not places:
                return
        found.update((first, last) for first in places for last in ends)

    def _forward(self, element: Element, places: _Places) -> _Places:
        high = len(self._tokens)
        if element.kind == "gap":
            return {to for at in places for to in range(at, min(at + element.most, high) + 1)}
        if element.kind == "class":
            after = self._ends_of(element.name)
            reached = {end for at in places for end in after.get(at, ())}
        else:
            reached = {at + 1 for at in places if at < high and self._fits(at, element)}
        return reached | places if element.optional else reached

    def _backward(self, element: Element, places: _Places) -> _Places:
        if element.kind == "gap":
            return {to for at in places for to in range(max(at - element.most, 0), at + 1)}
        if element.kind == "class":
            before = self._starts_of(element.name)
            reached = {start for at in places for start in before.get(at, ())}
        else:
            reached = {at - 1 for at in places if at and self._fits(at - 1, element)}
        return reached | places if element.optional else reached

    def _fits(self, at: int, element: Element) -> bool:
        return element.fits(self._tokens[at]) and not (element.minus and at in self._ends_of(element.minus))

    def _ends_of(self, name: str) -> dict[int, list[int]]:
        known = self._ends.get(name)
        if known is None:
            known = self._ends[name] = {}
            for start, end in self.hits(name):
                known.setdefault(start, []).append(end)
        return known

    def _starts_of(self, name: str) -> dict[int, list[int]]:
        known = self._starts.get(name)
        if known is None:
            known = self._starts[name] = {}
            for start, end in self.hits(name):
                known.setdefault(end, []).append(start)
        return known
