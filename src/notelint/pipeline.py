"""The table of contents: read, zone, choose, analyse, match, report.

Every door calls `check`. A draft that cannot be judged is a line in the report, not the end of the run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from notelint.errors import NotelintError, UsageError
from notelint.types import Catalogue, Draft, DraftKind, DraftReport, FailOn, Failure, Report

if TYPE_CHECKING:
    from notelint.config import Config
    from notelint.matching.compile import CompiledCatalogue
    from notelint.matching.engine import Settings
    from notelint.matching.trace import Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the caller of a run decides; each wins over the config.

    Args:
        kind: what the drafts are.
        select: run only these rules; empty: all.
        ignore: leave these rules out.
        fail_on: the mildest severity that fails the run.
        config: a config file for all drafts, instead of the nearest one.
        stdin_filename: the name for the draft on standard input.
        now: the present moment.
    """

    kind: DraftKind | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: FailOn | None = None
    config: str | None = None
    stdin_filename: str = "-"
    now: datetime | None = None


Progress = Callable[[int, int], None]
_ANY = Options()


def check(paths: Sequence[str], options: Options = _ANY, progress: Progress | None = None) -> Report:
    """Judge drafts.

    Args:
        paths: files, folders, or `-` for standard input.
        options: what the caller decides.
        progress: called with the number of drafts done and of all drafts.

    Returns:
        The report: drafts in the order of path, and what could not be judged.

    Raises:
        UsageError: a rule is named that does not exist.
    """
    from notelint.language import model

    names, failures = _walk(paths, options)
    reports = []
    for done, name in enumerate(names):
        if progress:
            progress(done, len(names))
        try:
            reports.append(_judge(name, options))
        except UsageError:
            raise
        except NotelintError as problem:
            failures.append(_failure(problem, name))
    if progress:
        progress(len(names), len(names))
    return Report(tuple(reports), tuple(dict.fromkeys(failures)), model.name())


def _judge(name: str, options: Options) -> DraftReport:
    from notelint.language import analyse
    from notelint.matching.engine import judge

    draft = read(name, options)
    config = choose(draft.path, options)
    rules = compiled(config)
    known((*options.select, *options.ignore), catalogue(config))
    analysis = analyse(draft, options.kind)
    report = judge(analysis, rules, _settings(config, options))
    return replace(report, fail_on=options.fail_on or config.fail_on)


def read(name: str, options: Options = _ANY) -> Draft:
    """Read and zone one draft; `-` is standard input.

    Raises:
        DraftError: it cannot be read.
    """
    from notelint.drafts import read as reader

    if name == "-":
        return reader.from_bytes(sys.stdin.buffer.read(), options.stdin_filename)
    return reader.read(name)


def choose(path: str, options: Options = _ANY) -> Config:
    """The settings for the draft of this name.

    Raises:
        ConfigError: the config is broken.
    """
    from pathlib import Path

    from notelint import config

    found = config.read(Path(options.config)) if options.config else config.find(Path(path))
    return found.for_path(Path(path))


def catalogue(config: Config) -> Catalogue:
    """The rules in force under these settings.

    Raises:
        RuleError: a rule is broken.
    """
    return _load(tuple(config.rule_paths))


@lru_cache(maxsize=8)
def _load(rule_paths: tuple[object, ...]) -> Catalogue:
    from notelint.catalogue.load import load

    return load(rule_paths)


def compiled(config: Config) -> CompiledCatalogue:
    """The same rules, ready to match."""
    return _compile(tuple(config.rule_paths))


@lru_cache(maxsize=8)
def _compile(rule_paths: tuple[object, ...]) -> CompiledCatalogue:
    from notelint.language.model import split
    from notelint.matching.compile import compile_catalogue

    return compile_catalogue(_load(rule_paths), split)
