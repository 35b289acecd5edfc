"""From a parsed paragraph to its sentences, with tokens and clauses in the draft's offsets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from notelint.language import act, clause_slots, clauses, frame, ordinary, parsed, who
from notelint.language.clauses import RawClause
from notelint.language.normalise import quoted_ranges
from notelint.language.parties import Parties
from notelint.language.reread import moved, reread
from notelint.types import Clause, Paragraph, Sentence, Span, Token

if TYPE_CHECKING:
    from notelint.language.model import SpacyDoc
    from notelint.language.parsed import Word

_OPENING = 2  # the body's first sentences that count as its opening


class SentenceBuilder:
    """Builds the sentences of one draft, paragraph by paragraph, and counts them.

    Args:
        parties: the names of the draft's reader.
    """

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._built = 0
        self._in_body = 0

    def build(self, paragraph: Paragraph, doc: SpacyDoc) -> Iterator[Sentence]:
        """The sentences of the next paragraph; `doc` is the parse of its text."""
        sentences, by = reread(paragraph, doc, self._parties.reader, lambda: tuple(self._read(paragraph, doc)))
        for sentence in sentences:
            opening = paragraph.region == "body" and self._in_body < _OPENING
            tokens = moved(sentence.tokens, by) if by else sentence.tokens
            yield _placed(tokens, sentence.clauses, paragraph, self._built, opening=opening)
            self._built += 1
            self._in_body += paragraph.region == "body"

    def _read(self, paragraph: Paragraph, doc: SpacyDoc) -> Iterator[Sentence]:
        words = parsed.words(doc)
        quoted = frozenset(
            word.i for start, end in quoted_ranges(paragraph.text) for word in words if start <= word.start < end
        )
        for sentence in parsed.sentences(words):
            tokens = [word for word in sentence if not word.form.space]
            if tokens:
                built = self._clauses(tokens, quoted)
                yield _sentence(paragraph, tokens, built)
                clauses.release(built)
        parsed.release(words)

    def _clauses(self, tokens: list[Word], quoted: frozenset[int]) -> list[RawClause]:
        built = clauses.build(tokens)
        who.assign(built, self._parties)
        clause_slots.assign(built)
        act.assign(built)
        frame.assign(built, quoted)
        _cut_out(built, quoted)
        return built


def _cut_out(built: list[RawClause], quoted: frozenset[int]) -> None:
    """Give the quoted words of a clause that is not quoted itself a clause of their own, with the frame `quoted`."""
    for clause in list(built):
        words = [token for token in clause.own if token.i in quoted]
        if not words or clause.frame == "quoted":
            continue
        inside = {token.i for token in words}
        head = next((token for token in words if token.form.alpha and token.head.i not in inside), words[0])
        if head.i == clause.head.i:
            continue  # “I was "wowed"”: a word held with tongs, not somebody else's
        part = RawClause(
            len(built), head, clause, words, who=clause.who, act=clause.act, frame="quoted", time=clause.time
        )
        clause.own = [token for token in clause.own if token.i not in inside]
        clause.children.append(part)
        built.append(part)


def _sentence(paragraph: Paragraph, words: list[Word], built: list[RawClause]) -> Sentence:
    """A sentence; where it stands among all is told when it is placed."""
    place = {word.i: number for number, word in enumerate(words)}
    owner = {word.i: clause.index for clause in built for word in clause.own}
    tokens = _tokens(paragraph, words, owner)
    return _placed(tokens, tuple([_clause(clause, place) for clause in built]), paragraph, -1, opening=False)


def _placed(
    tokens: tuple[Token, ...], clauses: tuple[Clause, ...], paragraph: Paragraph, index: int, *, opening: bool
) -> Sentence:
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    return Sentence(index, span, paragraph.region, paragraph.index, opening, tokens, clauses)


def _tokens(paragraph: Paragraph, words: list[Word], owner: dict[int, int]) -> tuple[Token, ...]:
    """The tokens, each with the clause that owns it."""
    starts, ends = paragraph.starts, paragraph.ends
    return tuple(
        Token(
            i,
            word.text,
            word.lower,
            word.lemma,
            word.pos,
            Span(starts[word.start], ends[word.start + len(word.text) - 1]),
            owner[word.i],
            word.form.capitals and ordinary.is_ordinary(word.lower),
        )
        for i, word in enumerate(words)
    )


def _clause(raw: RawClause, place: dict[int, int]) -> Clause:
    own = tuple([place[token.i] for token in raw.own])
    below = [place[token.i] for clause in raw.descendants() for token in clause.own] if raw.children else ()
    return Clause(
        index=raw.index,
        head=place[raw.verb.i],
        parent=raw.parent.index if raw.parent else None,
        who=raw.who,
        predicate=tuple(place[token.i] for token in clauses.predicate(raw) if token.i in place),
        own=own,
        subtree=tuple(sorted((*own, *below))) if below else own,
        act=raw.act,
        frame=raw.frame,
        polarity=raw.polarity,
        modal=raw.modal,
        time=raw.time,
    )
