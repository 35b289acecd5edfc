"""YAML with a place on every node.

All scalars are read as the text written (`no`, `off` and `14:30` are no traps); the typed models convert. Duplicate
keys, anchors, tags and nulls inside lists are refused here, once, for rules, word classes, config and front matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from notelint.errors import NotelintError, RuleError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML node: a str, a tuple of nodes, or a tuple of (key node, value node) pairs.

    Args:
        value: the content.
        kind: "scalar", "list" or "map".
        line: line in the source, from 1.
        column: column in that line, from 1, in code points.
        start: offset of the node in the source, from 0.
        end: offset after its last character.
        plain: for a scalar, whether it was written without quotes.
    """

    value: str | tuple[Node, ...] | tuple[tuple[Node, Node], ...]
    kind: str
    line: int
    column: int
    start: int
    end: int
    plain: bool = True

    @property
    def text(self) -> str:
        """The text of a scalar; empty for a list or a map."""
        return self.value if isinstance(self.value, str) else ""

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """The entries of a map, none for other kinds."""
        if self.kind == "map":
            for pair in self.value:
                yield pair[0], pair[1]  # type: ignore[index]

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
        NotelintError: of the given class: not YAML, several documents, a duplicate key, an anchor, nesting too deep.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        what = " ".join(str(part) for part in (problem.problem, problem.context) if part)
        raise error(
            f"this is not valid YAML: {what}; text with a colon or quotes in it needs quotes around it",
            path=path,
            line=mark.line + 1 if mark else None,
            column=mark.column + 1 if mark else None,
        ) from None
    except yaml.YAMLError as problem:
        raise error(f"this is not valid YAML: {str(problem).splitlines()[0]}", path=path) from None
    except RecursionError:
        raise error("this YAML is nested too deeply", path=path) from None
    return None if root is None else _convert(root, path, error, 0)


def _convert(node: yaml.Node, path: str, error: type[NotelintError], depth: int) -> Node:
    mark, end = node.start_mark, node.end_mark
    place = {"line": mark.line + 1, "column": mark.column + 1, "start": mark.index, "end": end.index}
    if depth > _MAX_DEPTH:
        raise error("this YAML is nested too deeply", path=path, line=place["line"], column=place["column"])
    if isinstance(node, yaml.ScalarNode):
        return Node(node.value, "scalar", **place, plain=node.style is None)
    if isinstance(node, yaml.SequenceNode):
        return Node(tuple(_convert(item, path, error, depth + 1) for item in node.value), "list", **place)
    seen: set[str] = set()
    pairs = []
    for key, value in node.value:
        name = _convert(key, path, error, depth + 1)
        if name.text in seen:
            raise error(
                f"the key `{name.text}` stands twice; keep one of them", path=path, line=name.line, column=name.column
            )
        seen.add(name.text)
        pairs.append((name, _convert(value, path, error, depth + 1)))
    return Node(tuple(pairs), "map", **place)
