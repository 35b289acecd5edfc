"""What pydantic found, said to a rule's author: where, what is wrong, how to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from notelint.catalogue import nearest, schema
from notelint.catalogue.source import Node

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_PATTERNS: Mapping[str, type[BaseModel]] = {
    "words": schema.WordsPattern,
    "clause": schema.ClausePattern,
    "all": schema.AllPattern,
    "any": schema.AnyPattern,
    "not": schema.NotPattern,
    "regex": schema.RegexPattern,
    "rule": schema.RulePattern,
    "weighs": schema.WeighedPattern,
    "takes_up": schema.TakesUpPattern,
}
_PARTS: Mapping[str, type[BaseModel]] = {
    "clause": schema.Slots,
    "missing": schema.MissingPart,
    "examples": schema.Examples,
    "violations": schema.WrittenExample,
    "fine": schema.WrittenExample,
    "suggest": schema.WrittenTemplate,
}
_SHAPES = {
    "list_type": "`{last}` is a list; write it between `[` and `]`, or each entry on a line of its own after `- `",
    "string_type": "`{last}` has texts only; one that begins with `[` or `{{`, or has a colon in it, needs quotes",
    "dict_type": "`{last}` is a map of names and values",
    "model_type": "`{last}` is a map of names and values",
    "model_attributes_type": "`{last}` is a map of names and values",
    "string_too_short": "`{last}` is empty; write it or take it out",
    "int_parsing": "`{text}` is no whole number; `{last}` is made of numbers such as `3`",
    "float_parsing": "`{text}` is no number; `{last}` is one, such as `-0.5`",
    "bool_parsing": "`{text}` is neither `true` nor `false`",
    "greater_than_equal": "`{last}` is at least {ge}",
    "string_pattern_mismatch": "`{text}` is no id; write small letters and hyphens, such as `no-gifts`",
}


def explain(error: ValidationError, root: Node, model: type[BaseModel]) -> list[tuple[Node, str]]:
    """The mistakes of one map, in order: for each the node it is about, and the sentence.

    Args:
        error: what the model said of it.
        root: the map with its places.
        model: the model.
    """
    found = [_explain(detail, root, model) for detail in error.errors(include_url=False)]
    return sorted(found, key=lambda item: (item[0].line, item[0].column))


def _explain(detail: ErrorDetails, root: Node, model: type[BaseModel]) -> tuple[Node, str]:
    loc = detail["loc"]
    path = tuple(step for step in loc if not str(step).startswith(schema.TAG))
    last = next((str(step) for step in reversed(path) if isinstance(step, str) and step != "[key]"), "rule")
    kind = detail["type"]
    if kind == "extra_forbidden":
        key = _key(root.at(path[:-1]), last)
        return key, f"there is no key `{last}` here; {nearest.choice(last, _keys(loc[:-1], model))}"
    if kind == "missing":
        return root.at(path), _missing(last, path)
    at_key = bool(path) and path[-1] == "[key]"
    node = _key(root.at(path[:-2]), str(path[-2])) if at_key else root.at(path)
    if kind == "pattern":
        return _pattern(node)
    if kind == "literal_error":
        return node, f"`{node.text or _shown(node)}` is not known here; {_allowed(node.text, detail)}"
    if kind == "too_short":
        least = detail.get("ctx", {}).get("min_length", 1)
        return node, f"`{last}` needs at least {'two members' if least == 2 else 'one entry'}"  # noqa: PLR2004
    template = _SHAPES.get(kind)
    given = {**detail.get("ctx", {}), "last": last, "text": node.text}
    return node, template.format(**given) if template else f"`{last}`: {detail['msg']}"


def _missing(key: str, path: Sequence[int | str]) -> str:
    above = next((str(step) for step in reversed(path[:-1]) if isinstance(step, str)), None)
    return f"`{key}:` is missing; {'every rule' if above is None else f'`{above}`'} needs it"


def _key(parent: Node, name: str) -> Node:
    return next((key for key, _ in parent.pairs() if key.text == name), parent)


def _shown(node: Node) -> str:
    return {"list": "[…]", "map": "{…}"}.get(node.kind, node.text)


def _allowed(text: str, detail: ErrorDetails) -> str:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    names = [name.strip("' ") for name in expected.replace(" or ", ", ").split(",")]
    return nearest.choice(text, names)


def _keys(loc: Sequence[int | str], model: type[BaseModel]) -> list[str]:
    """The keys that may stand in the map at this place of a model: the last step that names a model says which."""
    for step in loc:
        name = str(step)
        if name.startswith(schema.TAG):
            model = _PATTERNS.get(name.removeprefix(schema.TAG), model)
        elif name in _PARTS:
            model = _PARTS[name]
    return [field.alias or name for name, field in model.model_fields.items()]


def _pattern(node: Node) -> tuple[Node, str]:
    keys = [key.text for key, _ in node.pairs()]
    named = [key for key in keys if key in schema.PATTERN_KEYS]
    what = f"a pattern has exactly one of {nearest.listed(schema.PATTERN_KEYS)}"
    if len(named) > 1:
        return _key(node, named[1]), f"{what}; join {' and '.join(f'`{key}`' for key in named)} with `all`"
    gates = [field.alias or name for name, field in schema.Gates.model_fields.items()]
    unknown = [key for key in keys if key not in gates]
    if not unknown:
        return node, what
    hint = next(filter(None, (nearest.question(key, schema.PATTERN_KEYS) for key in unknown)), "")
    if not hint and len(keys) == 1:
        hint = "; a phrase with a colon in it needs quotes around it"
    return _key(node, unknown[0]), what + hint
