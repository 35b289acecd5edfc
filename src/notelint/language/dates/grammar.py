"""The closed grammar of date phrases: which words of a paragraph may name a day or a stretch of days.

Closed on purpose: what it does not list is no date. So “may”, “march”, “sat”, “sun” and “second” alone never are one.
A form is a regular expression over normalised text in which `<name>` stands for a piece; of forms that overlap the
longest counts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from notelint.language.dates import words
from notelint.types import MONTHS, WEEKDAYS, DateKind

_FULL = "|".join(WEEKDAYS)
_SHORT = "Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun"
_PIECES = {
    "full": rf"(?P<weekday>{_FULL})\b",
    "short": r"(?P<weekday>Mon|Tues?|Weds?|Thurs?|Thu|Fri)\b\.?",
    "weekday": rf"(?P<weekday>{_FULL}|(?:{_SHORT})\b)\.?",
    "daytime": r"(?: (?:early |late )?(?:morning|afternoon|evening|night)\b)?",
    "month": rf"(?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)(?:\.(?= ?\d))?",
    "day": r"(?<![\d.:/$£€-])(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%/]|[.,]\d|\w)",
    "nth": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b",
    "ordinal": rf"(?P<ordinal>{'|'.join(sorted(words.ORDINALS, key=len, reverse=True))})\b",
    "year": r"(?P<year>(?:19|20)\d\d)\b(?![.,:]\d)",
    "which": r"(?P<which>last|this past|past|this coming|coming|this|next|the following)",
    "whose": r"(?P<which>last|this past|this coming|this|next|the following|the coming|the)",
    "number": rf"(?P<count>\d\d?|couple of|few|several|{'|'.join(words.NUMBERS)})",
    "ofweek": r"(?P<owner>last|this|next) week\b",
    "count": rf"(?P<count>\d{{1,3}}|a couple(?: of)?|a few|several|{'|'.join(words.NUMBERS)})",
    "about": r"(?:about |around |roughly |just |exactly |another |under |less than |more than |over )?",
    "unit": r"(?P<unit>(?:business|working|work)[ -]days?|weekdays?|hours?|days?|weeks?|fortnights?|months?|years?)\b",
    "stretch": r"(?P<unit>working week|weekend|week|month|quarter|year)\b",
    "edge": r"(?P<portion>beginning|start|middle|end|close)",
    "portion": r"(?P<portion>early|mid|late|later|earlier)",
    "weekof": r"(?:the )?(?P<unit>week) (?:of|commencing|beginning|starting)(?: on)?",
    "before": rf"(?:(?:(?P<which>last|this|next|this coming|this past) )?(?P<weekday>{_FULL}|(?:{_SHORT})\b)\.?"
    r"(?: (?:morning|afternoon|evening))? ?[,(–—-]? ?)?",
    "behind": rf"(?:,? (?:which (?:is|was) )?an? (?P<behind>{_FULL})\b"
    rf"| \((?:an? )?(?P<bracket>{_FULL}|{_SHORT})\.?\))?",
}
_FORMS = r"""
full-date: <before>(?:the )?<day>(?: of)? <month>(?:,? <year>)?<behind>
full-date: <before><month> (?:the )?<day>(?:,? <year>)?<behind>
full-date: <before>(?:the )?<ordinal>(?: day)? of <month>(?:,? <year>)?<behind>
full-date: <before><month> the <ordinal>(?:,? <year>)?<behind>
full-date: <before>(?<![\d/.-])<year>-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])<behind>
full-date: <before>(?<![\d/.-])(?P<either>\d\d?)(?P<mark>[/.])(?P<other>\d\d?)(?P=mark)<year><behind>
period: <weekof> (?:the )?<day>(?: of)? <month>(?:,? <year>)?
period: <weekof> <month> (?:the )?<day>(?:,? <year>)?
period: <weekof> the <nth>
day-of-month: (?:<which> )?<weekday><daytime>,? (?:the )?<nth>(?: of (?P<owner>this|next|last) month)?
day-of-month: the <nth>(?: of (?P<owner>this|next|last|the) month)?
period: (?:the )?<edge> of <whose> <stretch>
period: (?:the )?<edge> of <month>(?:,? <year>)?
period: <portion>[ -](?:in )?<whose> <stretch>
period: <portion>[ -](?:in )?<month>(?:,? <year>)?
period: <month>,? <year>
period: (?P<which>last|this|next) <month>
period: (?:(?<=\bin )|(?<=\bby )|(?<=\bsince )|(?<=\buntil )|(?<=\bduring ))<month>
period: (?P<which>last|this past|this coming|this|next|the following|the coming) <stretch>
period: (?:(?<=\bat )|(?<=\bby ))the (?P<unit>weekend)\b
distance: (?P<within>within|in|over|during) the (?:next|coming) (?:<number> )?<unit>
distance: (?P<within>within) <about><count> <unit>
distance: in <about><count> <unit>(?:'s?)?(?: time| from now)?
distance: <count> <unit> (?P<ago>ago)\b
distance: <count> <unit> from (?:now|today)\b
distance: the next (?P<unit>(?:business|working) day)\b
weekday: (?:<ofweek>,? (?:on )?)?(?:<which> )?<full>(?:'s\b)?<daytime>(?: (?P<later>week|after next)\b)?
weekday: <full><daytime>,? (?:of )?<ofweek>
weekday: (?:a|one) (?P<later>week) (?:on|from) <full>
weekday: (?:(?<=\bon )|(?<=\bby ))<short><daytime>
weekday: (?:(?<=\bon )|(?<=\bby ))(?P<weekday>Sat|Sun)\b\.? (?:morning|afternoon|evening|night)\b
relative-day: the day (?:after tomorrow|before yesterday)\b
relative-day: (?:tomorrow|yesterday|today)\b(?P<owns>'s\b)?<daytime>
relative-day: (?:this (?:morning|afternoon|evening)|last night|tonight)\b
"""
_NAMED_MONTH = re.compile(r"(?<!\?P)<month>")
_LISTED = [
    (cast("DateKind", kind), form, _NAMED_MONTH.search(form) is not None)
    for kind, _, form in (line.partition(": ") for line in _FORMS.strip().splitlines())
]
_SOME_MONTH = re.compile("|".join(month[:3] for month in MONTHS), re.IGNORECASE)  # without it no form has its month


class Raw(NamedTuple):
    """A phrase in the text of a paragraph: its form, where it stands, its words and their places by name."""

    kind: DateKind
    start: int
    end: int
    words: dict[str, str]
    places: dict[str, tuple[int, int]]


def scan(text: str) -> list[Raw]:
    """The phrases of a normalised paragraph that have the form of a date, in order; none overlaps another."""
    found: list[Raw] = []
    monthly = _SOME_MONTH.search(text) is not None
    for kind, form, names_month in _LISTED:
        if names_month and not monthly:
            continue
        for match in _compiled(form).finditer(text):
            groups = {name: word for name, word in match.groupdict().items() if word}
            closing = "(" in match[0] and ")" not in match[0] and text.startswith(")", match.end())
            places = {name: match.span(name) for name in groups}
            found.append(Raw(kind, match.start(), match.end() + closing, groups, places))
    taken: list[Raw] = []
    for raw in sorted(found, key=lambda raw: raw.start - raw.end):  # stable: of equals the form that stands first
        if all(raw.end <= other.start or other.end <= raw.start for other in taken):
            taken.append(raw)
    return sorted(taken, key=lambda raw: raw.start)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    """Compiled when a draft is first looked at for it: a run without one does not pay for it."""
    return re.compile(rf"\b{_expanded(form)}", re.IGNORECASE)


def _expanded(form: str) -> str:
    return re.sub(r"(?<!\?P)<(\w+)>", lambda piece: _PIECES[piece[1]], form)
