"""Which phrases the sentences of a draft hold: each owner's hits in each sentence, when somebody asks for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from notelint.matching.index import ALONE, Keys, Phrase, PhraseIndex
from notelint.matching.phrases import Elements, Owner, keys_of
from notelint.matching.waking import Waking
from notelint.types import Sentence

Range = tuple[int, int]
"""First token, token after the last."""

_Places = Collection[int]


class Line:
    """The phrases of one sentence; no hit crosses its end.

    `keys` are those of its tokens, `marks` those of each; `awake` are the patterns and classes that may have a hit, as
    bits, and `woken` says so of each, by number.

    Args:
        sentence: the sentence.
        index: all phrases.
        waking: what wakes patterns and classes.
    """

    def __init__(self, sentence: Sentence, index: PhraseIndex, waking: Waking) -> None:
        self._index = index
        self.marks = keys_of(sentence.tokens)
        self.keys = set[str]().union(*self.marks)
        self._places: dict[str, list[int]] = {}
        self.awake = waking.awake(sentence, self.marks)
        self.woken = waking.each(self.awake)
        self._classes = waking.classes
        self._hits: dict[Owner, list[Range]] = {}
        self._ends: dict[str, dict[int, list[int]]] = {}
        self._starts: dict[str, dict[int, list[int]]] = {}

    def hits(self, owner: Owner) -> list[Range]:
        """The hits of an owner's phrases, in order."""
        known = self._hits.get(owner)
        if known is None:
            self._hits[owner] = []  # a class inside itself adds nothing
            found = self._found(owner)
            known = self._hits[owner] = sorted(found) if len(found) > 1 else list(found)
        return known

    def begins(self, name: str, at: int) -> bool:
        """Whether a hit of a class begins at a token."""
        return at in self._ends_of(name)

    def _found(self, owner: Owner) -> set[Range]:
        waiting, phrases = self._index.waiting[owner], self._index.phrases
        found: set[Range] = set()
        for key in waiting.named & self.keys:
            places = self._places.get(key) or self._stand(key)
            for number in waiting.keys[key]:
                if number == ALONE:
                    found.update([(at, at + 1) for at in places])
                else:
                    self._add(phrases[number], places, found)
        for classes, numbers in waiting.rest.items():
            if self._all_awake(classes):
                for phrase in map(phrases.__getitem__, numbers):
                    if not self._lacks(phrase):
                        for start, end in self.hits(phrase.anchor.name):
                            self._around(phrase, start, end, found)
        return found

    def _stand(self, key: str) -> list[int]:
        """Where the tokens with a key stand."""
        places = self._places[key] = [at for at, keys in enumerate(self.marks) if key in keys]
        return places

    def _all_awake(self, names: Iterable[str]) -> bool:
        """Whether the sentence may hold these classes."""
        for name in names:  # noqa: SIM110 - a generator takes twice as long
            if not self.woken[self._classes[name]]:
                return False
        return True

    def _lacks(self, phrase: Phrase) -> bool:
        """Whether something that must be there is not."""
        for keys in phrase.others:
            if keys.isdisjoint(self.keys):
                return True
        return not self._all_awake(phrase.classes)

    def _add(self, phrase: Phrase, places: Iterable[int], found: set[Range]) -> None:
        """Add the ranges of a phrase whose anchor is a token that stands at these places."""
        if phrase.steps is not None:
            self._counted(phrase, phrase.steps, places, found)
        elif not self._lacks(phrase):
            beyond = self._ends_of(phrase.anchor.minus) if phrase.anchor.minus else ()
            for at in places:
                if at not in beyond:
                    self._around(phrase, at, at + 1, found)

    def _counted(
        self, phrase: Phrase, steps: Iterable[tuple[int, Keys]], places: Iterable[int], found: set[Range]
    ) -> None:
        """Add the ranges of a phrase of single tokens."""
        before, after, marks = len(phrase.before), len(phrase.after) + 1, self.marks
        for at in places:
            if at >= before and at + after <= len(marks):
                for step, keys in steps:
                    if keys.isdisjoint(marks[at + step]):
                        break
                else:
                    found.add((at - before, at + after))

    def _around(self, phrase: Phrase, start: int, end: int, found: set[Range]) -> None:
        """Add the ranges of a phrase whose anchor is at [start, end)."""
        ends = self._forward(phrase.after, end)
        starts = self._backward(phrase.before, start) if ends else ()
        found.update((first, last) for first in starts for last in ends)

    def _forward(self, elements: Elements, at: int) -> _Places:
        """Where the elements that begin at a place end."""
        marks, high = self.marks, len(self.marks)
        places: _Places = (at,)
        for element in elements:
            if element.kind == "gap":
                places = {to for at in places for to in range(at, min(at + element.most, high) + 1)}
                continue
            if element.kind == "class":
                ends = self._ends_of(element.name)
                reached = {end for at in places if at in ends for end in ends[at]}
            else:
                keys, beyond = element.keys, self._ends_of(element.minus) if element.minus else ()
                reached = {at + 1 for at in places if at < high and not keys.isdisjoint(marks[at]) and at not in beyond}
            places = reached.union(places) if element.optional else reached
            if not places:
                break
        return places

    def _backward(self, elements: Elements, at: int) -> _Places:
        """Where the elements, in reverse order, that end at a place begin."""
        marks = self.marks
        places: _Places = (at,)
        for element in elements:
            if element.kind == "gap":
                places = {to for at in places for to in range(max(at - element.most, 0), at + 1)}
                continue
            if element.kind == "class":
                starts = self._starts_of(element.name)
                reached = {start for at in places if at in starts for start in starts[at]}
            else:
                keys, beyond = element.keys, self._ends_of(element.minus) if element.minus else ()
                reached = {
                    at - 1 for at in places if at and not keys.isdisjoint(marks[at - 1]) and at - 1 not in beyond
                }
            places = reached.union(places) if element.optional else reached
            if not places:
                break
        return places

    def _ends_of(self, name: str) -> dict[int, list[int]]:
        known = self._ends.get(name)
        if known is None:
            known = self._ends[name] = {}
            for start, end in self.hits(name) if self.woken[self._classes[name]] else ():
                known.setdefault(start, []).append(end)
        return known

    def _starts_of(self, name: str) -> dict[int, list[int]]:
        known = self._starts.get(name)
        if known is None:
            known = self._starts[name] = {}
            for start, end in self.hits(name) if self.woken[self._classes[name]] else ():
                known.setdefault(end, []).append(start)
        return known
