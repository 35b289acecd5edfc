"""An interviewer who gets no thank-you."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from notelint.drafts.application import place
from notelint.language.people import Person, is_same, people
from notelint.matching.checks.finding import Context, Finding, Lacking, Said
from notelint.matching.comparing import together
from notelint.types import Application, Suggestion


class _Thanked:
    """The readers of an application's thank-yous; a draft whose kind is not clear counts as one."""

    def __init__(self, readers: Iterable[Person]) -> None:
        self._readers = tuple(dict.fromkeys(readers))
        self._known: dict[Person, bool] = {}

    def __contains__(self, person: Person) -> bool:
        if person not in self._known:
            self._known[person] = any(is_same(person, reader) for reader in self._readers)
        return self._known[person]


@together.once
def _thanked(application: Application) -> _Thanked:
    kinds, readers = together.kinds(application), together.readers(application)
    return _Thanked(
        reader for path, kind in kinds.items() if kind in {"thank-you", "unknown"} for reader in readers[path]
    )


def check(context: Context) -> Iterator[Said]:
    """One finding for each interviewer to whom no thank-you of the application is written.

    A draft to two is written to both.
    """
    application = context.application()
    if isinstance(application, Lacking):
        yield application
        return
    draft = context.analysis.draft
    thanked, own = _thanked(application), together.readers(application)[place(draft)]
    for person in people(draft.headers.get("interviewers")):
        if person not in thanked and not any(is_same(person, reader) for reader in own):
            message = f"{person.text} interviewed you too, but there is no thank-you to them."
            advice = Suggestion(f"Write a thank-you to {person.text} in a draft of its own.")
            yield Finding(draft.first_line, message, advice, missing=person.text)
