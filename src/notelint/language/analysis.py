"""From a draft to its analysis."""

from __future__ import annotations

from notelint.language import model
from notelint.language.count import count_words
from notelint.language.english import is_english
from notelint.language.kind import find_kind
from notelint.language.paragraphs import paragraphs
from notelint.language.parties import Parties
from notelint.language.sentences import SentenceBuilder
from notelint.types import Analysis, Draft, DraftKind, Sentence


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
    builder = SentenceBuilder(Parties.of(draft.headers, greeting))
    docs = model.parse((piece.text for piece in pieces), model_name)
    sentences: list[Sentence] = []
    for piece, doc in zip(pieces, docs, strict=True):
        sentences += builder.build(piece, doc)
    found = tuple(sentences)
    words = sum(count_words(piece.text) for piece in pieces if piece.region in {"body", "postscript"})
    return Analysis(draft, find_kind(draft, pieces, found, kind), pieces, found, words, is_english(found))
