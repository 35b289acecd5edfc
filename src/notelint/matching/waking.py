"""Which patterns may hit in a sentence: told by its words, its place and its clauses' slots alone, for all at once.

Each pattern and each word class has a number, and a set of them is an integer with their bits. A word meets needs of
some of them: what a sentence's words meet is put together by `|`, and what a pattern needs at the same time by `&`. A
twentieth of the patterns is left in a sentence, and only these are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct, field

from notelint.matching.index import PhraseIndex, Waiting
from notelint.matching.node import Node
from notelint.matching.phrases import Owner
from notelint.shelf import Drawer
from notelint.types import All, AnyOf, Clause, ClauseSlots, Not, Pattern, SameAs, Sentence, Words

Need = frozenset[str]
"""Keys of tokens of which one must be in the sentence."""

_ASKED = 2  # needs of a pattern that are asked, its shortest; a third would turn away few more
_MOST = 1 << 14  # keys of which is remembered that they meet nothing
_WORDS = 1 << 12  # words of which is remembered what they meet: five megabytes
_OTHER = ""  # stands for all values that no pattern names
_SLOTS = ("who", "act", "polarity", "modal", "time")
_NEAR = frozenset({None, "match", "clause", "sentence"})


class Needs(Drawer[str, int]):
    """The needs that each key meets; most words of a letter meet none.

    Args:
        packed: of each key the places of their bits, as 32-bit numbers.
    """

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        super().__init__(packed, _bits)

    def __missing__(self, key: str) -> int:
        if key in self.packed:
            return super().__missing__(key)
        if len(self) < _MOST:
            self[key] = 0
        return 0

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as it is packed."""
        return Needs, (self.packed,)


