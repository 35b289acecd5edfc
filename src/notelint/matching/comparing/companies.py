"""The companies that a letter names: another one that the writer applies to, and its own misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from notelint.drafts.companies import core
from notelint.drafts.fold import Folded, tokens, vocabulary
from notelint.language.ordinary import is_ordinary
from notelint.late import late
from notelint.matching.comparing import slips
from notelint.types import Analysis, Headers, Opening, Paragraph, Sentence, Span

_REGIONS = frozenset({"subject", "greeting", "body", "closing", "postscript"})  # a signature may name the writer's firm
_KINDS = (
    r"(?:clients?|customers?|partners?(?:hips?)?|competitors?|rivals?|vendors?|suppliers?|contractors?|subsidiar(?:y|ies)"
    r"|merger|employers?|case stud(?:y|ies)|integrations?|offers?)"
)
_OURS = (
    r"(?:time|years?|days|months|job|role|post|position|work|experience|internship|placement|project|career|stint|team"
    r"|manager|boss|colleagues?)"
)
_WORKED = (
    r"(?:worked|interned|trained|apprenticed|volunteered|studied|led|managed|ran|built|supervised|coached|taught|spent"
    r"|started|served|sold|handled|cut|reduced|raised|increased|migrated|designed|wrote|organi[sz]ed|set up|kept|held"
    r"|planned|repaired|launched|rebuilt|cooked|nursed|was (?:an?|the|head|in charge|responsible))"
)
_OUR_TALK = r"(?:you|your|interview|conversation|meeting|talk|visit)"
_TOLD_BEFORE = late(
    rf"\b(?:{_KINDS}(?:[\w,' ]{{0,25}}|: )"
    rf"|my (?:(?!next|new|future)\w+ ){{0,2}}{_OURS} (?:at|with|for|in) "
    r"|my (?:\w+ ){0,2}(?:compan(?:y|ies)|firms?),? "
    r"|(?:former(?:ly)?|previous(?:ly)?|left|leaving|joined) (?:of |at |with )?"
    r"|(?:unlike|versus|than|compared (?:to|with)|also (?:applied|interviewing) (?:to|at|with)) "
    rf"|(?:I|we)(?: also| once| have| had|'ve|'d)? {_WORKED}\b(?:(?!\b{_OUR_TALK}\b).){{0,60}}?"
    r"\b(?:at|for|with|in|from) "
    r")(?:the )?$",
    re.IGNORECASE,
)
_TOLD_AFTER = late(
    rf"^(?:'s)?,? (?:(?:is|was|were|being|has been) )?(?:an?|one of|my|our|your|another)\b(?: \w+){{0,3}}? {_KINDS}\b"
    r"|^ (?:acquired|bought|merged|and you\b)",
    re.IGNORECASE,
)
_ELSEWHERE = late(  # a town, or a person, whose name is like the company's
    r"\b(?:in|near|from|to|through|via|mr|mrs|ms|mx|dr|prof|professor|sister|chef)\.? $", re.IGNORECASE
)
_THERE = late(r"^(?:\W+|\s)(?:and |where )?(?:I|we|my)\b(?! (?:would|could|will|can|hope|look|want|am|'d|'ll)\b)")
_BEFORE = late(r"(?:^|[,;:–—(]\s?)(?:back |when )?(?:at|with|for|in|from)(?: the)? $", re.IGNORECASE)


class Named(Struct, frozen=True):
    """A company where a letter names it: the words there, and what is meant by them."""

    span: Span
    text: str
    opening: Opening


def others(analysis: Analysis, openings: Sequence[Opening]) -> Iterator[Named]:
    """Where a letter names another company that the writer applies to, as if it were its own.

    A company is passed over where the writer tells of a job there, or where it is named as a client, partner, rival and
    the like; so is one whose name holds that of the letter's own, or is held by it, and one called like a person here.

    Args:
        analysis: of the letter.
        openings: other jobs of the writer, with their companies.
    """
    if not openings:
        return
    own = core(analysis.draft.headers.value("company"))
    known = _people(analysis.draft.headers)
    said = vocabulary(analysis.prose())
    foreign: dict[tuple[str, ...], Opening] = {}
    for opening in openings:
        name = core(opening.company)
        if name and said.issuperset(name) and not set(name) <= set(own) | known and not set(own) <= set(name):
            foreign.setdefault(name, opening)
    for paragraph in analysis.paragraphs if foreign else ():
        if paragraph.region in _REGIONS:
            yield from _in(paragraph, foreign, analysis)


def misspelt(analysis: Analysis, openings: Sequence[Opening]) -> Iterator[tuple[Span, str]]:
    """Where a letter names its own company with a slip or two; the span and the words there."""
    headers = analysis.draft.headers
    own = core(headers.value("company"))
    if not slips.has_slip(analysis.prose(), own):
        return
    known = _people(headers) | {word for opening in openings for word in core(opening.company)}
    for paragraph in analysis.paragraphs:
        if paragraph.region in _REGIONS:
            for start, end in slips.misspelt(paragraph.text, own, known):
                elsewhere = len(own) == 1 and _ELSEWHERE.search(paragraph.text[:start])
                if paragraph.text[start].isupper() and not elsewhere:
                    yield paragraph.span(start, end), paragraph.text[start:end]


def _people(headers: Headers) -> set[str]:
    """The words of the names in the headers."""
    given = [entry for key in ("to", "interviewers", "from") if (entry := headers.get(key))]
    if not given:
        return set()
    from notelint.language.people import people  # noqa: PLC0415 - slow to import, and most letters have no headers

    return {token.word for entry in given for person in people(entry) for token in tokens(person.text)}


def _in(paragraph: Paragraph, foreign: dict[tuple[str, ...], Opening], analysis: Analysis) -> Iterator[Named]:
    for length in {len(name) for name in foreign}:
        for found in slips.runs(paragraph.text, length):
            opening = foreign.get(tuple(token.word for token in found))
            if opening is None or not _is_name(paragraph.text, found):
                continue
            start, end = found[0].start, found[-1].end
            span = paragraph.span(start, end)
            if not _is_told(_sentence(span, analysis), paragraph, start, end):
                yield Named(span, paragraph.text[start:end], opening)


def _is_name(text: str, found: Sequence[Folded]) -> bool:
    """Whether words that may be ordinary ones are a name: with capitals, and not because a sentence begins there."""
    if not all(is_ordinary(token.word) for token in found):
        return True
    capital = all(text[token.start].isupper() for token in found)
    return capital and (len(found) > 1 or re.search(r"(?:^|[.!?:]\s+)[\"'(]*$", text[: found[0].start]) is None)


def _sentence(span: Span, analysis: Analysis) -> Sentence | None:
    return next((one for one in analysis.sentences if one.span.start <= span.start < one.span.end), None)


def _is_told(sentence: Sentence | None, paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the company is named as what it is beside this one: a former employer, a client."""
    if sentence is None or paragraph.region in {"subject", "greeting", "closing"}:
        return False
    first = next((at for at, place in enumerate(paragraph.starts) if place >= sentence.span.start), 0)
    last = next((at for at, place in enumerate(paragraph.starts) if place >= sentence.span.end), len(paragraph.text))
    before, after = paragraph.text[first:start], paragraph.text[end:last]
    there = _BEFORE.search(before) and _THERE.search(after)
    return bool(there or _TOLD_BEFORE.search(before) or _TOLD_AFTER.search(after))
