"""The index of all token phrases: each waits at its rarest word, and a mask says what else must be in a draft.

A trie over all phrases was measured first: most of its time went into walking phrases that begin with “the”, “to” or
“you” and fail at the next word. Here a letter touches only those phrases all of whose words it holds, each from its
rarest word on. The masks are long integers with a bit for each owner and each set of alternative words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from notelint.matching.phrases import Element, Elements, Owner, anchor, frequencies


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A phrase cut at its anchor, the element that is looked up; `before` is in reverse order.

    `fixed` is true when each element is one token, so that the phrase can be looked up by counting. `needs` has the
    bits of the words and classes without which it cannot be in a draft.
    """

    anchor: Element
    before: Elements
    after: Elements
    fixed: bool
    needs: int


@dataclass(slots=True)
class PhraseIndex:
    """All phrases of some owners.

    Attributes:
        phrases: the phrases of each owner, those of one word made into one.
        owners: the bit of each owner.
        masks: key of a word → the bits that a draft has which holds it: sets of alternatives with that word, and owners
            that may hit, also through their classes. A form that is to be found as it stands has its `form_key`.
        always: the bits of owners that may hit in any draft.
    """

    phrases: dict[Owner, list[Phrase]] = field(default_factory=dict)
    owners: dict[Owner, int] = field(default_factory=dict)
    masks: dict[str, int] = field(default_factory=dict)
    always: int = 0


def form_key(form: str) -> str:
    """The key of a form that is to be found as it stands, not by its lemma."""
    return f"\0{form}"


def keys(element: Element) -> Iterable[str]:
    """The keys of the alternatives of a word or form."""
    return element.names if element.kind == "word" else map(form_key, element.names)


def index(phrases: Mapping[Owner, Iterable[Elements]]) -> PhraseIndex:
    """Put phrases under their rarest word, rare among the phrases themselves."""
    listed = {owner: _merged(sequences) for owner, sequences in phrases.items()}
    return _Builder(listed).build()


def _merged(sequences: Iterable[Elements]) -> list[Elements]:
    """The phrases of one owner, those of a single word as one phrase with many alternatives."""
    names: dict[str, set[str]] = {}
    rest: list[Elements] = []
    for sequence in dict.fromkeys(sequences):
        if len(sequence) == 1 and sequence[0].worded:
            names.setdefault(sequence[0].kind, set()).update(sequence[0].names)
        elif sequence:
            rest.append(sequence)
    return [(Element(kind, frozenset(words)),) for kind, words in names.items()] + rest


class _Builder:
    """Builds one index: first the bits of owners and sets of words, then phrases, then masks."""

    def __init__(self, listed: dict[Owner, list[Elements]]) -> None:
        self._listed = listed
        self._made = PhraseIndex(owners={owner: 1 << number for number, owner in enumerate(listed)})
        self._sets: dict[tuple[str, frozenset[str]], int] = {}
        self._counts = frequencies(sequence for sequences in listed.values() for sequence in sequences)

    def build(self) -> PhraseIndex:
        """The index."""
        for owner, sequences in self._listed.items():
            self._made.phrases[owner] = [phrase for sequence in sequences if (phrase := self._phrase(sequence))]
        for (kind, names), bit in self._sets.items():
            for key in keys(Element(kind, names)):
                self._add(key, bit)
        self._close()
        return self._made

    def _phrase(self, sequence: Elements) -> Phrase | None:
        place = anchor(sequence, self._counts)
        if place is None:
            return None
        needs = 0
        for element in sequence:
            if element.worded:
                key = element.kind, element.names
                needs |= self._sets.setdefault(key, 1 << (len(self._made.owners) + len(self._sets)))
            elif element.kind == "class" and not element.optional:
                needs |= self._made.owners[element.name]
        return Phrase(
            sequence[place], sequence[:place][::-1], sequence[place + 1 :], all(map(_fixed, sequence)), needs
        )

    def _add(self, key: str, bits: int) -> None:
        self._made.masks[key] = self._made.masks.get(key, 0) | bits

    def _close(self) -> None:
        """Fill in who may hit when: an owner by its own words, by those of the classes it is anchored at, or always."""
        leaning: dict[Owner, set[Owner]] = {}
        for owner, phrases in self._made.phrases.items():
            for phrase in phrases:
                if phrase.anchor.kind == "class":
                    leaning.setdefault(phrase.anchor.name, set()).add(owner)
        for owner, phrases in self._made.phrases.items():
            bits = self._bits(owner, leaning)
            for phrase in phrases:
                if phrase.anchor.kind == "pos":
                    self._made.always |= bits
                elif phrase.anchor.worded:
                    for key in keys(phrase.anchor):
                        self._add(key, bits)

    def _bits(self, owner: Owner, leaning: Mapping[Owner, set[Owner]]) -> int:
        """The bits of an owner and of all that lean on it."""
        seen: set[Owner] = set()
        waiting = [owner]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += leaning.get(one, ())
        return sum(self._made.owners[one] for one in seen)


def _fixed(element: Element) -> bool:
    return element.kind in {"word", "form", "pos"} and not element.optional and not element.minus
