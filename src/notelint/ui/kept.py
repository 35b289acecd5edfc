"""Which reports are kept for the next run, and the command that shows and clears what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from notelint.types import Report

if TYPE_CHECKING:
    import click

    from notelint.cache.record import Watch
    from notelint.pipeline import Options

_SHOWING = {
    "paths", "form", "kind", "select", "ignore", "fail_on", "config", "now", "color", "quiet", "verbose", "statistics",
    "stdin_filename", "jobs", "position_encoding", "redact",
}  # fmt: skip
"""Options that change nothing but the report; with any other one no report is kept."""


class Kept:
    """What becomes of a report: nothing, without a watch over its run."""

    def __init__(self, watch: Watch | None = None) -> None:
        self._watch = watch
        self._began = datetime.now().astimezone()

    def keep(self, status: int, report: Report, options: Options) -> None:
        """Keep what was written for this report, as long as it holds."""
        if self._watch is not None:
            self._watch.keep(status, _until(report, options, self._began), _rules(report, options))


def watch(context: click.Context, off: bool) -> Kept:
    """Begin to watch the run of this command line, if its report may be kept.

    Args:
        context: click's, whose object is the command line.
        off: whether nothing is to be kept or read.
    """
    from click.core import ParameterSource

    from notelint import store
    from notelint.cache import record

    if off:
        context.with_resource(store.SwitchedOff())
    given = (name for name in context.params if context.get_parameter_source(name) is not ParameterSource.DEFAULT)
    if off or context.obj is None or not _SHOWING.issuperset(given):
        return Kept()
    return Kept(record.begin(context.obj, context.params["paths"]))


def _until(report: Report, options: Options, began: datetime) -> float:
    """The moment from which the report may be another one: at the latest midnight, as days are said by the calendar.

    Args:
        report: that of the run.
        options: those of the run.
        began: when the run did; its drafts may be judged by the clock of that day, however late it is by now.
    """
    moments = [datetime.combine(began.date() + timedelta(days=1), time()).timestamp()]
    if options.now is None:
        said = (draft.valid_until for draft in report.drafts)
        moments += [datetime.fromisoformat(moment).timestamp() for moment in said if moment]
    return min(moments)


def _rules(report: Report, options: Options) -> Iterator[str]:
    """The folders of rules that the drafts' configs name."""
    from notelint import pipeline

    options = replace(options, found={})
    for draft in report.drafts:
        yield from map(str, pipeline.choose(draft.draft.path, options).rule_paths)


def info() -> int:
    """Show where what is kept lies, and how much it is."""
    from notelint import store
    from notelint.ui import terminal

    folder = store.folder()
    if folder is None:
        terminal.write("Nothing is kept.\n")
        return 0
    lines = [f"{kind}: {count} kept, {-(-size // 1024)} KB" for kind, (count, size) in store.info().items()]
    terminal.write("\n".join([folder, *(lines or ["nothing kept"])]) + "\n")
    return 0


def clear() -> int:
    """Remove all that is kept."""
    from notelint import store
    from notelint.ui import terminal

    count = store.clear()
    terminal.write(f"{count} {'file' if count == 1 else 'files'} removed\n")
    return 0
