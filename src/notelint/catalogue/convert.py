"""From the written form to the nouns of `types.py`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from notelint.catalogue import schema
from notelint.catalogue.source import Node
from notelint.types import (
    KINDS, All, AnyOf, ClauseSlots, DraftKind, Example, Missing, Not, Pattern, Regex, Rule, SameAs, Severity, Source, Span, Words,
)  # fmt: skip

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def rule(written: schema.RuleFile, root: Node, path: str, category: str) -> Rule:
    """The rule of a validated file.

    Args:
        written: the validated content.
        root: the same content with its places.
        path: the file, for error messages.
        category: the folder it lies in.
    """
    make = _Patterns(path)
    kinds: tuple[DraftKind, ...] = KINDS if written.kinds == "all" else tuple(written.kinds)
    severity: dict[DraftKind, Severity] = (
        dict(written.severity) if isinstance(written.severity, dict) else dict.fromkeys(kinds, written.severity)  # type: ignore[arg-type]
    )
    missing = written.missing
    return Rule(
        id=written.id, source=_source(root, path), category=category, summary=written.summary, label=written.label,
        chapter=tuple(str(section) for section in written.chapter), kinds=kinds, severity=severity,
        message=written.message, why=" ".join(written.why.split()), suggest=tuple(written.suggest), replaces=written.replaces,
        regions=tuple(written.in_), needs=tuple(written.needs), at_least=written.at_least, given=written.given,
        forbid=make.each(written.forbid, root.get("forbid")), require=make.each(written.require, root.get("require")),
        unless=make.unless(written.unless, root.get("unless")),
        missing=Missing(missing.message, missing.zone, tuple(missing.insert)) if missing else None,  # type: ignore[arg-type]
        check=written.check, options=written.options, replace=written.replace,
        violations=_examples(written.examples.violations, root, path, "violations"),
        fine=_examples(written.examples.fine, root, path, "fine"),
    )  # fmt: skip


def _source(node: Node | None, path: str) -> Source:
    return Source(path, node.line, node.column) if node else Source(path)


def _many(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


class _Patterns:
    """Makes patterns, each with its place in the file."""

    def __init__(self, path: str) -> None:
        self._path = path

    def each(self, written: list[Any], node: Node | None) -> tuple[Pattern, ...]:
        nodes = list(node.items()) if node else []
        return tuple(self.one(item, nodes[place] if place < len(nodes) else node) for place, item in enumerate(written))

    def unless(self, written: list[Any], node: Node | None) -> tuple[Pattern, ...]:
        """Plain phrases are put together: one list is found at once."""
        phrases = [item for item in written if isinstance(item, str)]
        nodes = list(node.items()) if node else []
        rest = tuple(
            self.one(item, nodes[place] if place < len(nodes) else node)
            for place, item in enumerate(written)
            if not isinstance(item, str)
        )
        return ((Words(source=_source(node, self._path), words=tuple(phrases)), *rest)) if phrases else rest

    def one(self, written: Any, node: Node | None) -> Pattern:
        source = _source(node, self._path)
        if isinstance(written, str):
            return Words(source=source, words=(written,))
        if isinstance(written, list):
            if all(isinstance(item, str) for item in written):
                return Words(source=source, words=tuple(written))
            return AnyOf(source=source, members=self.each(written, node))
        gates = self._gates(written, node, source)
        return self._made(written, node, gates)

    def _made(self, written: Any, node: Node | None, gates: dict[str, Any]) -> Pattern:
        def inner(key: str) -> Node | None:
            return node.get(key) if node else None

        match written:
            case schema.WordsPattern():
                return Words(words=_many(written.words), **gates)
            case schema.ClausePattern():
                return self._clause(written.clause, gates)
            case schema.AllPattern():
                return All(members=self.each(written.all, inner("all")), **gates)
            case schema.AnyPattern():
                return AnyOf(members=self.each(written.any, inner("any")), **gates)
            case schema.NotPattern():
                return Not(member=self.one(written.not_, inner("not")), **gates)
            case schema.RegexPattern():
                return Regex(regex=written.regex, case=written.case, **gates)
            case _:
                return SameAs(rule=written.rule, **gates)

    def _gates(self, written: schema.Gates, node: Node | None, source: Source) -> dict[str, Any]:
        def inner(key: str) -> Node | None:
            return node.get(key) if node else None

        return {
            "source": source, "act": _many(written.act), "frame": _many(written.frame), "polarity": written.polarity,
            "regions": tuple(written.in_), "unless": self.unless(written.unless, inner("unless")),
            "then": None if written.then is None else self.one(written.then, inner("then")),
            "within": written.within, "mark": written.mark, "confidence": written.confidence,
        }  # fmt: skip

    @staticmethod
    def _clause(slots: schema.ClauseSlotsModel, gates: dict[str, Any]) -> Pattern:
        own = {"act": _many(slots.act), "frame": _many(slots.frame), "polarity": slots.polarity}
        gates = {**gates, **{key: value for key, value in own.items() if value}}
        return ClauseSlots(
            who=_many(slots.who), does=_many(slots.does), about=_many(slots.about), modal=_many(slots.modal),
            time=_many(slots.time), **gates,
        )  # fmt: skip


def _examples(written: list[Any], root: Node, path: str, key: str) -> tuple[Example, ...]:
    listed = root.get("examples")
    nodes = list((listed.get(key) or listed).items()) if listed else []
    return tuple(_example(item, _source(nodes[place] if place < len(nodes) else listed, path)) for place, item in enumerate(written))


def _example(written: Any, source: Source) -> Example:
    item = schema.ExampleModel(text=written) if isinstance(written, str) else written
    marks: list[Span] = []
    text, at = "", 0
    for match in _MARK.finditer(item.text):
        text += item.text[at : match.start()]
        marks.append(Span(len(text), len(text) + len(match[1])))
        text, at = text + match[1], match.end()
    text += item.text[at:]
    return Example(
        text=text, source=source, place=item.place, kind=item.kind, headers=tuple(item.headers.items()), now=item.now,
        beside=tuple(item.beside), marks=tuple(marks),
    )  # fmt: skip
