"""Static checks of rules: mistakes that the shape of a file cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from notelint.catalogue import circles, lint_patterns, nearest, phrases, words, written
from notelint.catalogue.lint_patterns import Mistake
from notelint.catalogue.options import CHECKS
from notelint.catalogue.source import Node
from notelint.errors import RuleError
from notelint.types import All, AnyOf, Catalogue, Example, Not, Pattern, Rule, SameAs

_SLOT = re.compile(r"\{([^{}]*)\}")
_SLOTS = ("text", "calm", "name", "company", "position", "day", "topic", "conversation")


def check(catalogue: Catalogue, roots: Mapping[str, Node], lost: frozenset[str] = frozenset()) -> list[RuleError]:
    """All mistakes in the rules and word classes of a catalogue.

    Args:
        catalogue: what was read.
        roots: the content of each of its files, by path.
        lost: ids of rules that could not be read, and that others may name all the same.
    """
    errors: list[RuleError] = []
    for rule in catalogue.rules.values():
        path = rule.source.path
        for node, message in _rule(rule, roots[path], catalogue, lost):
            errors.append(written.error(node, message, path, roots[path]))
    for word_class in catalogue.classes.values():
        path = word_class.source.path
        for entry in roots[path].at((word_class.name,)).items():
            if entry.kind == "scalar" and not phrases.is_plain(entry.text):
                for node, message in lint_patterns.of_phrase(entry, catalogue):
                    errors.append(RuleError(message, path=path, line=node.line, column=node.column))
    return [*errors, *words.circles(catalogue.classes), *_circles(catalogue)]


def _rule(rule: Rule, root: Node, catalogue: Catalogue, lost: frozenset[str]) -> Iterator[Mistake]:
    yield from _parts(rule, root)
    yield from _kinds(rule, root)
    yield from _names(rule, root, catalogue, lost)
    yield from _slots(root)
    yield from lint_patterns.mistakes(root, catalogue, lost)
    yield from _examples(rule, root)


def _parts(rule: Rule, root: Node) -> Iterator[Mistake]:
    """What a rule is made of, and what goes with what."""
    made_of = [key for key in ("forbid", "require", "check") if root.get(key) is not None]
    if len(made_of) != 1:
        has = f"; this one has {' and '.join(f'`{key}`' for key in made_of)}" if made_of else ""
        at = _key(root, made_of[1]) if made_of else root
        yield at, f"a rule has exactly one of `forbid`, `require` and `check`{has}"
        return
    at = _key(root, made_of[0])
    if not (rule.forbid or rule.require or rule.check):
        yield at, f"`{made_of[0]}` is empty; a rule needs a pattern"
    if rule.require and rule.missing is None:
        yield at, "a rule with `require` needs `missing` with `message` and `zone`: what is said, and where"
    belongs = {"missing": "require", "label": "require", "given": "require", "at_least": "require"}
    belongs |= {"replaces": "forbid", "replace": "forbid", "options": "check"}
    for key, partner in belongs.items():
        if root.get(key) is not None and partner != made_of[0]:
            yield _key(root, key), f"`{key}` belongs to a rule with `{partner}`; this one has `{made_of[0]}`"


def _kinds(rule: Rule, root: Node) -> Iterator[Mistake]:
    kinds = root.at(("kinds",))
    named = [node.text for node in kinds.items()]
    if "all" in named and len(named) > 1:
        yield kinds, "`kinds` is `all`, or a list of kinds without `all`"
    elif len(set(named)) < len(named):
        yield kinds, "`kinds` names a kind twice; keep it once"
    severity = root.at(("severity",))
    for key, _ in severity.pairs():
        if key.text not in rule.kinds:
            yield key, f"`severity` names `{key.text}`, which `kinds` leaves out"
    if severity.kind == "map" and not any(True for _ in severity.pairs()):
        yield severity, "`severity` is empty; write one severity, or one for each kind of draft"


def _names(rule: Rule, root: Node, catalogue: Catalogue, lost: frozenset[str]) -> Iterator[Mistake]:
    """The rule and the check that a rule names."""
    listed = root.get("suggest")
    suggested = [("unless", each.get("unless")) for each in (listed.items() if listed else ())]
    for key, node in (("given", root.get("given")), *suggested):
        if node is None or node.text in lost:
            continue
        other = catalogue.rules.get(node.text)
        if other is None:
            yield node, f"there is no rule `{node.text}`{nearest.question(node.text, catalogue.rules)}"
        elif other is rule or not other.require:
            yield node, f"`{key}` names another rule with `require`; `{node.text}` is none"
    if rule.check is not None and rule.check not in CHECKS:
        yield root.at(("check",)), f"there is no check `{rule.check}`; {nearest.choice(rule.check, CHECKS)}"


def _slots(root: Node) -> Iterator[Mistake]:
    missing = root.get("missing")
    for owner, key in ((root, "message"), (root, "suggest"), (missing, "message"), (missing, "insert")):
        written = owner.get(key) if owner else None
        for node in (written, *written.items()) if written else ():
            node = node.get("say") or node  # noqa: PLW2901
            for slot in _SLOT.findall(node.text):
                if slot not in _SLOTS:
                    yield node, f"there is no slot `{{{slot}}}`; {nearest.choice(slot, _SLOTS)}"


def _examples(rule: Rule, root: Node) -> Iterator[Mistake]:
    for key, listed in (("violations", rule.violations), ("fine", rule.fine)):
        for node, example in zip(root.at(("examples", key)).items(), listed, strict=False):
            for message in _example(rule, example, key):
                yield node, message


def _example(rule: Rule, example: Example, key: str) -> Iterator[str]:
    if "[[" in example.text or "]]" in example.text:
        yield "`[[` and `]]` of this example do not pair"
    elif any(mark.start == mark.end for mark in example.marks):
        yield "`[[]]` marks nothing"
    elif example.marks and (rule.require or key == "fine"):
        where = "in a rule with `require`" if rule.require else "in what is fine"
        yield f"no words are marked {where}; take `[[` and `]]` out"
    if key == "violations" and example.kind != "unknown" and example.kind not in rule.severity:
        yield f"this rule does not run on a {example.kind}; give the example a kind of {nearest.listed(rule.severity)}"
    if example.now is not None:
        try:
            datetime.fromisoformat(example.now)
        except ValueError:
            yield f"`now: {example.now}` is no moment; write it as 2025-03-05 or 2025-03-05T14:30"


def _circles(catalogue: Catalogue) -> Iterator[RuleError]:
    rules = catalogue.rules
    named = {name: dict.fromkeys(_named(rule)) for name, rule in rules.items()}
    given = {name: [rule.given] if rule.given and rule.given != name else [] for name, rule in rules.items()}
    for key, uses, so in (("rule", named, "hits nothing"), ("given", given, "says nothing")):
        for way in circles.find(uses):
            at = rules[way[0]].source
            chain = ", which has ".join(f"`{key}: {name}`" for name in way[1:])
            message = f"the rule `{way[0]}` has {chain}; such a circle {so}"
            yield RuleError(message, path=at.path, line=at.line, column=at.column)


def _named(rule: Rule) -> Iterator[str]:
    for pattern in (*rule.forbid, *rule.require, *rule.unless):
        yield from _named_in(pattern)


def _named_in(pattern: Pattern) -> Iterator[str]:
    if isinstance(pattern, SameAs):
        yield pattern.rule
    inner: tuple[Pattern, ...] = pattern.unless + ((pattern.then,) if pattern.then else ())
    if isinstance(pattern, (All, AnyOf)):
        inner += pattern.members
    if isinstance(pattern, Not):
        inner += (pattern.member,)
    for member in inner:
        yield from _named_in(member)


def _key(root: Node, name: str) -> Node:
    """The node of a key of a map."""
    return next((key for key, _ in root.pairs() if key.text == name), root)
