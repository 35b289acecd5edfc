"""What a parse was read as before: the sentences of a paragraph that stands in another letter too, or stood here.

A greeting or a close is in many letters, and in an editor all paragraphs but one are as they were. How a paragraph is
read hangs on its text and on the reader's names in it; only its place is another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct, field

from notelint.types import Paragraph, Sentence, Span, Token

if TYPE_CHECKING:
    from notelint.language.model import SpacyDoc

_KEY = "notelint"  # in the user's data of a parse


class Reading(Struct, eq=False):
    """What a parse was read as.

    Attributes:
        words: of its tokens, in small letters.
        known: the sentences, in which paragraph, by the names of the reader among its words.
    """

    words: frozenset[str]
    known: dict[frozenset[str], tuple[Paragraph, tuple[Sentence, ...]]] = field(default_factory=dict)


def reread(
    paragraph: Paragraph, doc: SpacyDoc, names: frozenset[str], read: Callable[[], tuple[Sentence, ...]]
) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, read anew or with their spans moved; all else of their place may be another's.

    A parse that is asked for once only is not worth the room: what it was read as is kept from the second time on.

    Args:
        paragraph: the paragraph.
        doc: the parse of its text.
        names: the reader's, in small letters.
        read: what reads it.
    """
    kept: dict[str, Reading | None] = doc.user_data
    if _KEY not in kept:
        kept[_KEY] = None
        return read()
    reading = kept[_KEY]
    known = reading.known.get(names & reading.words) if reading else None
    if known is not None and (by := _distance(known[0], paragraph)) is not None:
        return tuple([_moved(sentence, by) for sentence in known[1]]) if by else known[1]
    sentences = read()
    if reading is None:
        words = frozenset([token.lower for sentence in sentences for token in sentence.tokens])
        reading = kept[_KEY] = Reading(words)
    reading.known[names & reading.words] = paragraph, sentences
    return sentences


def _distance(known: Paragraph, paragraph: Paragraph) -> int | None:
    """By how much a paragraph's characters stand behind those of another with the same text; None when not all do.

    Where a line ends in two characters, or an accent is a character of its own, they may stand otherwise.
    """
    by = paragraph.starts[0] - known.starts[0]
    if not by and known.starts == paragraph.starts and known.ends == paragraph.ends:
        return 0
    return by if _is_even(known) and _is_even(paragraph) else None


def _is_even(paragraph: Paragraph) -> bool:
    """Whether each character of the text stands for one of the draft."""
    first, length = paragraph.starts[0], len(paragraph.text)
    return paragraph.starts == tuple(range(first, first + length)) and paragraph.ends == tuple(
        range(first + 1, first + length + 1)
    )


def _moved(sentence: Sentence, by: int) -> Sentence:
    tokens = tuple(
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
            for token in sentence.tokens
        ]
    )
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    return Sentence(
        sentence.index, span, sentence.region, sentence.paragraph, sentence.opening, tokens, sentence.clauses
    )
