"""Static checks of rules: mistakes that the shape of a file cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from difflib import get_close_matches

import regex

from notelint.errors import RuleError
from notelint.types import All, AnyOf, Catalogue, ClauseSlots, Example, Not, Pattern, Regex, Rule, SameAs, Source, Words

_REFERENCE = re.compile(r"<([^<>\s]+)>")
_RUNAWAY = re.compile(r"\((?:\?:)?[^()]*[+*][^()]*\)(?:[+*]|\{\d*,\})")
_SLOT = re.compile(r"\{(\w*)\}")
_SLOTS = ("text", "name", "company", "position", "day")


def check(catalogue: Catalogue) -> list[RuleError]:
    """All mistakes in the rules and word classes of a catalogue."""
    errors = [error for rule in catalogue.rules.values() for error in _rule(rule, catalogue)]
    for word_class in catalogue.classes.values():
        for entry in word_class.entries:
            errors += _phrase(entry, word_class.source, catalogue)
    return errors + list(_circles(catalogue))


def patterns(rule: Rule) -> Iterator[Pattern]:
    """All patterns of a rule, those inside others too."""
    for pattern in (*rule.forbid, *rule.require, *rule.unless):
        yield from _inside(pattern)


def _inside(pattern: Pattern) -> Iterator[Pattern]:
    yield pattern
    inner: tuple[Pattern, ...] = pattern.unless + ((pattern.then,) if pattern.then else ())
    if isinstance(pattern, (All, AnyOf)):
        inner += pattern.members
    if isinstance(pattern, Not):
        inner += (pattern.member,)
    for member in inner:
        yield from _inside(member)


def _error(source: Source, message: str) -> RuleError:
    return RuleError(message, path=source.path, line=source.line, column=source.column)


def _rule(rule: Rule, catalogue: Catalogue) -> Iterator[RuleError]:
    yield from _shape(rule, catalogue)
    for pattern in patterns(rule):
        yield from _pattern(pattern, catalogue)
    for text in (rule.message, *rule.suggest, *((rule.missing.message, *rule.missing.insert) if rule.missing else ())):
        for slot in _SLOT.findall(text):
            if slot not in _SLOTS:
                yield _error(rule.source, f"there is no slot {{{slot}}}; known are {', '.join('{' + name + '}' for name in _SLOTS)}")
    for example in (*rule.violations, *rule.fine):
        yield from _example(example, rule)


def _shape(rule: Rule, catalogue: Catalogue) -> Iterator[RuleError]:
    if sum(map(bool, (rule.forbid, rule.require, rule.check))) != 1:
        yield _error(rule.source, "a rule has exactly one of `forbid`, `require` and `check`")
    if rule.require and rule.missing is None:
        yield _error(rule.source, "a rule with `require` needs `missing` with `message` and `zone`: what is said, and where")
    if rule.missing is not None and not rule.require:
        yield _error(rule.source, "`missing` belongs to a rule with `require`")
    if extra := set(rule.severity) - set(rule.kinds):
        yield _error(rule.source, f"`severity` names `{min(extra)}`, which `kinds` does not")
    if rule.given is not None and rule.given not in catalogue.rules:
        yield _error(rule.source, f"`given` names no rule: `{rule.given}`{_near(rule.given, catalogue.rules)}")


def _pattern(pattern: Pattern, catalogue: Catalogue) -> Iterator[RuleError]:
    phrases: tuple[str, ...] = ()
    if isinstance(pattern, Words):
        phrases = pattern.words
    elif isinstance(pattern, ClauseSlots):
        phrases = pattern.does + pattern.about
        if not any(getattr(pattern, item.name) for item in fields(pattern) if item.name not in {"source", "mark", "confidence"}):
            yield _error(pattern.source, "this clause has no slot; name `who`, `does`, `about`, `act` …")
    elif isinstance(pattern, SameAs) and pattern.rule not in catalogue.rules:
        yield _error(pattern.source, f"there is no rule `{pattern.rule}`{_near(pattern.rule, catalogue.rules)}")
    elif isinstance(pattern, All) and all(isinstance(member, Not) for member in pattern.members):
        yield _error(pattern.source, "`all` needs a member that is no `not`")
    elif isinstance(pattern, Regex):
        yield from _regex(pattern)
    for phrase in phrases:
        yield from _phrase(phrase, pattern.source, catalogue)


def _phrase(phrase: str, source: Source, catalogue: Catalogue) -> Iterator[RuleError]:
    elements = phrase.split()
    if not elements:
        yield _error(source, "an empty phrase hits nothing; take it out")
    elif re.fullmatch(r"\*\d*", elements[0]) or re.fullmatch(r"\*\d+", elements[-1]):
        yield _error(source, f"the phrase “{phrase}” begins or ends with a gap; a gap stands between words")
    if re.search(r"\s\||\|\s", phrase):
        yield _error(source, f"“{phrase}”: `|` joins single words; alternatives of phrases are separate list items")
    for name in _REFERENCE.findall(phrase):
        if name not in catalogue.classes:
            yield _error(source, f"there is no word class `<{name}>`{_near(name, catalogue.classes)}")


def _regex(pattern: Regex) -> Iterator[RuleError]:
    try:
        regex.compile(pattern.regex)
    except regex.error as error:
        yield _error(pattern.source, f"this regular expression is broken: {error.msg} at position {error.pos}")
        return
    if _RUNAWAY.search(pattern.regex):
        yield _error(pattern.source, "this regular expression may run away: a repeated group that repeats inside, such as `(a+)+`")


def _example(example: Example, rule: Rule) -> Iterator[RuleError]:
    if ("[[" in example.text) != ("]]" in example.text) or ("[[" in example.text):
        yield _error(example.source, "`[[` and `]]` of this example do not pair")
    if example.marks and rule.require:
        yield _error(example.source, "a rule with `require` marks no words; take the `[[ ]]` out")
    if example.kind not in rule.kinds and example.kind != "unknown" and example in rule.violations:
        yield _error(example.source, f"this rule does not run on a {example.kind}; give the example one of its `kinds`")


def _circles(catalogue: Catalogue) -> Iterator[RuleError]:
    uses = {
        name: {used for entry in words.entries for used in _REFERENCE.findall(entry)} for name, words in catalogue.classes.items()
    }
    for name in uses:
        reached: set[str] = set()
        waiting = set(uses[name])
        while waiting:
            used = waiting.pop()
            reached.add(used)
            waiting |= uses.get(used, set()) - reached
        if name in reached:
            yield _error(catalogue.classes[name].source, f"the word class `{name}` contains itself")


def _near(name: str, known: object) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)  # type: ignore[call-overload]
    return f"; is it `{near[0]}`?" if near else ""
