"""The table of contents: read, zone, choose, analyse, match, report.

Every door calls `check`. A draft that cannot be judged is a line in the report, not the end of the run. The parts of
the way are imported when they are walked, so that a command which needs none of them starts at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from notelint import files
from notelint.errors import NotelintError, UsageError
from notelint.judging import Judged, around, outcomes
from notelint.options import NO_DRAFT, NONE, STDIN, Options, choose, read
from notelint.pressed import Pressed
from notelint.types import Draft, DraftReport, Failure, Report, Rule

if TYPE_CHECKING:
    from notelint.baseline import Known
    from notelint.matching.trace import Trace

__all__ = ["Interrupted", "Options", "Progress", "check", "choose", "model", "named", "read", "rules", "trace"]

Progress = Callable[[int, int], None]
Seen = Callable[[DraftReport], None]


class Interrupted(KeyboardInterrupt):
    """The user broke a run off; `report` has what was found by then."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def check(
    paths: Sequence[str],
    options: Options = NONE,
    progress: Progress | None = None,
    unsaved: Mapping[str, bytes] | None = None,
    seen: Seen | None = None,
) -> Report:
    """Judge drafts.

    Args:
        paths: files, folders, or `-` for standard input.
        options: what the caller decides.
        progress: called with the number of drafts done and of all drafts.
        unsaved: by path, what counts instead of the file, as an editor holds it; it need not be on disk. Judged are
            only those among `paths`, the others are what these are compared with.
        seen: called with the report of each draft as soon as it and those before it are judged.

    Returns:
        The report: drafts in the order of path, and what could not be judged.

    Raises:
        UsageError: the options name a rule that does not exist.
        Interrupted: the user breaks off while drafts are judged.
    """
    unsaved = {path: data for path, data in (unsaved or {}).items() if files.is_name(path)}
    progress = progress or (lambda _done, _total: None)
    options = replace(options, now=options.now or datetime.now(), found={})  # noqa: DTZ005 - this machine's own
    names, failures = _walk([path for path in paths if path not in unsaved], options)
    names = sorted({*names, *(path for path in paths if path in unsaved)})
    _refuse_unknown((*options.select, *options.ignore), names or [""], options)
    held = _held(names, options, unsaved, failures)
    names = _once(names, held)
    names = [name for name in names if name in held or not (name == STDIN or name in unsaved)]
    run = _Run(options, failures)
    try:
        with closing(outcomes(names, options, held)) as coming:
            for done, (name, outcome) in enumerate(zip(names, coming, strict=True)):
                progress(done, len(names))
                report = run.add(name, outcome)
                if seen and report:
                    seen(report)
    except KeyboardInterrupt:
        raise Interrupted(run.report(len(names))) from None
    finally:
        progress(len(names), len(names))
    return run.report(len(names))


class _Run:
    """What became of the drafts so far."""

    def __init__(self, options: Options, failures: list[Failure]) -> None:
        self._reports = Pressed()
        self._failures = failures
        self._options = options
        self._known: Known | None = None
        self._done = 0
        self._models: dict[str, None] = {}  # in the order in which they came

    def add(self, name: str, outcome: Judged) -> DraftReport | None:
        """Take one more; its report without what is known, or None when it could not be judged."""
        self._done += 1
        try:
            if isinstance(outcome, NotelintError):
                raise outcome.with_traceback(None)
            report = self._sifted(outcome)
        except NotelintError as problem:
            self._failures.append(_failure(problem, name))
            return None
        self._reports.append(report)
        return report

    def report(self, wanted: int) -> Report:
        """The report of the run when so many drafts were to be judged."""
        left, known = wanted - self._done, self._known
        errors = dict.fromkeys([*self._failures, *(known.errors if known else ())])
        stale = known.stale(whole=not left) if known else ()
        model = ", ".join(dict.fromkeys(map(_model, self._models or [""])))
        return Report(self._reports.all(), tuple(errors), model, stale=stale, unjudged=left)

    def _sifted(self, report: DraftReport) -> DraftReport:
        """The report of a draft without what its baseline knows.

        Raises:
            ConfigError: the settings were broken while the draft was judged.
        """
        self._models[choose(report.draft.path, self._options).model] = None
        path = known_in(report.draft.path, self._options)
        if path is None:
            return report
        if self._known is None:
            from notelint.baseline import Known

            self._known = Known()
        return self._known.sift(report, path)


def model(name: str, options: Options = NONE) -> str:
    """The language model that judges a draft of this name, with its version.

    Raises:
        ConfigError: the config is broken.
    """
    return _model(choose(name, options).model)


@cache
def _model(name: str) -> str:
    """Package and version of a model; to look for it takes longer than to read a draft."""
    from notelint.language import model as models

    return models.name(name or models.DEFAULT)


