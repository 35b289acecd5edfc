"""What was fixed and what was not, what could be, and what a baseline has too many, in lines for a reader."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from notelint.reporters.style import Style, count
from notelint.types import Report, Stale


def fixed(report: Report, style: Style) -> Iterator[str]:
    """After fixing: “3 fixed, 2 left.”, and each fix that was asked for and not made, with the reason."""
    done = sum(entry.count for entry in report.fixed)
    left = sum(len(draft.violations) for draft in report.drafts)
    yield f"{done} fixed, {left} left."
    yield from _left_out(report, style)


def would(report: Report, style: Style) -> Iterator[str]:
    """The same of fixing that was not done."""
    done = sum(entry.count for entry in report.fixed)
    yield f"{done} would be fixed." if done else "Nothing would be fixed."
    yield from _left_out(report, style)


def _left_out(report: Report, style: Style) -> Iterator[str]:
    for entry in report.left_out:
        yield f"{style.show(entry.path)}:{entry.line}: left out: {entry.reason} [{entry.rule}]"


def fixable(safe: int, rewrites: int) -> str:
    """What can be fixed with which options; empty when nothing can.

    Rewrites are not counted: one may make room for another, or make it needless.
    """
    fixed = f"{safe} can be fixed with `--fix`" if safe else ""
    shown = f"`--diff --unsafe-fixes` shows {'more ' if safe else ''}rewrites, `--fix --unsafe-fixes` makes them"
    return "; ".join([fixed] * bool(safe) + [shown] * bool(rewrites)) + "." * bool(safe or rewrites)


def known(number: int) -> str:
    """How many violations the baseline leaves out; empty when none."""
    return f"{number} known {'one is' if number == 1 else 'ones are'} left out." if number else ""


def stale(report: Report, style: Style) -> Iterator[str]:
    """One line a baseline that has entries which are no longer found, with the way to rewrite it."""
    files: dict[str, list[Stale]] = {}
    for entry in report.stale:
        files.setdefault(entry.baseline, []).append(entry)
    for file, entries in files.items():
        found = count(sum(entry.count for entry in entries), "violation")
        drafts = count(len({entry.path for entry in entries}), "draft")
        option = shlex.quote(f"--write-baseline={file}")
        yield style.show(f"{file} still lists {found} in {drafts} that are gone; `{option}` brings it up to date.")
