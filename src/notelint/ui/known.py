"""`--write-baseline`: today's violations into a file, so that later runs report only new ones."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from notelint import files, pipeline
from notelint.config import NAME as CONFIG
from notelint.errors import NotelintError, UsageError
from notelint.reporters.style import count
from notelint.ui import commands, outputs, terminal

if TYPE_CHECKING:
    from notelint.baseline import Entry

_SUFFIX = ".json"


def split(paths: Sequence[str], named: str | None) -> tuple[tuple[str, ...], str | None]:
    """Paths and the baseline to write: what follows `--write-baseline` is a draft unless it ends in `.json`.

    Raises:
        UsageError: it is neither.
    """
    if not named or named.lower().endswith(_SUFFIX):
        return tuple(paths), named
    if named != "-" and not os.path.lexists(named):
        raise UsageError(f"`{named}` is no draft that is there, and no name for a baseline, which ends in {_SUFFIX}")
    return (named, *paths), ""


def write(paths: Sequence[str], chosen: pipeline.Options, named: str, *, fixes: bool) -> int:
    """Write the violations of a run into a baseline; of drafts that are not in the run it keeps what it has.

    Args:
        paths: the drafts.
        chosen: the options of the run.
        named: the file; "": that of `--baseline` or of the config, else one in this folder.
        fixes: whether the user wants drafts fixed in the same run.

    Raises:
        UsageError: some rules are left out, drafts are to be fixed too, or the file cannot be written.
        ConfigError: the file is there already and is no baseline.
    """
    if chosen.select or chosen.ignore or fixes:
        options = "`--select`, `--ignore`, `--fix` and `--diff`"
        raise UsageError(f"`--write-baseline` takes down all violations as they are; leave out {options}")
    if "-" in paths:
        raise UsageError("`--write-baseline` keeps violations by the names of drafts, and standard input has none")
    from notelint import baseline

    path = _place(paths, chosen, named)
    kept = _kept(path)
    try:
        report = pipeline.check(paths, replace(chosen, baseline=""), terminal.Progress())
    except pipeline.Interrupted:
        terminal.complain("interrupted: nothing was written")
        return commands.INTERRUPTED
    for failure in report.errors:
        terminal.complain(failure.message, failure.path, failure.line, failure.column)
    if report.errors:
        raise UsageError("nothing was written, since not everything could be checked", path=str(path))
    _store(path, baseline.render(path, report.drafts, kept))
    violations = count(sum(len(draft.violations) for draft in report.drafts), "violation")
    drafts = count(len(report.drafts), "draft")
    terminal.write(f"Wrote {terminal.place(str(path))}: {violations} in {drafts}.\n")
    if _in_force(paths, chosen) != os.path.realpath(path):
        terminal.write(f"`baseline: {path.name}` in a {CONFIG} beside it leaves them out of reports.\n")
    return 0


def _place(paths: Sequence[str], chosen: pipeline.Options, named: str) -> Path:
    if named:
        return Path(named)
    from notelint.baseline import NAME

    return pipeline.known_in(paths[0], chosen) or Path(NAME)


def _kept(path: Path) -> dict[str, tuple[Entry, ...]]:
    """What the file has of drafts that are still there."""
    from notelint import baseline

    if not path.exists():
        return {}
    known = baseline.read(path)
    return {name: entries for name, entries in known.drafts.items() if files.exists(path.parent / name)}


def _store(path: Path, text: str) -> None:
    try:
        outputs.write(str(path), text.encode())
    except OSError as problem:
        raise UsageError(f"this cannot be written: {problem.strerror or problem}", path=str(path)) from None


def _in_force(paths: Sequence[str], chosen: pipeline.Options) -> str:
    """Where the baseline lies that counts without options."""
    try:
        found = pipeline.known_in(paths[0], replace(chosen, baseline=None))
    except NotelintError:
        found = None
    return os.path.realpath(found) if found else ""
