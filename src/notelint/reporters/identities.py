"""Who and what a report names, and the placeholder of each: people, companies, addresses, telephone numbers, links.

Names come from the headers, the greetings and the signatures of all drafts, so that a person has one number everywhere.
A word with a capital that is no ordinary English word counts as a name as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from notelint.drafts.companies import core, short
from notelint.drafts.lines import split
from notelint.drafts.words import is_name, is_particle, word_set
from notelint.language.greeted import greeted
from notelint.language.people import Person, is_same, people, person
from notelint.reporters.name_words import (
    GAP,
    WORD,
    compared,
    has_capital,
    is_capital,
    is_known,
    is_named,
    is_run,
    is_title,
)
from notelint.types import Draft, DraftReport, Paragraph, Span

_PEOPLE = ("to", "from", "cc", "bcc", "reply-to", "interviewers")
_ABOUT_COMPANIES = "match-company"  # its violations mark the name of another company, or of a position
_PROSE = frozenset({"greeting", "body", "closing", "signature", "postscript", "quoted"})
_FREE = word_set("gmail googlemail outlook hotmail live yahoo icloud proton protonmail aol gmx mail example web")
_LONGEST = 64  # words of a name
_STREETS = "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Square|Sq|Court|Close|Way|Row"

_SITE = r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|io|dev|me|co|uk|de|example)"
_PATTERNS = re.compile(
    r"(?P<kept>\b\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d\d)?|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b"
    r"|\b\d{1,2}:\d\d(?::\d\d)?(?: [+-]\d{4}\b)?)"
    r"|(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
    rf"|\b\d+[A-Za-z]?,? (?:[A-Z][\w’'-]+ ){{1,3}}(?:{_STREETS})\b\.?"
    r"|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b)"
    rf"|(?P<link>(?<![\w.])@[^\W\d_][\w.]*|(?:https?://|www\.)[^\s<>\"”)]+|{_SITE}(?:/[^\s<>\"”)]*|\b))"
    r"|(?P<phone>(?<![\w.])\+?\(?\d[\d \t\xa0\u202f().+/-]{6,}\d\b)"
    r"|(?P<number>\b(?=[A-Za-z\d]*\d{5})[A-Za-z\d]+\b)"
)


class Hidden(Struct, frozen=True):
    """Words to hide, and what stands for them."""

    span: Span
    placeholder: str


Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""By the first of their words, folded: all of them, the longest first, and what they name."""


class Identities(Struct):
    """What is known of whom, over all drafts of a run."""

    persons: list[Person] = field(default_factory=list)
    words: dict[str, list[int]] = field(default_factory=dict)  # folded word of a name → persons who have it
    companies: Phrases = field(default_factory=dict)
    others: Phrases = field(default_factory=dict)  # words with capitals that nothing else explains
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def placeholder(self, kind: str, key: str) -> str:
        """“[name 2]”: the same for the same thing."""
        if (kind, key) not in self.numbers:
            self.numbers[kind, key] = sum(other == kind for other, _ in self.numbers) + 1
        return f"[{kind} {self.numbers[kind, key]}]"

    def add_person(self, found: Person, beside: Sequence[int]) -> int:
        """Take in a person; who is known under another form of the name is the same.

        Args:
            found: the person.
            beside: the numbers of those whom the same draft names; a slip of the pen is looked for among them alone.

        Returns:
            The person's number.
        """
        words = [compared(word) for word in (*found.names, *found.also) if len(word.strip(".")) > 1]
        sharing = [owner for word in words for owner in self.words.get(word, ())]
        alike = (at for at in dict.fromkeys([*beside, *sharing]) if is_same(self.persons[at], found))
        at = next(alike, len(self.persons))
        if at == len(self.persons):
            self.persons.append(found)
        for word in words:
            owners = self.words.setdefault(word, [])
            if at not in owners:
                owners.append(at)
        return at

    def add_company(self, text: str, key: str = "") -> None:
        """Take in words that name a company; the same `key` is the same company."""
        _add(self.companies, text, key or compared(text))

    def add_other(self, text: str) -> None:
        """Take in words that name something, unless the first is a person's."""
        if not self.words.get(compared(WORD.search(text)[0])):  # type: ignore[index]
            _add(self.others, text, compared(text))

    def hide(self, text: str) -> Iterator[Hidden]:
        """What is to be hidden in a text, in order, without overlaps."""
        at = 0
        for match in _PATTERNS.finditer(text):
            yield from self._names(text, at, match.start())
            kind = match.lastgroup or "number"
            if kind != "kept":
                end = match.end() - (len(match[0]) - len(match[0].rstrip(".,;:!?")))
                yield Hidden(Span(match.start(), end), self.placeholder(kind, match[0].casefold().rstrip(".,;:!?")))
            at = match.end()
        yield from self._names(text, at, len(text))

    def _names(self, text: str, start: int, end: int) -> Iterator[Hidden]:
        found = list(WORD.finditer(text, start, end))
        at = 0
        while at < len(found):
            ahead = found[at : at + _LONGEST]
            taken, placeholder = (
                self._phrase(self.companies, "company", text, ahead)
                or self._person(text, ahead)
                or self._phrase(self.others, "name", text, ahead)
                or (1, "")
            )
            if placeholder:
                start = found[at].start()
                for line in split(text[start : found[at + taken - 1].end()]):
                    words = line.text.strip()
                    start_of = start + line.start + line.text.index(words)
                    yield Hidden(Span(start_of, start_of + len(words)), placeholder)
            at += taken

    def _phrase(self, phrases: Phrases, kind: str, text: str, found: list[re.Match[str]]) -> tuple[int, str] | None:
        named = is_named if kind == "company" else has_capital
        for words, key in phrases.get(compared(found[0][0]), ()):
            run = found[: len(words)]
            if tuple(compared(match[0]) for match in run) == words and is_run(text, run) and named(run):
                return len(words), self.placeholder(kind, key)
        return None

    def _person(self, text: str, found: list[re.Match[str]]) -> tuple[int, str] | None:
        """The longest run of words of persons' names, and who has the most of them."""
        run: list[re.Match[str]] = []
        for match in found:
            linked = not run or is_run(text, [run[-1], match])
            initial = bool(run) and len(match[0]) == 1 and text[match.end() : match.end() + 1] == "."
            joins = initial or is_particle(match[0])
            if not linked or not (joins or (self.words.get(compared(match[0])) and is_named([match]))):
                break
            run.append(match)
        while run and not self.words.get(compared(run[-1][0])):
            run.pop()
        if not run:
            return None
        owners = [owner for match in run for owner in self.words.get(compared(match[0]), ())]
        return len(run), self.placeholder("name", f"person {max(owners, key=owners.count)}")


