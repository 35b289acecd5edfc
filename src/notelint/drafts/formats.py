"""Which reader and writer a draft's suffix asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import PurePath

from notelint.drafts import docx, docx_edit, docx_file, edits, mail, mail_edit
from notelint.drafts.decode import decode, encode
from notelint.types import Edit

_DECODED: dict[str, Callable[[bytes, str], str]] = {".eml": mail.text, ".docx": docx.text}
_WRITERS: dict[str, Callable[[bytes, str, Iterable[Edit]], bytes]] = {".eml": mail_edit.write, ".docx": docx_edit.write}

SUFFIXES = (".txt", ".md", *_DECODED)
"""What a walk over a folder takes for a draft."""


@lru_cache(maxsize=1 << 12)  # a draft's is asked for again and again
def suffix(path: str) -> str:
    """The suffix of a draft's name, in lower case."""
    return PurePath(path).suffix.lower()


def is_decoded(path: str) -> bool:
    """Whether the text of a draft of this name is not simply what stands in its file."""
    return suffix(path) in _DECODED


def locked(data: bytes, path: str) -> str:
    """Why edits of the text of this draft, which can be read, cannot be written back; empty when they can."""
    return mail_edit.locked(data, path) if suffix(path) == ".eml" else ""


def text(data: bytes, path: str) -> str:
    """The text of a draft; any unknown suffix is plain text.

    Raises:
        DraftError: the bytes are not what the suffix says, or cannot be decoded.
    """
    return _DECODED.get(suffix(path), decode)(data, path)


def unread(data: bytes, path: str) -> str:
    """What of a draft that `text` could read is no part of its text though a reader sees it; "" for nothing."""
    return docx_file.unread(data) if suffix(path) == ".docx" else ""


def write(data: bytes, path: str, changes: Iterable[Edit]) -> bytes:
    """The file with edits made in its text, in the same encoding and format.

    Args:
        data: the content of the draft's file.
        path: its name; the suffix decides the format.
        changes: edits of the text that `text` reads out of it.

    Returns:
        The content of the changed file. `text` of it is the changed text, but for blank lines of a Word file, which are
        paragraphs of their own there.

    Raises:
        DraftError: the file cannot be read, or an edit cannot be made in this format.
        ValueError: two edits overlap, or one lies outside the text.
    """
    writer = _WRITERS.get(suffix(path))
    if writer is not None:
        return writer(data, path, changes)
    return encode(edits.apply(decode(data, path), changes), like=data)
