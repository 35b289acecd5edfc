"""Whether a date phrase looks back or ahead: by its own words, else by the verb that governs it."""

from __future__ import annotations

import re

from notelint.language.dates import words
from notelint.language.dates.grammar import Raw
from notelint.types import Clause, Direction, Sentence

_BACK = re.compile(r"\b(?:last|past|ago|yesterday|earlier)\b", re.IGNORECASE)
_AFTER = re.compile(
    r"\b(?:since(?: \w+){0,5}|(?:after|following|further to) (?:our|my|the|your)(?: \w+){1,6}) $", re.IGNORECASE
)
_AHEAD = re.compile(r"\b(?:next|coming|tomorrow|tonight|within|from now|later|after tomorrow)\b", re.IGNORECASE)


def direction(raw: Raw, text: str, sentence: Sentence, clause: Clause) -> Direction:
    """Where a phrase points, seen from the day on which the draft is sent.

    Args:
        raw: the phrase.
        text: the paragraph it stands in.
        sentence: its sentence.
        clause: its clause in that sentence.

    Returns:
        “past” for thanks, the past and the perfect; “future” for the future, requests and what can or might be; in
        the present “future” too (“Friday suits me”), unless the phrase dates an occasion (“I write about our talk on
        Friday”). “unknown” where no verb decides, or somebody's earlier words do (“you said you would … by Friday”).
    """
    own = _of_words(raw, text[raw.start : raw.end])
    if own == "unknown" and _AFTER.search(text[: raw.start]):
        return "past"
    return _of_verb(sentence, clause) if own == "unknown" else own


def _of_words(raw: Raw, text: str) -> Direction:
    if raw.kind == "distance":
        return "past" if "ago" in raw.words else "future"
    if _BACK.search(text):
        return "past"
    return "future" if _AHEAD.search(text) else "unknown"


def _of_verb(sentence: Sentence, clause: Clause) -> Direction:
    lemmas = _lemmas(sentence, clause)
    if {"look", "forward"} <= lemmas or "upcoming" in lemmas or clause.time == "future":
        return "future"
    if "thank" in lemmas:  # also “I would like to thank you”
        return "past"
    if clause.modal or clause.frame == "reported":
        failed = clause.modal == "could" and clause.polarity == "negative"
        return "unknown" if failed or _is_told(sentence, clause) else "future"
    if clause.time in {"past", "perfect"} or lemmas & words.GRATITUDE:
        return "past"
    return _of_present(sentence, clause, lemmas)


def _of_present(sentence: Sentence, clause: Clause, lemmas: set[str]) -> Direction:
    verbal = any(sentence.tokens[i].pos in {"VERB", "AUX"} for i in clause.own)
    if not verbal or lemmas & (words.RETURNING | words.OCCASIONS):
        return "unknown"
    return "future"


def _is_told(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause hangs under the past: “you said you would decide by Friday” may be over."""
    above = clause.parent
    while above is not None:
        parent = sentence.clauses[above]
        if parent.time in {"past", "perfect"} and not parent.modal:
            return True
        above = parent.parent
    return False


def _lemmas(sentence: Sentence, clause: Clause) -> set[str]:
    """The words of a clause, and of what governs it unless its verb is finite: “thank you for meeting me”."""
    found = {sentence.tokens[i].lemma for i in clause.own}
    head = sentence.tokens[clause.head]
    hangs = head.text.lower().endswith("ing") or any(sentence.tokens[i].lower == "to" for i in clause.own[:2])
    if clause.parent is not None and hangs:
        return found | _lemmas(sentence, sentence.clauses[clause.parent])
    return found
