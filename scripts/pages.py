"""Make the generated pages of docs/ anew: from the rules, from what was measured of them, from the command's own help.

    python scripts/pages.py

Writes docs/rules/, docs/command-line.md, and the table between the marks in docs/judgement.md.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click

from notelint.catalogue.load import load
from notelint.catalogue.measured import figures
from notelint.reporters.explain import SECTIONS, markdown, severities
from notelint.types import Measured, Rule
from notelint.ui.cli import cli
from notelint.ui.group import DEFAULT

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LOG = ROOT / "corpus" / "measured.md"
CATEGORIES = {
    "content": "What the letter must contain",
    "tone": "What it must not contain",
    "agreement": "What it must agree with: headers, dates, other drafts",
    "reading": "How it reads",
    "draft": "The draft itself",
}
WHAT = {"content": "what it asks for"}
BEGIN, END = "<!-- made by scripts/pages.py -->", "<!-- end -->"
_RUN = re.compile(
    r"^## (?P<day>\S+) [^\n]+\n\nAuthors: (?P<authors>[^\n]+)\n"
    r".*?^all rules(?: +\d+){4} +(?P<precision>\S+) +(?P<recall>\S+)$"
    r".*?^cross-alarms: .*?, (?P<cross>\S+) in 1,000$"
    r".*?; (?P<clean>\d+ of \d+) faultless ones clean, (?P<alarms>\S+) false alarms each$",
    re.MULTILINE | re.DOTALL,
)


def pages() -> dict[str, str]:
    """All generated pages, by their path in docs/."""
    return {**rule_pages(), "command-line.md": command_line(), "judgement.md": judgement()}


def rule_pages() -> dict[str, str]:
    """A page for each rule, and the list of all."""
    rules, measured = load().rules, figures()
    made = {"rules/README.md": overview(list(rules.values()), measured)}
    for rule in rules.values():
        made[f"rules/{rule.id}.md"] = markdown(rule, measured.get(rule.id))
    return made


def overview(rules: list[Rule], measured: dict[str, Measured]) -> str:
    """All rules, by category, with what was measured on authors whom nobody tuned them on."""
    lines = [
        "# The rules",
        "",
        "`notelint explain RULE` prints the page of a rule. **Precision**: of the drafts in which it speaks, those in",
        "which it should; **recall**: of those in which it should, those in which it does. Both were measured on",
        "sentences by authors whom nobody tuned the rule on ([how](../judgement.md)). Rules that compute or compare (a",
        "weekday, a name, a number of words) are proved by their examples alone and show no figures.",
        "",
        "The rules are taken from a chapter on communication after the interview, and each names its sections: "
        + "; ".join(f"§{number} {what}" for number, what in SECTIONS.items())
        + ". Some go beyond it.",
    ]
    assert {rule.category for rule in rules} <= CATEGORIES.keys(), "a category has no heading"
    for category, heading in CATEGORIES.items():
        lines += [
            "",
            f"## {heading}",
            "",
            f"| rule | {WHAT.get(category, 'what it finds')} | severity | precision | recall |",
        ]
        lines += ["|---|---|---|---|---|"]
        lines += [row(rule, measured.get(rule.id)) for rule in rules if rule.category == category]
    return "\n".join(lines) + "\n"


def row(rule: Rule, measured: Measured | None) -> str:
    """A rule's line in the list."""
    tally = measured.get("untuned") if measured else None
    shares = f"{tally.precision:.2f} | {tally.recall:.2f}" if tally else " | "
    severity = severities(rule).removesuffix(" in every kind of draft")
    return f"| [{rule.id}]({rule.id}.md) | {rule.summary} | {severity} | {shares} |"


def command_line() -> str:
    """Each command with its options, as `--help` has them; the one that needs no name comes first."""
    head = [
        "# The command line",
        "",
        "`notelint PATH…` is short for `notelint check PATH…`; `-h` or `--help` after any command prints what stands",
        "here. PATH is a draft (`.txt`, `.md`, `.eml` or `.docx`), a folder of drafts, or `-` for standard input. What",
        "the status says to a script: [exit status](exit-status.md). A draft that has the name of a command is written",
        "`./rules`. `NO_COLOR` in the environment switches colours off.",
    ]
    context = click.Context(cli, info_name="notelint")
    sections = sorted(commands(cli, context), key=lambda lines: f"notelint {DEFAULT}" not in lines[1])
    return "\n".join([*head, *(line for lines in sections for line in lines)]) + "\n"


def commands(group: click.Group, context: click.Context) -> Iterator[list[str]]:
    """The sections of a group's commands, in its order."""
    for name in group.list_commands(context):
        command = group.commands[name]
        inner = click.Context(command, info_name=name, parent=context)
        if isinstance(command, click.Group):
            yield from commands(command, inner)
        else:
            yield section(command, inner)


def section(command: click.Command, context: click.Context) -> list[str]:
    """One command: how it is called, what it does, its options."""
    usage = f"{context.command_path} {' '.join(command.collect_usage_pieces(context))}"
    lines = ["", f"## {context.command_path}", "", "```text", usage, "```", "", inspect.cleandoc(command.help or "")]
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    if options:
        lines += ["", "| option | |", "|---|---|"]
        lines += [f"| `{_names(option)}` | {_meaning(option)} |" for option in options]
    return lines


def _names(option: click.Option) -> str:
    value = (
        "" if option.is_flag or isinstance(option.type, click.Choice) else option.metavar or option.type.name.upper()
    )
    return f"{', '.join([*option.opts, *option.secondary_opts])} {value}".strip()


def _meaning(option: click.Option) -> str:
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    listed = f" One of {', '.join(f'`{choice}`' for choice in choices)}." if choices else ""
    return _cell(f"{option.help or ''}{listed}")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def judgement() -> str:
    """docs/judgement.md with the log of runs on closed authors as a table."""
    titles = ("day", "authors", "precision", "recall", "cross-alarms in 1,000")
    rows = [f"| {' | '.join(titles)} | faultless notes left alone | false alarms in each |", f"|{'---|' * 7}"]
    log = LOG.read_text(encoding="utf-8")
    runs = list(_RUN.finditer(log))
    assert len(runs) == log.count("\n## "), "a run in corpus/measured.md is not written as the others are"
    for run in runs:
        cells = run.group("day", "authors", "precision", "recall", "cross", "clean", "alarms")
        rows.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    page = (DOCS / "judgement.md").read_text(encoding="utf-8")
    before, after = page.partition(BEGIN)[0], page.partition(END)[2]
    return "\n\n".join([f"{before}{BEGIN}", "\n".join(rows), f"{END}{after}"])


def main() -> None:
    """Write them, and take away those of rules that are gone."""
    wanted = pages()
    for path in (DOCS / "rules").glob("*.md"):
        if f"rules/{path.name}" not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
