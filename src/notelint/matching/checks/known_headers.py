"""A header key that notelint does not know."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.drafts.headers import KNOWN_KEYS, nearest, unknown
from notelint.matching.checks.finding import Context, Finding
from notelint.types import Edit, Suggestion


def check(context: Context) -> Iterator[Finding]:
    """One finding for each unknown key, with the nearest known one; the usual headers of mail programs are known."""
    draft = context.analysis.draft
    for entry in unknown(draft.headers):
        written = draft.slice(entry.key_span)
        near = nearest(entry.key)
        if near is None:
            known = ", ".join(f"`{key}`" for key in KNOWN_KEYS)
            yield Finding(entry.key_span, f"notelint knows no header “{written}”; known are {known}.")
        else:
            suggestion = Suggestion(near, (Edit(entry.key_span, near),))
            yield Finding(entry.key_span, f"notelint knows no header “{written}”; is it `{near}`?", suggestion)
