"""What stands around a date phrase, and whether it lets the phrase be taken at its word."""

from __future__ import annotations

import re
from bisect import bisect_left

from notelint.language.dates.words import FEASTS
from notelint.types import Analysis, Clause, DatePhrase, Sentence

_JOINED = r" ?(?:and|or|to|through|[/–-]) ?"
_WEEKDAY = r"(?:day|\b(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.?)"
_DENIED = r"(?:\b(?:not|cannot|unable|other than|instead of|rather than)|n't)\b(?: \w+){0,3} "
_OTHER_BEHIND = re.compile(
    rf"(?:{_WEEKDAY}(?:{_JOINED}|, )|\b(?:{'|'.join(sorted(FEASTS))}) |{_DENIED})$", re.IGNORECASE
)
_LIST_AHEAD = re.compile(rf"{_JOINED}(?:the )?\d{{1,2}}(?![\d:.]|,\d| ?[ap]\.?m)", re.IGNORECASE)
_MISTAKE = re.compile(r"\b(?:meant|mistake\w*|wrong\w*|error|typo|slip|corrections?|corrected|mix-up)\b", re.IGNORECASE)


def around(phrase: DatePhrase, analysis: Analysis) -> tuple[str, str]:
    """The normalised text of the sentence before and after a phrase."""
    sentence = analysis.sentences[phrase.sentence]
    paragraph = analysis.paragraphs[sentence.paragraph]
    start, end = (bisect_left(paragraph.starts, offset) for offset in phrase.span)
    first, last = (bisect_left(paragraph.starts, offset) for offset in sentence.span)
    return paragraph.text[first:start], paragraph.text[end:last]


def clause_at(offset: int, sentence: Sentence) -> Clause:
    """The clause of a sentence that holds the word at, or after, an offset of the draft."""
    return sentence.clauses[next(token.clause for token in sentence.tokens if token.span.end > offset)]


def stands_alone(phrase: DatePhrase, analysis: Analysis) -> bool:
    """Whether the weekday of a phrase and its date are one thing, said by the writer.

    Not in a list (“Monday or Tuesday, 2 or 3 May”), a feast (“Black Friday”), quoted words, or where a day is denied
    (“if it can't be Tuesday, 1 May suits me”) or a mistake owned up to.
    """
    before, after = around(phrase, analysis)
    if _OTHER_BEHIND.search(before) or _LIST_AHEAD.match(after) or _MISTAKE.search(f"{before} {after}"):
        return False
    sentence = analysis.sentences[phrase.sentence]
    places = filter(None, (phrase.place("weekday"), phrase.place("day")))
    clauses = [clause_at(place.start, sentence) for place in places]
    return clauses[0].index == clauses[-1].index and clauses[0].frame != "quoted"
