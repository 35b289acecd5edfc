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
        after: what the table shows.
        goals: what should be, and whether it is.
    """

    title: str
    what: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    after: str = ""
    goals: Sequence[tuple[str, bool]] = ()

    def text(self) -> str:
        """The section in Markdown."""
        lines = [f"## {self.title}", "", self.what, ""]
        lines += [_row(self.columns), "|" + "---|" * len(self.columns), *map(_row, self.rows)]
        goals = "; ".join(f"{what} ({'reached' if is_so else 'not reached'})" for what, is_so in self.goals)
        last = " ".join(filter(None, (self.after, f"Goals: {goals}." if goals else "")))
        return "\n".join([*lines, "", *([last, ""] if last else [])])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
