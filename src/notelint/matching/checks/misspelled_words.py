"""A word that is a known misspelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notelint.language import misspellings
from notelint.matching.checks.said import Absent, Context, Fault
from notelint.matching.reading import spelt
from notelint.types import Analysis, Edit, Suggestion

_OFFERED = 3


def check(context: Context) -> Iterator[Fault | Absent]:
    """One fault for each misspelling; where several words may be meant it is a suggestion without a safe fix.

    Yields:
        `Absent` alone when the list of misspellings is not installed.
    """
    if not misspellings.installed():
        yield Absent(misspellings.EXTRA)
        return
    if not _is_suspect(context.analysis):
        return
    text = context.analysis.draft.text
    mark = "’" if "’" in text and "'" not in text else "'"
    for word in spelt.words(context.analysis, context.words):
        meant = misspellings.corrections(word.text.lower())
        if meant and word.may_be(meant):
            yield _fault(word, [one.replace("'", mark) for one in meant])


def _is_suspect(analysis: Analysis) -> bool:
    """Whether any word of the draft is on the list, wherever it stands; of most drafts none is."""
    return any(map(misspellings.corrections, set(spelt.pieces(analysis.prose().lower()))))


def _fault(word: spelt.Spelt, meant: Sequence[str]) -> Fault:
    offered = [_suggestion(word, one) for one in meant[:_OFFERED]]
    listed = " or ".join(f"“{one.text}”" for one in offered)
    sure = len(meant) == 1
    message = f"“{word.text}” is misspelt; write {listed}." if sure else f"“{word.text}”: do you mean {listed}?"
    fix = offered[0] if sure else None
    return Fault(word.span, message, offered[0], tuple(offered[1:]), fix, "full" if sure else "low")


def _suggestion(word: spelt.Spelt, right: str) -> Suggestion:
    text = right[:1].upper() + right[1:] if word.text[:1].isupper() else right
    return Suggestion(text, (Edit(word.span, text),))
