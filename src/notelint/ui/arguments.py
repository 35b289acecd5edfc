"""What the options take: rule ids, drafts, a moment; each says what may be written and completes it in a shell."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from notelint.reporters.positions import ENCODINGS
from notelint.reporters.table import FORMATS
from notelint.types import KINDS

SCHEMAS = ("rule", "report")
THRESHOLDS = ("error", "warning", "suggestion", "never")
_YEARS = range(1970, 2200)  # further off a day or a zone more may be no date any longer
COLORS = ("auto", "always", "never")


class RulesType(click.ParamType):  # type: ignore[type-arg]
    """One or more rule ids with commas between them; whether they exist is for the catalogue to say."""

    name = "rule"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The ids.

        Raises:
            click.BadParameter: no id is written.
        """
        if not isinstance(value, str):
            return tuple(value)
        ids = tuple(part.strip() for part in value.split(",") if part.strip())
        if not ids:
            self.fail("a rule's id is missing; `notelint rules` lists them", param, ctx)
        return ids

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The ids of the shipped rules that begin so."""
        del ctx, param
        before, comma, last = incomplete.rpartition(",")
        return [CompletionItem(f"{before}{comma}{rule}") for rule in rule_ids() if rule.startswith(last)]


class MomentType(click.ParamType):  # type: ignore[type-arg]
    """A date, or a date and a time, as ISO 8601 writes it."""

    name = "moment"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment; a date alone is its midnight.

        Raises:
            click.BadParameter: not a date.
        """
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            moment = None
        if moment is None or moment.year not in _YEARS:
            self.fail(f"`{value}` is no date; write 2026-11-25 or 2026-11-25T14:30", param, ctx)
        return moment


class FileType(click.ParamType):  # type: ignore[type-arg]
    """A path as it was written; `-` is standard input. Whether it exists is found out when it is read."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The path."""
        del param, ctx
        return value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Files, by the shell's own means."""
        del ctx, param
        return [CompletionItem(incomplete, type="file")]


RULES, MOMENT, FILE = RulesType(), MomentType(), FileType()
KIND = click.Choice(KINDS)
FORMAT, ENCODING = click.Choice(tuple(FORMATS)), click.Choice(ENCODINGS)


def rule_ids() -> list[str]:
    """The ids of the shipped rules, from their file names alone, so that completion is quick."""
    from notelint.catalogue.load import shipped

    return sorted(path.stem for path in Path(shipped()).glob("*/*.yml") if path.parent.name != "words")
