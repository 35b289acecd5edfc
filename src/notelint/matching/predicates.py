"""What clauses do: the phrases of `does`, looked for among the words around a clause's head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from notelint.matching.phrases import Element, Elements, Owner, anchor, frequencies, without_optional
from notelint.types import Clause, Sentence, Token

_COPULAS = frozenset(["be", "seem", "feel", "look", "sound", "become", "get", "stay", "remain"])
_VERBAL = frozenset({"AUX", "VERB"})

Entries = Callable[[str], list[Elements]]


@dataclass(slots=True)
class PredicateIndex:
    """All `does` phrases: each numbered, under the words of its rarest element.

    Attributes:
        by_word: (number, elements) by a form or lemma.
        unanchored: those without a word of their own.
        owned: the numbers of each owner's phrases.
    """

    by_word: dict[str, list[tuple[int, Elements]]] = field(default_factory=dict)
    unanchored: list[tuple[int, Elements]] = field(default_factory=list)
    owned: dict[Owner, frozenset[int]] = field(default_factory=dict)


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
    made = PredicateIndex(owned={owner: frozenset(numbers[flat] for flat in listed) for owner, listed in owned.items()})
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
        self._known: dict[tuple[int, int], frozenset[int]] = {}
        seen = {word for sentence in sentences for token in sentence.tokens for word in (token.lower, token.lemma)}
        by_word = made.by_word
        self._possible = {number for word in seen for number, _ in by_word.get(word, ())}
        self._possible.update(number for number, _ in made.unanchored)

    def possible(self, owner: Owner) -> bool:
        """Whether the draft holds the rarest word of any phrase of an owner."""
        return not self._possible.isdisjoint(self._index.owned[owner])

    def hit(self, owner: Owner, sentence: int, clause: int) -> bool:
        """Whether a phrase of this owner is the predicate of this clause."""
        key = (sentence, clause)
        if key not in self._known:
            whole = self._sentences[sentence]
            self._known[key] = frozenset(self._numbers(whole, whole.clauses[clause]))
        return not self._known[key].isdisjoint(self._index.owned[owner])

    def _numbers(self, sentence: Sentence, clause: Clause) -> set[int]:
        words, core = _around_head(sentence, clause)
        tried = dict(self._index.unanchored)
        for token in words:
            tried.update(self._index.by_word.get(token.lower, ()))
            if token.lemma != token.lower:
                tried.update(self._index.by_word.get(token.lemma, ()))
        return {number for number, flat in tried.items() if self._fits(words, flat, core, sentence)}

    def _fits(self, words: list[Token], phrase: Elements, core: set[int], sentence: Sentence) -> bool:
        """Whether the elements occur in this order, at least one of them at the core of the predicate."""
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


def _around_head(sentence: Sentence, clause: Clause) -> tuple[list[Token], set[int]]:
    """The words of a clause from its first verb on, and the core: its head, with a copula all of its predicate."""
    tokens = sentence.tokens
    first = min((i for i in clause.own if tokens[i].pos in _VERBAL), default=clause.head)
    places = {i for i in clause.own if i >= first} | set(clause.predicate)
    core = set(clause.predicate) if tokens[clause.head].lemma in _COPULAS else set()
    return [tokens[i] for i in sorted(places)], core | {clause.head}
