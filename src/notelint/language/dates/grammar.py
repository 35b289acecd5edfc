"""The closed grammar of date phrases: which words of a paragraph may name a day or a stretch of days.

Closed on purpose: what it does not list is no date. So “may”, “march”, “sat”, “sun” and “second” alone never are one.
A form is a regular expression over normalised text in which `<name>` stands for a piece; of forms that overlap the
longest counts. Before it, in brackets, stands what a text must hold for it to be tried at all.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, cast

from notelint.language.dates import words
from notelint.language.normalise import lowered
from notelint.types import MONTHS, ORDINALS, WEEKDAYS, DateKind

_FULL = "|".join(WEEKDAYS)
_SHORT = "Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun"
_DOT = r"(?:(?<!day)\.)?"  # of a short name; behind a full one it ends the sentence
_PIECES = {
    "full": rf"(?P<weekday>{_FULL})\b",
    "short": r"(?P<weekday>Mon|Tues?|Weds?|Thurs?|Thu|Fri)\b\.?",
    "weekday": rf"(?P<weekday>{_FULL}|(?:{_SHORT})\b){_DOT}",
    "daytime": r"(?: (?:early |late )?(?:morning|afternoon|evening|night)\b)?",
    "month": rf"(?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)(?:\.(?= ?\d))?",
    "day": r"(?<![\d.:/$£€-])(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%/]|[.,]\d|\w)",
    "nth": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b",
    "ordinal": rf"(?P<ordinal>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b",
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
    "before": rf"(?:(?:(?P<which>last|this|next|this coming|this past) )?(?P<weekday>{_FULL}|(?:{_SHORT})\b){_DOT}"
    r"(?: (?:morning|afternoon|evening))? ?[,(–—-]? ?)?",
    "behind": rf"(?:,? (?:which (?:is|was) )?an? (?P<behind>{_FULL})\b"
    rf"| \((?:an? )?(?P<bracket>{_FULL}|{_SHORT})\.?\))?",
}
FORMS = r"""
full-date [MONTH, DIGIT]: <before>(?:the )?<day>(?: of)? <month>(?:,? <year>)?<behind>
full-date [MONTH, DIGIT]: <before><month> (?:the )?<day>(?:,? <year>)?<behind>
full-date [MONTH, of]: <before>(?:the )?<ordinal>(?: day)? of <month>(?:,? <year>)?<behind>
full-date [MONTH, the]: <before><month> the <ordinal>(?:,? <year>)?<behind>
full-date [DIGIT, -]: <before>(?<![\d/.-])<year>-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])<behind>
full-date [DIGIT]: <before>(?<![\d/.-])(?P<either>\d\d?)(?P<mark>[/.])(?P<other>\d\d?)(?P=mark)<year><behind>
period [week, MONTH, DIGIT]: <weekof> (?:the )?<day>(?: of)? <month>(?:,? <year>)?
period [week, MONTH, DIGIT]: <weekof> <month> (?:the )?<day>(?:,? <year>)?
period [week, DIGIT]: <weekof> the <nth>
day-of-month [DIGIT]: (?:<which> )?<weekday><daytime>,? (?:the )?<nth>(?: of (?P<owner>this|next|last) month)?
day-of-month [the, DIGIT]: the <nth>(?: of (?P<owner>this|next|last|the) month)?
period [STRETCH, of]: (?:the )?<edge> of <whose> <stretch>
period [MONTH, of]: (?:the )?<edge> of <month>(?:,? <year>)?
period [early/mid/late/earlier, STRETCH]: <portion>[ -](?:in )?<whose> <stretch>
period [MONTH, early/mid/late/earlier]: <portion>[ -](?:in )?<month>(?:,? <year>)?
period [MONTH, DIGIT]: <month>,? <year>
period [MONTH, last/this/next]: (?P<which>last|this|next) <month>
period [MONTH]: (?:(?<=\bin )|(?<=\bby )|(?<=\bsince )|(?<=\buntil )|(?<=\bduring ))<month>
period [STRETCH]: (?P<which>last|this past|this coming|this|next|the following|the coming) <stretch>
period [weekend]: (?:(?<=\bat )|(?<=\bby ))the (?P<unit>weekend)\b
distance [next/coming, UNIT]: (?P<within>within|in|over|during) the (?:next|coming) (?:<number> )?<unit>
distance [within, UNIT]: (?P<within>within) <about><count> <unit>
distance [in, UNIT]: in <about><count> <unit>(?:'s?)?(?: time| from now)?
distance [ago]: <count> <unit> (?P<ago>ago)\b
distance [from, now/today]: <count> <unit> from (?:now|today)\b
distance [the next]: the next (?P<unit>(?:business|working) day)\b
weekday [DAY]: (?:<ofweek>,? (?:on )?)?(?:<which> )?<full>(?:'s\b)?<daytime>(?: (?P<later>week|after next)\b)?
weekday [DAY, week]: <full><daytime>,? (?:of )?<ofweek>
weekday [DAY, week]: (?:a|one) (?P<later>week) (?:on|from) <full>
weekday [on/by]: (?:(?<=\bon )|(?<=\bby ))<short><daytime>
weekday [sat/sun]: (?:(?<=\bon )|(?<=\bby ))(?P<weekday>Sat|Sun)\b\.? (?:morning|afternoon|evening|night)\b
relative-day [the day]: the day (?:after tomorrow|before yesterday)\b
relative-day [tomorrow/yesterday/today]: (?:tomorrow|yesterday|today)\b(?P<owns>'s\b)?<daytime>
relative-day [this/last night/tonight]: (?:this (?:morning|afternoon|evening)|last night|tonight)\b
"""
_LINE = re.compile(r"([\w-]+) \[([^]]+)\]: (.+)")
MARKS = {
    "MONTH": re.compile("|".join(month[:3].lower() for month in MONTHS)),
    "DAY": re.compile("|".join(_FULL.lower().split("|"))),
    "DIGIT": re.compile(r"\d"),
    "STRETCH": re.compile("week|month|quarter|year"),
    "UNIT": re.compile("hour|day|week|fortnight|month|year"),
}


class Form(NamedTuple):
    """A form of its kind, and what a text must hold for it, each as the alternatives of which one is enough."""

    kind: DateKind
    needs: tuple[str, ...]
    form: str


LISTED = [Form(cast("DateKind", kind), tuple(needs.split(", ")), form) for kind, needs, form in _LINE.findall(FORMS)]


class Raw(NamedTuple):
    """A phrase in the text of a paragraph: its form, where it stands, its words and their places by name."""

    kind: DateKind
    start: int
    end: int
    words: dict[str, str]
    places: dict[str, tuple[int, int]]


@lru_cache(maxsize=256)  # an editor asks again for all paragraphs but one
def scan(text: str) -> tuple[Raw, ...]:
    """The phrases of a normalised paragraph that have the form of a date, in order; none overlaps another."""
    found: list[Raw] = []
    small = lowered(text)
    known: dict[str, bool] = {}
    for kind, needs, form in LISTED:
        for need in needs:
            if need not in known:
                known[need] = holds(small, need)
        if not all(map(known.__getitem__, needs)):
            continue
        for match in compiled(form).finditer(text):
            groups = {name: word for name, word in match.groupdict().items() if word}
            closing = "(" in match[0] and ")" not in match[0] and text.startswith(")", match.end())
            places = {name: match.span(name) for name in groups}
            found.append(Raw(kind, match.start(), match.end() + closing, groups, places))
    taken: list[Raw] = []
    for raw in sorted(found, key=lambda raw: raw.start - raw.end):  # stable: of equals the form that stands first
        if all(raw.end <= other.start or other.end <= raw.start for other in taken):
            taken.append(raw)
    return tuple(sorted(taken, key=lambda raw: raw.start))


def holds(small: str, need: str) -> bool:
    """Whether a text in small letters holds something that is needed."""
    mark = MARKS.get(need)
    return mark.search(small) is not None if mark else any(word in small for word in need.split("/"))


@cache
def compiled(form: str) -> re.Pattern[str]:
    """Compiled when a draft is first looked at for it: a run without one does not pay for it."""
    return re.compile(rf"\b{_expanded(form)}", re.IGNORECASE)


def _expanded(form: str) -> str:
    return re.sub(r"(?<!\?P)<(\w+)>", lambda piece: _PIECES[piece[1]], form)
