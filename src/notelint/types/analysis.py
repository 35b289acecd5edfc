"""What is known of the language of a draft."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from notelint.types.base import DraftKind, RegionKind, Span
from notelint.types.drafts import Draft

Who = Literal["writer", "reader", "employer", "process", "person", "third", "it", "nobody"]
Act = Literal["statement", "question", "request", "offer"]
Frame = Literal["own", "reported", "quoted", "hypothetical"]
Polarity = Literal["positive", "negative"]
Time = Literal["past", "present", "perfect", "future"]


class Token(Struct, frozen=True):
    """One word or mark.

    `i` counts within its sentence; `span` lies in the draft; `clause` indexes `Sentence.clauses`; `shouted` is true of
    an ordinary word in capitals (not of an acronym or a name).
    """

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    span: Span
    clause: int
    shouted: bool = False


class Clause(Struct, frozen=True):
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


class Sentence(Struct, frozen=True):
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


class Paragraph(Struct, frozen=True):
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


class Evidence(Struct, frozen=True):
    """Words of the draft that show something; `what` says it in a few words."""

    what: str
    span: Span


class KindFinding(Struct, frozen=True):
    """The kind of a draft, where it comes from, and the words that show it."""

    kind: DraftKind
    source: Literal["option", "header", "inferred"]
    evidence: tuple[Evidence, ...] = ()


class Analysis(Struct, frozen=True):
    """What is known of the language of a draft."""

    draft: Draft
    kind: KindFinding
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    words: int  # words in body and postscript
    english: bool  # False: the draft is in another language

    def prose(self) -> str:
        """The text of all paragraphs, a line each, for a look whether something is in the draft at all."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])
