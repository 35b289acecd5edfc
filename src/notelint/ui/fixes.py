"""`--fix`, `--diff` and `--unsafe-fixes`: fix drafts, or show what would change."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

from msgspec import Struct

from notelint import pipeline
from notelint.errors import UsageError
from notelint.reporters.style import count
from notelint.ui import commands, terminal
from notelint.ui.show import Show

if TYPE_CHECKING:
    from notelint import fixing


class Wanted(Struct, frozen=True):
    """Which of the three options were given."""

    fix: bool
    diff: bool
    unsafe: bool


def fix(paths: Sequence[str], chosen: pipeline.Options, show: Show, names: Sequence[str], wanted: Wanted) -> int:
    """Fix drafts, and report what is left; or show a diff and write nothing.

    Args:
        paths: as the user named them; standard input goes fixed to standard output, the report then to standard error.
        chosen: the options of the run.
        show: how to show the report.
        names: of the commands, see `commands.check`.
        wanted: what was asked for.

    Returns:
        The exit status of what is left; with a diff 1 when something would change.

    Raises:
        UsageError: the options do not go together.
    """
    if not (wanted.fix or wanted.diff):
        raise UsageError("`--unsafe-fixes` goes with `--fix`, or with `--diff` to see what it would do")
    from notelint import fixing

    if wanted.diff:
        show.refuse("--diff", "shows the changes as they are, and no report")
    commands.refuse(show, paths)
    try:
        done = fixing.fix(paths, chosen, terminal.Progress(), unsafe=wanted.unsafe, write=not wanted.diff)
    except pipeline.Interrupted:
        terminal.complain("interrupted: nothing was changed")
        return commands.INTERRUPTED
    if wanted.diff:
        return _diff(done, show)
    for remark in done.remarks:
        terminal.complain(remark.message, remark.path)
    if done.stopped:
        for change in done.changes:
            terminal.write(f"Fixed {terminal.place(change.path)}.\n")
        terminal.complain(f"interrupted: {count(len(done.changes), 'draft')} changed, the others are as they were")
        return commands.INTERRUPTED
    if done.stdin is None:
        return commands.conclude(done.report, chosen, show, paths, names)
    fixed = {change.path: change.after for change in done.changes}
    terminal.write_bytes(fixed.get(chosen.stdin_filename, done.stdin))
    with redirect_stdout(sys.stderr):
        return commands.conclude(done.report, chosen, show, paths, names)


def _diff(done: fixing.FixReport, show: Show) -> int:
    from notelint.reporters import diff
    from notelint.reporters.fixes import would

    style, is_terminal = terminal.style(show.color), sys.stdout is not None and sys.stdout.isatty()
    for change in done.changes:
        before, after = change.texts
        shown = diff.render(change.path, before, after, style, harmless=is_terminal)
        terminal.write_bytes(shown.encode("utf-8", "replace"))
    for line in would(done.report, style):
        terminal.complain(line)
    for failure in done.report.errors:
        terminal.complain(failure.message, failure.path, failure.line, failure.column)
    if done.report.unjudged:
        terminal.complain("interrupted: not all that would be left was judged")
        return commands.INTERRUPTED
    return 2 if done.report.errors else int(bool(done.changes))
