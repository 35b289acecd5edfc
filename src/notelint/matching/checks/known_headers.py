"""A header key that notelint does not know, in the draft or in its interview file."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.drafts.headers import KNOWN_KEYS, nearest, unknown
from notelint.drafts.interview import OWN_KEYS
from notelint.matching.checks.said import Context, Fault
from notelint.types import Edit, Header, Suggestion


def check(context: Context) -> Iterator[Fault]:
    """One fault for each unknown key, with the nearest known one; the usual headers of mail programs are known.

    One in the interview file is reported in each of its drafts, and so is a key that only a draft itself can have.
    """
    draft = context.analysis.draft
    for entry in unknown(draft.headers):
        written = draft.slice(entry.key_span)
        near = nearest(entry.key)
        edits = (Edit(entry.key_span, near),) if near else ()
        yield Fault(entry.key_span, f"notelint knows no header “{written}”; {_mend(near)}", _suggested(near, edits))
    for entry in draft.headers.idle:
        yield _shared(entry)


def _shared(entry: Header) -> Fault:
    if entry.key in OWN_KEYS:
        return Fault(entry.span, f"{entry.origin}: a `{entry.key}` belongs to one message; write it in each draft.")
    near = nearest(entry.key)
    message = f"{entry.origin}: notelint knows no header “{entry.key}”; {_mend(near)}"
    return Fault(entry.span, message, _suggested(near))


def _mend(near: str | None) -> str:
    return f"is it `{near}`?" if near else f"known are {', '.join(f'`{key}`' for key in KNOWN_KEYS)}."


def _suggested(near: str | None, edits: tuple[Edit, ...] = ()) -> Suggestion | None:
    return Suggestion(near, edits) if near else None
