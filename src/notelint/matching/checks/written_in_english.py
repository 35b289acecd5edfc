"""A draft in another language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from notelint.matching.checks.finding import Finding
from notelint.types import Analysis, Span


def check(analysis: Analysis, _options: Mapping[str, object], _given: object) -> Iterator[Finding]:
    """One finding, at the body's first sentence, when the draft is not in English."""
    if not analysis.english:
        first = next((s.span for s in analysis.sentences if s.region == "body"), Span(0, 0))
        yield Finding(first)
