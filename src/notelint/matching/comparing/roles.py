"""The jobs that a letter names as the one it is about: the position of the headers, its misspelling, or another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from notelint.drafts.fold import words as folded
from notelint.drafts.words import word_set
from notelint.matching.comparing import slips
from notelint.matching.comparing.seekers import is_others
from notelint.types import Analysis, Sentence, Span, Token

_REGIONS = frozenset({"subject", "body", "postscript"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LONGEST = 5  # words of a title before its last
_NOT_TITLE = word_set(
    "the a an this that these those your our my his her their its some any another other every each no new next"
    " open vacant advertised current available same first whole entire such what which who"
)
_RANK = word_set(
    "senior junior lead principal staff associate assistant deputy head chief trainee graduate intern apprentice"
    " part full time permanent temporary remote interim night day ii iii iv i of for and in to the"
)
_SAME_WORK = tuple(
    word_set(group)
    for group in (
        "developer engineer programmer coder",
        "teacher lecturer tutor instructor educator",
        "manager lead leader head supervisor director",
        "assistant aide helper",
        "clerk administrator secretary assistant officer coordinator",
        "cook chef",
        "waiter waitress server",
        "driver operator",
        "nurse sister matron",
        "seller salesperson representative associate rep",
        "analyst scientist",
        "designer artist",
        "librarian archivist",
    )
)
_JOB = word_set("position role job post opening vacancy opportunity interview spot seat placement")
_BEHIND = re.compile(
    r"\b(?:(?:position|post|job|opening|vacancy|role|opportunity) (?:of|as|for)(?: an?)?"
    r"|as (?:your|the)(?: (?:new|next|future|first))*"
    r"|(?:interview(?:ing|ed)?(?: (?:me|with you|you))?|appl(?:y|ied|ying|ication)|consider(?:ed|ation|ing)?(?: me)?"
    r"|candidate|candidacy) (?:for|as)(?: an?| the| your)?(?: (?:new|open|vacant|advertised))?) $",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:my|previous|former|past|old|another|other|different|earlier|last)(?: \w+)? $"
    r"|\b(?:my|previous|former|last|another)(?: \w+){0,2} (?:role|position|post|job) (?:as|of)(?: an?)? $"
    r"|\b(?:also applied|instead of|rather than|besides?|grow(?:ing)? into|become|one day|some ?day|eventually|career"
    r"|used to|worked as|years as|time as)\b",
    re.IGNORECASE,
)


class Title(Struct, frozen=True):
    """A job title in a letter: where it is, its words as written, and its last noun."""

    span: Span
    text: str
    head: str


def sought(analysis: Analysis, occupations: Collection[str]) -> Iterator[Title]:
    """The titles that a letter names as the job it is about: “the Data Analyst position”, “as your next ward sister”.

    Args:
        analysis: of the letter.
        occupations: nouns by which jobs are called, in small letters.
    """
    for sentence in analysis.sentences:
        if sentence.region in _REGIONS:
            for first, last in _titles(sentence.tokens, occupations):
                if _is_sought(sentence, first, last, analysis):
                    span = sentence.hull(first, last)
                    head = _head(sentence.tokens[first:last], occupations)
                    yield Title(span, " ".join(analysis.draft.slice(span).split()), head)


def misspelt(analysis: Analysis, position: str) -> Iterator[tuple[Span, str]]:
    """Where a letter names this position with a slip or two in a word; the span and the words there."""
    right = folded(position)
    suspect = analysis.paragraphs if slips.has_slip(analysis.prose(), right) else ()
    for paragraph in suspect:
        if paragraph.region in _REGIONS:
            for start, end in slips.misspelt(paragraph.text, right):
                yield paragraph.span(start, end), paragraph.text[start:end]


def is_other(title: Title, position: str, openings: Collection[str]) -> bool:
    """Whether a title is another job than this position, and not a shorter, longer or looser name for it.

    Args:
        title: as the letter names it.
        position: of the headers.
        openings: the positions of other applications.
    """
    mine, theirs = set(folded(title.text)), set(folded(position))
    if mine <= theirs or theirs <= mine or _is_acronym(title.text, position):
        return False
    if tuple(folded(title.text)) in {tuple(folded(opening)) for opening in openings}:
        return True
    odd, left = mine - theirs - _RANK, theirs - mine - _RANK
    if not odd or not left:
        return False
    written = all(word[:1].isupper() for word in title.text.split() if word.lower() not in _RANK)
    if title.head in theirs:
        return written
    return not any(title.head in group and group & theirs for group in _SAME_WORK)


def _is_acronym(title: str, position: str) -> bool:
    """Whether one is written with the first letters of the other: RN, QA Engineer."""
    short = [word for word in title.split() if word.isupper() and len(word) > 1]
    initials = "".join(word[0] for word in folded(position))
    return any(word.lower() in initials or len(word) < 5 for word in short)  # noqa: PLR2004 - who knows what it is


def _titles(tokens: Sequence[Token], occupations: Collection[str]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) token of each noun for a job with the words of its title."""
    for place in [at for at, token in enumerate(tokens) if _is_occupation(token, occupations)]:
        if place + 1 < len(tokens) and _is_occupation(tokens[place + 1], occupations):
            continue
        first = place
        while first > 0 and place - first < _LONGEST and _is_title_word(tokens, first - 1):
            first -= 1
        while tokens[first].text in {"-", "&", "/", "and"}:
            first += 1
        yield first, _end(tokens, place + 1)


