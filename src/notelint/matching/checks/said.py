"""What a check is given, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from msgspec import Struct, field

from notelint.drafts.application import Surroundings, lacking
from notelint.types import Analysis, Application, Opening, Span, Suggestion, Suppression, WordClass

NOWHERE = Surroundings()


class Context(Struct, frozen=True):
    """What a check may look at.

    Attributes:
        analysis: the draft and its language.
        options: the rule's options, those of the config over those of the rule.
        now: the clock, without a zone this machine's; None when nobody set it.
        country: code of the country whose public holidays are no business days, “” for none.
        config: the file that names it, for error messages.
        words: words that the config says are spelt right.
        unused: suppressions that silenced nothing although their rule ran, or whose rule does not exist.
        rules: the ids of all rules.
        classes: the word classes, by name.
        surroundings: what lies around the draft.
    """

    analysis: Analysis
    options: Mapping[str, object] = field(default_factory=dict)
    now: datetime | None = None
    unused: tuple[Suppression, ...] = ()
    rules: frozenset[str] = frozenset()
    country: str = ""
    config: str | None = None
    words: tuple[str, ...] = ()
    classes: Mapping[str, WordClass] = field(default_factory=dict)
    surroundings: Surroundings = NOWHERE

    def application(self) -> Application | Lacking:
        """The drafts about the same application, or what would tell which these are."""
        draft = self.analysis.draft
        return self.surroundings.application(draft) or Lacking(lacking(draft))

    def elsewhere(self) -> tuple[Opening, ...]:
        """The other jobs that the writer applies for."""
        return self.surroundings.elsewhere(self.analysis.draft)


class Fault(Struct, frozen=True):
    """A span, what is wrong there (None: the rule's own message), and what to do.

    Attributes:
        span: where it is.
        message: what is wrong; None: the rule's own message.
        suggestion: what to do.
        others: what may be done instead, best first.
        fix: what is safe to do unasked.
        confidence: `low` makes the violation a suggestion.
        missing: names what is not there, when no words at the span are wrong.
        related: other places of the draft.
        about: names the fault when it is one of the draft as a whole, and the words at the span only stand for it; it
            is the same fault then when other words do.
        rewrites: whether its edits put another sentence in the place of one; else they correct words or add some.
    """

    span: Span
    message: str | None = None
    suggestion: Suggestion | None = None
    others: tuple[Suggestion, ...] = ()
    fix: Suggestion | None = None
    confidence: Literal["full", "low"] = "full"
    missing: str = ""
    related: tuple[Span, ...] = ()
    about: str = ""
    rewrites: bool = False


class Remark(Struct, frozen=True):
    """Something worth knowing that is no violation."""

    message: str


class Lacking(Struct, frozen=True):
    """What the check says nothing about, for want of these headers, or of an option such as `--x`."""

    keys: tuple[str, ...]


class Absent(Struct, frozen=True):
    """The check could not run: it needs an extra that is not installed."""

    extra: str


class Clocked(Struct, frozen=True):
    """What is said, or not said, hangs on the clock: until when it holds, None for ever."""

    until: datetime | None = None


Said = Fault | Remark | Lacking | Absent | Clocked
"""What a check yields."""
