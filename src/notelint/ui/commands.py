"""What each command does; the parts that are heavy to import are imported when a command needs them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from notelint import files, pipeline, store
from notelint.config import NAME as CONFIG
from notelint.drafts.interview import NAME as INTERVIEW
from notelint.errors import UsageError
from notelint.reporters import catalogue as listing
from notelint.reporters import explain as page
from notelint.reporters import fixes as mending
from notelint.reporters import zones as division
from notelint.reporters.style import Style, listed
from notelint.reporters.table import FORMATS, Manner
from notelint.start import hurried
from notelint.types import DraftKind, DraftReport, FailOn, Report, Rule
from notelint.ui import outputs, terminal
from notelint.ui.kept import Kept
from notelint.ui.screen import Screen
from notelint.ui.show import Show

INTERRUPTED = 130
_NOT_KEPT = Kept()


def options(
    *,
    kind: DraftKind | None = None,
    select: Iterable[tuple[str, ...]] = (),
    ignore: Iterable[tuple[str, ...]] = (),
    fail_on: str | None = None,
    config: str | None = None,
    stdin_filename: str | None = None,
    now: datetime | None = None,
    baseline: str | None = None,
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
        baseline=baseline,
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
    refuse(show, paths)
    store.briefly()
    progress, hurry = terminal.Progress(), ExitStack()
    hurry.enter_context(hurried())
    whole = show.redact or FORMATS[show.form].described
    screen = Screen(
        show.form,
        show.manner(),
        whole=whole,
        model=lambda draft: pipeline.model(draft.draft.path, chosen),
        progress=progress,
    )

    def seen(report: DraftReport) -> None:
        hurry.close()  # the start is over; from now on garbage is looked for
        screen.draft(report)

    with hurry:
        try:
            report = pipeline.check(paths, chosen, progress, seen=seen)
        except pipeline.Interrupted as stop:
            report = stop.report
    return conclude(report, chosen, show, paths, commands, kept=kept, screen=screen)


def conclude(
    report: Report,
    chosen: pipeline.Options,
    show: Show,
    paths: Sequence[str],
    commands: Sequence[str],
    *,
    kept: Kept = _NOT_KEPT,
    screen: Screen | None = None,
) -> int:
    """Show a report, say what went wrong, and return the exit status.

    The arguments are those of `check`, and what part of the report is on standard output already.
    """
    written = _show(report, show, chosen, screen or Screen(show.form, show.manner(), whole=True), paths)
    for line in mending.stale(report, Style()) if show.form not in {"text", "json"} else ():
        terminal.complain(line)
    for failure in report.errors:
        message = failure.message + _hint(failure.path, paths, commands)
        terminal.complain(message, failure.path, failure.line, failure.column)
    if report.unjudged:
        whole = len(report.drafts) + len({failure.path for failure in report.errors}) + report.unjudged
        terminal.complain(f"interrupted: {report.unjudged} of {whole} drafts were not judged")
        return INTERRUPTED
    if report.errors or not written:
        return 2
    status = int(any(draft.fails for draft in report.drafts))
    kept.keep(status, report, chosen)
    return status


def refuse(show: Show, paths: Sequence[str]) -> None:
    """Raise UsageError for what the formats that are asked for cannot do, and for a report in a draft's place."""
    if show.encoding and not any(FORMATS[form].units for form in show.forms):
        able = listed([name for name, form in FORMATS.items() if form.units], "or")
        raise UsageError(f"--position-encoding is for {able}; {show.form} counts in its own way")
    pointing = next((form for form in show.forms if FORMATS[form].points), None)
    if show.redact and pointing:
        raise UsageError(f"--redact cannot be kept by {pointing}, which points into the files; take html, json or text")
    twice = outputs.twice(show.outputs)
    if twice:
        raise UsageError(f"two outputs go to {twice}; name another file")
    ground = next((output for output in show.outputs if Path(output.path).name in {CONFIG, INTERVIEW}), None)
    if ground:
        raise UsageError("this is a file of settings; name another file for the report", path=ground.path)
    over = outputs.over(show.outputs, (path for path in paths if not files.is_folder(path)))
    if over:
        raise UsageError(outputs.DRAFT, path=over.path)


