"""Checks in the background: one at a time, the newest text wins, what has gone stale is dropped.

All methods run in the event loop; only the judging itself runs in the worker, a single thread. Rules are asked for
there alone: they may have been forgotten a moment ago, and take seconds to come back.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from datetime import datetime
from pathlib import Path

from msgspec import Struct, field

from notelint import pipeline
from notelint.errors import NotelintError
from notelint.types import DraftReport, Failure
from notelint.ui.lsp.documents import Document

PAUSE = 0.2  # seconds without a key before a change is checked
_DAY = 86400.0

log = logging.getLogger(__name__)


class Checked(Struct, frozen=True):
    """What was found in one state of a document: a report, or what kept it from being judged.

    Attributes:
        document: that state.
        report: what was found; None when it could not be judged.
        failures: what went wrong.
        files: the URI of the file of each rule that speaks: its reasons and examples stand there.
    """

    document: Document
    report: DraftReport | None
    failures: tuple[Failure, ...] = ()
    files: Mapping[str, str] = {}


class _Stale(Exception):  # noqa: N818 - no error, a way out of a check
    """The document has changed while it was read."""


class Checker(Struct):
    """The open documents and what was last found in each.

    Args:
        worker: where drafts are judged.
        tell: called with what was found, when the document is still as it was.
    """

    worker: Executor
    tell: Callable[[Checked], None]
    options: pipeline.Options = field(default_factory=pipeline.Options)
    documents: dict[str, Document] = field(default_factory=dict)
    found: dict[str, Checked] = field(default_factory=dict)
    _timers: dict[str, asyncio.TimerHandle] = field(default_factory=dict)
    _queue: dict[str, None] = field(default_factory=dict)  # in order
    _running: asyncio.Task[None] | None = None
    _done: asyncio.Event = field(default_factory=asyncio.Event)

    def hold(self, document: Document, pause: float = PAUSE) -> None:
        """Take the newest state of a document, and check it after a pause in seconds."""
        self.documents[document.uri] = document
        self.ask(document.uri, pause)

    def drop(self, uri: str) -> None:
        """Forget a document that was closed."""
        self.documents.pop(uri, None)
        self.found.pop(uri, None)
        self._queue.pop(uri, None)
        self._stop(uri)

    def ask(self, uri: str, pause: float = 0.0) -> None:
        """Check a document after a pause; asked again before, the pause begins anew."""
        self._stop(uri)
        if pause:
            self._timers[uri] = asyncio.get_running_loop().call_later(pause, self.ask, uri)
            return
        self._queue[uri] = None
        if self._running is None:
            self._running = asyncio.get_running_loop().create_task(self._run())

    async def current(self, uri: str) -> Checked | None:
        """What was found in the document as it is now, waited for if need be; None when it is not open."""
        while (document := self.documents.get(uri)) is not None:
            found = self.found.get(uri)
            if found is not None and found.document is document:
                return found
            self.ask(uri)
            await self._done.wait()
        return None

    def _stop(self, uri: str) -> None:
        timer = self._timers.pop(uri, None)
        if timer is not None:
            timer.cancel()

    async def _run(self) -> None:
        try:
            while self._queue:
                uri = next(iter(self._queue))
                del self._queue[uri]
                document = self.documents.get(uri)
                if document is not None:
                    await self._check(document)
                self._done.set()
                self._done = asyncio.Event()
        finally:
            self._running = None

    async def _check(self, document: Document) -> None:
        unsaved = {held.path: held.data for held in self.documents.values()}
        loop = asyncio.get_running_loop()
        checked = await loop.run_in_executor(self.worker, self._judge, document, self.options, unsaved)
        if checked is None or self.documents.get(document.uri) is not document:
            return
        self.found[document.uri] = checked
        self._until(checked)
        try:
            self.tell(checked)
        except Exception:
            log.exception("what was found in %s could not be told", document.uri)

    def _judge(self, document: Document, options: pipeline.Options, unsaved: dict[str, bytes]) -> Checked | None:
        """Judge one document; what goes wrong is said of it, for a server must not end with it."""

        def still_wanted(_done: int, _total: int) -> None:
            if self.documents.get(document.uri) is not document:
                raise _Stale

        try:
            report = pipeline.check([document.path], options, still_wanted, unsaved)
        except _Stale:
            return None
        except NotelintError as problem:
            failure = Failure(problem.path or document.path, problem.message, problem.line, problem.column)
            return Checked(document, None, (failure,))
        except Exception:
            log.exception("%s could not be judged", document.uri)
            sorry = "notelint failed at this draft; the editor's log of the server says where"
            return Checked(document, None, (Failure(document.path, sorry),))
        found = next(iter(report.drafts), None)
        return Checked(document, found, report.errors, _files(found, document.path, options) if found else {})

    def _until(self, checked: Checked) -> None:
        """Check again when what was found holds no longer."""
        until = checked.report.valid_until if checked.report else None
        if until is None or checked.document.uri in self._timers or self.options.now is not None:
            return
        left = (datetime.fromisoformat(until) - datetime.now().astimezone()).total_seconds()
        self.ask(checked.document.uri, min(max(left, 1.0), _DAY))


def _files(report: DraftReport, path: str, options: pipeline.Options) -> dict[str, str]:
    """The URI of the file of each rule that speaks in a report."""
    from notelint.matching import rulebook

    try:
        known = rulebook.catalogue(pipeline.choose(path, options)).rules
    except NotelintError:  # broken a moment ago, which the next check says; what was found is found all the same
        return {}
    named = (known[name] for name in {violation.rule: None for violation in report.violations} if name in known)
    return {rule.id: Path(rule.source.path).absolute().as_uri() for rule in named}
