"""Words with a slip of the pen in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from notelint.drafts.fold import Folded, tokens, vocabulary
from notelint.language.ordinary import is_ordinary

_LETTERS = 2  # that a slip puts in or takes out: one for another
_ONE, _TWO = 5, 9  # letters of a word from which it may have one slip, and two


def is_slip(word: str, right: str) -> bool:
    """Whether a folded word is another with a letter or two wrong, missing, added or swapped; its plural is no slip."""
    most = (len(right) >= _ONE) + (len(right) >= _TWO)
    if word == right or word[:1] != right[:1] or word in {f"{right}s", f"{right}es"} or right == f"{word}s":
        return False
    if abs(len(word) - len(right)) > most or len(set(word) ^ set(right)) > _LETTERS * most:
        return False  # most words are told apart so
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - slow to import

    return OSA.distance(word, right, score_cutoff=most) <= most


def misspelt(text: str, right: Sequence[str], known: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Where a text has some words in a row with slips; begin and end of each place.

    Args:
        text: of a paragraph.
        right: the folded words.
        known: words that are right as they are; English ones are too.
    """
    found = tokens(text)
    for at in range(len(found) - len(right) + 1) if right else ():
        if found[at].word[0] != right[0][0]:  # neither the word nor a slip of it
            continue
        run = found[at : at + len(right)]
        wrong = [(token.word, word) for token, word in zip(run, right, strict=True) if token.word != word]
        if wrong and all(is_slip(*pair) and not _is_right(pair[0], known) for pair in wrong):
            yield run[0].start, run[-1].end


def has_slip(text: str, right: Sequence[str]) -> bool:
    """Whether a word of a text is a slip of one of some folded words, wherever it stands.

    Few letters have one, so the whole of a letter is asked before its paragraphs are (`misspelt`).
    """
    begun = {word[0] for word in right}
    near = [word for word in vocabulary(text) if word[:1] in begun]
    return any(is_slip(word, one) for word in near for one in right)


def runs(text: str, length: int) -> Iterator[Sequence[Folded]]:
    """Each row of so many words of a text."""
    found = tokens(text)
    yield from (found[at : at + length] for at in range(len(found) - length + 1))


def _is_right(word: str, known: Collection[str]) -> bool:
    return word in known or is_ordinary(word)
