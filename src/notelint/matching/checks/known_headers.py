"""A header key that notelint does not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from notelint.drafts.headers import KNOWN_KEYS
from notelint.matching.checks.finding import Finding
from notelint.types import Analysis, Edit, Suggestion


def check(analysis: Analysis, _options: Mapping[str, object], _given: object) -> Iterator[Finding]:
    """One finding for each unknown key of the front matter; mail headers may be any."""
    headers = analysis.draft.headers
    for entry in headers.entries if headers.form == "front-matter" else ():
        if entry.key in KNOWN_KEYS:
            continue
        near = get_close_matches(entry.key, KNOWN_KEYS, n=1, cutoff=0.6)
        words = f"notelint knows no header “{analysis.draft.slice(entry.key_span)}”" + (f"; is it `{near[0]}`?" if near else ".")
        yield Finding(entry.key_span, words, Suggestion(near[0], (Edit(entry.key_span, near[0]),)) if near else None)
