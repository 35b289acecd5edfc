"""The violations that a folder of old drafts had on some day, kept in a file, so that only new ones are reported.

A file holds, for each draft, its path seen from the file, and how often each fingerprint occurs. A fingerprint is made
of the rule and the words, so it survives edits elsewhere in the draft and moved lines; the words are not kept.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from notelint import files
from notelint.errors import ConfigError
from notelint.options import STDIN
from notelint.types import DraftReport, Failure, Stale, Violation

NAME = ".notelint-baseline.json"
"""The file's name when nobody names one."""

VERSION = 1

_WRITE = "`notelint --write-baseline={}` with the drafts writes it"


class Entry(Struct, frozen=True):
    """A fingerprint in one draft: its rule, and how often it occurs there."""

    rule: str
    fingerprint: str
    count: int = 1


class Baseline(Struct, frozen=True):
    """The known violations: entries by the path of their draft, seen from the folder of the file, with slashes."""

    path: Path
    drafts: Mapping[str, tuple[Entry, ...]]

    def sift(self, report: DraftReport) -> tuple[DraftReport, list[Stale]]:
        """The report without what is known, and the entries that stand for more than there is.

        Of rules that did not run on the draft nothing is called stale.
        """
        name = seen_from(self.path, report.draft.path)
        left = Counter({entry.fingerprint: entry.count for entry in self.drafts.get(name, ())})
        new: list[Violation] = []
        known: list[Violation] = []
        for violation in report.violations:
            fingerprint = _base(violation)
            is_known = left[fingerprint] > 0
            left[fingerprint] -= is_known
            (known if is_known else new).append(violation)
        idle = {entry.rule for entry in report.not_run} if not report.partial else None
        stale = [
            Stale(str(self.path), report.draft.path, entry.rule, left[entry.fingerprint])
            for entry in self.drafts.get(name, ())
            if left[entry.fingerprint] > 0 and idle is not None and entry.rule not in idle
        ]
        return replace(report, violations=tuple(new), known=tuple(known)), stale

    def gone(self) -> list[Stale]:
        """The entries of drafts that are no longer there."""
        folder = self.path.parent
        lost = [name for name in self.drafts if not files.exists(folder / name)]
        return [
            Stale(str(self.path), _seen_from(os.curdir, str(folder / name)), entry.rule, entry.count)
            for name in lost
            for entry in self.drafts[name]
        ]


class Known:
    """Leaves out of the drafts of a run what is known; a baseline that is missing or broken leaves nothing out."""

    def __init__(self) -> None:
        self._used: dict[Path, Baseline | None] = {}
        self._stale: list[Stale] = []
        self.errors: list[Failure] = []

    def sift(self, report: DraftReport, path: Path) -> DraftReport:
        """The report of a draft without what the baseline at this path knows."""
        if path not in self._used:
            self._used[path] = self._read(path)
        baseline = self._used[path]
        if baseline is None:
            return report
        new, stale = baseline.sift(report)
        self._stale += stale
        return new

    def stale(self, *, whole: bool) -> tuple[Stale, ...]:
        """The entries that stand for more than was found.

        Args:
            whole: whether the run came to its end; otherwise nothing is said of drafts that are gone.
        """
        used = [baseline for baseline in self._used.values() if baseline and whole]
        return (*self._stale, *(entry for baseline in used for entry in baseline.gone()))

    def _read(self, path: Path) -> Baseline | None:
        try:
            return read(path)
        except ConfigError as problem:
            self.errors.append(Failure(str(path), problem.message, problem.line, problem.column))
            return None


def read(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigError: it is missing or broken.
    """
    try:
        text = files.text(path)
    except FileNotFoundError:
        raise ConfigError(f"there is no such baseline; {_WRITE.format(path.name)}", path=str(path)) from None
    except (OSError, UnicodeDecodeError) as problem:
        reason = (problem.strerror if isinstance(problem, OSError) else "") or "it is not UTF-8"
        raise ConfigError(f"this baseline cannot be read: {reason}", path=str(path)) from None
    return _parse(text, path)


@lru_cache(maxsize=8)
def _parse(text: str, path: Path) -> Baseline:
    wrong = f"this is no baseline of version {VERSION}; {_WRITE.format(path.name)}"
    try:
        document = json.loads(text)
        drafts = {str(name): tuple(map(_entry, entries)) for name, entries in document["drafts"].items()}
        version = document["version"]
    except json.JSONDecodeError as problem:
        raise ConfigError(wrong, path=str(path), line=problem.lineno, column=problem.colno) from None
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise ConfigError(wrong, path=str(path)) from None
    if version != VERSION:
        raise ConfigError(wrong, path=str(path))
    return Baseline(path, drafts)


def _entry(one: Mapping[str, object]) -> Entry:
    return Entry(str(one["rule"]), str(one["fingerprint"]), int(str(one["count"])))


def render(path: Path, reports: Iterable[DraftReport], kept: Mapping[str, tuple[Entry, ...]]) -> str:
    """The text of a baseline for these reports.

    Args:
        path: where it will lie.
        reports: the drafts with all their violations; those of standard input have no place and are not in it.
        kept: entries of drafts that are not among them.

    Returns:
        JSON, one entry a line, in order.
    """
    drafts = dict(kept)
    for report in reports:
        if report.draft.path != STDIN:
            counts = Counter((violation.rule, _base(violation)) for violation in report.violations)
            entries = tuple(Entry(*key, count) for key, count in sorted(counts.items()))
            drafts[seen_from(path, report.draft.path)] = entries
    lines = [f"    {_quoted(name)}: [\n{_rows(entries)}\n    ]" for name, entries in sorted(drafts.items()) if entries]
    body = "{\n" + ",\n".join(lines) + "\n  }" if lines else "{}"
    return f'{{\n  "version": {VERSION},\n  "drafts": {body}\n}}\n'


def _quoted(name: str) -> str:
    """The name as JSON; one that is not UTF-8 in escapes, from which it comes back."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return json.dumps(name)
    return json.dumps(name, ensure_ascii=False)


def _rows(entries: Iterable[Entry]) -> str:
    rows = (
        json.dumps({"rule": entry.rule, "fingerprint": entry.fingerprint, "count": entry.count}) for entry in entries
    )
    return ",\n".join(f"      {row}" for row in rows)


def seen_from(path: Path, draft: str) -> str:
    """The path of a draft seen from the folder of a baseline, with slashes, links followed."""
    return Path(_seen_from(os.path.realpath(path.parent), os.path.realpath(draft))).as_posix()


def _seen_from(folder: str, path: str) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive
        return path


def _base(violation: Violation) -> str:
    """The fingerprint without the number that tells equal ones apart."""
    return violation.fingerprint.partition("-")[0]
