"""Which phrases a draft holds: one pass over its tokens, then each owner's hits when somebody asks for them."""

from __future__ import annotations

from collections.abc import Sequence

from notelint.matching.index import Phrase, PhraseIndex, form_key
from notelint.matching.phrases import Element, Owner
from notelint.types import Sentence, Token

Hit = tuple[int, int, int]
"""Sentence, first token, token after the last."""

_Places = set[int]


class Scan:
    """The hits of all phrase owners in the sentences of one draft.

    Inside, tokens are numbered through the whole draft; no hit crosses the end of a sentence.
    """

    def __init__(self, sentences: Sequence[Sentence], index: PhraseIndex) -> None:
        self._index = index
        self._tokens: list[Token] = []
        self._bounds: list[tuple[int, int]] = []
        self._sentence: list[int] = []
        for number, sentence in enumerate(sentences):
            start = len(self._tokens)
            self._tokens += sentence.tokens
            self._bounds += [(start, len(self._tokens))] * len(sentence.tokens)
            self._sentence += [number] * len(sentence.tokens)
        self._words: dict[str, list[int]] = {}
        self._forms: dict[str, list[int]] = {}
        for at, token in enumerate(self._tokens):
            self._forms.setdefault(token.lower, []).append(at)
            for word in {token.lower, token.lemma}:
                self._words.setdefault(word, []).append(at)
        present = index.always
        for key in (*self._words, *map(form_key, self._forms)):
            present |= index.masks.get(key, 0)
        self._absent = ~present
        self._ranges: dict[Owner, list[tuple[int, int]]] = {}
        self._hits: dict[Owner, dict[int, list[tuple[int, int]]]] = {}
        self._ends: dict[str, dict[int, list[int]]] = {}
        self._starts: dict[str, dict[int, list[int]]] = {}
        self._kinds: dict[tuple[str, str], list[tuple[int, int]]] = {}

    def possible(self, owner: Owner) -> bool:
        """Whether the draft holds the anchor of any phrase of an owner: False means that `hits` is empty."""
        return not self._index.owners[owner] & self._absent

    def hits(self, owner: Owner) -> dict[int, list[tuple[int, int]]]:
        """The hits of an owner's phrases: for each sentence (first token, token after the last), in order."""
        known = self._hits.get(owner)
        if known is None:
            known = self._hits[owner] = {}
            for start, end in self._found(owner):
                low = self._bounds[start][0]
                known.setdefault(self._sentence[start], []).append((start - low, end - low))
        return known

    def _found(self, owner: Owner) -> list[tuple[int, int]]:
        known = self._ranges.get(owner)
        if known is None:
            self._ranges[owner] = []  # a class inside itself adds nothing
            found: set[tuple[int, int]] = set()
            if self.possible(owner):
                self._look(owner, found)
            known = self._ranges[owner] = sorted(found)
        return known

    def _look(self, owner: Owner, found: set[tuple[int, int]]) -> None:
        for phrase in self._index.phrases[owner]:
            if phrase.needs & self._absent:
                continue
            for start, end in self._of_anchor(phrase.anchor):
                if phrase.fixed:
                    self._counted(phrase, start, found)
                else:
                    self._around(phrase, start, end, found)

    def _counted(self, phrase: Phrase, at: int, found: set[tuple[int, int]]) -> None:
        """Add the range of a phrase each of whose elements is one token, if it is there."""
        low, high = self._bounds[at]
        start, end = at - len(phrase.before), at + 1 + len(phrase.after)
        if start < low or end > high:
            return
        tokens = self._tokens
        for place, element in enumerate(phrase.after, at + 1):
            if not element.fits(tokens[place]):
                return
        for back, element in enumerate(phrase.before, 1):
            if not element.fits(tokens[at - back]):
                return
        found.add((start, end))

    def _of_anchor(self, anchor: Element) -> list[tuple[int, int]]:
        if anchor.kind == "class":
            return self._found(anchor.name)
        if anchor.worded:
            table = self._words if anchor.kind == "word" else self._forms
            return [(at, at + 1) for name in anchor.names & table.keys() for at in table[name]]
        key = (anchor.name, anchor.minus)
        known = self._kinds.get(key)
        if known is None:
            known = self._kinds[key] = [(at, at + 1) for at in range(len(self._tokens)) if self._fits(at, anchor)]
        return known

    def _around(self, phrase: Phrase, start: int, end: int, found: set[tuple[int, int]]) -> None:
        """Add the ranges of a phrase whose anchor is at [start, end)."""
        if not phrase.before and not phrase.after:
            found.add((start, end))
            return
        low, high = self._bounds[start]
        places = {end}
        for element in phrase.after:
            places = self._forward(element, places, high)
            if not places:
                return
        ends, places = places, {start}
        for element in phrase.before:
            places = self._backward(element, places, low)
            if not places:
                return
        found.update((first, last) for first in places for last in ends)

    def _forward(self, element: Element, places: _Places, high: int) -> _Places:
        if element.kind == "gap":
            return {to for at in places for to in range(at, min(at + element.most, high) + 1)}
        if element.kind == "class":
            after = self._ends_of(element.name)
            reached = {end for at in places if at < high for end in after.get(at, ())}
        else:
            reached = {at + 1 for at in places if at < high and self._fits(at, element)}
        return reached | places if element.optional else reached

    def _backward(self, element: Element, places: _Places, low: int) -> _Places:
        if element.kind == "gap":
            return {to for at in places for to in range(max(at - element.most, low), at + 1)}
        if element.kind == "class":
            before = self._starts_of(element.name)
            reached = {start for at in places if at > low for start in before.get(at, ())}
        else:
            reached = {at - 1 for at in places if at > low and self._fits(at - 1, element)}
        return reached | places if element.optional else reached

    def _fits(self, at: int, element: Element) -> bool:
        return element.fits(self._tokens[at]) and not (element.minus and at in self._ends_of(element.minus))

    def _ends_of(self, name: str) -> dict[int, list[int]]:
        known = self._ends.get(name)
        if known is None:
            known = self._ends[name] = {}
            for start, end in self._found(name):
                known.setdefault(start, []).append(end)
        return known

    def _starts_of(self, name: str) -> dict[int, list[int]]:
        known = self._starts.get(name)
        if known is None:
            known = self._starts[name] = {}
            for start, end in self._found(name):
                known.setdefault(end, []).append(start)
        return known
