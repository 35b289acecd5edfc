"""What pydantic found, said to a rule's author: what is wrong, where, how to mend it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from notelint.catalogue import schema
from notelint.catalogue.source import Node

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_TAGS = frozenset({*schema.PATTERN_KEYS, "text", "list", "str", "literal", "dict", "ExampleModel"})


def explain(detail: ErrorDetails, root: Node) -> tuple[Node, str]:
    """The node an error is about, and the sentence."""
    path = _path(detail["loc"], root)
    kind = detail["type"]
    if kind == "extra_forbidden":
        parent, key = root.at(path[:-1]), str(path[-1])
        node = next((name for name, _ in parent.pairs() if name.text == key), parent)
        return node, f"there is no key `{key}` here; {_nearest(key, _keys(detail['loc']))}"
    node = root.at(path)
    last = str(path[-1]) if path else "rule"
    if kind == "missing":
        return node, f"`{last}` is missing; every {'rule' if len(path) <= 1 else 'such entry'} needs it"
    if kind == "pattern":
        return node, _pattern(node)
    if kind == "literal_error":
        allowed = str(detail.get("ctx", {}).get("expected", "")).replace("'", "`")
        return node, f"`{node.text}` is not known here; write {allowed}"
    return node, f"`{last}`: {_plain(detail['msg'])}"


def _path(loc: tuple[int | str, ...], root: Node) -> tuple[int | str, ...]:
    """Pydantic's path without the names of union members, which stand in no file."""
    path: list[int | str] = []
    node = root
    for step in loc:
        known = (isinstance(step, int) and node.kind == "list") or (isinstance(step, str) and node.get(step) is not None)
        last = step == loc[-1]
        if not known and not last:
            continue
        if not known and str(step) in _TAGS | {"constrained-str"} and node.kind != "map":
            continue
        path.append(step)
        node = node.at((step,))
    return tuple(path)


def _keys(loc: tuple[int | str, ...]) -> list[str]:
    """The keys that the model at this place has."""
    names = [str(step) for step in loc[:-1]]
    models: dict[str, type[BaseModel]] = {
        "clause": schema.ClauseSlotsModel, "missing": schema.MissingModel, "examples": schema.ExamplesModel,
        "ExampleModel": schema.ExampleModel, "words": schema.WordsPattern, "all": schema.AllPattern,
        "any": schema.AnyPattern, "not": schema.NotPattern, "regex": schema.RegexPattern, "rule": schema.RulePattern,
    }  # fmt: skip
    model: type[BaseModel] = schema.RuleFile
    for place, name in enumerate(names):
        if name == "clause":
            model = schema.ClauseSlotsModel if place and names[place - 1] == "clause" else schema.ClausePattern
        elif name in models:
            model = models[name]
    return [field.alias or key for key, field in model.model_fields.items()]


def _nearest(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1, cutoff=0.6)
    return f"is it `{near[0]}`?" if near else f"known are {', '.join(f'`{name}`' for name in sorted(known))}"


def _pattern(node: Node) -> str:
    keys = [name.text for name, _ in node.pairs()]
    named = [key for key in keys if key in schema.PATTERN_KEYS]
    what = "a pattern needs exactly one of " + ", ".join(f"`{key}`" for key in schema.PATTERN_KEYS)
    if len(named) > 1:
        return f"{what}; this one has {' and '.join(f'`{key}`' for key in named)}: join them with `all`"
    near = [match for key in keys for match in get_close_matches(key, schema.PATTERN_KEYS, n=1, cutoff=0.6)]
    return what + (f"; is it `{near[0]}`?" if near else "")


def _plain(message: Any) -> str:
    text = str(message)
    return text[:1].lower() + text[1:]
