"""What each command does; the parts that are heavy to import are imported when a command needs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import cast

from notelint import pipeline
from notelint.errors import UsageError
from notelint.reporters import catalogue as listing
from notelint.reporters import concise, text
from notelint.reporters import explain as page
from notelint.reporters import json as document
from notelint.reporters import zones as division
from notelint.types import DraftKind, FailOn, Report
from notelint.ui import terminal


@dataclass(frozen=True, slots=True)
class Show:
    """How a report is shown: format, colour, and how much of it."""

    form: str = "text"
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False
    statistics: bool = False


def options(
    *,
    kind: DraftKind | None = None,
    select: Iterable[tuple[str, ...]] = (),
    ignore: Iterable[tuple[str, ...]] = (),
    fail_on: str | None = None,
    config: str | None = None,
    stdin_filename: str | None = None,
    now: datetime | None = None,
) -> pipeline.Options:
    """The options of a run from those of the command line."""
    return pipeline.Options(
        kind=kind,
        select=frozenset(rule for rules in select for rule in rules),
        ignore=frozenset(rule for rules in ignore for rule in rules),
        fail_on=cast(FailOn | None, fail_on),
        config=config,
        stdin_filename=stdin_filename or "-",
        now=now,
    )


def check(paths: Sequence[str], chosen: pipeline.Options, show: Show, commands: Sequence[str]) -> int:
    """Check drafts, show the report, and return the exit status.

    Args:
        paths: as the user named them.
        chosen: the options of the run.
        show: how to show the report.
        commands: names of the commands, to offer one when a path looks like it.
    """
    report = pipeline.check(paths, chosen, terminal.progress)
    _show(report, show)
    for failure in report.errors:
        terminal.complain(f"{failure.path}: {failure.message}{_hint(failure.path, paths, commands)}")
    if report.errors:
        return 2
    return int(any(draft.fails for draft in report.drafts))


def _show(report: Report, show: Show) -> None:
    style = terminal.style(show.color)
    if show.form == "json":
        terminal.write_json(document.render(report))
    elif show.form == "concise":
        terminal.write(concise.render(report, style, counts=show.statistics))
    else:
        shown = text.render(report, style, quiet=show.quiet, verbose=show.verbose, counts=show.statistics)
        terminal.write(shown)


def _hint(path: str, paths: Sequence[str], commands: Sequence[str]) -> str:
    """A command with nearly this name, when a path on the command line that does not exist looks like one."""
    near = get_close_matches(path, commands, 1, 0.75)
    return f"; the command is `{near[0]}`" if near and path in paths and not Path(path).exists() else ""


def rules(form: str, config: str | None) -> int:
    """List the rules in force in this folder."""
    catalogue = pipeline.catalogue(pipeline.choose("", options(config=config)))
    if form == "json":
        terminal.write_json(listing.render_json(catalogue))
    else:
        terminal.write(listing.render(catalogue, terminal.style()))
    return 0


def explain(rule: str, draft: str | None, kind: DraftKind | None, config: str | None, color: str) -> int:
    """Show the page of a rule, or its way to a verdict on a draft."""
    chosen = options(kind=kind, config=config)
    catalogue = pipeline.catalogue(pipeline.choose(draft or "", chosen))
    pipeline.known([rule], catalogue)
    style = terminal.style(color)
    if draft is None:
        terminal.write(page.render(catalogue.rules[rule], style))
    else:
        from notelint.reporters import trace as path_of  # noqa: PLC0415 - needs the matcher

        terminal.write(path_of.render(*pipeline.trace(rule, draft, chosen), style))
    return 0


def zones(draft: str) -> int:
    """Show how a draft is divided."""
    terminal.write(division.render(pipeline.read(draft, options()), terminal.style()))
    return 0


def body(draft: str) -> int:
    """Print what of a draft is to be sent."""
    from notelint.drafts.body import body as sent  # noqa: PLC0415 - reads YAML

    terminal.write(sent(pipeline.read(draft, options())))
    return 0