class Waking(Struct, eq=False):
    """What wakes patterns and word classes.

    Attributes:
        wide: how many patterns and classes there are.
        free: needs that any sentence meets: a block of bits for all first needs of the patterns, one for the second …
        met: the needs that a key of a token meets, in the same blocks.
        regions: of each region that a pattern names, the patterns that look there.
        slots: of each slot and each value that a pattern names, the patterns that take it.
        classes: the number of each class.
        taken: the patterns that take a clause, by its slots, as far as anybody has asked.
        words: the needs that a word meets, by its keys, of words that came.
    """

    wide: int = 0
    free: int = 0
    met: Needs = field(default_factory=lambda: Needs({}))
    regions: Mapping[str, int] = field(default_factory=dict)
    slots: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    classes: Mapping[str, int] = field(default_factory=dict)
    taken: dict[tuple[str, ...], int] = field(default_factory=dict)
    words: dict[frozenset[str], int] = field(default_factory=dict)

    def awake(self, sentence: Sentence, marks: Iterable[frozenset[str]]) -> int:
        """The patterns and classes that may hit in a sentence whose tokens have these keys, as bits."""
        met, known = self.free, self.words
        for keys in marks:
            each = known.get(keys)
            met |= self._meeting(keys) if each is None else each
        met &= met >> self.wide
        takers = 0
        for clause in sentence.clauses:
            takers |= self._taking(clause)
        return met & takers & self._looking(sentence)

    def each(self, awake: int) -> bytes:
        """Of each pattern and class 1 when its bit is set, else 0: a place is looked up faster than a bit."""
        packed = np.frombuffer(awake.to_bytes(self.wide // 8 + 1, "little"), dtype=np.uint8)
        return np.unpackbits(packed, bitorder="little").tobytes()

    def _meeting(self, keys: frozenset[str]) -> int:
        """The needs that a word with these keys meets: letters share most of their words."""
        met = 0
        for key in keys:
            met |= self.met[key]
        if len(self.words) >= _WORDS:
            self.words.clear()
        self.words[keys] = met
        return met

    def _looking(self, sentence: Sentence) -> int:
        looking = _of(self.regions, sentence.region)
        return looking | _of(self.regions, "opening") if sentence.opening else looking

    def _taking(self, clause: Clause) -> int:
        modal = clause.modal or "none"
        if modal not in self.slots["modal"]:  # there is no end of modal verbs, as the model sees them
            modal = _OTHER
        key = (clause.who, clause.act, clause.polarity, modal, clause.time)
        known = self.taken.get(key)
        if known is None:
            known = -1
            for slot, value in zip(_SLOTS, key, strict=True):
                known &= _of(self.slots[slot], value)
            self.taken[key] = known
        return known


def _of(patterns: Mapping[str, int], value: str) -> int:
    known = patterns.get(value)
    return patterns[_OTHER] if known is None else known


def index(tops: Iterable[Node], phrases: PhraseIndex, does: Mapping[Owner, Waiting]) -> Waking:
    """Number patterns and all that they are made of, and note what wakes them.

    Args:
        tops: the patterns of all rules.
        phrases: the index of their phrases.
        does: their predicates.
    """
    nodes = list(dict.fromkeys(node for top in tops for node in _under(top)))
    for number, node in enumerate(nodes):
        node.number = number
    reader = _Reader(phrases, does)
    classes = [owner for owner in phrases.waiting if isinstance(owner, str)]
    needs = [*map(reader.needs, nodes), *map(reader.of_class, classes)]
    free, met = _met(needs)
    anywhere = [()] * len(classes)
    slots = {slot: _takers([*(_wanted(node.pattern, slot) for node in nodes), *anywhere]) for slot in _SLOTS}
    regions = _takers([*(node.pattern.regions for node in nodes), *anywhere])
    numbers = {name: number for number, name in enumerate(classes, len(nodes))}
    return Waking(len(needs), free, met, regions, slots, numbers)


def _met(needs: Sequence[Iterable[Need]]) -> tuple[int, Needs]:
    """The needs that are met anyway, and those that each key meets."""
    free = (1 << _ASKED * len(needs)) - 1
    met: dict[str, list[int]] = {}
    for number, each in enumerate(needs):
        for block, need in enumerate(sorted(each, key=len)[:_ASKED]):
            place = block * len(needs) + number
            free &= ~(1 << place)
            for key in need:
                met.setdefault(key, []).append(place)
    return free, Needs({key: np.array(places, dtype=np.uint32).tobytes() for key, places in met.items()})


def _under(node: Node) -> Iterator[Node]:
    yield node
    for other in (*node.members, *node.unless, *node.inherited, *([node.then] if node.then else [])):
        yield from _under(other)


def _bits(packed: bytes) -> int:
    places = np.frombuffer(packed, dtype=np.uint32)
    flags = np.zeros(int(places.max()) + 1, dtype=bool)
    flags[places] = True
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def _wanted(pattern: Pattern, slot: str) -> Sequence[str]:
    """The values that a pattern wants in a slot of the clause of its hit; none when any will do."""
    if slot == "polarity":
        return (pattern.polarity,) if pattern.polarity else ()
    if slot != "act" and not isinstance(pattern, ClauseSlots):
        return ()
    wanted: Sequence[str] = getattr(pattern, slot)
    return wanted


def _takers(wanted: Iterable[Sequence[str]]) -> dict[str, int]:
    """Of each value the numbers of those that take it, from the values that each wants; who wants none takes all."""
    found: dict[str, int] = {_OTHER: 0}
    for number, values in enumerate(wanted):
        for value in values:
            found[value] = found.get(value, 0) | 1 << number
        found[_OTHER] |= 0 if values else 1 << number
    return {value: takers | found[_OTHER] for value, takers in found.items()}


class _Reader:
    """Reads off patterns which keys a sentence needs for them to hit in it."""

    def __init__(self, phrases: PhraseIndex, does: Mapping[Owner, Waiting]) -> None:
        self._phrases = phrases
        self._predicates = does
        self._known: dict[Owner, Need | None] = {}

    def needs(self, node: Node) -> list[Need]:
        """The needs of a pattern, each of which must be met."""
        match node.pattern:
            case Words() | ClauseSlots():
                both = (self._words(node.words), self._does(node.does))
                found = [need for need in both if need is not None]
            case All():
                leader, *rest = [member for member in node.members if not isinstance(member.pattern, Not)]
                near = [leader, *(rest if node.pattern.within in _NEAR else ())]
                found = [need for member in near for need in self.needs(member)]
            case AnyOf() | SameAs():
                each = [self.needs(member) for member in node.members]
                found = [frozenset[str]().union(*(min(needs, key=len) for needs in each))] if all(each) else []
            case _:
                found = []
        return found + (self.needs(node.then) if node.then else [])

    def of_class(self, name: str) -> list[Need]:
        """The needs of a word class."""
        need = self._words(name)
        return [] if need is None else [need]

    def _does(self, owner: Owner | None) -> Need | None:
        return None if owner is None else self._predicates[owner].named

    def _words(self, owner: Owner | None) -> Need | None:
        """The keys of which one is in each hit of an owner; None when none must be."""
        if owner is None:
            return None
        if owner not in self._known:
            self._known[owner] = frozenset()  # a class inside itself adds nothing
            self._known[owner] = self._all_of(self._phrases.waiting[owner])
        return self._known[owner]

    def _all_of(self, waiting: Waiting) -> Need | None:
        found = waiting.named
        for classes in waiting.rest:
            needs = [need for name in classes for need in self.of_class(name)]
            if not needs:
                return None
            found |= min(needs, key=len)
        return found
