"""What clauses do: the phrases of `does`, looked for among the words around a clause's head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from notelint.matching.phrases import Element, Elements, Owner, anchor, frequencies, without_optional
from notelint.types import Clause, Sentence, Token

_COPULAS = frozenset(["be", "seem", "feel", "look", "sound", "become", "get", "stay", "remain"])
_VERBAL = frozenset({"AUX", "VERB"})

Entries = Callable[[str], list[Elements]]
Place = tuple[int, int]
"""Sentence and clause."""


@dataclass(slots=True)
class PredicateIndex:
    """All `does` phrases: each numbered, under the words of its rarest element.

    Attributes:
        by_word: (number, elements) by a form or lemma.
        unanchored: those without a word of their own.
        owners: of each number the owners that have this phrase.
    """

    by_word: dict[str, list[tuple[int, Elements]]] = field(default_factory=dict)
    unanchored: list[tuple[int, Elements]] = field(default_factory=list)
    owners: list[list[Owner]] = field(default_factory=list)


def index(phrases: Mapping[Owner, Iterable[Elements]], entries: Entries) -> PredicateIndex:
    """Put predicate phrases under their rarest word.

    Args:
        phrases: the phrases of each owner; gaps count for nothing, as only the order of the words matters.
        entries: class name → the phrases of that class.
    """
    owned = {owner: {flat for phrase in listed for flat in _flat(phrase, entries)} for owner, listed in phrases.items()}
    distinct = sorted({flat for listed in owned.values() for flat in listed}, key=repr)
    numbers = {flat: number for number, flat in enumerate(distinct)}
    counts = frequencies(distinct)
    made = PredicateIndex(owners=[[] for _ in distinct])
    for owner, listed in owned.items():
        for flat in listed:
            made.owners[numbers[flat]].append(owner)
    for flat, number in numbers.items():
        place = anchor(flat, counts)
        if place is not None and flat[place].worded:
            for name in flat[place].names:
                made.by_word.setdefault(name, []).append((number, flat))
        elif place is not None:
            made.unanchored.append((number, flat))
    return made


def _flat(phrase: Elements, entries: Entries) -> set[Elements]:
    """The phrase without gaps, optional elements and classes; the single words of a class become one element."""
    sequences: set[Elements] = {()}
    for element in phrase:
        if element.kind == "gap":
            continue
        options: set[Elements] = {(element,)}
        if element.kind == "class":
            options = _merged(flat for entry in entries(element.name) for flat in _flat(entry, entries))
            options |= {()} if element.optional else set()
        elif element.optional:
            options = set(without_optional((element,)))
        sequences = {(*sequence, *option) for sequence in sequences for option in options}
    return sequences


def _merged(sequences: Iterable[Elements]) -> set[Elements]:
    names: dict[str, set[str]] = {}
    rest: set[Elements] = set()
    for sequence in sequences:
        if len(sequence) == 1 and sequence[0].worded:
            names.setdefault(sequence[0].kind, set()).update(sequence[0].names)
        else:
            rest.add(sequence)
    return rest | {(Element(kind, frozenset(words)),) for kind, words in names.items()}


class Predicates:
    """The predicate phrases that the clauses of one draft hold."""

    def __init__(
        self, sentences: Sequence[Sentence], made: PredicateIndex, excluded: Callable[[str, int, int], bool]
    ) -> None:
        self._sentences = sentences
        self._index = made
        self._excluded = excluded
        self._clauses: dict[Owner, list[Place]] | None = None
        seen = {word for sentence in sentences for token in sentence.tokens for word in (token.lower, token.lemma)}
        listed = dict(pair for word in seen for pair in made.by_word.get(word, ())) | dict(made.unanchored)
        self._viable = {number for number, flat in listed.items() if not _lacks(flat, seen)}
        self._possible = {owner for number in self._viable for owner in made.owners[number]}

    def possible(self, owner: Owner) -> bool:
        """Whether the draft holds the rarest word of any phrase of an owner."""
        return owner in self._possible

    def clauses(self, owner: Owner) -> list[Place]:
        """The clauses whose predicate is a phrase of this owner, in text order."""
        if self._clauses is None:
            self._clauses = {}
            for sentence in self._sentences:
                for clause in sentence.clauses:
                    place = sentence.index, clause.index
                    owners = {one for number in self._numbers(sentence, clause) for one in self._index.owners[number]}
                    for one in owners:
                        self._clauses.setdefault(one, []).append(place)
        return self._clauses.get(owner, [])

    def hit(self, owner: Owner, sentence: int, clause: int) -> bool:
        """Whether a phrase of this owner is the predicate of this clause."""
        return (sentence, clause) in self.clauses(owner)

    def _numbers(self, sentence: Sentence, clause: Clause) -> set[int]:
        words, core = _around_head(sentence, clause)
        tried = dict(self._index.unanchored)
        for token in words:
            tried.update(self._index.by_word.get(token.lower, ()))
            if token.lemma != token.lower:
                tried.update(self._index.by_word.get(token.lemma, ()))
        viable = self._viable
        return {n for n, flat in tried.items() if n in viable and self._fits(words, flat, core, sentence)}

    def _fits(self, words: list[Token], phrase: Elements, core: set[int], sentence: Sentence) -> bool:
        """Whether the elements occur in this order, at least one of them at the core of the predicate."""
        if len(phrase) > len(words):
            return False
        after = touching = 0
        none = len(words) + 1

        def follow(start: int, element: Element, *, inside: bool) -> int:
            for place in range(start, len(words)):
                token = words[place]
                if (
                    (not inside or token.i in core)
                    and element.fits(token)
                    and not (element.minus and self._excluded(element.minus, sentence.index, token.i))
                ):
                    return place + 1
            return none

        touching = none
        for element in phrase:
            touching = min(follow(touching, element, inside=False), follow(after, element, inside=True))
            after = follow(after, element, inside=False)
            if after == none:
                return False
        return touching != none


def _lacks(phrase: Elements, seen: set[str]) -> bool:
    """Whether a draft with these words lacks one of a phrase's."""
    return any(element.worded and element.names.isdisjoint(seen) for element in phrase)


def _around_head(sentence: Sentence, clause: Clause) -> tuple[list[Token], set[int]]:
    """The words of a clause from its first verb on, and the core: its head, with a copula all of its predicate."""
    tokens = sentence.tokens
    first = min((i for i in clause.own if tokens[i].pos in _VERBAL), default=clause.head)
    places = {i for i in clause.own if i >= first} | set(clause.predicate)
    core = set(clause.predicate) if tokens[clause.head].lemma in _COPULAS else set()
    return [tokens[i] for i in sorted(places)], core | {clause.head}
