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
from notelint.reporters.positions import Encoding
from notelint.types import DraftKind
from notelint.ui import commands, completion, fixes, kept, known, selftest, terminal
from notelint.ui.arguments import COLORS, ENCODING, FILE, FORMAT, KIND, MOMENT, RULES, SCHEMAS, THRESHOLDS
from notelint.ui.group import DefaultGroup
from notelint.ui.outputs import OUTPUT, Output
from notelint.ui.show import Show

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_STDIN = click.option(
    "--stdin-filename", metavar="NAME", type=FILE, help="The name for what comes from standard input."
)
_VERSION = click.version_option(__version__, message="%(prog)s %(version)s", prog_name="notelint")


@click.group(cls=DefaultGroup, context_settings=_CONTEXT)
@_VERSION
def cli() -> None:
    """Check what you are about to send after a job interview.

    PATH is a draft (.txt, .md, .eml or .docx), a folder of drafts, or - for standard input. Exit status: 0 no
    errors or warnings, 1 at least one, 2 notelint could not do what was asked.
    """


@cli.command()
@click.argument("paths", metavar="PATH…", nargs=-1, type=FILE)
@click.option("--format", "form", type=FORMAT, default="text", help="How to report (default: text).")
@click.option("--output", metavar="FILE", type=OUTPUT, multiple=True, help="Also report to FILE, or FORMAT=FILE.")
@click.option("--position-encoding", type=ENCODING, help="What columns and offsets count, in JSON and concise.")
@click.option("--redact", is_flag=True, help="Put placeholders for names, companies, addresses and numbers.")
@click.option("--kind", type=KIND, help="What the drafts are; else the header or the words say it.")
@click.option("--select", metavar="RULE", type=RULES, multiple=True, help="Run only these rules: ids with commas.")
@click.option("--ignore", metavar="RULE", type=RULES, multiple=True, help="Leave these rules out: ids with commas.")
@click.option("--fail-on", type=click.Choice(THRESHOLDS), help="The mildest violation that gives status 1.")
@click.option("--config", metavar="FILE", type=FILE, help="Settings, instead of the nearest .notelint.yml.")
@_STDIN
@click.option("--now", metavar="TIME", type=MOMENT, help="Take this for the present moment (2026-11-25T14:30).")
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Judge in N processes (default: as many as help).")
@click.option("--color", type=click.Choice(COLORS), default="auto", help="Colour (default: on a terminal).")
@click.option("-q", "--quiet", is_flag=True, help="Only the violations.")
@click.option("-v", "--verbose", is_flag=True, help="Also all suggestions, suppressions, and what could not run.")
@click.option("--statistics", is_flag=True, help="Also how often each rule spoke.")
@click.option("--fix", is_flag=True, help="Make the fixes that are safe, then report what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also rewrite sentences as suggested.")
@click.option("--baseline", metavar="FILE", type=FILE, help="Leave out the violations that stand in this file.")
@click.option(
    "--write-baseline", metavar="[FILE.json]", type=FILE, is_flag=False, flag_value="",
    help="Write today's violations into a baseline.",
)  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Judge anew, and keep nothing for the next run.")
@_VERSION
def check(
    *,
    paths: tuple[str, ...],
    form: str,
    output: tuple[Output, ...],
    position_encoding: Encoding | None,
    redact: bool,
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
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    baseline: str | None,
    write_baseline: str | None,
    no_cache: bool,
) -> int:
    """Check drafts (this is what happens without a command)."""
    paths, write_baseline = known.split(paths, write_baseline)
    if not paths:
        raise click.UsageError("name a draft or a folder of drafts, or - for standard input")
    chosen = commands.options(
        kind=kind, select=select, ignore=ignore, fail_on=fail_on, config=config, stdin_filename=stdin_filename, now=now,
        baseline=baseline, jobs=jobs or 0,
    )  # fmt: skip
    show = Show(form, color, quiet, verbose, statistics, output, position_encoding, redact)
    if write_baseline is not None:
        show.refuse("--write-baseline", "takes violations down, and reports none")
        return known.write(paths, chosen, write_baseline, fixes=fix or diff or unsafe_fixes)
    if fix or diff or unsafe_fixes:
        return fixes.fix(paths, chosen, show, list(cli.commands), fixes.Wanted(fix, diff, unsafe_fixes))
    watch = kept.watch(click.get_current_context(), no_cache)
    return commands.check(paths, chosen, show, list(cli.commands), watch)


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
@click.option("--mutate", is_flag=True, help="Change each example a little, and say which verdicts change.")
@click.option("--watch", is_flag=True, help="Keep running, and test again whenever a file is saved.")
def test(path: str | None, config: str | None, *, mutate: bool, watch: bool) -> int:
    """Run the rules' own examples, all or those at PATH."""
    chosen = commands.options(config=config)
    return selftest.watch(path, chosen, mutate=mutate) if watch else selftest.test(path, chosen, mutate=mutate)


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
@click.option("--pack", metavar="NAME", help="Instead, a rule pack of this name, in a folder of its own.")
def init(folder: str, pack: str | None) -> int:
    """Lay settings, an interview file and a hook into FOLDER (default: this one).

    What is there already is left as it is.
    """
    from notelint.ui import init as begin
    from notelint.ui import own_rules

    return begin.init(folder) if pack is None else own_rules.init_pack(folder, pack)


