"""What clauses do: the phrases of `does`, looked for among the words around a clause's head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from notelint.matching.phrases import Element, Elements, Owner, merged, without_optional
from notelint.matching.sieve import Key, Sieve
from notelint.types import Clause, Sentence, Token

_COPULAS = frozenset(["be", "seem", "feel", "look", "sound", "become", "get", "stay", "remain"])
_VERBAL = frozenset({"AUX", "VERB"})

Entries = Callable[[str], list[Elements]]
_Head = tuple[list[Token], set[int], set[str]]  # words, indices of the core, words of the core


@dataclass(slots=True)
class PredicateIndex:
    """All `does` phrases, each once.

    Attributes:
        phrases: by number.
        owners: of each number the owners that have this phrase.
        numbers: of each owner the numbers of its phrases.
        names: of each number all its words, empty when one of its elements is no word: without any of them at its core
            no predicate is this phrase.
        sieve: what each phrase needs.
    """

    phrases: list[Elements] = field(default_factory=list)
    owners: list[list[Owner]] = field(default_factory=list)
    numbers: dict[Owner, frozenset[int]] = field(default_factory=dict)
    names: list[frozenset[str]] = field(default_factory=list)
    sieve: Sieve = field(default_factory=Sieve)


def index(phrases: Mapping[Owner, Iterable[Elements]], entries: Entries) -> PredicateIndex:
    """Number predicate phrases, and note what they need.

    Args:
        phrases: the phrases of each owner; gaps count for nothing, as only the order of the words matters.
        entries: class name → the phrases of that class.
    """
    owned = {owner: {flat for phrase in listed for flat in _flat(phrase, entries)} for owner, listed in phrases.items()}
    distinct = sorted({flat for listed in owned.values() for flat in listed if flat}, key=repr)
    numbers = {flat: number for number, flat in enumerate(distinct)}
    made = PredicateIndex(distinct, [[] for _ in distinct], names=[_names(flat) for flat in distinct])
    for owner, listed in owned.items():
        made.numbers[owner] = frozenset(numbers[flat] for flat in listed if flat)
        for number in made.numbers[owner]:
            made.owners[number].append(owner)
    made.sieve = Sieve([[element.names for element in flat if element.names] for flat in distinct])
    return made


def _names(flat: Elements) -> frozenset[str]:
    return frozenset().union(*(element.names for element in flat)) if all(e.worded for e in flat) else frozenset()


def _flat(phrase: Elements, entries: Entries) -> set[Elements]:
    """The phrase without gaps, optional elements and classes; the single words of a class become one element."""
    sequences: set[Elements] = {()}
    for element in phrase:
        if element.kind == "gap":
            continue
        options: set[Elements] = {(element,)}
        if element.kind == "class":
            options = set(merged(flat for entry in entries(element.name) for flat in _flat(entry, entries)))
            options |= {()} if element.optional else set()
        elif element.optional:
            options = set(without_optional((element,)))
        sequences = {(*sequence, *option) for sequence in sequences for option in options}
    return sequences


class Predicates:
    """The predicate phrases that the clauses of one draft hold.

    Args:
        sentences: those of the draft.
        held: the keys that each sentence has.
        made: all phrases.
        excluded: whether a word class has a hit that begins at a token: class, sentence, token.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        held: Sequence[Iterable[Key]],
        made: PredicateIndex,
        excluded: Callable[[str, int, int], bool],
    ) -> None:
        self._sentences = sentences
        self._excluded = excluded
        self._made = made
        self._waiting = [frozenset(found) for found in made.sieve.sift(held)]
        self._clauses: dict[tuple[int, int], list[int]] = {}
        self._heads: dict[int, list[_Head]] = {}

    def owners(self, sentence: int) -> set[Owner]:
        """Those with a phrase all of whose words the sentence holds: no other has a predicate in it."""
        return {owner for number in self._waiting[sentence] for owner in self._made.owners[number]}

    def clauses(self, owner: Owner, sentence: int) -> list[int]:
        """The clauses of a sentence whose predicate is a phrase of this owner, in order."""
        waiting = self._waiting[sentence] & self._made.numbers[owner]
        return sorted({clause for number in waiting for clause in self._of(number, sentence)}) if waiting else []

    def _of(self, number: int, sentence: int) -> list[int]:
        known = self._clauses.get((number, sentence))
        if known is None:
            names, flat = self._made.names[number], self._made.phrases[number]
            known = [
                clause
                for clause, (words, core, named) in enumerate(self._heads_of(sentence))
                if not (names and names.isdisjoint(named)) and self._fits(words, flat, core, sentence)
            ]
            self._clauses[number, sentence] = known
        return known

    def _heads_of(self, sentence: int) -> list[_Head]:
        known = self._heads.get(sentence)
        if known is None:
            whole = self._sentences[sentence]
            known = self._heads[sentence] = [_around_head(whole, clause) for clause in whole.clauses]
        return known

    def _fits(self, words: list[Token], phrase: Elements, core: set[int], sentence: int) -> bool:
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
                    and not (element.minus and self._excluded(element.minus, sentence, token.i))
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


def _around_head(sentence: Sentence, clause: Clause) -> _Head:
    """The words of a clause from its first verb on, and the core: its head, with a copula all of its predicate."""
    tokens = sentence.tokens
    first = min((i for i in clause.own if tokens[i].pos in _VERBAL), default=clause.head)
    places = {i for i in clause.own if i >= first} | set(clause.predicate)
    core = {clause.head, *(clause.predicate if tokens[clause.head].lemma in _COPULAS else ())}
    named = {word for i in core for word in (tokens[i].lower, tokens[i].lemma)}
    return [tokens[i] for i in sorted(places)], core, named
