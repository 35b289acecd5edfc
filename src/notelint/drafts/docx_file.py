"""Opens a Word file, or says in one line why it cannot be opened."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from notelint.drafts import magic
from notelint.drafts.extras import absent
from notelint.errors import DraftError

if TYPE_CHECKING:
    from docx.document import Document

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
