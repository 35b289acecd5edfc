"""Whether a date phrase says when the interview of this draft was.

It must stand with the interview itself (“our interview with you on Tuesday”, “Tuesday's interview”) or with a meeting
of writer and reader that looks back (“thank you for meeting me on Tuesday”), and next to nothing in between: a call, a
tour, a fair, a first or a second interview may have been on another day, and what was talked about may be (“our talk
about the launch on Tuesday”). A conversation or a meeting is the interview only in a thank-you; later there may have
been others.
"""

from __future__ import annotations

import re
from functools import cache

from notelint.late import late
from notelint.matching.days.surroundings import around, clause_at
from notelint.types import Analysis, DatePhrase, Headers

_PIECES = {
    "on": r"(?:,? (?:back |held )?(?:on|of|from))? ?$",
    "whose": r"(?:my|our|the|your|this)(?: (?!<other>\b)[\w-]+){0,2}",
    "other": r"(?:first|second|third|1st|2nd|3rd|two|three|next|another|other|phone|telephone|screening|final|previous"
    r"|earlier|initial|last|mock|exit|follow-up|upcoming|informal|customer|client|user|patient|media|radio|later)",
    "people": r"(?: (?:you|your|the|and|all|both|team|panel|committee|colleagues|everyone|[A-Z][\w'-]*\.?))",
    "with": r"(?: (?:with|by)<people>{1,8})",
    "job": r"(?: (?:for|about|regarding|concerning)(?: [\w'&/-]+){1,8}?"
    r" (?:position|role|post|job|vacancy|opening)(?: (?:of|as)(?: [\w'&/-]+){1,4}?)?)",
    "place": r"(?: (?:at|in)(?: (?:your|the|office|offices|headquarters|studio|school|hospital|clinic|plant|shop"
    r"|[A-Z][\w'-]+)){1,4})",
    "had": r"(?: (?:that |which )?(?:we had|I had|you gave me|you held))",
    "details": r"<had>?(?:<with>|<job>|<place>){0,3}",
    "me": r"(?: (?:with|to))? (?:me|you|us)(?: (?:and|in person|in|all|both)\b<people>{0,5})?",
    "interviewed": r"interview(?:ing|ed)?",
    "met": r"(?:meet(?:ing)?|met|speak(?:ing)?|spoke|talk(?:ing|ed)?|chat(?:ting|ted)?|sit(?:ting)? down|sat down"
    r"|see(?:ing)?|saw|having|had|receiv(?:e|ing|ed)|interview(?:ing|ed)?)",
    "meeting": r"(?:interview|conversation|meeting|discussion|talk|chat)",
    "time": r"(?:for|appreciated?|enjoyed) (?:taking |making |giving me |finding )?(?:the|your|so much of your)"
    r" (?:time|hour)(?: you (?:took|gave me|spent with me|made for me|made))?",
}
_BEHIND = (
    r"\b<whose> interview<details><on>",
    r"\b<interviewed><me>(?:<job>|<place>){0,2}<on>",
    r"\bI (?:was )?interviewed(?:<with>|<job>|<place>){0,3}<on>",
)
_BEHIND_IN_THANKS = (
    r"\b<whose> <meeting><details><on>",
    r"\b<met><me>(?:<job>|<place>){0,2}<on>",
    r"\bwe (?:met|spoke|talked|sat down)(?:<with>|<job>|<place>){0,2}<on>",
    r"\b(?:<time>|your time)<on>",
)
_AHEAD = (
    r"(?:'s)?(?: job| panel)? interview\b(?! (?:questions?|slot|invitation|process|room|task)\b)",
    r",? (?:you interviewed me|I (?:was interviewed|interviewed with you|had (?:my|our|the|an) interview with you))\b",
)
_AHEAD_IN_THANKS = (
    r"(?:'s) <meeting>\b",
    r",? (?:we (?:met|spoke|talked)(?! (?:at|by|on|over|with|to)\b)|(?:I met|I spoke with|I talked with) you\b)",
)
_SUBJECT = (r"\binterview<details><on>",)
_HOUSE = re.compile(r"\bat ((?:[A-Z][\w'-]+ ?)+)")
_MOVED = late(
    r"\b(?:move[ds]?|postpone[ds]?|reschedul\w+|cancel\w*|miss(?:ed)?|originally|instead|planned|supposed|should have"
    r"|before|ahead of|prepar\w+)\b",
    re.IGNORECASE,
)


def names_interview(phrase: DatePhrase, analysis: Analysis) -> bool:
    """Whether a phrase dates the interview (or the meeting that a thank-you is for), and looks back at it."""
    sentence = analysis.sentences[phrase.sentence]
    clause = clause_at(phrase.span.start, sentence)
    if phrase.direction == "future" or clause.frame != "own" or clause.polarity == "negative":
        return False
    before, after = around(phrase, analysis)
    before = before[:1].lower() + before[1:]
    if _MOVED.search(before) or _MOVED.search(after) or _is_elsewhere(before, analysis.draft.headers):
        return False
    thanks = analysis.kind.kind == "thank-you"
    behind = (*_BEHIND, *(_BEHIND_IN_THANKS if thanks else ()), *(_SUBJECT if sentence.region == "subject" else ()))
    ahead = (*_AHEAD, *(_AHEAD_IN_THANKS if thanks else ()))
    return any(_compiled(form).search(before) for form in behind) or any(_compiled(form).match(after) for form in ahead)


def _is_elsewhere(before: str, headers: Headers) -> bool:
    """Whether it was “at” a house that is not the company of the headers."""
    company = set(headers.value("company").casefold().split())
    return any(company and company.isdisjoint(house[1].casefold().split()) for house in _HOUSE.finditer(before))


@cache
def _compiled(form: str) -> re.Pattern[str]:
    while "<" in form.replace("(?P<", ""):
        form = re.sub(r"<(\w+)>", lambda piece: _PIECES[piece[1]], form)
    return re.compile(form)
