"""The kind of a draft: named by the user or the header, else inferred from what the text does.

A thank-you thanks for a meeting that has just been; a follow-up asks how things stand; a reminder follows a message
that got no answer. Each cue below is worth as many points as it is telling; the kind with clearly most points wins, and
its cues are the evidence. A tie, or no cue at all, is `unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from notelint.types import KINDS, Draft, DraftKind, Evidence, KindFinding, Paragraph, Sentence

_MAIL = r"(?:e-?mails?|notes?|messages?|letters?|follow-?ups?|mails?|lines?|reminders?|inquiry|enquiry|thank-you|query|question)"
_WHEN = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|two|three|four|five|six|seven|eight|ten|a (?:few|couple)|a week|earlier|yesterday|the)"
)
_AGO = r"(?:days?|weeks?|months?|fortnights?|mondays?|tuesdays?|fridays?)"


class _Cue(NamedTuple):
    kind: DraftKind
    points: int
    pattern: re.Pattern[str]
    act: frozenset[str] = frozenset()  # acts of the sentence in which it counts; empty: any


def _cue(kind: DraftKind, points: int, pattern: str, *acts: str) -> _Cue:
    return _Cue(kind, points, re.compile(pattern, re.IGNORECASE), frozenset(acts))


_STATUS = (
    r"\b(?:decision|timeline|time ?line|timetable|time ?frame|next steps?|status|update|news|outcome|result|progress(?:ed|ing)?|"
    r"(?:things|matters|search|process|it|position|hiring|selection|application|recruitment)\b.{0,40}\b(?:stands?|going|moving|is|are)\b|"
    r"(?:stand|decide|decided|reached|hear|shortlist\w*|filled|next stage|next round|word)\b|when (?:i|we) (?:can|might|may|could))"
)

_CUES = (
    _cue("reminder", 5, rf"\bmy (?:(?:last|previous|earlier|first|second|recent|prior|original|other|follow-up) )+{_MAIL}\b"),
    _cue("reminder", 5, rf"\bmy {_MAIL} (?:of|from|dated|on|sent|last|a (?:week|fortnight|few))\b"),
    _cue("reminder", 4, rf"\bmy {_MAIL}\b.{{0,40}}\b(?:lost|slipped|buried|missed|unanswered|reached you|spam|reply|answer|arrive\w*|got through)"),
    _cue("reminder", 4, rf"\b(?:gentle|friendly|quick|polite|brief|small|short|kind|second|courteous) (?:reminder|nudge)\b|\bremind(?:er|ing)?\b"),
    _cue("reminder", 4, r"\b(?:writing|write|wrote|asking|ask|check(?:ing)?|following up|get(?:ting)? in touch|try(?:ing)?)(?: to you)? (?:once )?(?:again|once more|a second time)\b"),
    _cue("reminder", 4, rf"\b(?:i|we)(?: have|'ve)? ?(?:last |first )?(?:wrote|written|emailed|e-mailed|messaged|followed up|sent you|sent (?:a|my|an)|contacted|asked|checked in|dropped you|reached out|got in touch)\b.{{0,50}}\b(?:{_WHEN}\b|ago\b|since\b|before\b|after\b)"),
    _cue("reminder", 4, r"\b(?:no|not (?:yet )?(?:had|received|seen|got(?:ten)?|heard)(?: back)?(?: an?| any)?|n't (?:yet )?(?:had|received|seen|heard back)(?: an?| any)?) (?:reply|answer|response)\b"),
    _cue("reminder", 3, r"\b(?:circl(?:e|ing) back|resurfac\w+|bump(?:ing)?|second (?:time|message|e-?mail|note)|since my (?:last )?(?:e-?mail|note|message|letter|follow-up))\b"),
    _cue("reminder", 2, r"\b(?:inbox|got lost|slipped (?:through|past|down)|haven't heard back|have not heard back|not heard back)\b"),
    _cue("follow-up", 5, r"\bfollow(?:ing|ed)?[ -]?up\b(?! (?:interview|question|appointment|call|care|visit|clinic))"),
    _cue("follow-up", 4, r"\b(?:check(?:ing)? in|touch(?:ing)? base|check(?:ing)? (?:on|where|whether|how)|get(?:ting)? back in touch)\b"),
    _cue("follow-up", 4, _STATUS, "request", "question"),
    _cue("follow-up", 3, r"\b(?:two|three|four|five|ten|a few|several|some|nearly|about|almost|over|a|\d+) (?:weeks?|days|months?|fortnights?)(?: now)? (?:ago|since|after|have passed|has passed|have gone|on)\b|\ba (?:week|fortnight|month) (?:ago|since|has)\b"),
    _cue("follow-up", 3, rf"\bsince (?:(?:i|we) (?:met|spoke|talked|saw|interviewed|visited|came|sat)|(?:our|my|the) (?:interview|meeting|conversation|talk|visit|call|chat))"),
    _cue("follow-up", 2, rf"\b(?:when we (?:met|spoke|talked)|we (?:met|spoke|talked)|our (?:interview|meeting|conversation|talk|call)|my (?:interview|visit)|interviewed)\b.{{0,30}}\b(?:on|of|last|in) (?:the )?{_WHEN}"),
    _cue("follow-up", 2, r"\b(?:you (?:said|mentioned|expected|hoped|told me|thought|planned|indicated)|was told|had expected|were expecting)\b.{0,60}\b(?:by|within|before|this|end of|after|decide|decision|hear)\b"),
    _cue("follow-up", 2, r"\b(?:still|remain|as) (?:very |just as |really |so |equally )?(?:interested|keen|enthusiastic|eager)\b|\bthank(?:s| you) (?:once )?(?:again|once more)\b"),
    _cue("follow-up", 2, r"\b(?:how|where) (?:things|matters|the (?:search|process|selection|decision|hiring)|it) (?:stands?|is|are|goes)\b|\bany (?:news|update|word)\b"),
    _cue("thank-you", 4, r"\b(?:thank(?:s| you)|grateful|gratitude|appreciate\w*)\b.{0,90}\b(?:today|yesterday|this (?:morning|afternoon|week)|earlier|just now)\b"),
    _cue("thank-you", 3, r"\b(?:today|yesterday|this (?:morning|afternoon)|earlier today|last night|the other day)\b"),
    _cue("thank-you", 3, r"\b(?:thank(?:s| you|ful)|grateful|gratitude|appreciate[d]?|obliged)\b(?! (?:again|once))"),
    _cue("thank-you", 3, r"\b(?:pleasure|enjoyed|delight|lovely|great|good|nice|honou?r|privilege) (?:of )?(?:it was )?(?:to )?(?:me+t|meeting|talk|talking|speak|speaking|seeing|see|our|the (?:conversation|interview|chat|visit|tour))"),
    _cue("thank-you", 2, r"\b(?:i|we) (?:especially |particularly |really |very much |also |most )?(?:enjoyed|liked|loved|left|walked|came away|learned|learnt)\b|\b(?:stayed|stuck) with me\b"),
)  # fmt: skip
_MARGIN = 1


def find_kind(
    draft: Draft, paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence], named: DraftKind | None
) -> KindFinding:
    """The kind of a draft and what it is taken from.

    Args:
        draft: the draft with its headers.
        paragraphs: its paragraphs.
        sentences: its sentences, whose acts gate some cues.
        named: the kind given as an option, or None.

    Returns:
        The kind; inferred kinds carry the words that show them.
    """
    if named is not None:
        return KindFinding(named, "option")
    written = draft.headers.value("kind").strip().lower()
    if written in KINDS:
        return KindFinding(cast(DraftKind, written), "header")
    points: dict[DraftKind, int] = dict.fromkeys(KINDS, 0)
    evidence: dict[DraftKind, list[Evidence]] = {kind: [] for kind in KINDS}
    for cue, found in _hits(paragraphs, sentences):
        points[cue.kind] += cue.points
        evidence[cue.kind].append(found)
    if points["reminder"] >= 4:  # a reminder also follows up, so those cues speak for it
        points["reminder"] += points["follow-up"]
    ranked = sorted(KINDS, key=lambda kind: -points[kind])
    best, second = ranked[0], ranked[1]
    if points[best] == 0 or points[best] - points[second] < _MARGIN:
        return KindFinding("unknown", "inferred")
    return KindFinding(best, "inferred", tuple(sorted(evidence[best], key=lambda item: item.span)[:3]))


def _hits(paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence]) -> Iterator[tuple[_Cue, Evidence]]:
    """Each cue counts once a draft, where it is first found."""
    prose = [piece for piece in paragraphs if piece.region in {"subject", "body", "postscript"}]
    for cue in _CUES:
        for piece in prose:
            span = next((piece.span(*match.span()) for match in cue.pattern.finditer(piece.text)
                         if not cue.act or _acts(piece.span(*match.span()).start, sentences) & cue.act), None)  # fmt: skip
            if span is not None:
                yield cue, Evidence(cue.kind, span)
                break


def _acts(offset: int, sentences: Sequence[Sentence]) -> set[str]:
    for sentence in sentences:
        if sentence.span.start <= offset < sentence.span.end:
            return {clause.act for clause in sentence.clauses}
    return set()
