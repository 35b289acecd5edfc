"""Nothing of the writer's own in the draft."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.matching.checks.said import Context, Fault, Remark, Said


def check(context: Context) -> Iterator[Said]:
    """One fault when no zone but headers and quoted mail holds a letter or a digit; a remark on what was not read."""
    unread = context.analysis.draft.unread
    if unread:
        yield Remark(f"Not read: {unread} of this Word file. What is to be checked must stand in its paragraphs.")
    own = [paragraph.text for paragraph in context.analysis.paragraphs if paragraph.region != "subject"]
    if not any(character.isalnum() for text in own for character in text):
        yield Fault(context.analysis.draft.first_line, about="empty")