def _show(report: Report, show: Show, chosen: pipeline.Options, screen: Screen, paths: Sequence[str]) -> bool:
    """Show the report, then write it to its files; whether all of them could be written."""
    described = any(FORMATS[form].described for form in show.forms)
    rules = pipeline.rules(report, chosen) if described else {}
    manner = replace(show.manner(), rules=rules, model=report.model)
    named = report.drafts if show.outputs else ()  # to go through many takes seconds
    drafts = [draft.draft.path for draft in named] + [failure.path for failure in report.errors]
    if show.outputs and report.unjudged:
        drafts += pipeline.named(paths, chosen)
    if show.redact:
        from notelint.reporters.redact import redacted

        report = redacted(report)
    screen.end(report, manner)
    manner = replace(manner, style=Style())
    unwritten = [output for output in show.outputs if not _written(report, manner, output, drafts)]
    return not unwritten


def _written(report: Report, manner: Manner, output: outputs.Output, drafts: Sequence[str]) -> bool:
    """Write the report into a file, unless it is one of the drafts; whether it was written."""
    text = FORMATS[output.form].render(report, manner)
    if outputs.over([output], drafts):
        terminal.complain(outputs.DRAFT, output.path)
        return False
    try:
        outputs.write(output.path, text.encode("utf-8", "backslashreplace"))
    except OSError as problem:
        terminal.complain(f"the report cannot be written here: {problem.strerror}", output.path)
        return False
    return True


def _hint(path: str, paths: Sequence[str], commands: Sequence[str]) -> str:
    """A command with nearly this name, when a path on the command line that does not exist looks like one."""
    near = get_close_matches(path, commands, 1, 0.75)
    return f"; the command is `{near[0]}`" if near and path in paths and not files.exists(path) else ""


def rules(form: str, config: str | None) -> int:
    """List the rules in force in this folder."""
    from notelint.matching import rulebook

    settings = pipeline.choose("", options(config=config))
    catalogue = rulebook.catalogue(settings)
    if form == "json":
        terminal.write_json(listing.render_json(catalogue, settings))
    else:
        terminal.write(listing.render(catalogue, terminal.style(), settings))
    return 0


def explain(rules: Sequence[str], draft: str | None, kind: DraftKind | None, config: str | None, color: str) -> int:
    """Show the pages of rules, or their way to a verdict on a draft."""
    from notelint.matching import rulebook

    chosen, style = options(kind=kind, config=config), terminal.style(color)
    catalogue = rulebook.catalogue(pipeline.choose(draft or "", chosen))
    for rule in rules:
        if rule not in catalogue.rules:
            raise UsageError(rulebook.unknown(rule, catalogue.rules))
    pages = _pages([catalogue.rules[rule] for rule in rules], draft, chosen, style)
    terminal.write("\n\n".join(pages))
    return 0


def _pages(rules: Sequence[Rule], draft: str | None, chosen: pipeline.Options, style: Style) -> list[str]:
    if draft is None:
        from notelint.catalogue import measured

        figures = measured.of(rules)
        return [page.render(rule, style, figures.get(rule.id)) for rule in rules]
    from notelint.reporters import trace

    read, traces = pipeline.trace([rule.id for rule in rules], draft, chosen)
    return [trace.render(read, each, style) for each in traces]


def zones(draft: str, stdin_filename: str | None = None) -> int:
    """Show how a draft is divided."""
    terminal.write(division.render(pipeline.read(draft, options(stdin_filename=stdin_filename)), terminal.style()))
    return 0


def body(draft: str, stdin_filename: str | None = None) -> int:
    """Print what of a draft is to be sent."""
    from notelint.drafts.body import body as sent

    terminal.write(sent(pipeline.read(draft, options(stdin_filename=stdin_filename))))
    return 0


def schema(what: str = "rule") -> int:
    """Print the JSON Schema of a rule file, or of the report."""
    if what == "report":
        from notelint.reporters.json import schema as report_schema

        terminal.write_json(report_schema())
        return 0
    from notelint.catalogue.schema import json_schema

    terminal.write_json(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0


def lsp(chosen: pipeline.Options) -> int:
    """Serve an editor until it goes.

    Raises:
        UsageError: what the server is built on is not installed.
    """
    try:
        from notelint.ui.lsp.server import serve
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("notelint"):
            raise
        raise UsageError("the language server needs an extra: `pip install 'notelint[lsp]'` installs it") from None
    return serve(chosen)
