"""The nouns of notelint, in the order in which a draft passes through them.

Draft → Zone → Analysis (Paragraph, Sentence, Clause, Token) → Match → Violation → Report. All are frozen. Offsets are
code points into `Draft.text`, half-open; lines and columns start at 1. This module imports nothing of notelint.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "suggestion"]
DraftKind = Literal["thank-you", "follow-up", "reminder", "unknown"]
ZoneKind = Literal["headers", "greeting", "body", "closing", "signature", "postscript", "quoted"]
RegionKind = Literal["subject", "greeting", "body", "closing", "signature", "postscript"]

FailOn = Literal["error", "warning", "suggestion", "never"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "suggestion")
KINDS: tuple[DraftKind, ...] = ("thank-you", "follow-up", "reminder")


class Span(NamedTuple):
    """A half-open range of code points in `Draft.text`."""

    start: int
    end: int


class Position(NamedTuple):
    """A place in a draft: line and column from 1, offset from 0, in code points."""

    line: int
    column: int
    offset: int


# ---------------------------------------------------------------- drafts


@dataclass(frozen=True, slots=True)
class Header:
    """One header of a draft: a key of its front matter or a line of its mail headers.

    `value` is the text as written, without quotes; `items` holds the entries of a list (a scalar is its own only
    item, an empty value has none). `reasons` holds, for `ignore`, the reason beside each item ("" without one).
    """

    key: str
    value: str
    items: tuple[str, ...]
    key_span: Span
    span: Span
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headers:
    """What a draft says of itself above its first line."""

    form: Literal["none", "front-matter", "mail"] = "none"
    entries: tuple[Header, ...] = ()

    def get(self, key: str) -> Header | None:
        """The header with this lower-case key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def value(self, key: str) -> str:
        """The value of this key as written, or an empty string."""
        entry = self.get(key)
        return entry.value if entry else ""


