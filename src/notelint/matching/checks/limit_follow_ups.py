"""One reminder too many about an application."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import cast

from notelint.drafts.application import place
from notelint.matching.checks.said import Context, Fault, Lacking, Said
from notelint.matching.comparing import together
from notelint.types import ORDINALS

_ORDINALS = {number: word for word, number in reversed(ORDINALS.items())}


def check(context: Context) -> Iterator[Said]:
    """One fault when as many reminders as may be sent come before this one, by `sent` or else by name."""
    application = context.application()
    if isinstance(application, Lacking):
        yield application
        return
    draft = context.analysis.draft
    own, kinds = place(draft), together.kinds(application)
    before = [
        other
        for other in takewhile(lambda other: other.path != own, together.in_order(application))
        if kinds[other.path] == "reminder"
    ]
    most = cast("int", context.options["most"])
    if len(before) >= most:
        number = len(before) + 1
        count = _ORDINALS.get(number, f"{number}th")
        few = f"{most} {'is' if most == 1 else 'are'} enough" if most else "none helps"
        message = f"This is the {count} reminder about this application; {few}, so leave this one unsent."
        if before:
            message += f" Before it: {together.names(before, draft)}."
        yield Fault(draft.first_line, message, about="reminders")
