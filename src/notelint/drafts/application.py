"""Which drafts belong to one application for a job."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from notelint.drafts.companies import core
from notelint.drafts.fold import words
from notelint.types import Application, Draft, Headers, Opening

STDIN = "-"
"""The name of a draft without one."""

NAMED = "--stdin-filename"
"""What a draft without a name needs for its place to be known."""

Key = tuple[str, str]
"""Company and position, made comparable; "" for what is not known."""

_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]")


class Surroundings:
    """What lies around a draft; here it is nothing."""

    def headed(self, draft: Draft) -> Draft:
        """The draft with what an interview file says of it."""
        return draft

    def application(self, draft: Draft) -> Application | None:
        """The drafts about the same application, this one among them; None when it is not known which these are."""
        del draft
        return None

    def elsewhere(self, draft: Draft) -> tuple[Opening, ...]:
        """The other jobs that the writer applies for."""
        del draft
        return ()


def key(headers: Headers) -> Key:
    """By what drafts of one application are known: equal words in company (without its legal form) and position."""
    return _key(headers.value("company"), headers.value("position"))


@lru_cache(maxsize=1 << 12)  # each draft of a folder is compared with all others
def _key(company: str, position: str) -> Key:
    return (" ".join(core(company)), " ".join(words(_REMARK.sub("", position))))


def among(drafts: Iterable[Draft], draft: Draft, own: str) -> tuple[Draft, ...]:
    """Those that are about the application of this draft, this one among them, in order of path.

    Args:
        drafts: by their places.
        draft: the draft; it stands for its own file, which may be older.
        own: its place.
    """
    wanted = key(draft.headers)
    found = [other for other in drafts if other.path != own and key(other.headers) == wanted]
    return tuple(sorted([*found, replace(draft, path=own)], key=lambda other: other.path))


def lacking(draft: Draft) -> tuple[str, ...]:
    """What would tell the application of a draft outside of any interview file."""
    if draft.path == STDIN:
        return (NAMED,)
    return tuple(name for name in ("company", "position") if not draft.headers.value(name).strip())


def place(draft: Draft) -> str:
    """Where a draft lies: its path, absolute and without links."""
    return os.path.realpath(draft.path)
