"""The kind of a draft: named by the user or the header, else inferred from what the text does.

A thank-you thanks for a meeting that has just been; a follow-up asks how things stand; a reminder follows a message
that got no answer. Each cue is worth as many points as it is telling; the kind with most points wins, and its cues are
the evidence. A tie, or no cue at all, is `unknown`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notelint.language import cued, rough
from notelint.language.cues import ASKS_AT_ALL, CUES, THANKS, THANKS_FIRST
from notelint.types import KINDS, Act, Draft, DraftKind, Evidence, KindFinding, Paragraph, Sentence, Span

_SHOWN = 3  # pieces of evidence that are given
_SURE = 4  # points from which a reminder is one: it also follows up, so those cues speak for it


def find_kind(
    draft: Draft, paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence], named: DraftKind | None
) -> KindFinding:
    """The kind of a draft and what it is taken from.

    Args:
        draft: the draft with its headers.
        paragraphs: its paragraphs.
        sentences: its sentences, whose acts gate some cues.
        named: the kind given as an option, or None.

    Returns:
        The kind; inferred kinds carry the words that show them.
    """
    if named is not None:
        return KindFinding(named, "option")
    written = _written(draft)
    return KindFinding(written, "header") if written else _infer(list(_hits(paragraphs, sentences)))


def glimpse(draft: Draft, paragraphs: Sequence[Paragraph]) -> DraftKind:
    """The kind of a draft that is not judged itself: by its header, else by its words without a parse."""
    return _written(draft) or _infer(list(_hits(paragraphs, rough.sentences(paragraphs)))).kind


def _written(draft: Draft) -> DraftKind | None:
    value = draft.headers.value("kind").strip().lower()
    return next((kind for kind in KINDS if value == kind), None)


_Hit = tuple[int, Evidence]  # points, and the words; `what` is the kind


def _infer(hits: list[_Hit]) -> KindFinding:
    points = {kind: sum(points for points, found in hits if found.what == kind) for kind in KINDS}
    if points["reminder"] >= _SURE:
        points["reminder"] += points["follow-up"]
    best, second = sorted(KINDS, key=lambda kind: -points[kind])[:2]
    if points[best] == points[second]:
        return KindFinding("unknown", "inferred")
    evidence = sorted((found for _, found in hits if found.what == best), key=lambda found: found.span)
    return KindFinding(best, "inferred", tuple(evidence[:_SHOWN]))


def _hits(paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence]) -> Iterator[_Hit]:
    """Each cue counts once a draft, where it is first found; so does the first thing that is asked."""
    first = _first(paragraphs, sentences)
    for number, cue in enumerate(CUES):
        span = first.get(number)
        if span is not None:
            yield cue.points, Evidence(cue.kind, span)
            if cue is THANKS and _is_in_opening(span.start, sentences):
                yield THANKS_FIRST, Evidence(cue.kind, span)
    asking = next((s for s in sentences if s.region in {"body", "postscript"} and _asks(s)), None)
    if asking is not None:
        yield ASKS_AT_ALL, Evidence("follow-up", asking.span)


def _first(paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence]) -> dict[int, Span]:
    """Where each cue that counts is first found, by its place among all."""
    found: dict[int, Span] = {}
    for piece in paragraphs:
        if piece.region in {"subject", "body", "postscript"}:
            for number, start, end in cued.hits(piece.text, found):
                span = piece.span(start, end)
                if not CUES[number].acts or _acts_at(span.start, sentences) & CUES[number].acts:
                    found[number] = span
    return found


def _asks(sentence: Sentence) -> bool:
    return any(clause.act in {"request", "question"} and clause.frame != "quoted" for clause in sentence.clauses)


def _is_in_opening(offset: int, sentences: Sequence[Sentence]) -> bool:
    return any(s.opening and s.span.start <= offset < s.span.end for s in sentences)


def _acts_at(offset: int, sentences: Sequence[Sentence]) -> set[Act]:
    holder = next((s for s in sentences if s.span.start <= offset < s.span.end), None)
    return {clause.act for clause in holder.clauses} if holder else set()
