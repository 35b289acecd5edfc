"""From the written form of a rule to the nouns of `types`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from notelint.catalogue import schema
from notelint.catalogue.source import Node
from notelint.types import (
    KINDS,
    All,
    AnyOf,
    ClauseSlots,
    DraftKind,
    Example,
    Missing,
    Not,
    Pattern,
    Regex,
    Rule,
    SameAs,
    Severity,
    Source,
    Span,
    TakesUp,
    Template,
    Weighed,
    Words,
)

_MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


def rule(
    written: schema.RuleFile, root: Node, path: str, category: str, options: Mapping[str, object] | None = None
) -> Rule:
    """The rule of a validated file.

    Args:
        written: the validated content.
        root: the same content with its places.
        path: the file, for error messages.
        category: the folder it lies in.
        options: the options of its check with their types, None for those written.
    """
    make = _Patterns(path)
    kinds: tuple[DraftKind, ...] = tuple(kind for kind in written.kinds if kind != "all") or KINDS
    return Rule(
        id=written.id,
        source=_source(root, path),
        category=category,
        summary=written.summary,
        label=written.label,
        since=written.since,
        chapter=tuple(str(section) for section in written.chapter),
        kinds=kinds,
        severity=_severity(written, kinds),
        message=written.message,
        why=" ".join(written.why.split()),
        suggest=tuple(map(_template, written.suggest)),
        replaces=written.replaces,
        regions=tuple(written.in_),
        needs=tuple(written.needs),
        at_least=written.at_least,
        given=written.given,
        forbid=make.each(written.forbid, root.get("forbid")),
        require=make.each(written.require, root.get("require")),
        unless=make.unless(written.unless, root.get("unless")),
        missing=_missing(written.missing),
        check=written.check,
        options=written.options if options is None else options,
        replace=written.replace,
        violations=_examples(written.examples.violations, root, path, "violations"),
        fine=_examples(written.examples.fine, root, path, "fine"),
    )


def _severity(written: schema.RuleFile, kinds: tuple[DraftKind, ...]) -> dict[DraftKind, Severity]:
    if isinstance(written.severity, dict):
        return {kind: severity for kind, severity in written.severity.items() if kind in kinds}
    return dict.fromkeys(kinds, written.severity)


def _template(written: str | schema.WrittenTemplate) -> Template:
    return Template(written) if isinstance(written, str) else Template(written.say, written.unless)


def _missing(part: schema.MissingPart | None) -> Missing | None:
    return None if part is None else Missing(part.message, part.zone, tuple(part.insert))


def _source(node: Node | None, path: str) -> Source:
    return Source(node.path or path, node.line, node.column) if node else Source(path)


class _Patterns:
    """Makes patterns, each with its place in the file."""

    def __init__(self, path: str) -> None:
        self._path = path

    def each(self, written: Sequence[schema.PatternLike], node: Node | None) -> tuple[Pattern, ...]:
        nodes = tuple(node.items()) if node else ()
        return tuple(self.one(item, nodes[place]) for place, item in enumerate(written))

    def unless(self, written: Sequence[schema.PatternLike], node: Node | None) -> tuple[Pattern, ...]:
        """Plain phrases are put together, so that they are looked for at once."""
        nodes = tuple(node.items()) if node else ()
        phrases = tuple(item for item in written if isinstance(item, str))
        rest = tuple(self.one(item, nodes[place]) for place, item in enumerate(written) if not isinstance(item, str))
        return (Words(source=_source(node, self._path), words=phrases), *rest) if phrases else rest

    def one(self, written: schema.PatternLike, node: Node) -> Pattern:
        source = _source(node, self._path)
        if isinstance(written, str):
            return Words(source=source, words=(written,))
        if isinstance(written, list):
            phrases = tuple(item for item in written if isinstance(item, str))
            if len(phrases) == len(written):
                return Words(source=source, words=phrases)
            return AnyOf(source=source, members=self.each(written, node))
        return self._made(written, node, self._gates(written, node, source))

    def _made(self, written: schema.Gates, node: Node, gates: dict[str, Any]) -> Pattern:
        pattern: Pattern
        match written:
            case schema.WordsPattern():
                pattern = Words(words=tuple(written.words), **gates)
            case schema.ClausePattern():
                pattern = _clause(written.clause, gates)
            case schema.AllPattern():
                pattern = All(members=self.each(written.all, node.get("all")), **gates)
            case schema.AnyPattern():
                pattern = AnyOf(members=self.each(written.any, node.get("any")), **gates)
            case schema.NotPattern():
                pattern = Not(member=self.one(written.not_, node.at(("not",))), **gates)
            case schema.RegexPattern():
                pattern = Regex(regex=written.regex, case=written.case, **gates)
            case schema.RulePattern():
                pattern = SameAs(rule=written.rule, **gates)
            case schema.WeighedPattern():
                below = float("inf") if written.below is None else written.below
                least = written.at_least if written.below is None else float("-inf")
                sure = float("inf") if written.sure is None else written.sure
                words = written.min_words
                pattern = Weighed(
                    weighs=written.weighs, at_least=least, below=below, sure=sure, min_words=words, **gates
                )
            case schema.TakesUpPattern():
                pattern = TakesUp(takes_up=tuple(written.takes_up), **gates)
            case _:
                raise AssertionError(written)  # every model of a pattern stands above
        return pattern

    def _gates(self, written: schema.Gates, node: Node, source: Source) -> dict[str, Any]:
        return {
            "source": source,
            "act": tuple(written.act),
            "frame": tuple(written.frame),
            "polarity": written.polarity,
            "regions": tuple(written.in_),
            "unless": self.unless(written.unless, node.get("unless")),
            "then": None if written.then is None else self.one(written.then, node.at(("then",))),
            "within": written.within,
            "mark": written.mark,
            "confidence": written.confidence,
        }


def _clause(slots: schema.Slots, gates: dict[str, Any]) -> Pattern:
    """`act`, `frame` and `polarity` may stand in `clause` or beside it."""
    own = {"act": tuple(slots.act), "frame": tuple(slots.frame), "polarity": slots.polarity}
    return ClauseSlots(
        who=tuple(slots.who),
        does=tuple(slots.does),
        about=tuple(slots.about),
        modal=tuple(slots.modal),
        time=tuple(slots.time),
        **{**gates, **{key: value for key, value in own.items() if value}},
    )


def _examples(written: Sequence[str | schema.WrittenExample], root: Node, path: str, key: str) -> tuple[Example, ...]:
    nodes = root.at(("examples", key)).items()
    return tuple(_example(item, _source(node, path)) for item, node in zip(written, nodes, strict=False))


def _example(written: str | schema.WrittenExample, source: Source) -> Example:
    text, marks = _unmarked(written if isinstance(written, str) else written.text)
    if isinstance(written, str):
        return Example(text=text, source=source, marks=marks)
    return Example(
        text=text,
        source=source,
        place=written.place,
        kind=written.kind,
        headers=tuple(written.headers.items()),
        now=written.now,
        beside=tuple(written.beside),
        marks=marks,
    )


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without `[[ ]]`, and the spans that stood between them."""
    if "[[" not in marked:
        return marked, ()
    marks: list[Span] = []
    text, at = "", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append(Span(len(text), len(text) + len(match[1])))
        text, at = text + match[1], match.end()
    return text + marked[at:], tuple(marks)
