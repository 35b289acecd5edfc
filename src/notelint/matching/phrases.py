"""Token phrases: how they are written, and the trie that finds all of them in one walk over a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from notelint.types import Token

POS = frozenset("NOUN PROPN VERB AUX ADJ ADV NUM PRON DET ADP INTJ WORD CAP".split())
_KIND = re.compile(r"([A-Z]{3,5})(?:-<([\w-]+)>)?$")
_PLAIN = re.compile(r"[a-zà-ÿ]+$")

Split = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a phrase.

    `kind` is "word" (lemma or form), "form", "pos", "gap" or "class"; `names` the alternatives, the part of speech or
    the class; `most` the gap's length; `minus` the class that a part of speech leaves out.
    """

    kind: str
    names: tuple[str, ...]
    most: int = 0
    minus: str = ""
    optional: bool = False


def parse(phrase: str, split: Split) -> list[tuple[Element, ...]]:
    """The element sequences of a phrase; several when an alternative is itself several tokens (“can't|won't”)."""
    sequences: list[tuple[Element, ...]] = [()]
    for word in phrase.split():
        options = _element(word, split)
        sequences = [(*sequence, *option) for sequence in sequences for option in options]
    return sequences


def _element(word: str, split: Split) -> list[tuple[Element, ...]]:
    optional = len(word) > 1 and word.endswith("?")
    word = word[:-1] if optional else word
    if word.startswith("*") and word[1:].isdigit():
        return [(Element("gap", (), int(word[1:])),)]
    if word.startswith("<") and word.endswith(">"):
        return [(Element("class", (word[1:-1],), optional=optional),)]
    match = _KIND.match(word)
    if match and match[1] in POS:
        return [(Element("pos", (match[1],), minus=match[2] or "", optional=optional),)]
    form = word.startswith("=") and len(word) > 1
    names = (word[1:] if form else word).lower().split("|") if len(word) > 1 else [word]
    kind = "form" if form else "word"
    single = tuple(name for name in names if _PLAIN.match(name) and len(split(name)) == 1) if len(names) > 1 else ()
    rest = [name for name in names if name not in single]
    options: list[tuple[Element, ...]] = [(Element(kind, single, optional=optional),)] if single else []
    for name in rest:
        pieces = split(name)
        if len(pieces) <= 1:
            options.append((Element(kind, (name,), optional=optional),))
        else:
            options.append(tuple(Element(kind, (piece,), optional=optional) for piece in pieces))
    return options


@dataclass(slots=True)
class Node:
    """A node of the trie; `ends` are the owners whose phrase ends here."""

    words: dict[str, list[Node]] = field(default_factory=dict)
    forms: dict[str, list[Node]] = field(default_factory=dict)
    kinds: list[tuple[str, str, Node]] = field(default_factory=list)
    gaps: list[tuple[int, Node]] = field(default_factory=list)
    classes: list[tuple[str, Node]] = field(default_factory=list)
    made: dict[Element, Node] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)

    def child(self, element: Element) -> Node:
        """The node after this element, made when it is new."""
        node = self.made.get(element)
        if node is None:
            node = self.made[element] = Node()
            if element.kind in {"word", "form"}:
                table = self.words if element.kind == "word" else self.forms
                for name in element.names:
                    table.setdefault(name, []).append(node)
            elif element.kind == "gap":
                self.gaps.append((element.most, node))
            elif element.kind == "class":
                self.classes.append((element.names[0], node))
            else:
                self.kinds.append((element.names[0], element.minus, node))
        return node


class Trie:
    """All phrases of some owners; an owner is a number that stands for a list of phrases."""

    def __init__(self) -> None:
        self.root = Node()

    def add(self, elements: Iterable[Element], owner: int) -> None:
        """Put a phrase in; optional elements make two."""
        nodes = [self.root]
        for element in elements:
            nodes = [node.child(Element(element.kind, element.names, element.most, element.minus)) for node in nodes] + (
                nodes if element.optional else []
            )
        for node in nodes:
            if owner not in node.ends:
                node.ends.append(owner)
