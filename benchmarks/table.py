"""A section of the page about speed: a heading, a sentence, a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Section:
    """A part of the page.

    Attributes:
        title: the heading.
        what: what was measured and how.
        columns: the heads of the table.
        rows: its rows.
        after: what the table shows, with the goal.
    """

    title: str
    what: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    after: str = ""

    def text(self) -> str:
        """The section in Markdown."""
        lines = [f"## {self.title}", "", self.what, ""]
        lines += [_row(self.columns), "|" + "---|" * len(self.columns), *map(_row, self.rows)]
        return "\n".join([*lines, "", *([self.after, ""] if self.after else [])])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
