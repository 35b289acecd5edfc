"""What each command does; the parts that are heavy to import are imported when a command needs them."""

from __future__ import annotations

import json
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
from notelint.reporters.style import Style
from notelint.start import hurried
from notelint.types import DraftKind, FailOn, Report, Rule
from notelint.ui import terminal
from notelint.ui.kept import Kept

_NOT_KEPT = Kept()


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
    jobs: int = 1,
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
        jobs=jobs,
    )


def check(
    paths: Sequence[str], chosen: pipeline.Options, show: Show, commands: Sequence[str], kept: Kept = _NOT_KEPT
) -> int:
    """Check drafts, show the report, and return the exit status.

    Args:
        paths: as the user named them.
        chosen: the options of the run.
        show: how to show the report.
        commands: names of the commands, to offer one when a path looks like it.
        kept: what becomes of the report after it was shown.
    """
    with hurried():
        report = pipeline.check(paths, chosen, terminal.progress)
    _show(report, show)
    for failure in report.errors:
        message = failure.message + _hint(failure.path, paths, commands)
        terminal.complain(message, failure.path, failure.line, failure.column)
    if report.errors:
        return 2
    status = int(any(draft.fails for draft in report.drafts))
    kept.keep(status, report, chosen)
    return status


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
    from notelint.matching import rulebook

    catalogue = rulebook.catalogue(pipeline.choose("", options(config=config)))
    if form == "json":
        terminal.write_json(listing.render_json(catalogue))
    else:
        terminal.write(listing.render(catalogue, terminal.style()))
    return 0


def explain(rules: Sequence[str], draft: str | None, kind: DraftKind | None, config: str | None, color: str) -> int:
    """Show the pages of rules, or their way to a verdict on a draft."""
    from notelint.matching import rulebook

    chosen, style = options(kind=kind, config=config), terminal.style(color)
    catalogue = rulebook.catalogue(pipeline.choose(draft or "", chosen))
    for rule in rules:
        if rule not in catalogue.rules:
            raise UsageError(rulebook.unknown(rule, catalogue.rules))
    pages = [_page(catalogue.rules[rule], draft, chosen, style) for rule in rules]
    terminal.write("\n\n".join(pages))
    return 0


def _page(rule: Rule, draft: str | None, chosen: pipeline.Options, style: Style) -> str:
    if draft is None:
        from notelint.catalogue.measured import figures

        return page.render(rule, style, figures().get(rule.id))
    from notelint.reporters import trace

    return trace.render(*pipeline.trace(rule.id, draft, chosen), style)


def zones(draft: str, stdin_filename: str | None = None) -> int:
    """Show how a draft is divided."""
    terminal.write(division.render(pipeline.read(draft, options(stdin_filename=stdin_filename)), terminal.style()))
    return 0


def body(draft: str, stdin_filename: str | None = None) -> int:
    """Print what of a draft is to be sent."""
    from notelint.drafts.body import body as sent

    terminal.write(sent(pipeline.read(draft, options(stdin_filename=stdin_filename))))
    return 0


def schema() -> int:
    """Print the JSON Schema of a rule file."""
    from notelint.catalogue.schema import json_schema

    terminal.write_json(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0