@cli.command("new-rule")
@click.argument("rule", metavar="ID")
@click.option("--require", is_flag=True, help="A rule about something that a draft must have.")
@click.option("--config", metavar="FILE", type=FILE, help="Settings, instead of the nearest .notelint.yml.")
def new_rule(rule: str, *, require: bool, config: str | None) -> int:
    """Write the skeleton of a rule into the nearest folder of rules."""
    from notelint.ui import own_rules

    return own_rules.new_rule(rule, commands.options(config=config), require=require)


@cli.command()
@click.argument("kind", type=KIND)
@click.argument("file", type=FILE, default="-")
@click.option("--to", default="", metavar="NAME", help="Who reads it, as you address them.")
@click.option("--company", default="", metavar="NAME", help="Where you applied.")
@click.option("--position", default="", metavar="JOB", help="What for.")
@click.option("--interview", type=MOMENT, metavar="DAY", help="When you talked (2026-11-24).")
@click.option("--topic", default="", metavar="THING", help="Something you talked about.")
@click.option("--promise", default="", metavar="THING", help="What you promised to send them.")
def new(kind: DraftKind, file: str, interview: datetime | None, **told: str) -> int:
    """Write a first draft into FILE (default: standard output), with slots for what only you know.

    On a terminal it asks for what no option says. A FILE that is there is left as it is.
    """
    from notelint.ui.new import new as begin
    from notelint.ui.skeleton import Answers

    said = {key: " ".join(value.split()) for key, value in told.items()}
    return begin(Answers(kind, **said, interview=interview.date() if interview else None), file)


@cli.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Where (default: any that is free).")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--config", metavar="FILE", type=FILE, help="Settings, instead of the nearest .notelint.yml.")
def serve(port: int, *, no_browser: bool, config: str | None) -> int:
    """Open a page in the browser in which to write a letter and see what to fix.

    Only this computer can open it, and letters are kept nowhere.
    """
    from notelint.ui.page.serve import serve as run_page

    return run_page(port, browser=not no_browser, options=commands.options(config=config))


@cli.command()
@click.argument("what", type=click.Choice(SCHEMAS), default="rule")
def schema(what: str) -> int:
    """Print the JSON Schema of a rule file, or of the JSON report."""
    return commands.schema(what)


@cli.command()
@click.option("--kind", type=KIND, help="What the drafts are; else the header or the words say it.")
@click.option("--select", metavar="RULE", type=RULES, multiple=True, help="Run only these rules: ids with commas.")
@click.option("--ignore", metavar="RULE", type=RULES, multiple=True, help="Leave these rules out: ids with commas.")
@click.option("--config", metavar="FILE", type=FILE, help="Settings, instead of the nearest .notelint.yml.")
@click.option("--stdio", is_flag=True, help="Speak on standard input and output; some editors say it, it is always so.")
def lsp(
    *,
    kind: DraftKind | None,
    select: Sequence[tuple[str, ...]],
    ignore: Sequence[tuple[str, ...]],
    config: str | None,
    stdio: bool,
) -> int:
    """Serve an editor: violations while you write, fixes, rewrites (the editor starts this)."""
    del stdio
    return commands.lsp(commands.options(kind=kind, select=select, ignore=ignore, config=config))


@cli.command()
@click.argument("action", type=click.Choice(("info", "clear")))
def cache(action: str) -> int:
    """Show what is kept between two runs, or clear it."""
    return kept.clear() if action == "clear" else kept.info()


@cli.command("completion")
@click.argument("shell", type=click.Choice(completion.SHELLS))
def complete(shell: str) -> int:
    """Print the completion script for a SHELL.

    For bash or zsh: eval "$(notelint completion bash)" (or zsh) in ~/.bashrc or ~/.zshrc; for fish:
    notelint completion fish | source in ~/.config/fish/config.fish.
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
        return commands.INTERRUPTED
    except OSError as problem:
        terminal.silence(sys.stdout)
        terminal.complain(*terminal.reason(problem))
        return 2
    return int(status or 0)