def _add(phrases: Phrases, text: str, key: str) -> None:
    words = tuple(compared(match[0]) for match in WORD.finditer(text))
    if words and not any(known == words for known, _ in phrases.get(words[0], ())):
        phrases.setdefault(words[0], []).append((words, key))
        phrases[words[0]].sort(key=lambda phrase: -len(phrase[0]))


def collect(reports: Iterable[DraftReport]) -> Identities:
    """Who and what the drafts of a run name."""
    known = Identities()
    reports = list(reports)
    for report in reports:
        beside: list[int] = []
        for found in _persons(report.draft):
            beside.append(known.add_person(found, beside))
        for name in _companies(report.draft):
            known.add_company(name, " ".join(core(name)))
            words = short(name).split()
            for length in range(len(words), 0, -1):
                if length > 1 or not is_known(words[0]):
                    known.add_company(" ".join(words[:length]), " ".join(core(name)))
    for report in reports:
        for violation in report.violations:
            if violation.rule == _ABOUT_COMPANIES and not violation.missing:
                known.add_company(violation.text)
        for name in (name for text in _texts(report.draft) for name in _unknown(text)):
            known.add_other(name)
    return known


def _persons(draft: Draft) -> Iterator[Person]:
    for key in _PEOPLE:
        yield from people(draft.headers.get(key))
    for zone in draft.zones:
        lines = [line.strip() for line in draft.slice(zone.span).splitlines() if line.strip()]
        if zone.kind == "greeting":
            yield from (one.person for line in lines for one in greeted([_paragraph(line)]))
        elif zone.kind == "signature":
            signed = [person(line) for line in lines[:1] if is_name(line, lower=True)]
            yield from (one for one in signed if one is not None)


def _paragraph(line: str) -> Paragraph:
    offsets = tuple(range(len(line)))
    return Paragraph(0, "greeting", line, offsets, tuple(offset + 1 for offset in offsets))


def _companies(draft: Draft) -> Iterator[str]:
    entry = draft.headers.get("company")
    yield from entry.items if entry else ()
    for key in _PEOPLE:
        for label in re.findall(r"@([\w-]+)\.", draft.headers.value(key)):
            if label.casefold() not in _FREE and not is_known(label):
                yield label.replace("-", " ")


def _texts(draft: Draft) -> Iterator[str]:
    """All that may name somebody: the prose, what the headers tell in words, and why a rule is ignored."""
    yield from (draft.slice(zone.span) for zone in draft.zones if zone.kind in _PROSE)
    for header in (*draft.headers.entries, *draft.headers.idle):
        if header.key not in {*_PEOPLE, "company", "kind"}:
            yield from (header.value, *header.items)
        yield from header.reasons
    yield from (suppression.reason for suppression in draft.suppressions)


def _unknown(text: str) -> Iterator[str]:
    """Words with capitals that nothing else explains, with the capitals that follow: “Ashby Buses”."""
    run: list[re.Match[str]] = []
    titled: re.Match[str] | None = None  # the word before, when a name follows it: “Dr.”
    for match in WORD.finditer(text):
        if run and is_capital(match[0]) and is_run(text, [run[-1], match], GAP) and len(match[0]) > 1:
            run.append(match)
            continue
        if run:
            yield text[run[0].start() : run[-1].end()]
        named = titled is not None and is_run(text, [titled, match]) and not is_title(match[0])
        run = [match] if is_capital(match[0]) and (named or not is_known(match[0])) else []
        titled = match if is_title(match[0]) else None
    if run:
        yield text[run[0].start() : run[-1].end()]
