"""A rule as written and checked: patterns are still strings, word classes are still names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

from msgspec import Struct, field

from notelint.types.analysis import Act, Polarity, Time, Who
from notelint.types.base import DraftKind, RegionKind, Severity, Span


class Source(Struct, frozen=True):
    """Where something stands in a rule file: line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


Scope = Literal["match", "clause", "sentence", "neighbours", "paragraph", "zone", "draft"]
Mark = Literal["match", "phrase", "clause", "sentence"]
Listed = Literal["topics", "concerns", "shared_interests"]  # header keys under which things are listed


class Pattern(Struct, frozen=True, kw_only=True):
    """What every pattern may carry: gates on its hits, and how they are marked.

    Empty tuples gate nothing. `frame` empty means: neither reported nor quoted.
    """

    source: Source
    act: tuple[Act, ...] = ()
    frame: tuple[str, ...] = ()  # also "any"
    polarity: Polarity | None = None
    regions: tuple[str, ...] = ()  # YAML key `in`; region names, also "opening"; empty: the rule's
    unless: tuple[Pattern, ...] = ()
    then: Pattern | None = None
    within: Scope | None = None
    mark: Mark = "match"
    confidence: Literal["full", "low"] = "full"


class Words(Pattern, frozen=True, kw_only=True):
    """Token phrases, any of them."""

    words: tuple[str, ...]


class ClauseSlots(Pattern, frozen=True, kw_only=True):
    """One clause with these slots; `does` and `about` hold token phrases (any of them)."""

    who: tuple[Who, ...] = ()
    does: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    modal: tuple[str, ...] = ()  # also "none"
    time: tuple[Time, ...] = ()


class All(Pattern, frozen=True, kw_only=True):
    """Every member within one scope."""

    members: tuple[Pattern, ...]


class AnyOf(Pattern, frozen=True, kw_only=True):
    """At least one member."""

    members: tuple[Pattern, ...]


class Not(Pattern, frozen=True, kw_only=True):
    """No hit of the member within the scope of the enclosing `all`."""

    member: Pattern


class Regex(Pattern, frozen=True, kw_only=True):
    """A regular expression over the normalised text of a paragraph; `case` keeps capitals apart."""

    regex: str
    case: bool = False


class Weighed(Pattern, frozen=True, kw_only=True):
    """A sentence of `min_words` or more whose learned weight lies in [at_least, below); from `sure` on it is sure."""

    weighs: str
    at_least: float = 0.0
    below: float = float("inf")
    min_words: int = 0
    sure: float = float("inf")


class TakesUp(Pattern, frozen=True, kw_only=True):
    """A sentence that takes up one of the things listed under these header keys."""

    takes_up: tuple[Listed, ...]


class SameAs(Pattern, frozen=True, kw_only=True):
    """Wherever the patterns of another rule hit."""

    rule: str


class Missing(Struct, frozen=True):
    """What a requiring rule says when nothing satisfies it.

    `zone` is where the violation is reported, `insert` the templates of a sentence to put there.
    """

    message: str
    zone: RegionKind | Literal["opening"]
    insert: tuple[str, ...] = ()


class Template(Struct, frozen=True):
    """A suggestion of a rule that forbids, with its slots; without words it leaves out those of the writer.

    `unless` is a rule that requires: where the draft has that part elsewhere, the words would say it twice.
    """

    words: str
    unless: str | None = None


class Example(Struct, frozen=True):
    """An example of a rule. `marks` are spans into `text` that must be marked (from `[[ ]]`)."""

    text: str
    source: Source
    place: Literal["body", "greeting", "closing", "subject", "whole"] = "body"
    kind: DraftKind = "thank-you"
    headers: tuple[tuple[str, str], ...] = ()
    now: str | None = None
    beside: tuple[str, ...] = ()
    marks: tuple[Span, ...] = ()


class Rule(Struct, frozen=True, kw_only=True):
    """A rule as written and checked: patterns are still strings, word classes are still names."""

    id: str
    source: Source
    category: str  # its folder: content, tone, agreement, reading, draft
    summary: str
    chapter: tuple[str, ...]
    kinds: tuple[DraftKind, ...]
    severity: Mapping[DraftKind, Severity]  # one entry a kind in `kinds`
    message: str
    why: str
    suggest: tuple[Template, ...] = ()
    replaces: Literal["match", "clause", "sentence"] = "sentence"
    regions: tuple[str, ...] = ()  # YAML key `in`; empty: the default of forbid or require
    forbid: tuple[Pattern, ...] = ()
    require: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    at_least: int = 1
    given: str | None = None
    missing: Missing | None = None
    label: str = ""  # the part's name in the checklist
    since: str = "0.1"  # the version in which the rule came
    check: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    needs: tuple[str, ...] = ()  # header keys without which it does not run
    replace: Mapping[str, str] = field(default_factory=dict)  # word → safe replacement
    violations: tuple[Example, ...] = ()
    fine: tuple[Example, ...] = ()


class Tally(Struct, frozen=True):
    """A rule's answers: it spoke rightly (tp) or wrongly (fp), was silent wrongly (fn) or rightly (tn)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    @property
    def size(self) -> int:
        """The number of sentences."""
        return self.tp + self.fp + self.fn + self.tn

    @property
    def precision(self) -> float:
        """The share of its alarms that were right; 1.0 when it never spoke."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """The share of faults that it found; 1.0 when there were none."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, self.tn + other.tn)


Measured = Mapping[str, Tally]
"""`tuned` and `untuned`: on authors whom the rules were tuned on, and on others."""


class WordClass(Struct, frozen=True):
    """A named list of token phrases; an entry `<name>` takes in another class."""

    name: str
    entries: tuple[str, ...]
    source: Source


class Weights(Struct, frozen=True):
    """Learned weights: what each feature of a sentence is worth, and what a sentence without any is."""

    base: float
    features: Mapping[str, float]


class Pack(Struct, frozen=True):
    """A folder of rules that does not come with notelint; without a `pack.yml` it has its folder's name alone."""

    name: str
    folder: str
    version: str = ""
    licence: str = ""
    requires: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.version}".rstrip()


class Catalogue(Struct, frozen=True):
    """The rules in force, by id, the word classes they use and the learned weights, by name, and the packs."""

    rules: Mapping[str, Rule]
    classes: Mapping[str, WordClass]
    weights: Mapping[str, Weights] = field(default_factory=dict)
    packs: tuple[Pack, ...] = ()

    def pack(self, rule: Rule) -> Pack | None:
        """The pack in which a rule's file lies; None for one that comes with notelint."""
        above = PurePath(rule.source.path).parents
        return next((pack for pack in reversed(self.packs) if PurePath(pack.folder) in above), None)
