"""What fixing would change, as a unified diff of the drafts' texts."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from notelint.drafts.lines import each
from notelint.reporters.style import Style, visible

_COLOURS = {"+": "green", "-": "red", "@": "blue"}
_NO_END = "\\ No newline at end of file\n"


def render(path: str, before: str, after: str, style: Style, *, harmless: bool = False) -> str:
    """The diff of one draft, as `patch` and git read it; of a mail or Word file it is that of the decoded text.

    Args:
        path: the draft.
        before: its text.
        after: its text with the fixes made.
        style: colour.
        harmless: whether a terminal shows it, which control characters must not reach.

    Returns:
        Lines with the line ends of the draft; empty when nothing changes.
    """
    name = "".join(visible(path)).replace("\\", "/")
    rows = list(unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}"))
    if rows:
        rows[:2] = [style.paint(row.rstrip("\n"), "bold") + "\n" for row in rows[:2]]
    return "".join(rows[:2]) + "".join(_row(row, style, harmless=harmless) for row in rows[2:])


def _lines(text: str) -> list[str]:
    return list(_ended(text))


def _ended(text: str) -> Iterator[str]:
    """The lines with their ends; a diff knows only those that end with a line feed."""
    at = 0
    for line in each(text):
        end = line.end + (2 if text.startswith("\r\n", line.end) else 1)
        yield text[at:end] if not text[at:end].endswith("\r") else f"{line.text}\n"
        at = end


def _row(row: str, style: Style, *, harmless: bool) -> str:
    body = row.removesuffix("\n")
    shown = "".join(visible(body.removesuffix("\r"))) if harmless else body
    colour = _COLOURS.get(row[0])
    return (style.paint(shown, colour) if colour else shown) + "\n" + ("" if row.endswith("\n") else _NO_END)
