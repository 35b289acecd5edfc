"""notelint for Python programs: the functions and their arguments that stay as they are (docs/library.md).

Nothing is printed and nothing is kept but the rules and the language model, once in a process. `import notelint` brings
these names without importing what they need.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from msgspec.structs import replace

from notelint import pipeline
from notelint.errors import DraftError, NotelintError, RuleError, UsageError
from notelint.types import KINDS, SEVERITIES, Draft, DraftKind, DraftReport, FailOn, Failure, KindFinding, Report, Rule
from notelint.ui import given
from notelint.ui.given import HeaderValue

Names = str | Iterable[str]
Settings = str | os.PathLike[str] | Mapping[str, object]

_FAIL_ON = (*SEVERITIES, "never")


def check_text(
    text: str,
    *,
    path: str | os.PathLike[str] = "draft.txt",
    kind: DraftKind | None = None,
    headers: Mapping[str, HeaderValue] | None = None,
    config: Settings | None = None,
    now: datetime | None = None,
    select: Names = (),
    ignore: Names = (),
    fail_on: FailOn | None = None,
    alone: bool = False,
) -> DraftReport:
    """Judge one draft.

    Args:
        text: the draft, with or without headers of its own.
        path: the name under which it is judged, as if it lay there: the suffix says the format, and settings, interview
            file and other drafts around it count, unless `alone`.
        kind: what it is; None: its header or its words say it.
        headers: what it does not say itself, by the keys of front matter.
        config: a file of settings, or the settings themselves; None: the nearest `.notelint.yml`.
        now: the present moment; None: what the clock says.
        select: the only rules to run, by id; empty: all.
        ignore: rules to leave out.
        fail_on: from which severity on `report.fails` is true.
        alone: look at nothing around the draft.

    Returns:
        The report. All spans are offsets into `text`, in code points, half-open.

    Raises:
        NotelintError: the draft, the settings or a rule is broken; `message`, `path`, `line` and `column` say where.
    """
    name = _named(path)
    if name == "-":
        raise UsageError("`-` is standard input, which has no text here; give the draft a name")
    chosen = options(kind=kind, select=select, ignore=ignore, fail_on=fail_on, config=config, now=now, alone=alone)
    reports, errors = judge_texts([(name, text, headers or {})], chosen)
    if name in reports:
        return reports[name]
    raise _raised(errors[0], name)


def check_path(path: str | os.PathLike[str], **options: Any) -> Report:
    """Judge a draft, or all drafts in a folder: `check_paths` of one path.

    Raises:
        UsageError: a rule, kind or severity is named that does not exist.
    """
    return check_paths([path], **options)


def check_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    kind: DraftKind | None = None,
    config: Settings | None = None,
    now: datetime | None = None,
    select: Names = (),
    ignore: Names = (),
    fail_on: FailOn | None = None,
    alone: bool = False,
) -> Report:
    """Judge files and folders as the command does; arguments as in `check_text`.

    Returns:
        The report, drafts in the order of path; what could not be judged stands in its `errors`.

    Raises:
        UsageError: a rule, kind or severity is named that does not exist.
    """
    chosen = options(kind=kind, select=select, ignore=ignore, fail_on=fail_on, config=config, now=now, alone=alone)
    return pipeline.check([_named(path) for path in _listed(paths)], chosen)


def lint_batch(
    texts: Sequence[str],
    metadata: Sequence[Mapping[str, Any] | None] | None = None,
    *,
    config: Settings | None = None,
    now: datetime | None = None,
    select: Names = (),
    ignore: Names = (),
) -> list[dict[str, Any]]:
    """Judge many drafts, each by itself: strings in, plain dicts out, so that it runs in any worker process.

    Args:
        texts: the drafts.
        metadata: for each its headers, and under `path` a name; None for none.
        config: a file of settings, or the settings themselves; None: none.
        now: the present moment; None: what the clock says.
        select: the only rules to run.
        ignore: rules to leave out.

    Returns:
        For each text, in order, what the JSON report says of a draft, and `error`: None, or why it was not judged.

    Raises:
        NotelintError: the settings or a rule is broken, or there are not as many `metadata` as texts.
    """
    if isinstance(texts, (str, bytes)):
        raise UsageError("`texts` is a list of drafts; a single one is for `check_text`")
    about = [_headers(one) for one in (metadata if metadata is not None else [None] * len(texts))]
    if len(about) != len(texts):
        raise UsageError(f"there are {len(texts)} texts, but metadata of {len(about)}; give each text one")
    names = [_named(one.pop("path", "draft.txt")) for one in about]
    unique = [f"{number}/{Path(name).name}" for number, name in enumerate(names)]
    chosen = options(select=select, ignore=ignore, config=config, now=now, alone=True)
    reports, errors = judge_texts(list(zip(unique, texts, about, strict=True)), chosen)
    failed = {failure.path: failure for failure in errors}
    strange = next((failure for failure in errors if failure.path not in unique), None)
    if strange:
        raise _raised(strange, "")
    return [_plain(reports.get(key), failed.get(key), name) for key, name in zip(unique, names, strict=True)]


def load_rules(rule_paths: Iterable[str | os.PathLike[str]] = (), *, config: Settings | None = None) -> Sequence[Rule]:
    """The rules in force, in the order of their ids.

    Args:
        rule_paths: folders of further rules.
        config: settings, of which `rule_paths` counts too.

    Raises:
        RuleError: a rule is broken.
        ConfigError: the settings are broken, or name a rule that does not exist.
    """
    from notelint.config import DEFAULT
    from notelint.matching import rulebook

    settings = _config(config)
    found = pipeline.choose("", pipeline.Options(config=settings)) if settings is not None else DEFAULT
    folders = tuple(map(_folder, _listed(rule_paths)))
    catalogue = rulebook.catalogue(replace(found, rule_paths=(*found.rule_paths, *folders)))
    return tuple(catalogue.rules.values())


def to_dict(report: Report | DraftReport) -> dict[str, Any]:
    """The report as the JSON contract has it (docs/json.md): of a whole run, or of one draft."""
    import json

    from notelint.reporters import json as document

    if isinstance(report, DraftReport):
        drafts: list[dict[str, Any]] = json.loads(document.render(Report((report,))))["drafts"]
        return drafts[0]
    return cast(dict[str, Any], json.loads(document.render(report)))


def judge_texts(
    drafts: Sequence[tuple[str, str, Mapping[str, HeaderValue]]], options: pipeline.Options
) -> tuple[dict[str, DraftReport], list[Failure]]:
    """Judge texts with headers, each under a name of its own.

    Args:
        drafts: name, text and headers of each.
        options: of the run.

    Returns:
        By name, the report with spans into the text; and what could not be judged.
    """
    errors: list[Failure] = []
    written: dict[str, given.Given] = {}
    for name, text, headers in drafts:
        try:
            written[name] = given.write(text, headers, name)
        except NotelintError as problem:
            errors.append(Failure(problem.path or name, problem.message, problem.line, problem.column))
    report = pipeline.check(list(written), options, unsaved={name: one.data for name, one in written.items()})
    reports = {made.draft.path: given.taken_out(made, written[made.draft.path]) for made in report.drafts}
    failed = (written[error.path].placed(error) if error.path in written else error for error in report.errors)
    return reports, [*errors, *failed]


def _plain(report: DraftReport | None, failure: Failure | None, name: str) -> dict[str, Any]:
    """The dict of one draft of a batch; every key is always there."""
    if report is not None:
        return {**to_dict(replace(report, draft=replace(report.draft, path=name))), "error": None}
    unread = DraftReport(Draft(name, ""), KindFinding("unknown", "inferred"), 0, (), ())
    return {**to_dict(unread), "error": failure.message if failure else "this could not be judged"}


def options(
    *,
    kind: DraftKind | None = None,
    select: Names = (),
    ignore: Names = (),
    fail_on: FailOn | None = None,
    config: Settings | None = None,
    now: datetime | None = None,
    alone: bool = False,
) -> pipeline.Options:
    """The options of a run.

    Raises:
        UsageError: a kind or severity that does not exist, or an argument of another type; of rules `pipeline.check`
            says it.
    """
    for value, known, what in ((kind, KINDS, "kind of draft"), (fail_on, _FAIL_ON, "severity")):
        if value is not None and value not in known:
            raise UsageError(f"there is no {what} `{value}`; write {', '.join(f'`{one}`' for one in known)}")
    if now is not None and not isinstance(now, datetime):
        raise UsageError(f"`now` is a datetime, not `{now!r}`")
    return pipeline.Options(
        kind=kind,
        select=frozenset(_listed(select)),
        ignore=frozenset(_listed(ignore)),
        fail_on=fail_on,
        config=_config(config),
        now=now,
        alone=alone,
    )


def _config(config: Settings | None) -> Any:
    """A path or settings for the pipeline."""
    if isinstance(config, Mapping):
        from notelint.ui.settings import of

        return of(config)
    if config is not None and not isinstance(config, (str, os.PathLike)):
        raise UsageError(f"`config` is a file of settings or a map of them, not `{config!r}`")
    return os.fspath(config) if config is not None else None


def _headers(one: Mapping[str, Any] | None) -> dict[str, Any]:
    """The metadata of one text.

    Raises:
        UsageError: it is no map.
    """
    if one is not None and not isinstance(one, Mapping):
        raise UsageError(f"`metadata` has a map of headers for each text, or None, not `{one!r}`")
    return dict(one or {})


def _listed(names: Any) -> list[Any]:
    """One name, or several.

    Raises:
        UsageError: they are no names.
    """
    listed = [names] if isinstance(names, (str, os.PathLike)) else names
    found = list(listed) if isinstance(listed, Iterable) else [listed]
    if not all(isinstance(one, (str, os.PathLike)) for one in found):
        raise UsageError(f"`{names!r}` is no list of names")
    return found


def _folder(path: str | os.PathLike[str]) -> Path:
    try:
        return Path(path).resolve()
    except ValueError:  # a NUL in it, or half a character
        raise RuleError("there is no such folder of rules", path=os.fspath(path)) from None


def _named(path: str | os.PathLike[str]) -> str:
    name = os.fspath(path)
    if not name:
        raise UsageError("a path is empty; name a draft")
    return name


def _raised(failure: Failure, name: str) -> NotelintError:
    kind = DraftError if failure.path == name else NotelintError
    return kind(failure.message, path=failure.path, line=failure.line, column=failure.column)
