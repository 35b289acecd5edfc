"""A company or a job that the letter names and that is not the one of its headers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.drafts.application import place
from notelint.drafts.companies import short
from notelint.drafts.fold import words as folded
from notelint.matching.checks.said import Context, Fault, Lacking, Said
from notelint.types import Draft, Edit, Opening, Suggestion

if TYPE_CHECKING:
    from notelint.matching.comparing.roles import Title

_OCCUPATIONS = "occupation"  # word class
_REMARK = re.compile(r"\s*[(\[][^)\]]*[)\]]|\s+[–—|-]\s.*|,.*")


def check(context: Context) -> Iterator[Said]:
    """One fault for each other company or job, and for each name of the right one that is misspelt.

    Another company is one that the writer applies to elsewhere in the repository or folder. Another job is one that the
    letter names as what it is about, by the name of another opening or by one that the header's position does not bear.
    """
    headers = context.analysis.draft.headers
    lacking = tuple(key for key in _LOOKS if not headers.value(key).strip())
    openings = context.elsewhere() if len(lacking) < len(_LOOKS) else ()
    for key, look in _LOOKS.items():
        if key not in lacking:
            yield from look(context, openings)
    if lacking:
        yield Lacking(lacking)


def _companies(context: Context, openings: Sequence[Opening]) -> Iterator[Fault]:
    from notelint.matching.comparing import companies  # noqa: PLC0415 - slow to import; many letters have no headers

    draft = context.analysis.draft
    own = short(draft.headers.value("company"))
    for named in companies.others(context.analysis, openings):
        message = f"“{named.text}” is the company of {_file(named.opening, draft)}; this draft goes to {own}."
        yield Fault(named.span, message, Suggestion(own, (Edit(named.span, own),)))
    for span, text in companies.misspelt(context.analysis, openings):
        yield Fault(span, f"“{text}”: is it {own}?", Suggestion(own, (Edit(span, own),)))


def _roles(context: Context, openings: Sequence[Opening]) -> Iterator[Fault]:
    from notelint.matching.comparing import roles, vocabulary  # noqa: PLC0415 - likewise

    draft = context.analysis.draft
    position = draft.headers.value("position")
    own = _REMARK.sub("", position).strip() or position
    titles = [_REMARK.sub("", opening.position).strip() for opening in openings]
    wrong = dict(roles.misspelt(context.analysis, own))
    for span, text in wrong.items():
        yield Fault(span, f"“{text}”: is it {own}?", Suggestion(own, (Edit(span, own),)))
    for title in roles.sought(context.analysis, vocabulary.words(_OCCUPATIONS, context.classes)):
        if title.span not in wrong and roles.is_other(title, position, titles):
            yield Fault(title.span, _another(title, own, openings, draft), Suggestion(own, (Edit(title.span, own),)))


def _another(title: Title, own: str, openings: Sequence[Opening], draft: Draft) -> str:
    wanted = folded(title.text)
    found = next((one for one in openings if folded(_REMARK.sub("", one.position)) == wanted), None)
    if found is None:
        return f"“{title.text}” is not the position in your headers ({own})."
    return f"“{title.text}” is the position of {_file(found, draft)}; this draft is about {own}."


def _file(opening: Opening, draft: Draft) -> str:
    """The file of another opening as the draft sees it."""
    return os.path.relpath(os.path.realpath(opening.path), Path(place(draft)).parent)


_LOOKS = {"company": _companies, "position": _roles}
"""By which header what is looked for."""
