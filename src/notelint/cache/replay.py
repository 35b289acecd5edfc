"""A command line that was answered before is answered again, when nothing that the answer depends on has changed.

This runs before click is imported, on every command line. It parses none: a report is kept under the very words of the
command, so all others find nothing here and go their usual way.
"""

from __future__ import annotations

import os
import sys
import time

from notelint import __version__, store
from notelint.cache.probes import Unsure, ask, digest, pack, unpack

KIND = "reports"
_FORM = "1"
_SETTINGS = ("NO_COLOR", "TERM", "COLUMNS", "PATH", "TZ", "_NOTELINT_COMPLETE")
_FIELDS = 5  # before the probes


def answer(args: list[str]) -> int | None:
    """Write the kept report of this command line on standard output.

    Args:
        args: the command line without the program's name.

    Returns:
        The exit status; None when there is no report that still holds, and nothing has been written.
    """
    name = key(args)
    kept = store.get(KIND, name) if name else None
    found = _holds(bytes(kept)) if kept else None
    if found is None:
        return None
    status, report = found
    return status if _written(report) else None


def key(args: list[str]) -> str | None:
    """The key of a command line in this folder, on this stream; None when its report cannot be kept.

    Of the stream counts what a report is fitted to: whether it is a terminal, how wide, and what it can encode.
    """
    stream = sys.stdout
    try:
        terminal = stream.isatty()
        width = os.get_terminal_size(sys.__stdout__.fileno()).columns if terminal and sys.__stdout__ else 0
        folder = os.getcwd()
    except (OSError, ValueError, AttributeError):  # a closed stream, none, or a folder that is gone
        return None
    machine = (time.tzname, time.timezone, time.altzone, sys.getfilesystemencoding())
    settings = [os.environ.get(name) for name in _SETTINGS]
    code = (_FORM, __version__, __file__, sys.path)
    shown = (stream.encoding, terminal, width)
    return digest(ascii((code, args, folder, shown, settings, machine)).encode()).hex()


def entry(status: int, report: bytes, since: float, until: float, answers: dict[tuple[bytes, bytes], bytes]) -> bytes:
    """What is kept of a run.

    Args:
        status: its exit status.
        report: what it wrote on standard output.
        since: when it began; seconds since 1970.
        until: the moment from which it may say something else.
        answers: what it looked at, and what it found there.
    """
    asked = [part for probe in answers for part in probe]
    fields = [str(status).encode(), repr(since).encode(), repr(until).encode(), report]
    return pack([digest(*fields, *asked, *answers.values()), *fields, *asked])


def _holds(kept: bytes) -> tuple[int, bytes] | None:
    """Exit status and report, when the clock and all answers allow it."""
    expected, *rest = unpack(kept)
    status, since, until, report = rest[: _FIELDS - 1]
    asked = rest[_FIELDS - 1 :]
    if not float(since) <= time.time() < float(until):
        return None
    try:
        answers = [ask(probe) for probe in zip(asked[::2], asked[1::2], strict=True)]
    except (Unsure, ValueError):  # a path that is none here
        return None
    return (int(status), report) if digest(status, since, until, report, *asked, *answers) == expected else None


def _written(report: bytes) -> bool:
    """Write the report; False when it cannot be, which the usual way then says. A reader may have gone away."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(report)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        return True
    except OSError:
        return False
    return True
