"""An interviewer who gets no thank-you."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.drafts.application import place
from notelint.language.people import Person, is_same, people
from notelint.matching.checks.said import Context, Fault, Lacking, Said
from notelint.matching.comparing import together
from notelint.types import Application, Suggestion


class _Thanked:
    """The readers of an application's thank-yous; a draft whose kind is not clear counts as one."""

    def __init__(self, application: Application) -> None:
        self._readers = together.readers(application)
        self._kinds = together.kinds(application)
        self._known: dict[Person, bool] = {}

    def __contains__(self, person: Person) -> bool:
        if person not in self._known:
            written = (path for path, readers in self._readers.items() if any(is_same(person, one) for one in readers))
            self._known[person] = any(self._kinds[path] in {"thank-you", "unknown"} for path in written)
        return self._known[person]


_thanked = together.once(_Thanked)


def check(context: Context) -> Iterator[Said]:
    """One fault for each interviewer to whom no thank-you of the application is written.

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
            advice = Suggestion(f"a thank-you to {person.text}, in a draft of its own")
            yield Fault(draft.first_line, message, advice, missing=person.text)
