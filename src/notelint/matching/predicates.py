"""What clauses do: the phrases of `does`, looked for among the words around a clause's head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from msgspec import Struct, field

from notelint.matching.index import Keys, PhraseIndex, Waiting, cut, waiting
from notelint.matching.lately import Lately
from notelint.matching.phrases import Element, Elements, Owner, frequencies, merged, without_optional
from notelint.matching.scan import Line
from notelint.matching.waking import Waking
from notelint.types import Clause, Sentence

_COPULAS = frozenset(["be", "seem", "feel", "look", "sound", "become", "get", "stay", "remain"])
_VERBAL = frozenset({"AUX", "VERB"})
VARIANTS = 50_000  # of a rule's `does`; those of the shipped rules stand for at most 100
MOST = 256  # sentences that came last: the letter in an editor, and what the letters of one writer share

Entries = Callable[[str], list[Elements]]


class Predicate(Struct, frozen=True):
    """A phrase of `does`; `keys` are those of all its elements: a core without any of them is not it."""

    elements: Elements
    keys: Keys


class PredicateIndex(Struct):
    """All `does` phrases, each once.

    Attributes:
        phrases: by number.
        waiting: of each owner its phrases, under their rarest words.
    """

    phrases: Mapping[int, Predicate] = field(default_factory=dict)
    waiting: Mapping[Owner, Waiting] = field(default_factory=dict)


def index(phrases: Mapping[Owner, Iterable[Elements]], entries: Entries) -> PredicateIndex:
    """Number predicate phrases, and let them wait at their rarest words.

    Args:
        phrases: the phrases of each owner; gaps count for nothing, as only the order of the words matters.
        entries: class name → the phrases of that class.
    """
    owned = {owner: {flat for phrase in listed for flat in _flat(phrase, entries)} for owner, listed in phrases.items()}
    distinct = sorted({flat for listed in owned.values() for flat in listed if flat}, key=repr)
    numbers = {flat: number for number, flat in enumerate(distinct)}
    counts = frequencies(distinct)

    def own(listed: Iterable[Elements]) -> Waiting:
        found = sorted(numbers[flat] for flat in listed if flat)
        phrases = ((number, cut(distinct[number], counts)) for number in found)
        return waiting((number, phrase) for number, phrase in phrases if phrase is not None)

    made = [Predicate(flat, frozenset().union(*(element.keys for element in flat))) for flat in distinct]
    return PredicateIndex(dict(enumerate(made)), {owner: own(listed) for owner, listed in owned.items()})


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


def variants(phrase: Elements, entries: Entries, known: dict[str, int] | None = None) -> int:
    """For how many phrases without classes a phrase of `does` stands; all single words of a class are one.

    Args:
        phrase: the phrase.
        entries: of a class.
        known: for how many each class stands, as far as that is known.
    """
    known = {} if known is None else known
    number = 1
    for element in phrase:
        own = 1
        if element.kind == "class":
            if element.name not in known:
                listed = entries(element.name)
                longer = [entry for entry in listed if len(entry) > 1 or not entry[0].worded]
                own = sum(variants(entry, entries, known) for entry in longer) + (len(longer) < len(listed))
                known[element.name] = own
            own = known[element.name]
        number *= own + element.optional
    return number


class Indexed(Protocol):
    """The indexes of all rules, and what was made of the sentences that came last."""

    phrases: PhraseIndex
    predicates: PredicateIndex
    waking: Waking
    lately: Lately[Predicates]


class Predicates:
    """The predicate phrases that the clauses of one sentence hold.

    Args:
        sentence: the sentence.
        line: its phrases, for all who ask for them.
        made: all predicate phrases.
    """

    def __init__(self, sentence: Sentence, line: Line, made: PredicateIndex) -> None:
        self.line = line
        self._made = made
        self._clauses: dict[int, list[int]] = {}
        self._owned: dict[Owner, frozenset[int]] = {}
        self._sentence = sentence

    @cached_property
    def _heads(self) -> list[_Head]:
        return [_around_head(self._sentence, clause, self.line.marks) for clause in self._sentence.clauses]

    def clauses(self, owner: Owner) -> frozenset[int]:
        """The clauses whose predicate is a phrase of this owner."""
        known = self._owned.get(owner)
        if known is None:
            waiting = self._made.waiting[owner]
            numbers = {number for key in waiting.named & self.line.keys for number in waiting.keys[key]}
            known = self._owned[owner] = frozenset(clause for number in numbers for clause in self._of(number))
        return known

    def _of(self, number: int) -> list[int]:
        known = self._clauses.get(number)
        if known is None:
            phrase = self._made.phrases[number]
            known = self._clauses[number] = [
                clause
                for clause, head in enumerate(self._heads)
                if not phrase.keys.isdisjoint(head.keys) and self._fits(head, phrase.elements)
            ]
        return known

    def _fits(self, head: _Head, phrase: Elements) -> bool:
        """Whether the elements occur in this order, at least one of them at the core, whose keys have one of them."""
        if len(phrase) == 1 and not phrase[0].minus:
            return True
        if len(phrase) > len(head.places):
            return False
        after = 0
        touching = none = len(head.places) + 1
        for element in phrase:
            inside = self._follow(head, after, element, inside=True)
            touching = min(self._follow(head, touching, element), inside)
            after = self._follow(head, after, element)
            if after == none:
                return False
        return touching != none

    def _follow(self, head: _Head, start: int, element: Element, *, inside: bool = False) -> int:
        """The place after the first token from a place on that is the element; far out when there is none."""
        marks, keys = self.line.marks, element.keys
        for at, token in enumerate(head.places[start:], start + 1):
            if (
                not keys.isdisjoint(marks[token])
                and (not inside or token in head.core)
                and not (element.minus and self.line.begins(element.minus, token))
            ):
                return at
        return len(head.places) + 1

    def leave(self, compiled: Indexed) -> None:
        """Leave it all to the sentence that comes again; nobody else asks it any more."""
        compiled.lately.put(self._sentence, self)


def take(sentence: Sentence, compiled: Indexed) -> Predicates:
    """What phrases a sentence and its clauses hold, as far as anybody asked when it came last."""
    known = compiled.lately.take(sentence)
    return known or Predicates(sentence, Line(sentence, compiled.phrases, compiled.waking), compiled.predicates)


class _Head(Struct, frozen=True):
    """The tokens of a clause from its first verb on, and the core: its head, with a copula all of its predicate."""

    places: list[int]
    core: frozenset[int]
    keys: frozenset[str]  # of the core


def _around_head(sentence: Sentence, clause: Clause, marks: Sequence[Iterable[str]]) -> _Head:
    tokens = sentence.tokens
    first = min((i for i in clause.own if tokens[i].pos in _VERBAL), default=clause.head)
    places = {i for i in clause.own if i >= first} | set(clause.predicate)
    core = frozenset({clause.head, *(clause.predicate if tokens[clause.head].lemma in _COPULAS else ())})
    return _Head(sorted(places), core, frozenset().union(*(marks[i] for i in core)))
