"""The date phrases of a draft: which words name a day, and whether they look back or ahead.

The grammar proposes, this module disposes: a weekday that recurs (“every Friday”, “Monday to Friday”, “your Monday
huddle”) is no date, neither is a length of time (“in two weeks I had …”), a feast, or a word that merely looks like a
month. The verb says whether a phrase looks back or ahead, unless the phrase itself does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from notelint.language.dates import words
from notelint.language.dates.direction import direction
from notelint.language.dates.grammar import Raw, scan
from notelint.language.dates.parts import phrase
from notelint.language.normalise import lowered
from notelint.types import Analysis, Clause, DateKind, DatePhrase, Paragraph, RegionKind, Sentence

_PROSE: frozenset[RegionKind] = frozenset({"subject", "body", "postscript"})
_DEADLINE = re.compile(r"\b(?:by|before|until|till|no later than|not later than)(?: on)?(?: the)? $", re.IGNORECASE)
_LATEST = re.compile(r",? at the (?:very )?latest\b", re.IGNORECASE)
_AHEAD = re.compile(r" ([a-z'-]+)", re.IGNORECASE)
_BEHIND = re.compile(r"([a-z'-]+) $", re.IGNORECASE)
_KIND_OF_DAY = re.compile(r"\b(?:an?|every|each) ([\w-]+) $", re.IGNORECASE)
_TO = r" ?(?:to|through|till|[-–—]) ?"
_RANGE_BEHIND = re.compile(rf"day{_TO}$", re.IGNORECASE)
_RANGE_AHEAD = re.compile(rf"{_TO}(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NAME_AHEAD = re.compile(r"\.com\b| (?:Times|Post|Herald|School|Best)\b")
_LENGTH_AHEAD = re.compile(r" (?:of|as|with|working|running|at(?! the latest))\b", re.IGNORECASE)
_ALSO_NTH = re.compile(r" (?:and|or) (?:the )?\d{1,2}(?:st|nd|rd|th)\b(?! [a-z])", re.IGNORECASE)


class Place(NamedTuple):
    """A phrase with its surroundings: the text before and after it, its sentence and its clause."""

    raw: Raw
    before: str
    after: str
    sentence: Sentence
    clause: Clause

    @property
    def word_before(self) -> str:
        """The word before it in small letters, empty when a mark stands between."""
        match = _BEHIND.search(self.before)
        return match[1].lower() if match else ""

    @property
    def word_after(self) -> str:
        """The word after it, likewise."""
        match = _AHEAD.match(self.after)
        return match[1].lower() if match else ""


def find(analysis: Analysis, containing: re.Pattern[str] | None = None) -> tuple[DatePhrase, ...]:
    """The date phrases in the subject, body and postscript of a draft, in order.

    Args:
        analysis: the draft and its language.
        containing: look only at paragraphs in which this hits; None: at all.

    Returns:
        Phrases whose spans lie in the draft's text; `resolve` says which days they mean.
    """
    pieces = (piece for piece in analysis.paragraphs if piece.region in _PROSE)
    asked = (piece for piece in pieces if containing is None or containing.search(piece.text))
    return tuple(found for piece in asked for found in _in(piece, analysis))


def _in(piece: Paragraph, analysis: Analysis) -> Iterator[DatePhrase]:
    sentences = [sentence for sentence in analysis.sentences if sentence.paragraph == piece.index]
    for raw in scan(piece.text):
        place = _placed(_trimmed(raw), piece, sentences)
        if place is not None and _is_date(place):
            limit = bool(_DEADLINE.search(place.before) or _LATEST.match(place.after))
            way = direction(place.raw, piece.text, place.sentence, place.clause)
            yield phrase(place.raw, piece, place.sentence.index, way, deadline=limit)


def _trimmed(raw: Raw) -> Raw:
    """Without a weekday that is another word: “we sat 3 May …”."""
    if raw.kind not in {"full-date", "day-of-month"} or raw.words.get("weekday", "") not in words.ALSO_WORDS:
        return raw
    keep = {name: word for name, word in raw.words.items() if name not in {"weekday", "which"}}
    places = {name: raw.places[name] for name in keep}
    return raw._replace(start=min(start for start, _ in places.values()), words=keep, places=places)


def _placed(raw: Raw, piece: Paragraph, sentences: Sequence[Sentence]) -> Place | None:
    start = piece.span(raw.start, raw.end).start
    sentence = next((one for one in sentences if one.span.start <= start < one.span.end), None)
    if sentence is None:
        return None
    if any(piece.span(*place).start >= sentence.span.end for place in raw.places.values()):
        return None  # “We met on Tues. 3 March suits me”, where the parser ends the sentence at “Tues.”
    token = next(token for token in sentence.tokens if token.span.end > start)
    return Place(raw, piece.text[: raw.start], piece.text[raw.end :], sentence, sentence.clauses[token.clause])


def _is_date(place: Place) -> bool:
    if place.raw.words.get("month", "") in words.ALSO_WORDS and not place.raw.words.get("year"):
        return False
    test = _TESTS.get(place.raw.kind)
    return test is None or test(place)


def _is_one_weekday(place: Place) -> bool:
    """Whether a weekday is one in particular: it neither recurs nor is part of a name."""
    before, after = place.word_before, place.word_after
    if before in words.RECURRING | words.FEASTS or _is_kind_of_day(place) or _NAME_AHEAD.match(place.after):
        return "later" in place.raw.words
    if _RANGE_BEHIND.search(place.before) or _RANGE_AHEAD.match(place.after):
        return False
    attributive = before in words.DETERMINERS and after and after not in words.FUNCTION_WORDS
    return not attributive or (before not in {"your", "their"} and after in words.EVENTS)


def _is_kind_of_day(place: Place) -> bool:
    """“A wet Sunday”; not “after a talk Sunday”."""
    match = _KIND_OF_DAY.search(place.before)
    return match is not None and match[1].lower() not in words.EVENTS


def _is_nth(place: Place) -> bool:
    """Whether “the 30th” is a day, and not the 30th of something else."""
    if "owner" in place.raw.words or "weekday" in place.raw.words:
        return True
    if place.word_before not in words.ON:
        return False
    after = place.word_after
    if after in {"and", "or"}:
        return _ALSO_NTH.match(place.after) is not None
    return not after or (after in words.FUNCTION_WORDS and after != "of")


def _is_distance(place: Place) -> bool:
    """Whether a number of days leads to one, and is not how long something takes: “in two weeks I had …”."""
    said = place.raw.words
    if "ago" in said:
        return True
    if place.clause.time in {"past", "perfect"} and not place.clause.modal:
        return False
    if place.word_before in words.RATES or _LENGTH_AHEAD.match(place.after):
        return False
    one = lowered(said.get("count", "")) in {"a", "an", "one"}
    return not one or "within" in said or lowered(said["unit"]) not in {"day", "hour", "year"}


def _is_period(place: Place) -> bool:
    """“Next week”, not “my last week”."""
    return place.word_before not in words.DETERMINERS or "portion" in place.raw.words


def _is_near(place: Place) -> bool:
    """Whether “today” is a day, not an age: “today's market”, “the nurses of tomorrow”."""
    if place.before.endswith("of ") and not place.before.endswith("as of "):
        return False
    return "owns" not in place.raw.words or place.word_after in words.EVENTS


_TESTS: Mapping[DateKind, Callable[[Place], bool]] = {
    "weekday": _is_one_weekday,
    "day-of-month": _is_nth,
    "distance": _is_distance,
    "period": _is_period,
    "relative-day": _is_near,
}
