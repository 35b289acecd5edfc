"""Standard output during a run: each draft as soon as it is judged, where the format can be written so."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from msgspec.structs import replace

from notelint.pressed import Pressed
from notelint.reporters.pieces import Pieces
from notelint.reporters.table import FORMATS, Manner
from notelint.types import DraftReport, Report
from notelint.ui import terminal


class Screen:
    """The report on standard output.

    Args:
        form: its format.
        manner: how to write it; for formats that describe them, the rules are known at the end.
        model: names the language model by which a draft was judged, for formats that name it above the drafts.
        whole: whether all drafts must be known before the first is written.
        progress: what else is written on the terminal.
    """

    def __init__(
        self,
        form: str,
        manner: Manner,
        *,
        whole: bool,
        model: Callable[[DraftReport], str] = lambda _: "",
        progress: terminal.Progress | None = None,
    ) -> None:
        self._format = FORMATS[form]
        self._manner = manner
        self._model = model
        self._begin = None if whole else self._format.pieces
        self._pieces: Pieces | None = None
        self._progress = progress
        self._written = 0

    def draft(self, report: DraftReport) -> None:
        """Write what is to be said of a draft that was judged; an interrupt waits until that is done."""
        if self._begin is not None:
            self._pieces = self._pieces or self._begin(replace(self._manner, model=self._model(report)))
            with terminal.undivided():
                if self._progress:
                    self._progress.clear()
                self._write(self._pieces.draft(report))
                self._written += 1

    def end(self, report: Report, manner: Manner) -> None:
        """Write what was not written yet.

        Args:
            report: the whole run.
            manner: as at the beginning, with all that is known by now.
        """
        pieces = self._pieces or (self._format.pieces and self._format.pieces(manner))
        if not pieces:
            self._write(self._format.render(report, manner))
            return
        drafts = report.drafts
        left = drafts.since(self._written) if isinstance(drafts, Pressed) else islice(drafts, self._written, None)
        for draft in left:
            self._write(pieces.draft(draft))
        self._write(pieces.end(report))

    def _write(self, text: str) -> None:
        if text:
            (terminal.write_json if self._format.utf8 else terminal.write)(text)
