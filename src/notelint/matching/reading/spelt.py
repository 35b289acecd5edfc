"""The words of a draft whose spelling can be judged: no names, addresses, code, acronyms or quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from notelint.language.lexicon import word_set
from notelint.language.normalise import quoted_ranges
from notelint.types import Analysis, Paragraph, Span

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ODD = re.compile(r"[\d@_/\\<>{}\[\]=#$%^~|+`*]|\w[.:]\w|\w\(|^-+\w")  # addresses, code, file names, sums
_REGIONS = frozenset({"subject", "body", "postscript", "closing"})
_NAMES = frozenset({"greeting", "signature"})  # their words are known
_NOT_KNOWN = frozenset({"subject", "kind", "ignore"})
_PIECE = 4  # letters of a part of a hyphenated word that can be judged
_NO_NAME = 6  # letters of a word with a capital that is hardly a name
_NAME_AFTER = re.compile(r"(?:,|,? and|,? or| &)? (?!I\b)[A-Z]")  # “Ines Park”, “Ines, Tobias and you”
_STARTS = word_set(
    "the their there this that these those they which when while with would could should you your thank thanks please "
    "because also after although however and but for from every first since"
)
_CLOSES = word_set(
    "best cordially faithfully gratefully kind kindest many regards respectfully sincerely thank thanks truly warm "
    "warmest warmly wishes with yours"
)


class Spelt(Struct, frozen=True):
    """A word as it stands in the draft; `begins` says what it begins with a capital, if anything."""

    text: str
    span: Span
    begins: Literal["", "sentence", "close"] = ""

    def may_be(self, meant: Iterable[str]) -> bool:
        """Whether one of the words that may be meant can stand here; a short word with a capital may be a name."""
        if self.begins == "close":
            return not _CLOSES.isdisjoint(meant)
        sure = not self.begins or len(self.text) >= _NO_NAME
        return sure or not _STARTS.isdisjoint(meant) or any("'" in word for word in meant)


def words(analysis: Analysis, known: Iterable[str]) -> Iterator[Spelt]:
    """The words that can be judged, in order.

    A capital makes a name, unless a sentence begins with it and the word is no name elsewhere in the draft.

    Args:
        analysis: the draft and its language.
        known: words that are spelt right.
    """
    names = {word.casefold() for word in (*known, *_of_headers(analysis), *_of_names(analysis))}
    begins = {sentence.span.start for sentence in analysis.sentences}
    for paragraph in analysis.paragraphs:
        if paragraph.region in _REGIONS:
            yield from _of(paragraph, begins, names)


def pieces(text: str) -> list[str]:
    """All words of a text, whether or not they can be judged, without a final “'s”."""
    return [word.removesuffix("'s") for word in _WORD.findall(text)]


def _of(paragraph: Paragraph, begins: set[int], names: set[str]) -> Iterator[Spelt]:
    text = paragraph.text
    quoted = {place for start, end in quoted_ranges(text) for place in range(start, end)}
    for match in _judged(text):
        word = match.group().removesuffix("'s")
        span = paragraph.span(match.start(), match.start() + len(word))
        first = paragraph.span(0, 1).start == span.start or span.start in begins
        if word.casefold() in names or match.start() in quoted:
            continue
        if word.islower():
            yield Spelt(word, span)
        elif first and word[1:].islower() and not _NAME_AFTER.match(text, match.end()):
            yield Spelt(word, span, "close" if paragraph.region == "closing" else "sentence")


def _judged(text: str) -> Iterator[re.Match[str]]:
    """The words of a text that are no part of an address, of code or of a word cut at a line end."""
    for chunk in _CHUNK.finditer(text):
        if _ODD.search(chunk.group()):
            continue
        parts = list(_WORD.finditer(text, chunk.start(), chunk.end()))
        yield from (
            part for part in parts if (len(parts) == 1 or len(part.group()) >= _PIECE) and not _is_cut(text, part)
        )


def _is_cut(text: str, word: re.Match[str]) -> bool:
    """Whether letters are missing: “experi- ence”, “goin'”, “'em”."""
    before, after = text[max(word.start() - 2, 0) : word.start()], text[word.end() : word.end() + 2]
    return before == "- " or before.endswith("'") or after.strip() in {"-", "'"}


def _of_headers(analysis: Analysis) -> Iterator[str]:
    for entry in analysis.draft.headers.entries:
        if entry.key not in _NOT_KNOWN:
            yield from _WORD.findall(" ".join((entry.value, *entry.items)))


def _of_names(analysis: Analysis) -> Iterator[str]:
    """The words of greeting and signature, and those with a capital in the middle of a sentence."""
    begins = {sentence.span.start for sentence in analysis.sentences}
    for paragraph in analysis.paragraphs:
        for match in _WORD.finditer(paragraph.text):
            at = paragraph.starts[match.start()]
            inside = match.start() and at not in begins and paragraph.region != "subject"
            if paragraph.region in _NAMES or (inside and match.group()[0].isupper()):
                yield match.group().removesuffix("'s")
