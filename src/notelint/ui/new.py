"""`notelint new`: a first draft for a letter, asked about on a terminal, written to a file or to standard output."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from notelint.drafts import formats
from notelint.errors import UsageError
from notelint.ui import terminal
from notelint.ui.arguments import MOMENT
from notelint.ui.laying import lay
from notelint.ui.page.facts import front
from notelint.ui.skeleton import Answers, skeleton

_DAY = "The day of the interview (2026-11-24)"
_STDOUT = "-"


def new(answers: Answers, file: str) -> int:
    """Write the first draft for these answers; what is not said is asked about where somebody can answer.

    Args:
        answers: what the options said.
        file: where to write; `-` is standard output.

    Raises:
        UsageError: the file is there already, cannot be written, or its format is no plain text.
    """
    if formats.is_decoded(file):
        raise UsageError(f"a {formats.suffix(file)} file is no plain text; name a .txt or .md file", path=file)
    if file != _STDOUT and Path(file).exists():
        raise UsageError("this file is there already; name another", path=file)
    made = skeleton(_asked(answers) if _is_conversation() else answers)
    text = f"{front(made.facts)}\n{made.letter}"
    if file == _STDOUT:
        terminal.write(text)
        return 0
    try:
        lay(Path(file), text)
    except FileExistsError:
        raise UsageError("this file is there already; name another", path=file) from None
    name = terminal.place(file)
    terminal.write(f"Wrote {name}. Fill what stands in [square brackets]; `notelint {name}` finds what is left.\n")
    return 0


def _is_conversation() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()


def _asked(answers: Answers) -> Answers:
    """The answers with what was not said yet; questions go to standard error, so that the letter can be redirected."""
    click.echo("Press Enter where you have no answer: the letter then has a slot to fill.", err=True)
    return Answers(
        answers.kind,
        to=answers.to or _ask("Who reads it, as you address them (Ms. Okafor)"),
        company=answers.company or _ask("The company"),
        position=answers.position or _ask("The job (Data Analyst)"),
        interview=answers.interview or _ask_day(),
        topic=answers.topic or _ask("Something they told you about (the new ticket gates)"),
        promise=answers.promise or _ask("What you promised to send them, if anything (my route map)"),
    )


def _ask(question: str) -> str:
    answer: str = click.prompt(question, default="", show_default=False, err=True)
    return " ".join(answer.split())


def _ask_day() -> date | None:
    day = click.prompt(_DAY, default="", show_default=False, err=True, value_proc=_day)
    return day if isinstance(day, date) else None


def _day(text: str) -> date | None:
    return MOMENT.convert(text.strip(), None, None).date() if text.strip() else None
