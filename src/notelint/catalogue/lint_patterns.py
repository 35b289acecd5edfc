"""Static checks of the patterns of a rule, each mistake at the very node that has it."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.catalogue import nearest, phrases, regexes
from notelint.catalogue.source import Node
from notelint.types import Catalogue

Mistake = tuple[Node, str]


def mistakes(root: Node, catalogue: Catalogue, lost: frozenset[str]) -> Iterator[Mistake]:
    """The mistakes in the patterns of a rule file whose shape is right.

    Args:
        root: the file.
        catalogue: the rules and word classes that its patterns may name.
        lost: ids of further rules that they may name.
    """
    walk = _Walk(catalogue, lost)
    for key in ("forbid", "require", "unless"):
        listed = root.get(key)
        for node in listed.items() if listed else ():
            yield from walk.pattern(node, key)


def of_phrase(node: Node, catalogue: Catalogue) -> Iterator[Mistake]:
    """The mistakes in a phrase: how it is written, and the word classes it names."""
    wrong = phrases.mistake(node.text)
    if wrong is not None:
        yield node, wrong
    for name in phrases.references(node.text):
        if name not in catalogue.classes:
            yield node, f"there is no word class `<{name}>`{nearest.question(name, catalogue.classes)}"


class _Walk:
    """Goes through a pattern; `inside` is the key that the pattern stands under."""

    def __init__(self, catalogue: Catalogue, lost: frozenset[str]) -> None:
        self._catalogue = catalogue
        self._lost = lost

    def pattern(self, node: Node, inside: str) -> Iterator[Mistake]:
        if node.kind == "scalar":
            yield from of_phrase(node, self._catalogue)
        for item in node.items():
            yield from self.pattern(item, "any")
        if node.kind == "map":
            yield from self._gates(node, inside)
            yield from self._content(node, inside)

    def _content(self, node: Node, inside: str) -> Iterator[Mistake]:
        for key, value in node.pairs():
            match key.text:
                case "words":
                    yield from self._phrases(value)
                case "clause":
                    yield from self._clause(key, value)
                case "all" | "any":
                    yield from self._members(key, value)
                case "not":
                    if inside not in {"all", "unless"}:
                        yield key, "`not` stands in `all`, beside what must be there, or in `unless`"
                    yield from self.pattern(value, "not")
                case "regex":
                    wrong = regexes.mistake(value.text)
                    if wrong is not None:
                        yield value, wrong
                case "rule" | "weighs":
                    yield from (self._rule(value) if key.text == "rule" else self._weights(value))

    def _gates(self, node: Node, inside: str) -> Iterator[Mistake]:
        for item in (node.get("unless") or node).items():
            yield from self.pattern(item, "unless")
        then, within = node.get("then"), node.get("within")
        if then is not None:
            yield from self.pattern(then, "then")
        if within is not None and within.text == "match" and inside != "unless":
            yield within, "`within: match` is for `unless` only; write `clause`, `sentence`, `neighbours` or wider"
        elif within is not None and inside != "unless" and node.get("all") is None:
            yield within, "`within` says how near the members of `all`, or an `unless`, must lie; here it has no effect"

    def _phrases(self, node: Node | None) -> Iterator[Mistake]:
        if node is not None:
            for item in node.items() if node.kind == "list" else (node,):
                yield from of_phrase(item, self._catalogue)

    def _clause(self, key: Node, slots: Node) -> Iterator[Mistake]:
        if not any(True for _ in slots.pairs()):
            yield key, "this clause has no slot; name `who`, `does`, `about`, `act` …"
        yield from self._phrases(slots.get("does"))
        yield from self._phrases(slots.get("about"))

    def _members(self, key: Node, members: Node) -> Iterator[Mistake]:
        listed = tuple(members.items())
        if key.text == "all" and all(member.get("not") is not None for member in listed):
            yield key, "`all` needs a member that is no `not`: something must be there"
        for member in listed:
            yield from self.pattern(member, key.text)

    def _weights(self, node: Node) -> Iterator[Mistake]:
        known = self._catalogue.weights
        if node.text not in known:
            yield node, f"there are no weights `{node.text}`{nearest.question(node.text, known)}"

    def _rule(self, node: Node) -> Iterator[Mistake]:
        named = self._catalogue.rules.get(node.text)
        if named is None and node.text not in self._lost:
            yield node, f"there is no rule `{node.text}`{nearest.question(node.text, self._catalogue.rules)}"
        elif named is not None and named.check is not None:
            yield node, f"the rule `{node.text}` is a check and has no patterns"
