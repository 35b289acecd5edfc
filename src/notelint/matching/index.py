"""The index of all token phrases: the word at which each waits.

A trie over all phrases was measured first: most of its time went into walking phrases that begin with “the”, “to” or
“you” and fail at the next word. A sieve of all phrases by all their words came next: most of what it let through was
asked for by nobody. Now each owner has its own table from words to phrases, and who asks for an owner in a sentence
has its phrases looked at from their rarest word outwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct, field

from notelint.matching.phrases import Element, Elements, Owner, anchor, frequencies, merged

_Key = TypeVar("_Key")
Numbers = tuple[int, ...]


Keys = frozenset[str]
ALONE = -1


class Phrase(Struct, frozen=True, eq=False):
    """A phrase cut at its anchor, the element that is looked up.

    Attributes:
        anchor: the element.
        before: the elements before it, in reverse order.
        after: the elements after it.
        steps: of a phrase of single tokens the keys of the others, by their distance from the anchor; else None.
        others: the keys of other words that must be there, as far as `steps` does not name them.
        classes: the classes that must be there.
    """

    anchor: Element
    before: Elements
    after: Elements
    steps: tuple[tuple[int, Keys], ...] | None
    others: tuple[Keys, ...]
    classes: tuple[str, ...]


class Waiting(Struct, frozen=True):
    """The phrases of an owner, by number, under the keys at which they wait.

    Attributes:
        named: all keys at which something waits.
        keys: phrases by a key; `ALONE` where a token with it is a phrase by itself.
        rest: phrases that wait at a class, by the classes that must be there.
    """

    named: Keys
    keys: Mapping[str, Numbers]
    rest: Mapping[tuple[str, ...], Numbers]


def waiting(phrases: Iterable[tuple[int, Phrase]], *, apart: bool = False) -> Waiting:
    """Put phrases under the keys of their anchors.

    Args:
        phrases: with their numbers.
        apart: whether `ALONE` stands for single tokens that are a phrase by themselves.
    """
    keys: dict[str, list[int]] = {}
    rest: dict[tuple[str, ...], list[int]] = {}
    for number, phrase in phrases:
        if not phrase.anchor.single:
            rest.setdefault(phrase.classes, []).append(number)
        else:
            alone = apart and phrase.steps == ()
            for key in phrase.anchor.keys:
                keys.setdefault(key, []).append(ALONE if alone else number)
    return Waiting(frozenset(keys), _closed(keys), _closed(rest))


def _closed(numbers: Mapping[_Key, Iterable[int]]) -> dict[_Key, Numbers]:
    return {name: tuple(listed) for name, listed in numbers.items()}


class PhraseIndex(Struct):
    """All phrases of some owners.

    Attributes:
        phrases: by number.
        waiting: of each owner its phrases.
    """

    phrases: Mapping[int, Phrase] = field(default_factory=dict)
    waiting: Mapping[Owner, Waiting] = field(default_factory=dict)


def index(phrases: Mapping[Owner, Iterable[Elements]]) -> PhraseIndex:
    """Cut phrases at their rarest word, rare among the phrases themselves, and let them wait there."""
    listed = {owner: merged(sequences) for owner, sequences in phrases.items()}
    counts = frequencies(sequence for sequences in listed.values() for sequence in sequences)
    made: list[Phrase] = []
    found: dict[Owner, Waiting] = {}
    for owner, sequences in listed.items():
        first = len(made)
        made += [phrase for sequence in sequences if (phrase := cut(sequence, counts)) is not None]
        found[owner] = waiting(enumerate(made[first:], first), apart=True)
    return PhraseIndex(dict(enumerate(made)), found)


def cut(sequence: Elements, counts: Counter[str]) -> Phrase | None:
    """A phrase cut at its anchor; None when all of it may be absent."""
    place = anchor(sequence, counts)
    if place is None:
        return None
    before, after = sequence[:place][::-1], sequence[place + 1 :]
    classes = tuple(sorted({each.name for each in sequence if each.kind == "class" and not each.optional}))
    if all(element.single and not element.minus for element in sequence):
        around = [*enumerate(after, 1), *((-back, element) for back, element in enumerate(before, 1))]
        return Phrase(sequence[place], before, after, tuple((at, element.keys) for at, element in around), (), classes)
    others = tuple(element.keys for element in (*before, *after) if element.worded)
    return Phrase(sequence[place], before, after, None, others, classes)
