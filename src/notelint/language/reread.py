"""What a parse was read as before: the sentences of a paragraph that stands in another letter too, or stood here.

A greeting or a close is in many letters, and in an editor all paragraphs but one are as they were. How a paragraph is
read hangs on its text and on the reader's names in it; only its place is another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from notelint.types import Paragraph, Sentence, Span, Token

if TYPE_CHECKING:
    from notelint.language.model import SpacyDoc

_KEY = "notelint"  # in the user's data of a parse


class Reading(Struct, frozen=True):
    """What a parse was read as.

    Attributes:
        words: of its tokens, in small letters.
        names: those of the reader among them.
        first: where the paragraph's first character stood.
        sentences: as they were read there.
    """

    words: frozenset[str]
    names: frozenset[str]
    first: int
    sentences: tuple[Sentence, ...]


def reread(
    paragraph: Paragraph, doc: SpacyDoc, names: frozenset[str], read: Callable[[], tuple[Sentence, ...]]
) -> tuple[tuple[Sentence, ...], int]:
    """The sentences of a paragraph, and by how much their spans lie above it; their numbers may be another letter's.

    A parse that is asked for once only is not worth the room: what it was read as is kept from the second time on, and
    only where each character of the text stands for one of the draft, so that all move by the same.

    Args:
        paragraph: the paragraph.
        doc: the parse of its text.
        names: the reader's, in small letters.
        read: what reads it.
    """
    kept: dict[str, Reading | None] = doc.user_data
    if _KEY not in kept:
        kept[_KEY] = None
        return read(), 0
    if not _is_even(paragraph):
        return read(), 0
    reading = kept[_KEY]
    if reading is not None and names & reading.words == reading.names:
        return reading.sentences, paragraph.starts[0] - reading.first
    sentences = read()
    words = frozenset([token.lower for sentence in sentences for token in sentence.tokens])
    kept[_KEY] = Reading(words, names & words, paragraph.starts[0], sentences)
    return sentences, 0


def _is_even(paragraph: Paragraph) -> bool:
    """Whether each character of the text stands for one of the draft, one after the other."""
    first, length = paragraph.starts[0], len(paragraph.text)
    starts, ends = range(first, first + length), range(first + 1, first + length + 1)
    return paragraph.starts == tuple(starts) and paragraph.ends == tuple(ends)


def moved(tokens: tuple[Token, ...], by: int) -> tuple[Token, ...]:
    """Tokens whose spans lie further down."""
    return tuple(
        [
            Token(
                token.i,
                token.text,
                token.lower,
                token.lemma,
                token.pos,
                Span(token.span.start + by, token.span.end + by),
                token.clause,
                token.shouted,
            )
            for token in tokens
        ]
    )
