"""From a draft to its analysis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from notelint.language import act, clauses, frame, model, slots, who
from notelint.language.english import is_english
from notelint.language.kind import find_kind
from notelint.language.normalise import quoted_ranges
from notelint.language.paragraphs import paragraphs
from notelint.types import Analysis, Clause, Draft, DraftKind, Paragraph, Sentence, Span, Token

if TYPE_CHECKING:
    from notelint.language.model import SpacyDoc, SpacyToken

_OPENING = 2  # the body's first sentences that count as its opening
_LEMMAS = {"ca": "can", "wo": "will", "'ll": "will", "'re": "be", "'m": "be", "'ve": "have", "n't": "not", "sha": "shall"}


def analyse(draft: Draft, kind: DraftKind | None = None, model_name: str = model.DEFAULT) -> Analysis:
    """Analyse a draft.

    Args:
        draft: the draft with its zones.
        kind: the kind the user named; else that of the header, else inferred.
        model_name: package name of the spaCy model.

    Returns:
        Paragraphs, sentences and clauses; spans lie in `draft.text`.

    Raises:
        ConfigError: the model is not installed.
    """
    pieces = paragraphs(draft)
    greeting = " ".join(piece.text for piece in pieces if piece.region == "greeting")
    parties = who.Parties.of(draft.headers, greeting)
    sentences: list[Sentence] = []
    opened = 0
    for piece, doc in zip(pieces, model.parse((piece.text for piece in pieces), model_name), strict=True):
        for raw in _sentences(piece, doc, parties):
            opening = piece.region == "body" and opened < _OPENING
            opened += piece.region == "body"
            sentences.append(_finish(raw, len(sentences), piece, opening=opening))
    found = tuple(sentences)
    prose = [token for sentence in found if sentence.region in {"body", "postscript"} for token in sentence.tokens]
    words = sum(any(character.isalnum() for character in token.text) and not token.text.startswith("'") for token in prose)
    return Analysis(draft, find_kind(draft, pieces, found, kind), pieces, found, words, is_english(found))


_Raw = tuple[list["SpacyToken"], list[clauses.RawClause]]


def _sentences(piece: Paragraph, doc: SpacyDoc, parties: who.Parties) -> list[_Raw]:
    quoted = frozenset(
        token.i for start, end in quoted_ranges(piece.text) for token in doc if start <= token.idx < end
    )
    found = []
    for span in doc.sents:
        tokens = [token for token in span if not token.is_space]
        if not tokens:
            continue
        built = clauses.build(tokens)
        who.assign(built, parties)
        slots.assign(built)
        act.assign(built)
        frame.assign(built, quoted)
        found.append((tokens, _cut_out(built, quoted)))
    return found


def _cut_out(built: list[clauses.RawClause], quoted: frozenset[int]) -> list[clauses.RawClause]:
    """Give the quoted words of a clause whose head is not quoted a clause of their own, with the frame `quoted`."""
    for clause in list(built):
        words = [token for token in clause.own if token.i in quoted]
        if not words or clause.head.i in quoted:
            continue
        head = next((token for token in words if token.is_alpha), words[0])
        part = clauses.RawClause(len(built), head, clause, words, clause.who, clause.act, "quoted", "positive", "", clause.time)
        clause.own = [token for token in clause.own if token.i not in quoted]
        built.append(part)
    return built


def _finish(raw: _Raw, index: int, piece: Paragraph, *, opening: bool) -> Sentence:
    spacy_tokens, built = raw
    place = {token.i: number for number, token in enumerate(spacy_tokens)}
    owner = {token.i: clause.index for clause in built for token in clause.own}
    tokens = tuple(
        Token(
            number, token.text, token.lower_, _lemma(token), token.pos_,
            piece.span(token.idx, token.idx + len(token.text)), owner[token.i],
        )
        for number, token in enumerate(spacy_tokens)
    )  # fmt: skip
    below = _below(built)
    finished = tuple(_clause(clause, place, below[clause.index]) for clause in built)
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    return Sentence(index, span, piece.region, piece.index, opening, tokens, finished)


def _lemma(token: SpacyToken) -> str:
    lower = token.lower_
    if lower == "'d":
        return "have" if token.head.tag_ == "VBN" else "would"
    return _LEMMAS.get(lower) or token.lemma_.lower() or lower


def _below(built: Sequence[clauses.RawClause]) -> dict[int, list[clauses.RawClause]]:
    found: dict[int, list[clauses.RawClause]] = {clause.index: [clause] for clause in built}
    for clause in built:
        at, steps = clause.parent, 0
        while at is not None and steps < len(built):
            found[at.index].append(clause)
            at, steps = at.parent, steps + 1
    return found


def _clause(raw: clauses.RawClause, place: dict[int, int], below: list[clauses.RawClause]) -> Clause:
    own = tuple(sorted(place[token.i] for token in raw.own))
    subtree = tuple(sorted(place[token.i] for clause in below for token in clause.own))
    head = place[raw.head.i] if raw.head.i in place else own[0]
    predicate = tuple(place[token.i] for token in clauses.predicate(raw) if token.i in place)
    return cast(
        Clause,
        Clause(
            raw.index, head, raw.parent.index if raw.parent else None, raw.who, predicate, own, subtree,  # type: ignore[arg-type]
            raw.act, raw.frame, raw.polarity, raw.modal, raw.time,  # type: ignore[arg-type]
        ),
    )  # fmt: skip
