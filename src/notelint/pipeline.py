"""The table of contents: read, zone, choose, analyse, match, report.

Every door calls `check`. A draft that cannot be judged is a line in the report, not the end of the run. The parts of
the way are imported when they are walked, so that a command which needs none of them starts at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.errors import ConfigError, NotelintError, UsageError
from notelint.types import Catalogue, Draft, DraftKind, DraftReport, FailOn, Failure, Report

if TYPE_CHECKING:
    from notelint.config import Config
    from notelint.matching.compile import CompiledCatalogue
    from notelint.matching.engine import Settings
    from notelint.matching.trace import Trace

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the caller of a run decides; each wins over the config.

    Args:
        kind: what the drafts are.
        select: run only these rules, also those that the config turns off; empty: all that it leaves on.
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


_NONE = Options()


def check(paths: Sequence[str], options: Options = _NONE, progress: Progress | None = None) -> Report:
    """Judge drafts.

    Args:
        paths: files, folders, or `-` for standard input.
        options: what the caller decides.
        progress: called with the number of drafts done and of all drafts.

    Returns:
        The report: drafts in the order of path, and what could not be judged.

    Raises:
        UsageError: the options name a rule that does not exist.
    """
    from notelint.language import model

    names, failures = _walk(paths, options)
    _refuse_unknown((*options.select, *options.ignore), names or [""], options)
    reports = []
    for done, name in enumerate(names):
        if progress:
            progress(done, len(names))
        try:
            reports.append(_judge(name, options))
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
    analysis = analyse(draft, options.kind)
    report = judge(analysis, rules, _settings(config, options))
    return replace(report, fail_on=options.fail_on or config.fail_on)


def trace(rule: str, name: str, options: Options = _NONE) -> tuple[Draft, Trace]:
    """The way of one rule to its verdict on one draft, and the draft.

    Raises:
        NotelintError: no such rule, or the draft, the config or a rule is broken.
    """
    from notelint.language import analyse
    from notelint.matching import trace as tracing

    draft = read(name, options)
    rules = compiled(choose(draft.path, options))
    return draft, tracing.trace(rule, analyse(draft, options.kind), rules)


def read(name: str, options: Options = _NONE) -> Draft:
    """Read and zone one draft; `-` is standard input.

    Raises:
        DraftError: it cannot be read.
    """
    from notelint.drafts import read as reader

    if name == "-":
        return reader.from_bytes(sys.stdin.buffer.read(), options.stdin_filename)
    return reader.read(name)


def choose(path: str, options: Options = _NONE) -> Config:
    """The settings for a draft of this name, or for a folder.

    Raises:
        ConfigError: the config is broken.
    """
    from notelint import config

    found = config.read(Path(options.config)) if options.config else config.find(Path(path))
    return found.for_path(Path(path))


def catalogue(config: Config) -> Catalogue:
    """The rules in force under these settings.

    Raises:
        RuleError: a rule is broken.
        ConfigError: the config names a rule that does not exist.
    """
    rules = _load(config.rule_paths)
    for rule in (*config.off, *config.severity, *config.options):
        if rule not in rules.rules:
            line, column = config.lines.get(rule, (None, None))
            raise ConfigError(unknown(rule, rules.rules), path=str(config.path), line=line, column=column)
    return rules


def compiled(config: Config) -> CompiledCatalogue:
    """The rules in force, ready to match; raises what `catalogue` raises."""
    catalogue(config)
    return compile_rules(config.rule_paths)


@lru_cache(maxsize=8)
def _load(rule_paths: tuple[Path, ...]) -> Catalogue:
    from notelint.catalogue.load import load

    return load(rule_paths)


@lru_cache(maxsize=8)
def compile_rules(rule_paths: tuple[Path, ...]) -> CompiledCatalogue:
    """The shipped rules and those of further folders, ready to match."""
    from notelint.language.model import split
    from notelint.matching.compile import compile_catalogue

    return compile_catalogue(_load(rule_paths), split)


def _settings(config: Config, options: Options) -> Settings:
    from notelint.matching.engine import Settings

    return Settings(
        select=options.select or None,
        ignore=options.ignore | (config.off - options.select),
        severity=config.severity,
        options=config.options,
        now=options.now,
    )


def _walk(paths: Sequence[str], options: Options) -> tuple[list[str], list[Failure]]:
    """The drafts under the paths; a folder's own config says what to leave out."""
    from notelint.drafts.walk import find

    exclude: list[str] = []
    failures: list[Failure] = []
    for path in paths:
        try:
            exclude += choose(path, options).exclude
        except NotelintError as problem:
            failures.append(_failure(problem, path))
    names, unfound = find(paths, tuple(dict.fromkeys(exclude)))
    return names, failures + unfound


def _refuse_unknown(rules: Iterable[str], names: Iterable[str], options: Options) -> None:
    """Raise UsageError for a rule that none of the drafts' catalogues has; a broken catalogue is not yet an error."""
    ids: set[str] = set()
    wanted = sorted(rules)
    for name in names if wanted else ():
        try:
            ids.update(catalogue(choose(options.stdin_filename if name == "-" else name, options)).rules)
        except NotelintError:
            continue
    for rule in wanted:
        if ids and rule not in ids:
            raise UsageError(unknown(rule, ids))


def unknown(rule: str, known: Iterable[str]) -> str:
    """What to say about a rule that does not exist, with the nearest that does."""
    near = get_close_matches(rule, sorted(known), 1, 0.5)
    return f"there is no rule `{rule}`; " + (f"is it `{near[0]}`?" if near else "`notelint rules` lists them")


def _failure(problem: NotelintError, name: str) -> Failure:
    return Failure(problem.path or name, problem.message, problem.line, problem.column)
