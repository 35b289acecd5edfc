"""A greeting that names somebody else than the reader, or spells the name otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from notelint.drafts.companies import core
from notelint.language.greeted import Greeted, greeted
from notelint.language.names import alike, is_initial, letters
from notelint.language.people import Person, people
from notelint.matching.checks.finding import Context, Finding
from notelint.matching.comparing import vocabulary
from notelint.types import Edit, Span, Suggestion

_NOT_ADDRESSED = "not-addressed"  # word class: words of a greeting that are no names

Verdict = Literal["same", "unknown", "near", "other"]
_BEST: tuple[Verdict, ...] = ("same", "near", "unknown", "other")


class _Compared(NamedTuple):
    """Somebody who is greeted beside somebody whom the header names."""

    verdict: Verdict
    person: Person
    slips: tuple[tuple[Span, str], ...] = ()  # where a word is nearly right, and the right word


def check(context: Context) -> Iterator[Finding]:
    """One finding for each person greeted whom `to` does not name, and for each name that is nearly right.

    A first name, a family name, a short form and an initial will do; a group, a firm or an office is nobody by name. A
    single name beside a title says nothing of a single name without one.
    """
    analysis = context.analysis
    headers = analysis.draft.headers
    recipients = people(headers.get("to"))
    firm = set(core(headers.value("company")))
    named = greeted(analysis.paragraphs, vocabulary.words(_NOT_ADDRESSED, context.classes) - _given(recipients))
    pairs = [(one, _best(one, recipients)) for one in named if recipients and not firm.issuperset(_folded(one))]
    left = [
        person for person in recipients if all(found.person is not person for _, found in pairs if _is_meant(found))
    ]
    for one, found in pairs:
        if found.verdict == "near":
            yield _nearly(one, found)
        elif found.verdict == "other":
            yield _another(one, recipients, left)


def _given(recipients: tuple[Person, ...]) -> frozenset[str]:
    """Words that are names here, whatever else they are: Dean, Grace."""
    return frozenset(word.casefold() for person in recipients for word in (*person.names, *person.also))


def _folded(one: Greeted) -> set[str]:
    return {letters(word) for word, _ in one.words}


def _is_meant(found: _Compared) -> bool:
    return found.verdict in {"same", "near"}


def _best(one: Greeted, recipients: tuple[Person, ...]) -> _Compared:
    compared = [_compare(one, person) for person in recipients]
    return min(compared, key=lambda found: _BEST.index(found.verdict))


def _compare(one: Greeted, person: Person) -> _Compared:
    if not any(letters(name).isascii() for name in person.names) and any(word.isascii() for word, _ in one.words):
        return _Compared("unknown", person)  # another script
    joined = _joined(person.text.split())
    matched, slips = [], []
    for place, (word, span) in enumerate(one.words):
        found = [alike(word, name) for name in (*person.names, *person.also)]
        if any(likeness == "same" for likeness, _ in found) or letters(word) in joined:
            matched.append(place)
        else:
            near = [meant for likeness, meant in found[: len(person.names)] if likeness == "near"]
            slips += [(span, meant) for meant in near[:1]]
    return _Compared(_verdict(one, person, matched, len(slips)), person, tuple(slips))


def _joined(words: list[str]) -> set[str]:
    """Words of a name written as one: “Min Jun” is Minjun too, “van der Berg” Vanderberg."""
    ends = range(1, len(words) + 1)
    return {letters("".join(words[start:end])) for end in ends for start in range(end - 1)}


def _verdict(one: Greeted, person: Person, matched: list[int], slips: int) -> Verdict:
    last = len(one.words) - 1
    if len(matched) == last + 1:
        return "same"
    if slips and len(matched) + slips == last + 1:
        return "near"
    odd = [word for place, (word, _) in enumerate(one.words) if place not in matched]
    middle = bool(matched) and {0, last} <= set(matched)
    if matched and (middle or len(person.names) == 1 or all(is_initial(word) for word in odd)):
        return "same"  # a middle name, or a name of which the header gives only a part
    if len(person.names) == 1 and (one.person.titled != person.titled or is_initial(person.names[0])):
        return "unknown"
    return "other"


def _nearly(one: Greeted, found: _Compared) -> Finding:
    """“Dana Ruis: is it Ruiz?”."""
    right = " ".join(meant for _, meant in found.slips)
    edits = tuple(Edit(span, meant) for span, meant in found.slips)
    return Finding(one.span, f"{one.person.text}: is it {right}?", Suggestion(right, edits))


def _another(one: Greeted, recipients: tuple[Person, ...], left: list[Person]) -> Finding:
    names = [person.text for person in recipients]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    message = f"The greeting names {one.person.text}, but this goes to {listed}."
    suggestion = Suggestion(left[0].text, (Edit(one.span, left[0].text),)) if len(left) == 1 else None
    return Finding(one.span, message, suggestion)
