"""From rules as written to rules that can be run.

Every list of token phrases becomes a numbered owner in one index over the draft's tokens, those of `does` in one over
the predicates of its clauses. Patterns keep their structure and refer to owners.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex
from msgspec import Struct, field

from notelint.catalogue.needles import minds_case, needles
from notelint.errors import RuleError
from notelint.matching import asking, index, phrases, predicates, waking, weight_index
from notelint.matching.asking import Asked
from notelint.matching.index import PhraseIndex
from notelint.matching.lately import Lately
from notelint.matching.node import Node
from notelint.matching.phrases import Elements, Owner, Split
from notelint.matching.predicates import PredicateIndex, Predicates
from notelint.matching.waking import Waking
from notelint.matching.weight_index import WeightIndex
from notelint.types import All, AnyOf, Catalogue, ClauseSlots, Not, Pattern, Regex, Rule, SameAs, Source, Weighed, Words


class CompiledRule(Struct):
    """A rule with its compiled patterns.

    `asked` are those of `forbid` or `require`, ready to be looked for. `simple` are those of `require` without members,
    which are tried first; None where that saves nothing: all are such, or no weight is among them.
    """

    rule: Rule
    forbid: tuple[Node, ...] = ()
    require: tuple[Node, ...] = ()
    unless: tuple[Node, ...] = ()
    asked: Asked = field(default_factory=Asked)
    simple: Asked | None = None


class CompiledCatalogue(Struct):
    """All rules by id, the two indexes that they share, the weights, and what wakes which pattern.

    `rivals` are the rules that forbid by weight, each with that pattern; `lately` holds the phrases and predicates of
    the sentences that came last.
    """

    catalogue: Catalogue
    rules: dict[str, CompiledRule] = field(default_factory=dict)
    phrases: PhraseIndex = field(default_factory=PhraseIndex)
    predicates: PredicateIndex = field(default_factory=PredicateIndex)
    weights: WeightIndex = field(default_factory=WeightIndex)
    waking: Waking = field(default_factory=Waking)
    rivals: tuple[tuple[CompiledRule, Node], ...] = ()
    lately: Lately[Predicates] = field(default_factory=lambda: Lately(predicates.MOST))


def compile_catalogue(catalogue: Catalogue, split: Split) -> CompiledCatalogue:
    """Compile all rules of a catalogue.

    Args:
        catalogue: rules and word classes, checked.
        split: the tokenizer of the language model, phrase → lower-case tokens.

    Raises:
        RuleError: a word class or rule is named that does not exist, or goes in a circle; a regular expression is
            broken; a `not` stands alone; a phrase stands for too many.
    """
    return _Compiler(catalogue, cache(split)).run()


class _Compiler:
    def __init__(self, catalogue: Catalogue, split: Split) -> None:
        self._made = CompiledCatalogue(catalogue)
        self._split = split
        self._classes: dict[str, list[Elements]] = {}
        self._words: dict[tuple[str, ...], int] = {}
        self._does: dict[tuple[str, ...], int] = {}
        self._parsed: dict[Owner, list[Elements]] = {}
        self._open: list[str] = []

    def run(self) -> CompiledCatalogue:
        for rule in self._made.catalogue.rules.values():
            self._rule(rule)
        words: dict[Owner, list[Elements]] = {owner: self._parsed[owner] for owner in self._words.values()}
        words.update(self._classes)
        self._made.phrases = index.index(words)
        does: dict[Owner, list[Elements]] = {owner: self._parsed[owner] for owner in self._does.values()}
        requiring = {rule.id for rule in self._made.catalogue.rules.values() if rule.require}
        self._made.weights = weight_index.index(self._made.catalogue.weights, requiring)
        self._made.predicates = predicates.index(does, self._classes.__getitem__)
        rules = self._made.rules.values()
        tops = [node for made in rules for node in (*made.forbid, *made.require, *made.unless)]
        self._made.waking = waking.index(tops, self._made.phrases, self._made.predicates.waiting)
        forbidding = [(made, node) for made in rules for node in made.forbid]
        self._made.rivals = tuple((made, node) for made, node in forbidding if isinstance(node.pattern, Weighed))
        for made in rules:
            made.asked, made.simple = asking.asked(made.forbid or made.require), _simple(made.require)
        return self._made

    # ------------------------------------------------------------ rules and patterns

    def _rule(self, rule: Rule) -> CompiledRule:
        known = self._made.rules.get(rule.id)
        if known is None:
            self._within(f"rule `{rule.id}`", rule.source)
            if rule.given is not None:
                self._named(rule.given, rule.source)
            known = CompiledRule(rule, self._top(rule.forbid), self._top(rule.require), self._all(rule.unless))
            self._made.rules[rule.id] = known
            self._open.pop()
        return known

    def _within(self, name: str, source: Source) -> None:
        if name in self._open:
            circle = " → ".join((*self._open[self._open.index(name) :], name))
            raise _error(f"this goes in a circle: {circle}", source)
        self._open.append(name)

    def _named(self, rule_id: str, source: Source) -> Rule:
        rule = self._made.catalogue.rules.get(rule_id)
        if rule is None:
            raise _error(f"there is no rule `{rule_id}`", source)
        return rule

    def _all(self, patterns: Iterable[Pattern]) -> tuple[Node, ...]:
        return tuple(self._node(pattern) for pattern in patterns)

    def _top(self, patterns: Iterable[Pattern]) -> tuple[Node, ...]:
        """Patterns that must hit words, which an absence does not."""
        listed = tuple(patterns)
        for pattern in listed:
            if isinstance(pattern, Not):
                raise _error("`not` needs an `all` around it, with something that is there", pattern.source)
        return self._all(listed)

    def _node(self, pattern: Pattern) -> Node:
        node = Node(pattern, unless=self._all(pattern.unless), then=self._node(pattern.then) if pattern.then else None)
        match pattern:
            case Words():
                node.words = self._owner(self._words, pattern.words, pattern.source)
            case ClauseSlots():
                node.words = self._owner(self._words, pattern.about, pattern.source) if pattern.about else None
                node.does = self._owner(self._does, pattern.does, pattern.source) if pattern.does else None
            case All():
                node.members = self._all(pattern.members)
                if all(isinstance(member, Not) for member in pattern.members):
                    raise _error("`all` needs a member that is no `not`", pattern.source)
            case AnyOf():
                node.members = self._top(pattern.members)
            case Not():
                node.members = self._top((pattern.member,))
            case Regex():
                node.regex = _expression(pattern)
                node.needles = needles(pattern.regex, case=pattern.case)
                node.folds = not minds_case(pattern.regex, case=pattern.case)
            case SameAs():
                other = self._rule(self._named(pattern.rule, pattern.source))
                node.members, node.inherited = other.forbid + other.require, other.unless
        node.has_regex = isinstance(pattern, Regex) or any(member.has_regex for member in node.members)
        return node

    # ------------------------------------------------------------ phrases

    def _owner(self, table: dict[tuple[str, ...], int], listed: tuple[str, ...], source: Source) -> int:
        owner = table.get(listed)
        if owner is None:
            owner = table[listed] = len(self._words) + len(self._does) + 1
            made = self._parsed[owner] = [elements for phrase in listed for elements in self._parse(phrase, source)]
            entries = self._classes.__getitem__
            most = predicates.VARIANTS
            if table is self._does and sum(predicates.variants(each, entries) for each in made) > most:
                raise _error(f"these phrases of `does` stand for more than {most}; use fewer classes", source)
        return owner

    def _parse(self, phrase: str, source: Source) -> list[Elements]:
        try:
            sequences = phrases.parse(phrase, self._split)
        except ValueError as problem:
            raise _error(str(problem), source) from None
        for element in {element for sequence in sequences for element in sequence}:
            if element.kind == "class":
                self._class(element.name, source)
            elif element.minus:
                self._class(element.minus, source)
        return sequences

    def _class(self, name: str, source: Source) -> None:
        if name in self._classes:
            return
        words = self._made.catalogue.classes.get(name)
        if words is None:
            raise _error(f"there is no word class `<{name}>`", source)
        self._within(f"<{name}>", words.source)
        self._classes[name] = [elements for entry in words.entries for elements in self._parse(entry, words.source)]
        self._open.pop()


def _simple(require: tuple[Node, ...]) -> Asked | None:
    simple = [node for node in require if not node.members]
    weighed = any(isinstance(node.pattern, Weighed) for node in simple)
    return asking.asked(simple) if weighed and len(simple) < len(require) else None


def _expression(pattern: Regex) -> regex.Pattern[str]:
    try:
        return regex.compile(pattern.regex, 0 if pattern.case else regex.IGNORECASE)
    except (regex.error, ValueError, KeyError) as problem:
        raise _error(f"this regular expression is broken: {problem}", pattern.source) from None


def _error(message: str, source: Source) -> RuleError:
    return RuleError(message, path=source.path, line=source.line, column=source.column)
