"""The two streams: how to write on them, and what happens when they break."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import TextIO

from notelint.reporters.style import Style

_WIDEST = 100
_PIPE = 88
_LONG = 10  # drafts from which on progress is shown
_PAUSE = 0.1  # seconds between two lines of it
_SURE = 2  # seconds after which a rate is one


def style(color: str = "auto") -> Style:
    """How to write on standard output.

    Args:
        color: auto (on a terminal, unless NO_COLOR is set or the terminal is dumb), always or never.
    """
    stream = sys.stdout
    terminal = stream is not None and stream.isatty()
    wanted = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(shutil.get_terminal_size((_PIPE, 24)).columns, _WIDEST) if terminal else _PIPE
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return Style(color == "always" or (color == "auto" and wanted), encoding, max(width, 40))


def write(text: str) -> None:
    """Write text on standard output; a reader that has gone away is no error."""
    if sys.stdout is not None:
        _send(text.encode(sys.stdout.encoding or "utf-8", "replace"), sys.stdout)


def write_json(text: str) -> None:
    """Write JSON on standard output, in UTF-8 whatever the stream's encoding; a lone surrogate becomes its escape."""
    if sys.stdout is not None:
        _send(text.encode("utf-8", "backslashreplace"), sys.stdout)


def write_bytes(data: bytes) -> None:
    """Write a draft's content on standard output as it is."""
    if sys.stdout is not None:
        _send(data, sys.stdout)


def complain(message: str, path: str | None = None, line: int | None = None, column: int | None = None) -> None:
    """Write one line about a failure of notelint's own on standard error, with the file it is about."""
    if sys.stderr is not None:
        encoding = sys.stderr.encoding or "utf-8"
        where = f"{place(path, line, column)}: " if path else ""
        _send(f"notelint: {Style(encoding=encoding).show(where + message)}\n".encode(encoding, "replace"), sys.stderr)


def reason(problem: OSError) -> tuple[str, str | None]:
    """What to complain of, and the file it is about, when something on this machine cannot be read or written."""
    try:
        Path.cwd()
    except OSError:
        return "the folder that you are in was deleted; go to another one", None
    if problem.filename is None:
        return f"the output cannot be written: {problem.strerror or problem}", None
    return f"this cannot be read or written: {problem.strerror or problem}", os.fsdecode(problem.filename)


def place(path: str, line: int | None = None, column: int | None = None) -> str:
    """`path:line:column` as far as it is known; a path below the current folder is shown from there."""
    with suppress(ValueError, OSError):
        if PurePath(path).is_absolute():
            path = str(PurePath(path).relative_to(Path.cwd()))
    return ":".join([path, *(str(number) for number in (line, column) if number is not None)])


class Progress:
    """Shows on a terminal's standard error how far a long run has come, and how long it will still take.

    Args:
        clock: says the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._first: tuple[float, int] | None = None  # when the first drafts were done, and how many
        self._shown = 0  # columns that are written
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Say how many drafts are done; `done == total` wipes it out."""
        if sys.stderr is None or not sys.stderr.isatty() or total < _LONG:
            return
        now = self._clock()
        if done and self._first is None:
            self._first = (now, done)
        if done >= total:
            self.clear()
        elif now >= self._next:
            self._next = now + _PAUSE
            line = f"{done} of {total} drafts{self._left(now, done, total)}"
            _send(f"\r{line}{' ' * (self._shown - len(line))}".encode(), sys.stderr)
            self._shown = len(line)

    def clear(self) -> None:
        """Wipe it out, before something else is written."""
        if self._shown:
            _send(f"\r{' ' * self._shown}\r".encode(), sys.stderr)
            self._shown = 0
            self._next = 0.0

    def _left(self, now: float, done: int, total: int) -> str:
        """“, about 3 min left”, by the rate since the first drafts were done; empty while it cannot be known."""
        began, first = self._first or (now, done)
        if now - began < _SURE or done == first:
            return ""
        return f", about {duration((now - began) / (done - first) * (total - done))} left"


def duration(seconds: float) -> str:
    """“40 s”, “3 min”, “1 h 20 min”: rounded, as of a guess."""
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{max(5, round(seconds / 5) * 5)} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


@contextmanager
def undivided() -> Iterator[None]:
    """Let an interrupt wait for the end of this; a second one does not wait."""
    import signal

    caught: list[bool] = []

    def hold(*_: object) -> None:
        if caught:
            raise KeyboardInterrupt
        caught.append(True)

    try:
        before = signal.signal(signal.SIGINT, hold)
    except ValueError:  # not in the main thread, which alone is interrupted
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if caught:
        raise KeyboardInterrupt


def _send(data: bytes, stream: TextIO) -> None:
    sys.audit("notelint.sent", "out" if stream is sys.stdout else "err", data)  # for the report that is kept
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        silence(stream)


def silence(stream: TextIO) -> None:
    """Let what is still written to this stream go nowhere, so that the interpreter's last flush cannot fail."""
    with suppress(OSError, ValueError, AttributeError):  # a closed stream, or one that is no file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