def _held(
    names: Sequence[str], options: Options, unsaved: Mapping[str, bytes], failures: list[Failure]
) -> dict[str, Draft]:
    """The drafts that come from elsewhere than the disk, read before others are judged beside them."""
    from notelint.drafts import read as reader

    held: dict[str, Draft] = {}
    for name in dict.fromkeys([name for name in names if name == STDIN] + list(unsaved)):
        try:
            held[name] = reader.from_bytes(unsaved[name], name) if name in unsaved else read(name, options)
        except NotelintError as problem:
            if name in names:
                failures.append(_failure(problem, name))
    return held


def _once(names: Sequence[str], held: dict[str, Draft]) -> list[str]:
    """The names without the files that a held draft among them stands for; other such files are judged as held."""
    from notelint.drafts.application import place

    judged = {place(held[name]) for name in names if name in held}
    others = {place(draft): draft for name, draft in held.items() if name != STDIN}
    kept = []
    for name in names:
        path = os.path.realpath(name)
        if name not in held and name != STDIN and path in judged:
            continue
        if name not in held and path in others:
            held[name] = replace(others[path], path=name)
        kept.append(name)
    return kept


def known_in(name: str, options: Options = NONE) -> Path | None:
    """The baseline for a draft of this name, or for a folder; None without one.

    Raises:
        ConfigError: the config is broken.
    """
    if options.baseline is not None:
        return Path(options.baseline) if options.baseline else None
    config = choose(name, options)
    return config.path.parent / config.baseline if config.path and config.baseline else None


def trace(wanted: Iterable[str], name: str, options: Options = NONE) -> tuple[Draft, list[Trace]]:
    """The way of each of some rules to its verdict on one draft, and the draft.

    Raises:
        NotelintError: no such rule, or the draft, the config or a rule is broken.
    """
    from notelint.language import analyse, model
    from notelint.matching import rulebook
    from notelint.matching import trace as tracing
    from notelint.matching.engine import judge
    from notelint.matching.trace_checks import said

    draft = read(name, options)
    library = around(options, [draft])
    draft = library.headed(draft)
    config = choose(draft.path, options)
    analysis, rules = analyse(draft, options.kind, config.model or model.DEFAULT), rulebook.compiled(config)
    now = options.now or datetime.now()  # noqa: DTZ005 - this machine's own

    def traced(rule: str) -> Trace:
        found = tracing.trace(rule, analysis, rules)
        check = rules.rules[rule].rule.check
        if check is not None:
            report = judge(analysis, rules, rulebook.settings(config, frozenset({rule}), frozenset(), now), library)
            found = replace(found, said=said(check, report, analysis, now))
        if rule in config.off:
            return replace(found, note=f"{config.path} switches it off")
        if any(entry.rule == rule and entry.scope is None for entry in draft.suppressions):
            return replace(found, note="the draft's headers silence it")
        return found

    return draft, [traced(rule) for rule in wanted]


def rules(report: Report, options: Options = NONE) -> Mapping[str, Rule]:
    """The rules in force for the drafts of a report, by id, for formats that describe them."""
    from notelint.matching import rulebook

    options = replace(options, found={})
    packs = dict.fromkeys(choose(draft.draft.path, options).rule_paths for draft in report.drafts)
    return {name: rule for paths in packs for name, rule in rulebook.load_rules(paths).rules.items()}


def named(paths: Sequence[str], options: Options = NONE) -> list[str]:
    """The drafts under these paths, which a run over them judges."""
    return _walk(paths, options)[0]


def _walk(paths: Sequence[str], options: Options) -> tuple[list[str], list[Failure]]:
    """The drafts under the paths; a folder's own config says what to leave out.

    An interview file that is named beside drafts, as `*` names it, is read where it counts.
    """
    from notelint.drafts import interview
    from notelint.drafts.walk import find

    found: list[str] = []
    failures: list[Failure] = []
    shared = [path for path in paths if interview.is_interview(path)]
    for path in (path for path in paths if path not in shared):
        try:
            names, unfound = find([path], choose(path, options).exclude)
        except NotelintError as problem:
            names, unfound = find([path], ())
            failures.append(_failure(problem, path))
        found += names
        failures += unfound
    if not found and not failures:
        failures += [Failure(path, NO_DRAFT) for path in shared]
    return find(found, ())[0], failures


def _refuse_unknown(rules: Iterable[str], names: Iterable[str], options: Options) -> None:
    """Raise UsageError for a rule that none of the drafts' catalogues has; a broken catalogue is not yet an error."""
    wanted = sorted(rules)
    if not wanted:
        return
    from notelint.matching import rulebook

    ids: set[str] = set()
    for name in names:
        try:
            ids.update(rulebook.catalogue(choose(options.stdin_filename if name == "-" else name, options)).rules)
        except NotelintError:
            continue
    for rule in wanted:
        if ids and rule not in ids:
            raise UsageError(rulebook.unknown(rule, ids))


def _failure(problem: NotelintError, name: str) -> Failure:
    return Failure(problem.path or name, problem.message, problem.line, problem.column)
