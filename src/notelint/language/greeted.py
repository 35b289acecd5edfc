"""Whom a greeting names: “Dear Ms. Okafor and Mr. Lee,” greets two, “Dear Northwind team,” nobody by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct, field

from notelint.drafts.words import word_set
from notelint.language.people import OFFICES, TITLES, WORD, Person, told_apart
from notelint.types import Paragraph, Span

_TOKEN = re.compile(rf"{WORD.pattern}|[,;:/&()!–—]")
_SALUTATION = word_set(
    "kia ora koutou habari ya asubuhi dear dearest my hi hello hey hiya hullo good very morning afternoon evening"
    " day again happy to attn attention greetings monday tuesday wednesday thursday friday saturday sunday"
)
_COLLECTIVE = word_set("team crew panel committee board department")  # “Dear team Ashby”
_EVERYBODY = word_set("you all there everyone everybody both")
_FIRM = re.compile(r"\b(?:LLP|LLC|Ltd|Limited|Inc|Corp|GmbH|PLC|plc|Co)\b")
_UNFILLED = re.compile(r"[\[{<][^\]}>]*[\]}>]+")  # a template's “[Name]” names nobody
_JOINS = word_set("and or y und et & , ; : / ( ) ! – —")
_BELONGS = word_set("of from at in for with")


class Greeted(Struct, frozen=True):
    """Somebody whom a greeting names, and where: the words of the name, and these with the title before them."""

    person: Person
    words: tuple[tuple[str, Span], ...]
    span: Span


class _Part(Struct):
    """What stands between two joins."""

    words: list[re.Match[str]] = field(default_factory=list)
    title: re.Match[str] | None = None
    group: bool = False  # the last word names an office or a group
    office: bool = False  # a word before it does
    closed: bool = False  # what follows says where somebody belongs


def greeted(paragraphs: Iterable[Paragraph], others: Collection[str] = ()) -> tuple[Greeted, ...]:
    """The people whom a letter's greeting names, in order.

    Args:
        paragraphs: of the letter.
        others: words in small letters that are no names, beside those known here.
    """
    lines = [paragraph for paragraph in paragraphs if paragraph.region == "greeting"]
    people = (line for line in lines if not _FIRM.search(line.text))
    return tuple(found for line in people for part in _parts(line.text, others) for found in _greeted(part, line))


def _parts(text: str, others: Collection[str]) -> Iterator[_Part]:
    part = _Part()
    for match in _TOKEN.finditer(_UNFILLED.sub(lambda slot: " " * len(slot[0]), text)):
        word = match[0].casefold().rstrip(".")
        if word in _JOINS:
            yield part
            # “Transport Services, Glasgow South”, “the panel of Marlow & Finch”
            goes_on = (word == "," and part.office and part.group) or (word == "&" and part.closed)
            part = _Part(closed=goes_on)
        elif word in _BELONGS:
            part.closed = True
        elif word in TITLES or word == "dear":
            part.closed = part.closed and bool(part.words)
            _take(part, match, word, others)
        elif not part.closed:
            _take(part, match, word, others)
    yield part


def _take(part: _Part, match: re.Match[str], word: str, others: Collection[str]) -> None:
    if word in TITLES and not part.words:
        part.title, part.group = match, False
    elif word in _SALUTATION and not part.words:
        return
    elif word in _COLLECTIVE and not part.words and not part.title:
        part.group = part.office = part.closed = True
    elif word in OFFICES or word in others or (word.removesuffix("s") in others and not part.title):
        part.group, part.office = True, word not in _EVERYBODY
    elif not part.office or match[0][:1].isupper():
        part.words.append(match)
        part.group = False


def _greeted(part: _Part, line: Paragraph) -> Iterator[Greeted]:
    if not part.words or part.group:
        return
    written = [match[0] for match in part.words]
    names = told_apart(written, titled=part.title is not None)
    first, last = part.title or part.words[0], part.words[-1]
    yield Greeted(
        Person(" ".join(written), names, titled=part.title is not None),
        tuple((match[0], line.span(*match.span())) for match in part.words if match[0] in names),
        line.span(first.start(), last.end()),
    )
