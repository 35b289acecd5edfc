"""The index of all token phrases: what each needs, and the word at which it is looked up.

A trie over all phrases was measured first: most of its time went into walking phrases that begin with “the”, “to” or
“you” and fail at the next word. Here a sieve says which phrases have all of their words in a sentence, and only those
are looked at, from their rarest word outwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from notelint.matching.phrases import Element, Elements, Owner, anchor, frequencies, merged
from notelint.matching.sieve import Need, Sieve, form_key


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A phrase cut at its anchor, the element that is looked up; `before` is in reverse order.

    `fixed` is true when each element is one token, so that the phrase can be looked up by counting.
    """

    anchor: Element
    before: Elements
    after: Elements
    fixed: bool


@dataclass(slots=True)
class PhraseIndex:
    """All phrases of some owners.

    Attributes:
        phrases: by number, those of an owner beside each other.
        owners: the owner of each.
        ranges: of each owner the number of its first phrase, and that after its last.
        sieve: what each phrase needs.
    """

    phrases: list[Phrase] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    ranges: dict[Owner, tuple[int, int]] = field(default_factory=dict)
    sieve: Sieve = field(default_factory=Sieve)


def index(phrases: Mapping[Owner, Iterable[Elements]]) -> PhraseIndex:
    """Cut phrases at their rarest word, rare among the phrases themselves, and note what they need."""
    listed = {owner: merged(sequences) for owner, sequences in phrases.items()}
    counts = frequencies(sequence for sequences in listed.values() for sequence in sequences)
    made = PhraseIndex()
    cut: list[Elements] = []
    for owner, sequences in listed.items():
        first = len(made.phrases)
        for sequence in sequences:
            place = anchor(sequence, counts)
            if place is not None:
                before, after = sequence[:place][::-1], sequence[place + 1 :]
                made.phrases.append(Phrase(sequence[place], before, after, all(map(_fixed, sequence))))
                made.owners.append(owner)
                cut.append(sequence)
        made.ranges[owner] = first, len(made.phrases)
    bringing = _Bringing(made)
    made.sieve = Sieve([list(bringing.needs(sequence)) for sequence in cut])
    return made


class _Bringing:
    """The keys that may bring a hit of an owner: those of its phrases' anchors, also through classes."""

    def __init__(self, made: PhraseIndex) -> None:
        self._made = made
        self._known: dict[str, Need | None] = {}

    def needs(self, sequence: Elements) -> Iterator[Need]:
        """What a phrase needs."""
        for element in sequence:
            if element.worded:
                yield _keys(element)
            elif element.kind == "class" and not element.optional:
                need = self._class(element.name)
                if need is not None:
                    yield need

    def _class(self, name: str) -> Need | None:
        """The keys that may bring a hit of a class; None when anything may."""
        if name not in self._known:
            self._known[name] = frozenset()  # a class inside itself adds nothing
            self._known[name] = self._closed(name)
        return self._known[name]

    def _closed(self, name: str) -> Need | None:
        found: set[str] = set()
        for phrase in self._made.phrases[slice(*self._made.ranges[name])]:
            if phrase.anchor.worded:
                found |= _keys(phrase.anchor)
                continue
            inner = self._class(phrase.anchor.name) if phrase.anchor.kind == "class" else None
            if inner is None:
                return None
            found |= inner
        return frozenset(found)


def _keys(element: Element) -> Need:
    """The keys of the alternatives of a word or form."""
    return element.names if element.kind == "word" else frozenset(map(form_key, element.names))


def _fixed(element: Element) -> bool:
    return element.kind in {"word", "form", "pos"} and not element.optional and not element.minus
