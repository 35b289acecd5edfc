"""`extends`: a rule file that says only what it changes of another rule.

The two are put together as they are written, node by node, and the whole is then read as any rule is. Each node keeps
the place and the file it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from notelint.catalogue import nearest
from notelint.catalogue.circles import find as find_circles
from notelint.catalogue.source import Node
from notelint.errors import RuleError
from notelint.types import KINDS

EXTENDS = "extends"

_JOINED = ("forbid", "require", "unless")
_OVERLAID = ("options", "replace")
_MADE_OF = ("forbid", "require", "check")
_MARKS = str.maketrans("", "", "[]")


def name(change: Node) -> str:
    """The id of the rule that a change makes: its own, else that of the rule it changes."""
    return change.at(("id",)).text or change.at((EXTENDS,)).text


def order(changes: Mapping[str, tuple[Path, Node]]) -> tuple[list[str], list[RuleError]]:
    """In which order to make them, each after the one it extends, and the circles among them, which are left out.

    Args:
        changes: file and content of each, by the id it makes.
    """
    uses = {
        made: [base] if (base := change.at((EXTENDS,)).text) != made and base in changes else []
        for made, (_, change) in changes.items()
    }
    errors, lost = [], set()
    for way in find_circles(uses):
        path, change = changes[way[0]]
        chain = ", which extends ".join(f"`{other}`" for other in way[1:])
        at = change.at((EXTENDS,))
        message = f"the rule `{way[0]}` extends {chain}; one of them needs patterns of its own"
        errors.append(RuleError(message, path=str(path), line=at.line, column=at.column))
        lost.update(way)
    done: list[str] = []
    waiting = [made for made in changes if made not in lost]
    while waiting:
        ready = [made for made in waiting if all(base in done or base not in waiting for base in uses[made])]
        done += ready
        waiting = [made for made in waiting if made not in ready]
    return done, errors


def keeps_check(change: Node, path: str) -> Iterator[RuleError]:
    """The mistake of a change that names a check."""
    for key, _ in change.pairs():
        if key.text == "check":
            message = "a rule keeps the `check` of the rule that it extends; take it out"
            yield RuleError(message, path=path, line=key.line, column=key.column)


def mistakes(change: Node, base: Node) -> Iterator[tuple[Node, str]]:
    """What cannot be changed of this rule."""
    made_of = next((key for key in _MADE_OF if base.get(key) is not None), "")
    for key, _ in change.pairs():
        if key.text in _MADE_OF and key.text != made_of:
            what = change.at((EXTENDS,)).text
            yield key, f"`{what}` has `{made_of}`, so a change of it cannot have `{key.text}`; take it out"
    if not any(key.text not in {EXTENDS, "id"} for key, _ in change.pairs()):
        yield change, "this changes nothing; add what is to be different, such as `severity: warning`"


def unknown(change: Node, known: Mapping[str, object]) -> tuple[Node, str]:
    """What to say when there is no rule to change."""
    base = change.at((EXTENDS,))
    return base, f"there is no rule `{base.text}` to extend{nearest.question(base.text, known)}"


def merge(base: Node, change: Node) -> Node:
    """The whole rule: the base's keys, with what the change adds to them or has instead.

    Args:
        base: a whole rule.
        change: what `schema.RuleChange` accepts.
    """
    pairs = {key.text: (key, value) for key, value in base.pairs()}
    for key, value in change.pairs():
        if key.text == EXTENDS:
            continue
        old = pairs.get(key.text)
        pairs[key.text] = (key, _joined(key.text, old[1], value) if old else value)
    _narrow(pairs, change)
    return change._replace(value=tuple(pairs.values()))


def _joined(key: str, old: Node, new: Node) -> Node:
    if key in _JOINED:
        return new._replace(value=(*old.items(), *new.items()))
    if key in _OVERLAID:
        return new._replace(
            value=tuple({name.text: (name, value) for node in (old, new) for name, value in node.pairs()}.values())
        )
    return _examples(old, new) if key == "examples" else new


def _examples(old: Node, new: Node) -> Node:
    """Both; one of the same text takes the place of the old one, in whichever list it stands."""
    texts = {_text(item) for _, listed in new.pairs() for item in listed.items()}
    made: dict[str, tuple[Node, Node]] = {
        key.text: (key, listed._replace(value=tuple(item for item in listed.items() if _text(item) not in texts)))
        for key, listed in old.pairs()
    }
    for key, listed in new.pairs():
        before = tuple(made[key.text][1].items()) if key.text in made else ()
        made[key.text] = (key, listed._replace(value=(*before, *listed.items())))
    return new._replace(value=tuple(made.values()))


def _text(example: Node) -> str:
    return (example.get("text") or example).text.translate(_MARKS)


def _narrow(pairs: dict[str, tuple[Node, Node]], change: Node) -> None:
    """Leave out what the base says of kinds on which the rule no longer runs."""
    kinds = _kinds(pairs["kinds"][1])
    key, severity = pairs["severity"]
    if severity.kind == "map":
        if change.get("severity") is None:
            kept = tuple(pair for pair in severity.pairs() if pair[0].text in kinds)
            pairs["severity"] = (key, severity._replace(value=kept))
        kinds &= {name.text for name, _ in severity.pairs()}
    if "examples" in pairs:
        key, examples = pairs["examples"]
        lists = tuple(
            (part, _running(listed, kinds, change) if part.text == "violations" else listed)
            for part, listed in examples.pairs()
        )
        pairs["examples"] = (key, examples._replace(value=lists))


def _kinds(named: Node) -> set[str]:
    kinds = {node.text for node in named.items()} or {named.text}
    return set(KINDS) if "all" in kinds else kinds


def _running(listed: Node, kinds: set[str], change: Node) -> Node:
    """The examples without those of the base on whose kind the rule does not run."""

    def runs(example: Node) -> bool:
        kind = example.get("kind")
        return example.path == change.path or (kind.text if kind else KINDS[0]) in {*kinds, "unknown"}

    return listed._replace(value=tuple(example for example in listed.items() if runs(example)))
