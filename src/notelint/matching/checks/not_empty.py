"""Nothing of the writer's own in the draft."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.matching.checks.finding import Context, Finding
from notelint.matching.places import first_line


def check(context: Context) -> Iterator[Finding]:
    """One finding when no zone but headers and quoted mail holds a letter or a digit."""
    own = [paragraph.text for paragraph in context.analysis.paragraphs if paragraph.region != "subject"]
    if not any(character.isalnum() for text in own for character in text):
        yield Finding(first_line(context.analysis), about="empty")