@dataclass(frozen=True, slots=True)
class Zone:
    """One stretch of a draft; the zones of a draft are a partition of its text, in order."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """What a writer asked notelint not to say.

    `span` is where it is written (header value or Markdown comment); `scope` is the part of the draft it silences,
    None for the whole draft.
    """

    rule: str
    reason: str
    span: Span
    scope: Span | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as read: decoded text without BOM, line ends as they are in the file."""

    path: str
    text: str
    headers: Headers = Headers()
    zones: tuple[Zone, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    comments: tuple[Span, ...] = ()  # Markdown comments of notelint: no prose
    line_starts: tuple[int, ...] = (0,)

    def position(self, offset: int) -> Position:
        """Line, column and offset of a code point offset (0 ≤ offset ≤ len(text))."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    def slice(self, span: Span) -> str:
        """The text between two offsets."""
        return self.text[span.start : span.end]

    def zone_at(self, offset: int) -> ZoneKind:
        """The kind of the zone that holds this offset (that of the last zone at the text's end)."""
        for zone in self.zones:
            if zone.span.start <= offset < zone.span.end:
                return zone.kind
        return self.zones[-1].kind if self.zones else "body"


# ---------------------------------------------------------------- analysis

Who = Literal["writer", "reader", "employer", "process", "person", "third", "it", "nobody"]
Act = Literal["statement", "question", "request", "offer"]
Frame = Literal["own", "reported", "quoted", "hypothetical"]
Polarity = Literal["positive", "negative"]
Time = Literal["past", "present", "perfect", "future"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    `i` counts within its sentence; `span` lies in the draft; `clause` indexes `Sentence.clauses`; `shouted` is true of an
    ordinary word in capitals (not of an acronym or a name).
    """

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    span: Span
    clause: int
    shouted: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence with its slots (see docs/architecture.md).

    `predicate` lists token indices: the head, then particle, attribute, complement and object heads, in text order.
    `own` are the indices of its own tokens, `subtree` those of its own and of all clauses under it, both sorted.
    `parent` is the index of the clause it hangs under, None at the root. `modal` is the modal's lemma or "".
    """

    index: int
    head: int
    parent: int | None
    who: Who
    predicate: tuple[int, ...]
    own: tuple[int, ...]
    subtree: tuple[int, ...]
    act: Act
    frame: Frame
    polarity: Polarity
    modal: str
    time: Time


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `span` reaches from its first to its last visible character in the draft.

    `opening` is true for the first two sentences of the body. `index` counts in `Analysis.sentences`.
    """

    index: int
    span: Span
    region: RegionKind
    paragraph: int
    opening: bool
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]

    def hull(self, first: int, last: int) -> Span:
        """The draft span from token `first` to token `last` (exclusive)."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (or list item, or line of a greeting or signature) of the writer's prose as it is analysed.

    `text` is normalised (curly quotes straight, line ends one space, soft hyphens gone, accents composed); character k
    of it stands for the draft's text from `starts[k]` to `ends[k]`.
    """

    index: int
    region: RegionKind
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The draft span of the normalised range [start, end); an empty range gives an empty span."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the draft that show something; `what` says it in a few words."""

    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class KindFinding:
    """The kind of a draft, where it comes from, and the words that show it."""

    kind: DraftKind
    source: Literal["option", "header", "inferred"]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of the language of a draft."""

    draft: Draft
    kind: KindFinding
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    words: int  # words in body and postscript
    english: bool  # False: the draft is in another language


# ---------------------------------------------------------------- results


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern found: a span, and whether the pattern that found it has low confidence."""

    span: Span
    confidence: Literal["full", "low"] = "full"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of `span` by `text`; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to write instead; `slots` names what the writer must still fill in ("" edits: advice only)."""

    text: str
    edits: tuple[Edit, ...] = ()
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Violation:
    """One finding. `text` is exactly the draft's text of `span`."""

    rule: str
    severity: Severity
    message: str
    why: str
    span: Span
    text: str
    zone: ZoneKind
    suggestions: tuple[Suggestion, ...]
    fix: Suggestion | None
    chapter: tuple[str, ...]
    fingerprint: str
    missing: bool = False  # something required is absent; the span says where it belongs
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A required part of the draft: satisfied by `evidence`, or missing (None)."""

    rule: str
    label: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule that did not run, and what it needs to."""

    rule: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of a rule that is no violation ("9 hours left")."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class DraftReport:
    """All that notelint says about one draft; violations in the order (start, end, rule)."""

    draft: Draft
    kind: KindFinding
    words: int
    violations: tuple[Violation, ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...] = ()
    suppressed: tuple[Violation, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    valid_until: str | None = None
    fail_on: FailOn = "warning"  # the mildest severity that fails the run

    @property
    def fails(self) -> bool:
        """Whether a violation is as severe as `fail_on`."""
        failing = SEVERITIES[: SEVERITIES.index(self.fail_on) + 1] if self.fail_on != "never" else ()
        return any(violation.severity in failing for violation in self.violations)


@dataclass(frozen=True, slots=True)
class Failure:
    """What kept a draft from being judged: a file (the draft, a config, a rule), why, and where in it, from 1."""

    path: str
    message: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One run: the drafts in order of path, and the failures."""

    drafts: tuple[DraftReport, ...]
    errors: tuple[Failure, ...] = ()
    model: str = ""

    def count(self) -> Mapping[Severity, int]:
        """Number of violations of each severity over all drafts."""
        counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
        for report in self.drafts:
            for violation in report.violations:
                counts[violation.severity] += 1
        return counts


# ---------------------------------------------------------------- rules (as written; see catalogue/)


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands in a rule file: line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


Scope = Literal["match", "clause", "sentence", "neighbours", "paragraph", "zone", "draft"]
Mark = Literal["match", "phrase", "clause", "sentence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Pattern):
    """Token phrases, any of them."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseSlots(Pattern):
    """One clause with these slots; `does`, `about` and `lacks` hold token phrases (any of them)."""

    who: tuple[Who, ...] = ()
    does: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    modal: tuple[str, ...] = ()  # also "none"
    time: tuple[Time, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class All(Pattern):
    """Every member within one scope."""

    members: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Pattern):
    """At least one member."""

    members: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(Pattern):
    """No hit of the member within the scope of the enclosing `all`."""

    member: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Regex(Pattern):
    """A regular expression over the normalised text of a paragraph; `case` keeps capitals apart."""

    regex: str
    case: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAs(Pattern):
    """Wherever the patterns of another rule hit."""

    rule: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What a requiring rule says when nothing satisfies it.

    `zone` is where the violation is reported, `insert` the templates of a sentence to put there.
    """

    message: str
    zone: RegionKind | Literal["opening"]
    insert: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a rule. `marks` are spans into `text` that must be marked (from `[[ ]]`)."""

    text: str
    source: Source
    place: Literal["body", "greeting", "closing", "subject", "whole"] = "body"
    kind: DraftKind = "thank-you"
    headers: tuple[tuple[str, str], ...] = ()
    now: str | None = None
    beside: tuple[str, ...] = ()
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as written and checked: patterns are still strings, word classes are still names."""

    id: str
    source: Source
    category: str  # its folder: content, tone, agreement, reading, draft
    summary: str
    chapter: tuple[str, ...]
    kinds: tuple[DraftKind, ...]
    severity: Mapping[DraftKind, Severity]  # one entry a kind in `kinds`, and "unknown" where it does not depend on it
    message: str
    why: str
    suggest: tuple[str, ...] = ()
    replaces: Literal["match", "clause", "sentence"] = "sentence"
    regions: tuple[str, ...] = ()  # YAML key `in`; empty: the default of forbid or require
    forbid: tuple[Pattern, ...] = ()
    require: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    at_least: int = 1
    given: str | None = None
    missing: Missing | None = None
    label: str = ""  # the part's name in the checklist
    check: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    needs: tuple[str, ...] = ()  # header keys without which it does not run
    replace: Mapping[str, str] = field(default_factory=dict)  # word → safe replacement
    violations: tuple[Example, ...] = ()
    fine: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class WordClass:
    """A named list of token phrases; an entry `<name>` takes in another class."""

    name: str
    entries: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The rules in force, by id, and the word classes they use, by name."""

    rules: Mapping[str, Rule]
    classes: Mapping[str, WordClass]
