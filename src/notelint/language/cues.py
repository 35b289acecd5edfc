"""The cues by which a letter shows its kind: patterns over its normalised text, and how telling each is.

The patterns are put together from a few named pieces; where a cue counts only in what the letter asks for, it names the
acts. `cued` finds them.
"""

from __future__ import annotations

from typing import NamedTuple

from notelint.types import Act, DraftKind


class Cue(NamedTuple):
    """One sign of a kind: expressions, its points, and the acts of the sentence in which it counts (empty: any).

    The expressions are in small letters, and hit whole words of a text in small letters, the first of them first.
    """

    kind: DraftKind
    points: int
    pieces: tuple[str, ...]
    acts: frozenset[Act]


_ASKED: tuple[Act, ...] = ("request", "question")
_MAIL = (
    r"(?:e-?mails?|notes?|messages?|letters?|follow-?ups?|mails?|lines?|reminders?|inquir(?:y|ies)|enquir(?:y|ies)"
    r"|quer(?:y|ies)|questions?|voice ?mails?|calls?)"
)
_NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|an?|a few|a couple of|several|some"
    r"|(?:nearly|about|over) a)"
)
_PERIOD = r"(?:hours?|days?|weeks?|months?|fortnights?)"
_WHEN = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|october|november|december"
    rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|earlier|yesterday|the|before|{_NUMBER} {_PERIOD})"
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_TODAY = r"(?:today|yesterday|this (?:morning|afternoon)|last night|the other day)"
_NOT = r"(?:not|never|\w+n't)(?: yet)?"
_SENT = (
    r"(?:wrote|written|e-?mailed|messaged|followed up|sent you|sent (?:a|an|my|one)|contacted|asked|checked in"
    r"|dropped you|reached out|got in touch|called|rang|left you)"
    r"(?! (?:to )?(?:my (?!e-?mail|note|letter|message|mail)|the |a (?:friend|colleague)"  # others than the reader
    r"|each|every|all|them|him|her|our|forty|customers|mr|ms|mrs|dr|several of))"
)
_MEETING = r"(?:interview|meeting|conversation|talk|visit|call|chat|trial|tour|lesson|audition|shift|test)"
_GOOD = r"(?:pleasure|enjoy(?:ed)?|delight|lovely|great|good|nice|happy|glad|fun|wonderful|honou?r|privilege)"


def _cue(kind: DraftKind, points: int, *pieces: str, acts: tuple[Act, ...] = ()) -> Cue:
    return Cue(kind, points, pieces, frozenset(acts))


_REMINDER = (
    _cue("reminder", 5, rf"my (?:(?:last|previous|earlier|first|second|recent|prior|original|other|two) )+{_MAIL}\b"),
    _cue(
        "reminder",
        5,
        rf"my (?:\w+ ){{0,2}}{_MAIL} (?:of|from|dated|on|sent|last|a (?:week|fortnight|few))\b"
        r"(?! (?:recommendation|reference|motivation|application|intent|interest))",
    ),
    _cue(
        "reminder",
        4,
        rf"my {_MAIL}\b.{{0,40}}\b(?:lost|slipped|buried|missed|unanswered|astray|spam|reply|answer|arrive\w*)\b",
        rf"my {_MAIL}\b.{{0,40}}\b(?:reach|reached you|get through|got through)\b",
        r"(?:spam folder|got lost|gone astray|went astray|slipped (?:through|past|down))\b",
        r"(?:buried|lost|sunk|deep|bottom|under)\b.{0,30}\binbox\b",
        rf"(?:{_MAIL}) below\b",
    ),
    _cue(
        "reminder",
        4,
        r"(?:gentle|friendly|quick|polite|brief|small|little|short|kind|second|courteous) (?:reminder|nudge)\b",
        r"(?:remind(?:er|ing)? (?:you|of my|about|that)|this is a reminder)\b",
        r"(?:re-?send(?:ing)?|resent|forward(?:ing)? (?:again|my)|circl(?:e|ing) back|resurfac\w+|bump(?:ing)?)\b",
    ),
    _cue(
        "reminder",
        4,
        r"(?:writing|write|wrote|asking|ask|check(?:ing)?|following up|get(?:ting)? in touch|try(?:ing)?)"
        r"(?: to you)? (?:once )?(?:again|once more|a second time)\b",
        r"(?:me again|(?:wrote|rang|called|texted|e-?mailed)(?: you)? (?:twice|again|three times))\b",
        r"(?:second|third) (?:time|message|e-?mail|note|letter)\b",
        rf"(?:twice|three times|already) (?:now )?(?:i|we)?(?: have|'ve)? ?{_SENT}\b",
    ),
    _cue(
        "reminder",
        4,
        rf"(?:i|we)(?: have|'ve|'d| had)? ?(?:already |last |first |also )?{_SENT}\b"
        rf".{{0,50}}\b(?:{_WHEN}|ago|since|after|twice|and have)\b",
        rf"since (?:my|i) (?:last )?(?:{_MAIL}|{_SENT})\b",
        rf"(?:get|got|receive|received|see|seen|read) my {_MAIL}\b",
    ),
    _cue(
        "reminder",
        4,
        r"(?<!if i have )(?<!if i get )"
        rf"(?:no|{_NOT} (?:had|received?|seen|get|got(?:ten)?|heard)(?: back)?(?: an?| any| the)?)"
        r" (?:reply|answer|response)\b",
        rf"(?:you|nobody) (?:have|has|did)? ?{_NOT} (?:answered|replied|responded|answer|reply|respond)\b",
        rf"(?:heard nothing|(?:gone|remains) unanswered|{_NOT} heard (?:back|from you))\b",
    ),
)

