"""A greeting that names somebody else than the reader, or spells the name otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from notelint.drafts.companies import core
from notelint.language.greeted import Greeted, greeted
from notelint.language.names import alike, are_initials, is_initial, letters, may_be_short
from notelint.language.ordinary import is_listed, is_ordinary
from notelint.language.people import PERHAPS_TITLES, Person, has_unnamed, people
from notelint.language.short_forms import is_given
from notelint.matching.checks.said import Context, Fault
from notelint.matching.comparing import vocabulary
from notelint.types import Edit, Headers, Span, Suggestion

_NOT_ADDRESSED = "not-addressed"  # word class: words of a greeting that are no names
_FIRM_WORD = 5  # letters

Verdict = Literal["same", "unknown", "plain", "near", "like", "other"]
_BEST: tuple[Verdict, ...] = ("same", "plain", "near", "like", "unknown", "other")


class _Compared(NamedTuple):
    """Somebody who is greeted beside somebody whom the header names."""

    verdict: Verdict
    person: Person
    slips: tuple[tuple[Span, str], ...] = ()  # where a word is nearly right, or lacks accents, and the right word


def check(context: Context) -> Iterator[Fault]:
    """One fault for each person greeted whom `to` does not name, and for each name that is nearly right.

    A first name, a family name, a short form and initials will do; a group, a firm or an office is nobody by name. A
    single name beside a title says nothing of a single name without one. Confidence is low where a name only lacks its
    accents, may be a short form, or where `to` may name a firm; nothing is said where `to` also names a team.
    """
    analysis = context.analysis
    headers = analysis.draft.headers
    recipients = _recipients(headers)
    groups = vocabulary.words(_NOT_ADDRESSED, context.classes) - _given(recipients)
    named = [one for one in greeted(analysis.paragraphs, groups) if not _is_firm(one, headers)] if recipients else []
    pairs = [(one, _best(one, recipients)) for one in named]
    left = [
        person for person in recipients if all(found.person is not person for _, found in pairs if _is_meant(found))
    ]
    for one, found in pairs:
        if found.verdict in {"plain", "near"}:
            yield _nearly(one, found)
        elif found.verdict in {"like", "other"} and not has_unnamed(headers.get("to")):
            sure = found.verdict == "other" and not any(_may_be_firm(person) for person in (one.person, *recipients))
            yield _another(one, recipients, left, "full" if sure else "low")


def _recipients(headers: Headers) -> tuple[Person, ...]:
    """The people in `to`; the company of the headers is none."""
    firm = set(core(headers.value("company")))
    found = people(headers.get("to"))
    return tuple(one for one in found if one.titled or not firm.issuperset(map(letters, one.text.split())))


def _is_firm(one: Greeted, headers: Headers) -> bool:
    """Whether a name is that of the company, with what it does behind it: “Ashby Buses” of Ashby."""
    firm, words = set(core(headers.value("company"))), {letters(word) for word, _ in one.words}
    return firm.issuperset(words) or (
        not one.person.titled and not firm.isdisjoint(words) and all(is_ordinary(word) for word in words - firm)
    )


def _may_be_firm(person: Person) -> bool:
    """Whether a name ends as firms' names do, and few people's: “Ashby Buses”, “Northwind Trading”."""
    first, last = letters(person.names[0]), letters(person.names[-1])
    if person.titled or first == last or is_given(first) or not last.endswith(("s", "ing")):
        return False
    return len(last) >= _FIRM_WORD and (is_ordinary(last) or is_listed(last[:-1]) or is_listed(last[:-2]))


def _given(recipients: tuple[Person, ...]) -> frozenset[str]:
    """Words that are names here, whatever else they are: Dean, Grace."""
    return frozenset(word.casefold() for person in recipients for word in (*person.names, *person.also))


def _is_meant(found: _Compared) -> bool:
    return found.verdict in {"same", "plain", "near"}


def _best(one: Greeted, recipients: tuple[Person, ...]) -> _Compared:
    compared = [_compare(one, person) for person in recipients]
    return min(compared, key=lambda found: _BEST.index(found.verdict))


def _compare(one: Greeted, person: Person) -> _Compared:
    if not any(letters(name).isascii() for name in person.names) and any(word.isascii() for word, _ in one.words):
        return _Compared("unknown", person)  # another script
    joined = _joined(person.text.split())
    matched: list[int] = []
    plain: list[tuple[Span, str]] = []
    slips: list[tuple[Span, str]] = []
    for place, (word, span) in enumerate(one.words):
        found = [alike(word, name) for name in (*person.names, *person.also)]
        kinds = {likeness for likeness, _ in found}
        if "same" in kinds or letters(word) in joined or are_initials(word, person.text):
            matched.append(place)
            continue
        wanted = "plain" if "plain" in kinds else "near"
        meant = [right for likeness, right in found[: len(person.names)] if likeness == wanted]
        (plain if wanted == "plain" else slips).extend((span, right) for right in meant[:1])
    return _Compared(_verdict(one, person, matched, (len(plain), len(slips))), person, (*plain, *slips))


def _joined(words: list[str]) -> set[str]:
    """Words of a name written as one: “Min Jun” is Minjun too, “van der Berg” Vanderberg."""
    ends = range(1, len(words) + 1)
    return {letters("".join(words[start:end])) for end in ends for start in range(end - 1)}


def _verdict(one: Greeted, person: Person, matched: list[int], wrong: tuple[int, int]) -> Verdict:
    """What the words of a greeting say of a person.

    Args:
        one: who is greeted.
        person: whom the header names.
        matched: the places of the words that are right.
        wrong: how many lack only their accents, and how many are nearly right.
    """
    last = len(one.words) - 1
    if len(matched) == last + 1:
        return "same"
    if sum(wrong) and len(matched) + sum(wrong) == last + 1:
        return "near" if wrong[1] else "plain"
    odd = [word for place, (word, _) in enumerate(one.words) if place not in matched]
    middle = bool(matched) and {0, last} <= set(matched)
    if matched and (middle or len(person.names) == 1 or all(_says_nothing(word) for word in odd)):
        return "same"  # a middle name, or a name of which the header gives only a part
    if len(person.names) == 1 and (one.person.titled != person.titled or is_initial(person.names[0])):
        return "unknown"
    short = len(one.words) == 1 and not one.person.titled and may_be_short(odd[0], person.names[0])
    return "like" if short else "other"


def _says_nothing(word: str) -> bool:
    """Whether a word beside a name is an initial, or a title elsewhere: “Don Luis”."""
    return is_initial(word) or word.casefold().rstrip(".") in PERHAPS_TITLES


def _nearly(one: Greeted, found: _Compared) -> Fault:
    """“Dana Ruis: is it Ruiz?”."""
    right = " ".join(meant for _, meant in found.slips)
    edits = tuple(Edit(span, meant) for span, meant in found.slips)
    message, suggestion = f"{one.person.text}: is it {right}?", Suggestion(right, edits)
    return Fault(one.span, message, suggestion, confidence="low" if found.verdict == "plain" else "full")


def _another(
    one: Greeted, recipients: tuple[Person, ...], left: list[Person], confidence: Literal["full", "low"]
) -> Fault:
    names = [person.text for person in recipients]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    message = f"The greeting names {one.person.text}, but this goes to {listed}."
    suggestion = Suggestion(left[0].text, (Edit(one.span, left[0].text),)) if len(left) == 1 else None
    return Fault(one.span, message, suggestion, confidence=confidence)
