"""A file, bytes or a string → `Draft`, with headers, zones and suppressions."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import lru_cache

from msgspec.structs import replace

from notelint import files
from notelint.drafts import formats, headers, moments, suppressions, zones
from notelint.drafts.application import STDIN
from notelint.drafts.lines import line_starts
from notelint.errors import DraftError
from notelint.types import Draft

_MARKDOWN, _MAIL = ".md", ".eml"
_SMALL = 1 << 16  # bytes
LONGEST = 200_000
"""Code points of a draft: a letter with a long quoted correspondence below it, and no book or log."""


def read(path: str) -> Draft:
    """Read one draft.

    Args:
        path: the file as the user named it; its suffix decides the format, anything unknown is plain text.

    Returns:
        The draft; its path is the one given.

    Raises:
        DraftError: the file is missing, unreadable, in an unknown encoding or format, or its headers are broken.
    """
    return from_bytes(content(path), path)


def content(path: str, *, again: bool = False) -> bytes:
    """What the file of a draft holds.

    Args:
        path: the file.
        again: whether somebody may have asked for it before.

    Raises:
        DraftError: it is missing or unreadable.
    """
    try:
        return files.again(path) if again else files.read(path)
    except FileNotFoundError:
        raise DraftError("there is no such file", path=path) from None
    except IsADirectoryError:
        raise DraftError("this is a folder, not a draft", path=path) from None
    except PermissionError:
        raise DraftError("this file may not be read; check its permissions", path=path) from None
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
        raise DraftError(f"this file cannot be read: {reason}", path=path) from None


def standard_input() -> bytes:
    """What standard input holds.

    Raises:
        DraftError: it is closed, cannot be read, or holds more than a file may.
    """
    if sys.stdin is None:
        raise DraftError("standard input is closed; name a file", path=STDIN)
    try:
        data = sys.stdin.buffer.read(files.LARGEST + 1)
    except OSError as problem:
        raise DraftError(f"standard input cannot be read: {problem.strerror}", path=STDIN) from None
    if len(data) > files.LARGEST:
        raise DraftError(f"standard input holds more than {files.LARGEST // 1_000_000} MB", path=STDIN)
    return data


def from_bytes(data: bytes, path: str) -> Draft:
    """The draft that these bytes are.

    Args:
        data: the content of a file or of standard input.
        path: its name; the suffix decides the format.

    Raises:
        DraftError: unknown encoding, a file that is not what its suffix says, a text too long for a letter, or broken
            headers.
    """
    if len(data) > _SMALL:
        return _made(data, path)
    draft = _known(data, _Name(formats.suffix(path), path))
    return draft if draft.path == path else replace(draft, path=path)


@dataclass(frozen=True, slots=True)
class _Name:
    """The name of a draft; two that ask for the same format are equal."""

    suffix: str
    path: str = field(compare=False)


def _made(data: bytes, path: str) -> Draft:
    draft = from_text(formats.text(data, path), path)
    if not formats.is_decoded(path):
        return draft
    return replace(draft, decoded=True, locked=formats.locked(data, path), unread=formats.unread(data, path))


@lru_cache(maxsize=256)
def _known(data: bytes, name: _Name) -> Draft:
    """A draft, which is judged, and compared with its neighbours again and again; its path may be another."""
    return _made(data, name.path)


def from_text(text: str, path: str) -> Draft:
    """The draft that this text is.

    Args:
        text: the draft's text without byte order mark, line ends as they are.
        path: its name; `.md` may hold suppressions in comments.

    Raises:
        DraftError: broken front matter or suppression comment, a kind of draft that does not exist, a date that cannot
            be read, or a text that is no letter for its length.
    """
    if len(text) > LONGEST:
        message = f"this is too long for a letter: {len(text):,} characters, and notelint reads up to {LONGEST:,}"
        raise DraftError(message, path=path)
    found, head = headers.parse(text, path)
    starts = line_starts(text)
    headers.check_kind(found, path, starts)
    moments.check(found, text, path, starts, mail=formats.suffix(path) == _MAIL)
    spans = suppressions.comments(text, path, head) if formats.suffix(path) == _MARKDOWN else ()
    parts = zones.find(text, head, spans)
    return Draft(
        path,
        text,
        found,
        parts,
        suppressions.find(text, found, parts, spans),
        spans,
        starts,
    )
