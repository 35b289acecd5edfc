"""A draft in another language."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.matching.checks.said import Context, Fault


def check(context: Context) -> Iterator[Fault]:
    """One fault, at the body's first sentence, when the draft is not in English."""
    analysis = context.analysis
    if not analysis.english:
        body = (sentence.span for sentence in analysis.sentences if sentence.region == "body")
        yield Fault(next(body, analysis.draft.first_line), about="language")
