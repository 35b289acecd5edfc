"""The index of all token phrases: each waits at its rarest word, and a mask says what else must be in a sentence.

A trie over all phrases was measured first: most of its time went into walking phrases that begin with “the”, “to” or
“you” and fail at the next word. Here a sentence touches only those phrases whose rarest word it holds, and looks
closer only at those all of whose words it holds. The masks are long integers with a bit for each owner and each set of
alternative words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from notelint.matching.phrases import Element, Elements, Owner, anchor, frequencies, merged


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A phrase cut at its anchor, the element that is looked up; `before` is in reverse order.

    `fixed` is true when each element is one token, so that the phrase can be looked up by counting. `needs` has the
    bits of the words and classes without which it cannot be in a sentence.
    """

    owner: Owner
    anchor: Element
    before: Elements
    after: Elements
    fixed: bool
    needs: int


@dataclass(slots=True)
class PhraseIndex:
    """All phrases of some owners.

    Attributes:
        by_key: phrases under each word of their anchor, those of one owner and one word made into one. A form that is
            to be found as it stands has its `form_key`.
        leaning: phrases whose anchor is a class, by its name.
        free: phrases whose anchor is a part of speech.
        masks: key → the bits that a sentence has which holds it: sets of alternatives with that word, and owners that
            may hit, also through their classes.
        always: the bits of owners that may hit in any sentence.
        everything: all bits.
    """

    by_key: dict[str, list[Phrase]] = field(default_factory=dict)
    leaning: dict[str, list[Phrase]] = field(default_factory=dict)
    free: list[Phrase] = field(default_factory=list)
    masks: dict[str, int] = field(default_factory=dict)
    always: int = 0
    everything: int = 0


def form_key(form: str) -> str:
    """The key of a form that is to be found as it stands, not by its lemma."""
    return f"\0{form}"


def keys(element: Element) -> Iterable[str]:
    """The keys of the alternatives of a word or form."""
    return element.names if element.kind == "word" else map(form_key, element.names)


def index(phrases: Mapping[Owner, Iterable[Elements]]) -> PhraseIndex:
    """Put phrases under their rarest word, rare among the phrases themselves."""
    listed = {owner: merged(sequences) for owner, sequences in phrases.items()}
    return _Builder(listed).build()


class _Builder:
    """Builds one index: first the bits of owners and sets of words, then phrases, then masks."""

    def __init__(self, listed: dict[Owner, list[Elements]]) -> None:
        self._listed = listed
        self._made = PhraseIndex()
        self._owners = {owner: 1 << number for number, owner in enumerate(listed)}
        self._sets: dict[tuple[str, frozenset[str]], int] = {}
        self._counts = frequencies(sequence for sequences in listed.values() for sequence in sequences)

    def build(self) -> PhraseIndex:
        """The index."""
        made = self._made
        phrases = [
            phrase
            for owner, sequences in self._listed.items()
            for sequence in sequences
            if (phrase := self._phrase(owner, sequence))
        ]
        for phrase in phrases:
            if phrase.anchor.kind == "class":
                made.leaning.setdefault(phrase.anchor.name, []).append(phrase)
            elif phrase.anchor.worded:
                for key in keys(phrase.anchor):
                    made.by_key.setdefault(key, []).append(phrase)
            else:
                made.free.append(phrase)
        self._mask()
        made.everything = (1 << (len(self._owners) + len(self._sets))) - 1
        return made

    def _phrase(self, owner: Owner, sequence: Elements) -> Phrase | None:
        place = anchor(sequence, self._counts)
        if place is None:
            return None
        needs = 0
        for element in sequence:
            if element.worded:
                key = element.kind, element.names
                needs |= self._sets.setdefault(key, 1 << (len(self._owners) + len(self._sets)))
            elif element.kind == "class" and not element.optional:
                needs |= self._owners[element.name]
        before, after = sequence[:place][::-1], sequence[place + 1 :]
        return Phrase(owner, sequence[place], before, after, all(map(_fixed, sequence)), needs)

    def _mask(self) -> None:
        """Fill in which bits a word brings: sets, owners of phrases anchored there, and who leans on those."""
        masks = self._made.masks
        for (kind, names), bit in self._sets.items():
            for key in keys(Element(kind, names)):
                masks[key] = masks.get(key, 0) | bit
        closed = {owner: self._bits(owner) for owner in self._owners}
        for phrase in self._made.free:
            self._made.always |= closed[phrase.owner]
        for key, phrases in self._made.by_key.items():
            for phrase in phrases:
                masks[key] |= closed[phrase.owner]

    def _bits(self, owner: Owner) -> int:
        """The bits of an owner and of all that lean on it."""
        seen: set[Owner] = set()
        waiting = [owner]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += [phrase.owner for phrase in self._made.leaning.get(str(one), ())]
        return sum(self._owners[one] for one in seen)


def _fixed(element: Element) -> bool:
    return element.kind in {"word", "form", "pos"} and not element.optional and not element.minus