def _end(tokens: Sequence[Token], end: int) -> int:
    """After “of Data”, “for Northern Sales”, “II” behind a title."""
    if end + 1 < len(tokens) and tokens[end].lower in {"of", "for"} and tokens[end + 1].text[:1].isupper():
        end += 1
        while end < len(tokens) and tokens[end].text[:1].isupper():
            end += 1
    if end < len(tokens) and tokens[end].text in {"I", "II", "III", "IV"}:
        end += 1
    return end


def _is_occupation(token: Token, occupations: Collection[str]) -> bool:
    return (token.lower in occupations or token.lemma in occupations) and token.pos in _NOUNS


def _is_title_word(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.lower in _NOT_TITLE or token.lower.endswith("'s"):
        return False
    if token.text in {"-", "&", "/"} or (token.lower == "and" and place and tokens[place - 1].text[:1].isupper()):
        return place > 0 and _is_title_word(tokens, place - 1)
    return token.pos in {"NOUN", "PROPN", "ADJ"} or (token.text[:1].isupper() and place > 0 and token.pos != "PRON")


def _head(tokens: Sequence[Token], occupations: Collection[str]) -> str:
    found = [token for token in tokens if _is_occupation(token, occupations)]
    return found[-1].lower if found[-1].lower in occupations else found[-1].lemma.lower()


def _is_sought(sentence: Sentence, first: int, last: int, analysis: Analysis) -> bool:
    text = analysis.draft.text
    before = " ".join(text[sentence.span.start : sentence.tokens[first].span.start].split()) + " "
    if _OWN.search(before) or (last < len(sentence.tokens) and sentence.tokens[last].text in {"'s", "’s"}):
        return False
    if sentence.region != "subject" and is_others(sentence, first, last, text):
        return False
    follows = sentence.tokens[last].lower if last < len(sentence.tokens) else ""
    if follows in _JOB:
        return True
    if sentence.region == "subject":
        return all(
            token.text[:1].isupper()
            for token in sentence.tokens[first:last]
            if token.text.isalpha() and token.lower not in _RANK
        )
    told = last < len(sentence.tokens) and sentence.tokens[last].pos in {"VERB", "AUX"}  # “as the ward nurse said”
    return not told and _BEHIND.search(before) is not None
