"""Prose that is too hard to read: sentences of too many words, or of too many long ones.

Of textstat's metrics the RIX is taken (J. Anderson, “Lix and Rix: Variations on a Little-known Readability Index”,
Journal of Reading 26, 1983): the number of words of seven letters or more in an average sentence. It needs no
syllables. Those that do load a pronouncing dictionary (70 MB, the better part of a second), and count British
spellings, names and terms by guess. Of those that need none it is the only one that a writer can act on, as it counts
what the reader sees, and it tells the ornate from the technical best: a note about “antimicrobial stewardship” in
short sentences is no harder for its reader than one about shoes, but has the same Coleman-Liau index and LIX as a
ponderous one.

Names, numbers and addresses count as short words, since nobody stumbles over them, and textstat is given one sentence
a line without any other marks, so that “Dr.”, “9.30 a.m.” and lists cannot mislead its count of sentences.

The limit of 8 was chosen from measurement. 278 faultless notes of the corpus have 0.6 to 4.2 (median 2.1, 98 % under
3.7), fifteen good ones in the driest business English up to 6.8, ponderous ones 7.0 to 13.3; Anderson calls 7.2
college level. None of the faultless notes is flagged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from msgspec import Struct

from notelint.language.count import count_words
from notelint.matching.checks.said import Context, Fault
from notelint.types import Analysis, Sentence, Span, Token

_REGIONS = frozenset({"body", "postscript"})
_ENOUGH = 3  # sentences, with fewer there is no average
_FRAGMENT = 2  # words of what textstat does not count as a sentence
_LONG = 7  # letters of a long word
_STAND_IN = "name"


class _Read(Struct, frozen=True):
    """A sentence as it is counted: where it stands, how many words it has, and its plain words."""

    span: Span
    words: int
    plain: tuple[str, ...]

    @property
    def long(self) -> int:
        return sum(len(word) >= _LONG for word in self.plain)


def check(context: Context) -> Iterator[Fault]:
    """A fault for each sentence with too many words, and one for prose with too many long words.

    The latter is at the sentence with most of them; where that is too long already, nothing is said twice.
    """
    most = cast("int", context.options["words_a_sentence"])
    limit = cast("float", context.options["long_words_a_sentence"])
    if not any(_may_be_hard(sentence, most, limit) for sentence in context.analysis.sentences):
        return
    read = list(_read(context.analysis))
    for sentence in read:
        if sentence.words > most:
            yield Fault(
                sentence.span, f"This sentence has {sentence.words} words; up to {most} read well. Split it in two."
            )
    whole = [sentence for sentence in read if len(sentence.plain) > _FRAGMENT]
    hardest = max(whole, key=lambda sentence: sentence.long, default=None)
    if len(whole) < _ENOUGH or hardest is None or not limit < hardest.long or hardest.words > most:
        return  # an average is never above the highest
    average = _rix(whole)
    if average > limit:
        share = f"An average sentence has {average:.0f} long words (two to four read well), this one {hardest.long}"
        yield Fault(hardest.span, f"{share}; say it more plainly.", about="long words")


def measured(analysis: Analysis) -> float:
    """Long words in an average sentence of a draft."""
    return _rix([sentence for sentence in _read(analysis) if len(sentence.plain) > _FRAGMENT])


def _may_be_hard(sentence: Sentence, most: int, limit: float) -> bool:
    """Whether a sentence has so many tokens or long ones that its words are worth counting."""
    return len(sentence.tokens) > most or sum(len(token.text) >= _LONG for token in sentence.tokens) > limit


def _read(analysis: Analysis) -> Iterator[_Read]:
    for sentence in analysis.sentences:
        if sentence.region in _REGIONS:
            words = [token for token in sentence.tokens if any(map(str.isalnum, token.text))]
            plain = tuple(_plain(token) for token in words)
            yield _Read(sentence.span, count_words(analysis.draft.slice(sentence.span)), plain)


def _plain(token: Token) -> str:
    name = token.i > 0 and token.text[0].isupper()
    return token.text if not name and token.text.isalpha() else _STAND_IN


def _rix(read: list[_Read]) -> float:
    """Long words in an average sentence, as textstat counts them."""
    import textstat  # noqa: PLC0415 - reads lists that no other rule needs

    return float(textstat.textstat.rix("\n".join(" ".join(sentence.plain) + "." for sentence in read)))
