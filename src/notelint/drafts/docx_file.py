"""Opens a Word file, or says in one line why it cannot be opened."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from notelint.drafts import magic
from notelint.drafts.extras import absent
from notelint.errors import DraftError

if TYPE_CHECKING:
    from docx.document import Document

_MAIN = re.compile(r"word/document\d*\.xml")
_FALLBACK = re.compile(rb"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)  # the same again, for old programs
_BOX = re.compile(rb"<w:txbxContent\b.*?</w:txbxContent>", re.DOTALL)
_WORDS = re.compile(rb"<w:t\b[^>]*>\s*[^<\s]")
_MARKS = (
    ("a footnote", "footnotes", re.compile(rb"<w:footnoteReference\b")),
    ("an endnote", "endnotes", re.compile(rb"<w:endnoteReference\b")),
)
_LARGEST = 200_000_000  # bytes, unpacked


def opened(data: bytes, path: str) -> Document:
    """The Word file that these bytes are.

    Args:
        data: the bytes of the file.
        path: its name for error messages.

    Raises:
        DraftError: it is no Word file, an old, protected or damaged one, or the extra `docx` is not installed.
    """
    if not data.startswith(magic.DOCX_START):
        what = magic.what(data)
        mend = "save it in Word as .docx" + (", without a password" if "password" in what else "")
        raise DraftError(f"this is {what}, not a .docx; {mend}" if what else "this is no Word file (.docx)", path=path)
    try:
        from docx import Document as open_file  # noqa: PLC0415, N813 - slow to import, and a function in disguise
    except ModuleNotFoundError:
        raise absent("docx", "reading a Word file", path) from None
    _check_size(data, path)
    try:
        return open_file(BytesIO(data))
    except Exception:  # noqa: BLE001 - zip, XML and package each have errors of their own
        raise DraftError(
            "this Word file is damaged or of a kind that is not known; open it in Word and save it again as .docx",
            path=path,
        ) from None


def unread(data: bytes) -> str:
    """What of a Word file that can be opened is no part of its text: “2 text boxes and a footnote”, "" for nothing.

    A box hangs at a paragraph but stands anywhere on the page, so that its words have no place in the order of text.
    """
    from zipfile import ZipFile  # noqa: PLC0415

    with ZipFile(BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if _MAIN.fullmatch(name)]
    whole = _FALLBACK.sub(b"", b"".join(parts))
    boxes = sum(_WORDS.search(box) is not None for box in _BOX.findall(whole))
    counts = [("a text box", "text boxes", boxes)]
    counts += [(one, many, len(mark.findall(whole))) for one, many, mark in _MARKS]
    found = [one if count == 1 else f"{count} {many}" for one, many, count in counts if count]
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def _check_size(data: bytes, path: str) -> None:
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415

    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            size = sum(entry.file_size for entry in archive.infolist())
    except (BadZipFile, ValueError, NotImplementedError):
        raise DraftError("this Word file is damaged: its zip archive cannot be read", path=path) from None
    if "[Content_Types].xml" not in names:
        raise DraftError("this is a zip archive, but no Word file (.docx)", path=path)
    if size > _LARGEST:
        raise DraftError("this Word file is too large for a letter", path=path)
