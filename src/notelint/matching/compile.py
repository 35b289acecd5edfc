"""From rules as written to rules that can be run.

Every list of token phrases becomes a numbered owner: those of `words` and `about` in one trie over a sentence's tokens,
those of `does` in one index over a clause's predicate. Patterns keep their structure and refer to owners.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import regex

from notelint.matching.phrases import Element, Split, Trie, parse
from notelint.types import All, AnyOf, Catalogue, ClauseSlots, Not, Pattern, Regex, Rule, SameAs, Words


@dataclass(slots=True, eq=False)
class Node:
    """A compiled pattern.

    Attributes:
        pattern: the pattern as written, with its gates.
        words: owner of its phrases (for a clause: of `about`), None when it has none.
        does: owner of its predicate phrases, None when it has none.
        members: the patterns inside `all`, `any`, `not`; of `rule`, the patterns of that rule.
        unless: patterns that strike a hit; judged by their own `within`.
        then: pattern of a later clause.
        regex: the compiled expression.
    """

    pattern: Pattern
    words: int | None = None
    does: int | None = None
    members: tuple[Node, ...] = ()
    unless: tuple[Node, ...] = ()
    then: Node | None = None
    regex: regex.Pattern[str] | None = None


@dataclass(slots=True)
class CompiledRule:
    """A rule with its compiled patterns."""

    rule: Rule
    forbid: tuple[Node, ...] = ()
    require: tuple[Node, ...] = ()
    unless: tuple[Node, ...] = ()


@dataclass(slots=True)
class CompiledCatalogue:
    """All rules by id, with what is shared: the trie, the predicate index, the word classes."""

    catalogue: Catalogue
    rules: dict[str, CompiledRule] = field(default_factory=dict)
    trie: Trie = field(default_factory=Trie)
    does: dict[str, list[tuple[int, tuple[Element, ...]]]] = field(default_factory=dict)
    classes: dict[str, Trie] = field(default_factory=dict)


def compile_catalogue(catalogue: Catalogue, split: Split) -> CompiledCatalogue:
    """Compile all rules of a catalogue.

    Args:
        catalogue: rules and word classes, checked.
        split: the tokenizer of the language model, phrase → lower-case tokens.
    """
    return _Compiler(catalogue, split).run()


class _Compiler:
    def __init__(self, catalogue: Catalogue, split: Split) -> None:
        self._made = CompiledCatalogue(catalogue)
        self._split = split
        self._owners = 0
        self._seen: dict[tuple[str, tuple[str, ...]], int] = {}

    def run(self) -> CompiledCatalogue:
        for name, words in self._made.catalogue.classes.items():
            trie = self._made.classes[name] = Trie()
            for entry in words.entries:
                for elements in parse(entry, self._split):
                    trie.add(elements, 0)
        for rule in self._made.catalogue.rules.values():
            self._rule(rule)
        return self._made

    def _rule(self, rule: Rule) -> CompiledRule:
        known = self._made.rules.get(rule.id)
        if known is None:
            known = self._made.rules[rule.id] = CompiledRule(rule)
            known.unless = self._all(rule.unless)
            known.forbid = self._all(rule.forbid)
            known.require = self._all(rule.require)
        return known

    def _all(self, patterns: Iterable[Pattern]) -> tuple[Node, ...]:
        return tuple(self._node(pattern) for pattern in patterns)

    def _node(self, pattern: Pattern) -> Node:
        node = Node(pattern, unless=self._all(pattern.unless), then=self._node(pattern.then) if pattern.then else None)
        match pattern:
            case Words():
                node.words = self._owner("words", pattern.words)
            case ClauseSlots():
                node.words = self._owner("words", pattern.about) if pattern.about else None
                node.does = self._owner("does", pattern.does) if pattern.does else None
            case All() | AnyOf():
                node.members = self._all(pattern.members)
            case Not():
                node.members = (self._node(pattern.member),)
            case Regex():
                node.regex = regex.compile(pattern.regex, regex.V0 if pattern.case else regex.IGNORECASE)
            case SameAs():
                other = self._rule(self._made.catalogue.rules[pattern.rule])
                node.members, node.unless = other.forbid + other.require, node.unless + other.unless
        return node

    def _owner(self, kind: str, phrases: tuple[str, ...]) -> int:
        key = (kind, phrases)
        if key not in self._seen:
            self._owners += 1
            self._seen[key] = self._owners
            for phrase in phrases:
                for elements in parse(phrase, self._split):
                    if kind == "words":
                        self._made.trie.add(elements, self._owners)
                    else:
                        self._add_does(elements, self._owners)
        return self._seen[key]

    def _add_does(self, elements: tuple[Element, ...], owner: int) -> None:
        for sequence in self._flat(elements):
            solid = tuple(element for element in sequence if element.kind != "gap")
            for name in solid[0].names if solid and solid[0].kind in {"word", "form"} else ("",):
                self._made.does.setdefault(name, []).append((owner, solid))

    def _flat(self, elements: tuple[Element, ...]) -> list[tuple[Element, ...]]:
        """Classes replaced by their entries: a predicate has too few words for a trie to pay."""
        sequences: list[tuple[Element, ...]] = [()]
        for element in elements:
            options: list[tuple[Element, ...]] = [(element,)]
            if element.kind == "class":
                entries = self._made.catalogue.classes[element.names[0]].entries
                options = [flat for entry in entries for parsed in parse(entry, self._split) for flat in self._flat(parsed)]
            sequences = [(*sequence, *option) for sequence in sequences for option in options]
        return sequences
