"""A draft that is nearly a copy of one to somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from notelint.drafts.application import place
from notelint.matching.checks.said import Context, Fault, Lacking, Said
from notelint.types import Application

_LEAST = 2  # sentences of a draft that can be a copy


def check(context: Context) -> Iterator[Said]:
    """One fault when another reader's draft has more of this draft's sentences, or nearly so, than may be shared."""
    application = context.application()
    if isinstance(application, Lacking):
        yield application
        return
    if len(application.drafts) == 1:
        return
    from notelint.matching.comparing import copies, together  # noqa: PLC0415 - slow to import; most drafts lie alone

    own = place(context.analysis.draft)
    here = next(index for index, other in enumerate(application.drafts) if other.path == own)
    if not together.readers(application)[own]:
        yield Lacking(("to",))
        return
    there = _nearest(application, here, cast("float", context.options["share"]))
    if there is not None:
        found = copies.of(application)
        first, *more = found.common(here, there)
        name = together.names([application.drafts[there]], context.analysis.draft)
        count, whole = len(more) + 1, len(found.sentences[here])
        message = f"Nearly a copy of {name}: {count} of {whole} sentences are the same or nearly the same."
        yield Fault(first, message, related=tuple(more), about="copy")


def _nearest(application: Application, here: int, share: float) -> int | None:
    """The place of the draft to another reader that shares most, when it is more than may be shared."""
    from notelint.matching.comparing import copies  # noqa: PLC0415 - likewise

    found = copies.of(application)
    whole = len(found.sentences[here])
    if whole < _LEAST:
        return None
    counts = found.shared(here)
    much = [place for place, count in counts.items() if count > share * whole and place != here]
    nearest = sorted(much, key=lambda place: (-counts[place], place))
    return next((place for place in nearest if _is_to_another(application, here, place)), None)


def _is_to_another(application: Application, here: int, there: int) -> bool:
    """Whether both drafts say to whom they are, and it is nobody in common."""
    from notelint.language.people import is_same  # noqa: PLC0415 - likewise
    from notelint.matching.comparing import together  # noqa: PLC0415 - likewise

    readers = together.readers(application)
    mine, theirs = (readers[application.drafts[place].path] for place in (here, there))
    return bool(theirs) and not any(is_same(one, other) for one in mine for other in theirs)