_SEARCH = r"(?:things|matters|search|process|hiring|selection|application|recruitment)"
_STATUS = (
    r"(?:decision|decided?|time ?lines?|timetable|time ?frame|status|situation|update|news|outcome|results?)",
    r"(?:progress(?:ed|ing)?|reached|shortlist\w*|filled|picked|hired|choice|chosen)",
    r"(?:next (?:steps?|stage|round)|(?:second|final|further) (?:round|stage))",
    r"(?:still (?:open|free|available|vacant)|in the running|word (?:on|about|yet)|how it went)",
    r"(?:(?:make|made) up your mind|(?:do|where|how) (?:i|things|we) stand|when (?:i|we) (?:can|might|may|could))",
    r"(?:get|got) (?:it|the (?:job|post|role|place|position))",
    r"(?:appointed|thereof|determination|what comes next|happens next|do things stand)",
    rf"{_SEARCH}\b.{{0,40}}\b(?:stands?|going|moving|is|are|moved)",
)

_FOLLOW_UP = (
    _cue(
        "follow-up",
        5,
        r"follow(?:ing|ed)?[ -]?up\b(?! (?:interview|question|appointment|call|care|visit|clinic|exam))",
        r"further to (?:our|my)\b",
    ),
    _cue(
        "follow-up",
        4,
        r"(?:check(?:ing)? in|touch(?:ing)? base|check(?:ing)? (?:on|where|whether|how)|get(?:ting)? back in touch)\b",
    ),
    _cue("follow-up", 5, *(rf"{piece}\b" for piece in _STATUS), acts=_ASKED),
    _cue(
        "follow-up",
        3,
        rf"{_NUMBER} {_PERIOD}(?: now)? (?:ago|since|after|ha(?:s|ve) passed|have gone(?: by)?|on)\b",
        rf"before {_NUMBER} {_PERIOD}\b",
        r"since (?:i|we) (?:met|spoke|talked|saw|interviewed|visited|came|sat)\b",
        rf"since (?:our|my|the) {_MEETING}\b",
    ),
    _cue(
        "follow-up",
        2,
        rf"(?:(?:i|we) (?:met|spoke|talked)|(?:our|my) {_MEETING}|interviewed)\b"
        rf".{{0,30}}\b(?:on|of|last|in) (?:the )?{_WHEN}",
    ),
    # A full date is not that of yesterday's interview.
    _cue("follow-up", 2, rf"{_MEETING}\b.{{0,30}}\b(?:on|of) (?:the )?(?:\d{{1,2}}(?:th|st|nd|rd)? )?{_MONTH}\b"),
    _cue(
        "follow-up",
        2,
        r"(?:you (?:said|mentioned|expected|hoped|told me|thought|planned|indicated)|was told|had expected"
        r"|were expecting)\b.{0,60}\b(?:by|within|before|this|end of|after|decide|decision|hear|choose)\b",
    ),
    _cue(
        "follow-up",
        2,
        r"(?:still|remain|remains|as|am|continue) (?:very |just as |really |so |equally |most )?"
        r"(?:interested|keen|enthusiastic|eager|hoping|desirous|strong as)\b",
        r"(?:com(?:e|ing) back|return(?:ing)?) to (?:my|you)\b",
        r"thank(?:s| you) (?:once )?(?:again|once more)\b",
    ),
    _cue(
        "follow-up",
        2,
        r"(?:how|where) (?:things|matters|the (?:search|process|selection|decision|hiring)|it)"
        r" (?:stands?|is|are|goes)\b",
        r"any (?:news|update|word)\b",
    ),
)

THANKS = _cue(
    "thank-you", 3, r"(?:thank(?:s| you|ful)|thx|grateful|gratitude|appreciated?|obliged)\b(?! (?:again|once))"
)
_THANK_YOU = (
    _cue(
        "thank-you",
        4,
        r"(?:thank(?:s| you)|grateful|gratitude|appreciate\w*)\b.{0,90}"
        rf"\b(?:{_TODAY}|this week|earlier|just now)\b",
    ),
    _cue(
        "thank-you",
        3,
        rf"(?:{_MEETING}|met|meeting|talking|speaking|for|seeing|see you|drove|came|left|went|was|were)\b"
        rf".{{0,30}}\b{_TODAY}\b",
    ),
    THANKS,
    _cue(
        "thank-you",
        3,
        rf"{_GOOD} (?:of )?(?:it was )?(?:to )?(?:me+t(?:ing)?|talk(?:ing)?|speak(?:ing)?|see(?:ing)?|our)",
        rf"{_GOOD} the {_MEETING}",
        r"what an? (?:\w+ )?(?:afternoon|morning|day|hour|visit|welcome|tour|meeting|talk)\b",
        rf"(?:our|my|the|that) {_MEETING}\b.{{0,40}}\b(?:was|were) (?:such |really |very |so |an? |real )*{_GOOD}\b",
    ),
    _cue(
        "thank-you",
        2,
        r"(?:i|we) (?:especially |particularly |really |very much |also |most |was (?:glad|happy) to )?"
        r"(?:enjoyed|liked|loved|walked (?:out|away|home)|came away|learned|learnt|see|discuss)\b",
        r"(?:i|we) left (?!you\b|a\b|my\b)",
        r"(?:(?:stayed|stuck) with me|(?:impressed|struck) (?:me|by)|showed me (?:how|what|that))\b",
    ),
)

ASKS_AT_ALL = 2  # points for a follow-up of a letter that asks the reader anything
THANKS_FIRST = 2  # points for a thank-you of thanks in the opening

CUES: tuple[Cue, ...] = (*_REMINDER, *_FOLLOW_UP, *_THANK_YOU)
