"""A draft in another language."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.matching.checks.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """One finding, at the body's first sentence, when the draft is not in English."""
    analysis = context.analysis
    if not analysis.english:
        body = (sentence.span for sentence in analysis.sentences if sentence.region == "body")
        yield Finding(next(body, analysis.draft.first_line), about="language")
