"""A changed draft → its file, whole or not at all.

The new content is written beside the file and takes its place in one step, so that neither a crash nor a full disk can
leave half of it. Permissions, extended attributes and, where that is allowed, the owner stay; a link is followed.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from notelint.errors import DraftError

UNFINISHED = ".notelint-"
"""What the name of a file begins with until it is whole; the target's own name may be as long as a name can be."""

_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_NOTHING = "nothing was written"
_CHANGED = f"this draft was changed while it was being fixed; {_NOTHING}: run again"


def replace(path: str, before: bytes, after: bytes) -> int:
    """Put new content in the place of a draft's old.

    Args:
        path: the file as the user named it.
        before: what it held when it was read.
        after: what it is to hold.

    Returns:
        How many other names (hard links) the file had; they keep the old content.

    Raises:
        DraftError: it was changed since, may not be written, or the disk does not take it. Nothing was written then.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.read_bytes() == after:  # two names of one file
            return 0
        found = target.stat()
        if not found.st_mode & _WRITE_BITS or not os.access(target, os.W_OK):
            raise DraftError(f"this file is read-only; {_NOTHING}", path=path)
        _swap(target, path, before, after)
    except OSError as problem:
        raise DraftError(f"the fixes cannot be written: {_reason(problem)}; {_NOTHING}", path=path) from None
    return found.st_nlink - 1


def _swap(target: Path, path: str, before: bytes, after: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _dress(name, target)
        if target.read_bytes() != before:  # as late as can be
            raise DraftError(_CHANGED, path=path)  # noqa: TRY301 - the new file goes, as after any failure
        os.replace(name, target)  # noqa: PTH105 - one step, and `Path` has no more to say
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    _settle(target.parent)


def _dress(name: str, like: Path) -> None:
    """Give a new file the owner, permissions and attributes of another; its time is now."""
    found = like.stat()
    with suppress(OSError, AttributeError):  # a stranger's file, or a system without owners
        os.chown(name, found.st_uid, found.st_gid)
    shutil.copystat(like, name)
    os.utime(name)


def _settle(folder: Path) -> None:
    """Have the disk know of the new name."""
    with suppress(OSError):  # some systems cannot open a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(problem: OSError) -> str:
    return problem.strerror or str(problem)
