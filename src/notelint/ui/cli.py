"""The command `notelint`: it translates words into calls of the pipeline, and reports into text and an exit status.

Nothing heavy is imported here: a command imports what it uses when it runs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime

import click

from notelint import __version__
from notelint.errors import NotelintError
from notelint.types import DraftKind
from notelint.ui import commands, completion, kept, selftest, terminal
from notelint.ui.arguments import COLORS, FILE, FORMATS, KIND, MOMENT, RULES, THRESHOLDS
from notelint.ui.group import DefaultGroup

INTERRUPTED = 130
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_STDIN = click.option(
    "--stdin-filename", metavar="NAME", type=FILE, help="The name for what comes from standard input."
)
_VERSION = click.version_option(__version__, message="%(prog)s %(version)s", prog_name="notelint")


@click.group(cls=DefaultGroup, context_settings=_CONTEXT)
@_VERSION
def cli() -> None:
    """Check what you are about to send after a job interview.

    PATH is a draft (.txt, .md, .eml or .docx), a folder of drafts, or - for standard input. Exit status: 0 nothing to
    mend, 1 something to mend, 2 notelint could not do what was asked.
    """


@cli.command()
@click.argument("paths", metavar="PATH…", nargs=-1, type=FILE)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to report (default: text).")
@click.option("--kind", type=KIND, help="What the drafts are; else the header or the words say it.")
@click.option("--select", metavar="RULE", type=RULES, multiple=True, help="Run only these rules.")
@click.option("--ignore", metavar="RULE", type=RULES, multiple=True, help="Leave these rules out.")
@click.option("--fail-on", type=click.Choice(THRESHOLDS), help="The mildest finding that gives status 1.")
@click.option("--config", metavar="FILE", type=FILE, help="Settings, instead of the nearest .notelint.yml.")
@_STDIN
@click.option("--now", metavar="TIME", type=MOMENT, help="Take this for the present moment (2026-11-25T14:30).")
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Judge in N processes (default: as many as pay).")
@click.option("--color", type=click.Choice(COLORS), default="auto", help="Colour (default: on a terminal).")
@click.option("-q", "--quiet", is_flag=True, help="Only the findings.")
@click.option("-v", "--verbose", is_flag=True, help="Also what was suppressed and what could not run.")
@click.option("--statistics", is_flag=True, help="Also how often each rule spoke.")
@click.option("--no-cache", is_flag=True, help="Judge anew, and keep nothing for the next run.")
@_VERSION
def check(
    *,
    paths: tuple[str, ...],
    form: str,
    kind: DraftKind | None,
    select: Sequence[tuple[str, ...]],
    ignore: Sequence[tuple[str, ...]],
    fail_on: str | None,
    config: str | None,
    stdin_filename: str | None,
    now: datetime | None,
    jobs: int | None,
    color: str,
    quiet: bool,
    verbose: bool,
    statistics: bool,
    no_cache: bool,
) -> int:
    """Check drafts (this is what happens without a command)."""
    if not paths:
        raise click.UsageError("name a draft or a folder of drafts, or - for standard input")
    chosen = commands.options(
        kind=kind,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        config=config,
        stdin_filename=stdin_filename,
        now=now,
        jobs=jobs or 0,
    )
    show = commands.Show(form, color, quiet, verbose, statistics)
    return commands.check(paths, chosen, show, list(cli.commands), kept.watch(click.get_current_context(), no_cache))


@cli.command()
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to list them.")
@click.option("--config", metavar="FILE", type=FILE, help="Settings, instead of the nearest .notelint.yml.")
def rules(form: str, config: str | None) -> int:
    """List the rules: id, severity, what each is about."""
    return commands.rules(form, config)


@cli.command()
@click.argument("rule", type=RULES)
@click.argument("draft", type=FILE, required=False)
@click.option("--kind", type=KIND, help="What the draft is.")
@click.option("--config", metavar="FILE", type=FILE, help="Settings, instead of the nearest .notelint.yml.")
@click.option("--color", type=click.Choice(COLORS), default="auto", help="Colour (default: on a terminal).")
def explain(rule: tuple[str, ...], draft: str | None, kind: DraftKind | None, config: str | None, color: str) -> int:
    """Show the page of RULE, or its way to a verdict on DRAFT."""
    return commands.explain(rule, draft, kind, config, color)


@cli.command()
@click.argument("path", type=FILE, required=False)
@click.option("--config", metavar="FILE", type=FILE, help="Settings, instead of the nearest .notelint.yml.")
def test(path: str | None, config: str | None) -> int:
    """Run the rules' own examples, all or those at PATH."""
    return selftest.test(path, commands.options(config=config))


@cli.command()
@click.argument("draft", type=FILE)
@_STDIN
def zones(draft: str, stdin_filename: str | None) -> int:
    """Show how DRAFT is divided: greeting, body, closing and so on."""
    return commands.zones(draft, stdin_filename)


@cli.command()
@click.argument("draft", type=FILE)
@_STDIN
def body(draft: str, stdin_filename: str | None) -> int:
    """Print exactly what of DRAFT is to be sent."""
    return commands.body(draft, stdin_filename)


@cli.command()
@click.argument("folder", type=FILE, default=".")
def init(folder: str) -> int:
    """Lay settings, an interview file and a hook into FOLDER (default: this one).

    What is there already is left as it is.
    """
    from notelint.ui.init import init as begin

    return begin(folder)


@cli.command()
def schema() -> int:
    """Print the JSON Schema of a rule file."""
    return commands.schema()


@cli.command()
@click.argument("action", type=click.Choice(("info", "clear")))
def cache(action: str) -> int:
    """Show what is kept between two runs, or clear it."""
    return kept.clear() if action == "clear" else kept.info()


@cli.command("completion")
@click.argument("shell", type=click.Choice(completion.SHELLS))
def complete(shell: str) -> int:
    """Print the completion script for a SHELL.

    For bash: eval "$(notelint completion bash)" in ~/.bashrc.
    """
    terminal.write(completion.script(cli, shell))
    return 0


def run(args: Sequence[str]) -> int:
    """Run the command with these arguments and return its exit status; failures are one line on standard error."""
    try:
        status = cli.main(
            list(args),
            prog_name="notelint",
            complete_var=completion.VARIABLE,
            standalone_mode=False,
            obj=tuple(args),
        )
    except NotelintError as problem:
        terminal.complain(problem.message, problem.path, problem.line, problem.column)
        return problem.exit_code
    except click.ClickException as problem:
        terminal.complain(problem.format_message())
        return 2
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except OSError as problem:
        terminal.silence(sys.stdout)
        terminal.complain(f"the output cannot be written: {problem.strerror}")
        return 2
    return int(status or 0)
