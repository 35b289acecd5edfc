"""The day on which the company wanted to answer has passed, and nothing was written since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from notelint.drafts import moments
from notelint.drafts.application import place
from notelint.matching.checks.said import Clocked, Context, Fault, Lacking, Said
from notelint.matching.comparing import together
from notelint.matching.days import clock
from notelint.matching.days.expected import Expected, expected
from notelint.types import Application, Moment, Suggestion

_ASKING = frozenset({"follow-up", "reminder"})
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class _Since(NamedTuple):
    """What has happened about an application.

    Attributes:
        last: the path of its last draft.
        asks: whether a draft that asks how things stand waits to be sent.
        sent: when the last draft was sent.
        met: the last interview or other contact.
    """

    last: str
    asks: bool
    sent: datetime
    met: datetime


def check(context: Context) -> Iterator[Said]:
    """One fault in the last draft of an application when the answer is overdue and no draft asks for it.

    It speaks for 14 days: whoever has not written by then will not, or did so elsewhere.
    """
    application, named = context.application(), expected(context)
    if isinstance(application, Lacking) or named is None:
        yield application if isinstance(application, Lacking) else Lacking(("expected_reply",))
        return
    if not isinstance(named, Expected):
        yield named
    elif context.now is not None:
        yield from _by_clock(context, context.now, application, named.latest)


def _by_clock(context: Context, clocked: datetime, application: Application, due: Moment) -> Iterator[Said]:
    draft = context.analysis.draft
    now, overdue, forgotten = clocked.astimezone(UTC), due.end, due.start + clock.MEMORY
    if overdue <= now < forgotten and _is_unasked(application, due, place(draft)):
        message = f"You expected an answer by {clock.said_day(due.day, clocked.year)}; you may send a reminder now."
        advice = Suggestion("a polite line that asks how things stand, in a draft of its own")
        yield Fault(draft.first_line, message, advice, missing="reminder")
    yield Clocked(next((moment for moment in (overdue, forgotten) if now < moment), None))


def _is_unasked(application: Application, due: Moment, path: str) -> bool:
    """Whether nothing has come of it since that day and no draft asks, and the draft of this path is the last."""
    since = _since(application)
    return since.last == path and not since.asks and since.sent <= due.start and since.met < due.end


@together.once
def _since(application: Application) -> _Since:
    kinds = together.kinds(application)
    dated = [(draft, together.sent(draft)) for draft in application.drafts]
    met = (moments.of(draft.headers, key) for draft in application.drafts for key in ("interview", "last_contact"))
    return _Since(
        last=together.in_order(application)[-1].path,
        asks=any(sent is None and kinds[draft.path] in _ASKING for draft, sent in dated),
        sent=max((sent for _, sent in dated if sent), default=_LONG_AGO),
        met=max((moment.start for moment in met if moment), default=_LONG_AGO),
    )
