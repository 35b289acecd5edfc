"""Nothing of the writer's own in the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from notelint.matching.checks.finding import Finding
from notelint.matching.places import first_line
from notelint.types import Analysis


def check(analysis: Analysis, _options: Mapping[str, object], _given: object) -> Iterator[Finding]:
    """One finding when no zone but headers and quoted mail holds a letter or a digit."""
    if not any(
        character.isalnum() for paragraph in analysis.paragraphs if paragraph.region != "subject" for character in paragraph.text
    ):
        yield Finding(first_line(analysis))
