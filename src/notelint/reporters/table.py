"""The formats of a report: name → how it is written, chosen here and nowhere else.

A reporter is imported when its format is asked for, so that a format costs nothing to those who want another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from notelint.reporters.pieces import Pieces, joined
from notelint.reporters.positions import Encoding
from notelint.reporters.style import Style
from notelint.types import Report, Rule


class Manner(Struct, frozen=True, kw_only=True):
    """How a report is to be written; each format takes from it what it has a use for.

    Args:
        style: colour, encoding and width of the stream.
        quiet: only the violations.
        verbose: also what was suppressed and what did not run.
        counts: also how often each rule spoke.
        encoding: the unit of columns and offsets.
        rules: the rules of the run by id, for formats that describe them.
        model: the language model of the run, for formats that name it above the drafts.
    """

    style: Style = field(default_factory=Style)
    quiet: bool = False
    verbose: bool = False
    counts: bool = False
    encoding: Encoding = "utf-32"
    rules: Mapping[str, Rule] = field(default_factory=dict)
    model: str = ""


class Format(Struct, frozen=True, kw_only=True):
    """One format.

    Args:
        render: report → text.
        pieces: for formats that can be written draft by draft, what does so.
        suffixes: names of files that are meant to have it, when nothing else is said.
        units: whether the caller may choose the unit of columns.
        described: whether it describes the rules, and needs them.
        points: whether programs follow its places into the drafts, so that nothing in it may be replaced.
        utf8: whether it is UTF-8 whatever the stream's encoding.
    """

    render: Callable[[Report, Manner], str]
    pieces: Callable[[Manner], Pieces] | None = None
    suffixes: tuple[str, ...] = ()
    units: bool = False
    described: bool = False
    points: bool = False
    utf8: bool = True


def _text(manner: Manner) -> Pieces:
    from notelint.reporters import text  # noqa: PLC0415

    return text.Blocks(manner.style, quiet=manner.quiet, verbose=manner.verbose, counts=manner.counts)


def _concise(manner: Manner) -> Pieces:
    from notelint.reporters import concise  # noqa: PLC0415

    return concise.Lines(manner.style, counts=manner.counts, encoding=manner.encoding)


def _json(manner: Manner) -> Pieces:
    from notelint.reporters import json  # noqa: PLC0415

    return json.Members(manner.encoding, manner.model)


def _csv(manner: Manner) -> Pieces:
    from notelint.reporters import csv  # noqa: PLC0415

    del manner
    return csv.Rows()


def _cohort(report: Report, manner: Manner) -> str:
    from notelint.reporters import cohort  # noqa: PLC0415

    return cohort.render(report, manner.rules)


def _sarif(report: Report, manner: Manner) -> str:
    from notelint.reporters import sarif  # noqa: PLC0415

    return sarif.render(report, manner.rules)


def _github(report: Report, manner: Manner) -> str:
    del manner
    from notelint.reporters import github  # noqa: PLC0415

    return github.render(report)


def _junit(report: Report, manner: Manner) -> str:
    del manner
    from notelint.reporters import junit  # noqa: PLC0415

    return junit.render(report)


def _rdjson(report: Report, manner: Manner) -> str:
    del manner
    from notelint.reporters import rdjson  # noqa: PLC0415

    return rdjson.render(report)


def _html(report: Report, manner: Manner) -> str:
    from notelint.reporters import html  # noqa: PLC0415

    return html.render(report, manner.rules)


def _written(pieces: Callable[[Manner], Pieces], **fields: Any) -> Format:
    """A format that is written draft by draft."""

    def render(report: Report, manner: Manner) -> str:
        return joined(pieces(replace(manner, model=report.model)), report)

    return Format(render=render, pieces=pieces, **fields)


FORMATS: Mapping[str, Format] = {
    "text": _written(_text, suffixes=(".txt",), utf8=False),
    "concise": _written(_concise, units=True, utf8=False),
    "json": _written(_json, suffixes=(".json",), units=True),
    "sarif": Format(render=_sarif, suffixes=(".sarif", ".sarif.json"), described=True, points=True),
    "github": Format(render=_github, points=True),
    "junit": Format(render=_junit, suffixes=(".xml",)),
    "rdjson": Format(render=_rdjson, suffixes=(".rdjson",), points=True),
    "html": Format(render=_html, suffixes=(".html", ".htm"), described=True),
    "csv": _written(_csv, suffixes=(".csv",)),
    "cohort": Format(render=_cohort, suffixes=(".cohort.csv",), described=True),
}
"""All formats by name, in the order in which they are offered."""


def by_suffix(path: str) -> str | None:
    """The format that a file of this name is meant to have, the longest suffix first; None when none is known."""
    endings = [(suffix, name) for name, form in FORMATS.items() for suffix in form.suffixes]
    fitting = [ending for ending in endings if path.lower().endswith(ending[0])]
    return max(fitting, key=lambda ending: len(ending[0]))[1] if fitting else None
