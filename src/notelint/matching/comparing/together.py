"""What the rules that look at other drafts share: what is found out once for an application, order, and names."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

from notelint.drafts import moments
from notelint.drafts.application import place
from notelint.language import kind
from notelint.language.greeted import greeted
from notelint.language.paragraphs import paragraphs
from notelint.language.people import Person, people
from notelint.types import Application, Draft, DraftKind

_T = TypeVar("_T")
_NEVER = datetime.max.replace(tzinfo=UTC)
_MOST = 3  # drafts that a message names
_HELD = 256  # drafts of which more is known than their text; an editor asks again for all but one at each change

for_each = lru_cache(maxsize=_HELD)
"""A function whose answers for the drafts that it was asked about last are kept."""


def once(find: Callable[[Application], _T]) -> Callable[[Application], _T]:
    """A function whose answer for an application is kept as long as the application is."""
    known: WeakKeyDictionary[Application, _T] = WeakKeyDictionary()

    def found(application: Application) -> _T:
        if application not in known:
            known[application] = find(application)
        return known[application]

    return found


class Kinds:
    """The kinds of drafts by their paths, each found out when it is asked for, without a parse."""

    def __init__(self, application: Application) -> None:
        self._drafts = {draft.path: draft for draft in application.drafts}
        self._known: dict[str, DraftKind] = {}

    def __getitem__(self, path: str) -> DraftKind:
        if path not in self._known:
            self._known[path] = kind.glimpse(self._drafts[path], paragraphs(self._drafts[path]))
        return self._known[path]


@once
def kinds(application: Application) -> Kinds:
    """The kind of each draft of an application: the same for all that are compared with it."""
    return Kinds(application)


@once
def readers(application: Application) -> dict[str, tuple[Person, ...]]:
    """The people to whom each draft is written, by its path: those whom `to` or the greeting names."""
    return {draft.path: addressed(draft) for draft in application.drafts}


@for_each
def addressed(draft: Draft) -> tuple[Person, ...]:
    """The people to whom a draft is written: those whom `to` or the greeting names."""
    return (*people(draft.headers.get("to")), *(one.person for one in greeted(paragraphs(draft))))


@once
def in_order(application: Application) -> list[Draft]:
    """The drafts in the order in which they are sent: by `sent`, those without it last, by name, numbers by size."""
    return sorted(application.drafts, key=lambda draft: (sent(draft) or _NEVER, _natural(draft.path)))


def sent(draft: Draft) -> datetime | None:
    """The moment at which a draft was sent, or the end of that day; None when it does not say."""
    moment = moments.of(draft.headers, "sent")
    return moment.end if moment else None


def names(drafts: Iterable[Draft], seen_from: Draft) -> str:
    """The files of some drafts as one of them sees them: “a.md, b.md and 3 more”."""
    folder = Path(place(seen_from)).parent
    found = [os.path.relpath(draft.path, folder) for draft in drafts]
    if len(found) > _MOST:
        found = [*found[: _MOST - 1], f"{len(found) - _MOST + 1} more"]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"


def _natural(path: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", path)]
