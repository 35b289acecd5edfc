"""A suppression that silenced nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from notelint.matching.checks.finding import Finding
from notelint.types import Analysis, Suppression


def check(_analysis: Analysis, _options: Mapping[str, object], given: object) -> Iterator[Finding]:
    """One finding for each of the given suppressions, which the engine found to be of no use."""
    for suppression in cast("list[Suppression]", given or []):
        yield Finding(suppression.span, f"Ignoring `{suppression.rule}` silences nothing here; take it out.")
