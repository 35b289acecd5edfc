"""Reads files that somebody named: nothing that could be waited for without end, and nothing larger than memory.

A pipe that nobody writes into, a device, a socket or a disk image would stop a run or a whole machine; so only regular
files are read, and of these no more than they may hold. `cache.record` is told what is looked at: Python's audit events
tell only of what is opened.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from pathlib import Path
from threading import Lock

LARGEST = 40_000_000
"""Bytes of a file: a mail with all that mail servers let through, and more than any letter, rule or config needs."""

_HELD, _SMALL = 512, 1 << 14  # files that are held, and bytes of such a file
_SETTLED = 3  # seconds for which a file must have been at rest: two changes at once may have the same time
_TELLING = os.name == "posix"  # elsewhere a file may be changed and all its times be as they were
_held: dict[str, tuple[tuple[int, ...], bytes]] = {}
_lock = Lock()

_KINDS = {
    stat.S_IFIFO: "a pipe, not a file; `-` reads standard input",
    stat.S_IFCHR: "a device, not a file; `-` reads standard input",
    stat.S_IFBLK: "a device, not a file",
    stat.S_IFSOCK: "a socket, not a file",
}


def read(path: str | Path) -> bytes:
    """What a file holds.

    Args:
        path: the file.

    Raises:
        OSError: it cannot be read, is no regular file, or is too large; `strerror` says why in words that go behind “it
            cannot be read: ”.
        ValueError: the path is none, such as one with a NUL.
    """
    sys.audit("notelint.read", path)
    _refuse(os.stat(path), path)  # before it is opened: some devices act on that
    with open(path, "rb", opener=_at_once) as file:
        found = os.fstat(file.fileno())
        _refuse(found, path)
        data = file.read(LARGEST + 1) if found.st_size <= LARGEST else b""
    if max(found.st_size, len(data)) > LARGEST:
        raise OSError(errno.EFBIG, f"it is larger than {LARGEST // 1_000_000} MB", str(path))
    return data


def again(path: str) -> bytes:
    """What a file holds; a small one that is as it was, by its place, length and times, is not opened once more.

    A file that was changed just before it was read is read again, as far as its clock and this machine's agree.

    Raises:
        OSError, ValueError: see `read`.
    """
    if not _TELLING:
        return read(path)
    sys.audit("notelint.read", path)
    now, known = _identity(path), _held.get(path)
    if known is not None and known[0] == now:
        return known[1]
    data = read(path)
    if len(data) <= _SMALL and _identity(path) == now and time.time_ns() - max(now[-2:]) > _SETTLED * 10**9:
        with _lock:
            _held.pop(path, None)
            while len(_held) >= _HELD:
                del _held[next(iter(_held))]
            _held[path] = now, data
    return data


def exists(path: str | Path) -> bool:
    """Whether there is a file or folder of this name."""
    sys.audit("notelint.looked", path)
    return os.path.exists(path)


def is_name(path: str) -> bool:
    """Whether a file could have this name: without a NUL, and without half a character."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def is_folder(path: str | Path) -> bool:
    """Whether this is a folder; unlike `Path.is_dir` it does not raise where it may not look."""
    return os.path.isdir(path)


def text(path: str | Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark, line ends as LF.

    Raises:
        OSError: see `read`.
        UnicodeDecodeError: it is not UTF-8.
    """
    return read(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _identity(path: str) -> tuple[int, ...]:
    """What tells a file from another, and from itself when it has changed; the times last."""
    found = os.stat(path)
    return found.st_dev, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _refuse(found: os.stat_result, path: str | Path) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, f"it is {_KINDS.get(stat.S_IFMT(found.st_mode), 'no file')}", str(path))


def _at_once(path: str, flags: int) -> int:
    """Open without waiting: what was a file a moment ago may be a pipe now."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
