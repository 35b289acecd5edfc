"""From a draft to its analysis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from notelint.language import model
from notelint.language.count import count_words
from notelint.language.english import is_english
from notelint.language.kind import find_kind
from notelint.language.paragraphs import paragraphs
from notelint.language.parties import Parties
from notelint.language.sentences import SentenceBuilder
from notelint.types import Analysis, Draft, DraftKind, Paragraph, Sentence


def analyse(draft: Draft, kind: DraftKind | None = None, model_name: str = model.DEFAULT) -> Analysis:
    """Analyse a draft.

    Args:
        draft: the draft with its zones.
        kind: the kind the user named; else that of the header, else inferred.
        model_name: package name of the spaCy model, "" for the pinned one.

    Returns:
        Paragraphs, sentences and clauses; spans lie in `draft.text`.

    Raises:
        ConfigError: the model is not installed.
    """
    return next(analyse_all([draft], kind, model_name))


def analyse_all(
    drafts: Sequence[Draft], kind: DraftKind | None = None, model_name: str = model.DEFAULT
) -> Iterator[Analysis]:
    """Analyse drafts that are parsed together, which takes less time than one after the other.

    Args:
        drafts: the drafts with their zones, as many as may be held at once.
        kind: see `analyse`.
        model_name: see `analyse`.

    Yields:
        The analyses in the order of the drafts.

    Raises:
        ConfigError: the model is not installed.
    """
    cut = [paragraphs(draft) for draft in drafts]
    docs = model.parse((piece.text for pieces in cut for piece in pieces), model_name or model.DEFAULT)
    for draft, pieces in zip(drafts, cut, strict=True):
        yield _built(draft, kind, pieces, islice(docs, len(pieces)))


def _built(
    draft: Draft, kind: DraftKind | None, pieces: tuple[Paragraph, ...], docs: Iterable[model.SpacyDoc]
) -> Analysis:
    greeting = " ".join(piece.text for piece in pieces if piece.region == "greeting")
    builder = SentenceBuilder(Parties.of(draft.headers, greeting))
    sentences: list[Sentence] = []
    for piece, doc in zip(pieces, docs, strict=True):
        sentences += builder.build(piece, doc)
    found = tuple(sentences)
    words = sum(count_words(piece.text) for piece in pieces if piece.region in {"body", "postscript"})
    return Analysis(draft, find_kind(draft, pieces, found, kind), pieces, found, words, is_english(found))
