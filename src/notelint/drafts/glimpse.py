"""The headers of a draft that is not judged: no more of its file is read than may hold them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from notelint import files
from notelint.drafts import formats, headers, mail
from notelint.errors import DraftError
from notelint.types import Headers

_HEAD = 16384  # bytes in which a draft that names its company or position does so
_MAIL_HEAD = 1 << 18  # bytes in which the headers of a mail end
_NAMING = (b"company", b"position")
_OWN = headers.OWN.encode()
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BLANK = re.compile(rb"\r?\n\r?\n|\r\r")
_TAGS = re.compile(rb"<[^>]*>")


def openings(path: str, data: bytes | None = None) -> Headers | None:
    """What a draft or interview file says itself; None when it names neither company nor position.

    Args:
        path: of the file.
        data: what it holds, when that is known already.

    Raises:
        DraftError: its headers are broken.
        OSError: it cannot be read, or is larger than any letter.
    """
    reader = _READERS.get(formats.suffix(path))
    if reader is not None:
        return reader(path)
    if data is None or len(data) >= _HEAD or data[:2] in _UTF16:
        return _of_text(path)
    return _of_head(data, path) if _names(data) else None


def _of_text(path: str) -> Headers | None:
    with open(path, "rb") as file:
        head = file.read(_HEAD)
        if head[:2] in _UTF16:
            return headers.parse(formats.text(files.read(path), path), path)[0]
        if not _names(head):
            return None
        if len(head) < _HEAD:
            return _of_head(head, path)
        text = formats.text(head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1], path)
        try:
            found, end = headers.parse(text, path)
        except DraftError:
            end = len(text)
        if end >= len(text):  # they go on
            found, _ = headers.parse(formats.text(files.read(path), path), path)
        return found


@lru_cache(maxsize=1 << 9)  # an editor asks for those of a folder at each change of one draft in it
def _of_head(head: bytes, path: str) -> Headers:
    return headers.parse(formats.text(head, path), path)[0]


def _of_mail(path: str) -> Headers | None:
    """Only a mail's headers with keys of front matter name a company or position."""
    with Path(path).open("rb") as file:
        data = file.read(_MAIL_HEAD)
    end = _BLANK.search(data)
    head = data[: end.end()] if end else data
    return headers.parse(mail.head(head, path), path)[0] if _OWN in head.lower() else None


def _of_word_file(path: str) -> Headers | None:
    from zipfile import ZipFile  # noqa: PLC0415

    data = files.read(path)
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open("word/document.xml") as document:
            words = _TAGS.sub(b"", document.read(_HEAD * 8))
    except Exception:  # noqa: BLE001 - zip and each way of packing have errors of their own; the reader says them all
        words = _NAMING[0]
    return headers.parse(formats.text(data, path), path)[0] if _names(words) else None


def _names(head: bytes) -> bool:
    lower = head.lower()
    return any(name in lower for name in _NAMING)


_READERS: dict[str, Callable[[str], Headers | None]] = {".eml": _of_mail, ".docx": _of_word_file}
