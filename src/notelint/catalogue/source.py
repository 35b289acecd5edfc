"""YAML with a place on every node.

All scalars are read as the text written (`no`, `off` and `14:30` are no traps); the typed models convert. Duplicate
keys, anchors, aliases and tags are refused here, once, for rules, word classes, config and front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

import yaml

from notelint.errors import NotelintError, RuleError

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # only its events are used, so no scalar is resolved
_MAX_DEPTH = 40
_MOST_KEYS = 1000  # of one map
_SIGNS = "*&!%@`"
_OPENINGS = "[{|>\"'"
_ENTRY = re.compile(r"\s*(?:- +|[\w-]+: +)+(\S)")


class Node(NamedTuple):
    """A YAML node: a str, a tuple of nodes, or a tuple of (key node, value node) pairs.

    Args:
        value: the content.
        kind: "scalar", "list" or "map".
        line: line in the source, from 1.
        column: column in that line, from 1, in code points.
        start: offset of the node in the source, from 0.
        end: offset after its last character.
        plain: for a scalar, whether it was written without quotes.
        path: the file it stands in.
    """

    value: str | tuple[Node, ...] | tuple[tuple[Node, Node], ...]
    kind: str
    line: int
    column: int
    start: int
    end: int
    plain: bool = True
    path: str = ""

    @property
    def text(self) -> str:
        """The text of a scalar; empty for a list or a map."""
        return self.value if isinstance(self.value, str) else ""

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """The entries of a map, none for other kinds."""
        if self.kind == "map":
            for pair in self.value:
                yield pair[0], pair[1]  # type: ignore[misc]

    def items(self) -> Iterator[Node]:
        """The entries of a list, none for other kinds."""
        if self.kind == "list":
            yield from self.value  # type: ignore[misc]

    def get(self, key: str) -> Node | None:
        """The value of a key of a map, or None."""
        return next((value for name, value in self.pairs() if name.text == key), None)

    def plain_data(self) -> object:
        """The node as str, list and dict, for a typed model to convert."""
        if self.kind == "map":
            return {key.text: value.plain_data() for key, value in self.pairs()}
        if self.kind == "list":
            return [item.plain_data() for item in self.items()]
        return self.value

    def at(self, path: tuple[str | int, ...]) -> Node:
        """The deepest node that this path of keys and indices reaches."""
        node = self
        for step in path:
            if isinstance(step, int) and node.kind == "list" and step < len(node.value):
                node = tuple(node.items())[step]
                continue
            found = node.get(str(step))
            if found is not None:
                node = found
        return node


def compose(text: str, path: str, error: type[NotelintError] = RuleError) -> Node | None:
    """Read one YAML document.

    Args:
        text: the source.
        path: its name for error messages.
        error: the class of the errors raised.

    Returns:
        The root node, None for an empty document.

    Raises:
        NotelintError: of the given class: not YAML, several documents, a duplicate key, an anchor, an alias, a tag, a
            key that is no text, nesting too deep, far too many keys.
    """
    try:
        return _Reader(text, path, error).document()
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        what = " ".join(str(part) for part in (problem.problem, problem.context) if part)
        raise error(
            f"this is not valid YAML: {what}; {_hint(text, mark)}",
            path=path,
            line=mark.line + 1 if mark else None,
            column=mark.column + 1 if mark else None,
        ) from None
    except yaml.YAMLError as problem:
        raise error(f"this is not valid YAML: {str(problem).splitlines()[0]}", path=path) from None


def _hint(text: str, mark: yaml.Mark | None) -> str:
    """How to mend a line that YAML refuses: nearly always by quotes."""
    lines = text.splitlines()
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    column = mark.column if mark is not None else 0
    entry = _ENTRY.match(line)
    near = [sign for sign in (line[column : column + 1], line[max(column - 1, 0) : column]) if sign in _SIGNS]
    first = next(filter(None, near), entry[1] if entry and entry[1] in _SIGNS + _OPENINGS else "")
    if first:
        return f"text that begins with `{first}` needs quotes around all of it"
    return "text with a colon or quotes in it needs quotes around it"


class _Reader:
    """Makes nodes of the parser's events."""

    def __init__(self, text: str, path: str, error: type[NotelintError]) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        self._path = path
        self._error = error

    def document(self) -> Node | None:
        root = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._refuse(event, "a second document begins here; one file holds one")
                root = self._node(next(self._events), 0)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None or event.tag is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor is not None else "!"
            self._refuse(event, f"text that begins with `{sign}` needs quotes around all of it")
        if isinstance(event, yaml.ScalarEvent):
            if "\0" in event.value:
                self._refuse(event, "a text cannot hold a NUL (`\\0`)")
            plain = event.style in {None, ""}
            return self._made(event.value, "scalar", start, end, plain=plain)
        if depth > _MAX_DEPTH:
            self._refuse(event, "this YAML is nested too deeply")
        if isinstance(event, yaml.SequenceStartEvent):
            items, end = self._list(depth)
            return self._made(items, "list", start, end)
        pairs, end = self._map(depth)
        return self._made(pairs, "map", start, end)

    def _made(self, value: Any, kind: str, start: Any, end: Any, *, plain: bool = True) -> Node:
        return Node(value, kind, start.line + 1, start.column + 1, start.index, end.index, plain, self._path)

    def _list(self, depth: int) -> tuple[tuple[Node, ...], Any]:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return tuple(items), event.end_mark
            items.append(self._node(event, depth + 1))
        raise AssertionError  # the parser closes what it opens

    def _map(self, depth: int) -> tuple[tuple[tuple[Node, Node], ...], Any]:
        seen: set[str] = set()
        pairs: list[tuple[Node, Node]] = []
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                return tuple(pairs), event.end_mark
            name = self._node(event, depth + 1)
            if name.kind != "scalar":
                self._refuse(event, "a key is one text; text that begins with `[` or `{` needs quotes around all of it")
            if name.text in seen:
                self._refuse(event, f"the key `{name.text}` stands twice; keep one of them")
            if len(seen) == _MOST_KEYS:
                self._refuse(event, f"this is one key too many; {_MOST_KEYS} is the most that one map may have")
            seen.add(name.text)
            pairs.append((name, self._node(next(self._events), depth + 1)))
        raise AssertionError  # the parser closes what it opens

    def _refuse(self, event: Any, message: str) -> NoReturn:
        mark = event.start_mark
        raise self._error(message, path=self._path, line=mark.line + 1, column=mark.column + 1)
