"""Opens a Word file, or says in one line why it cannot be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from notelint.drafts import magic
from notelint.drafts.extras import absent
from notelint.errors import DraftError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

    from docx.document import Document

_MAIN = re.compile(r"word/document\d*\.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again, for old programs
_BOX, _TEXT = f"{_W}txbxContent", f"{_W}t"
_MARKS = (
    ("a footnote", "footnotes", f"{_W}footnoteReference"),
    ("an endnote", "endnotes", f"{_W}endnoteReference"),
)
_LARGEST = 200_000_000  # bytes, unpacked: pictures too
_LARGEST_XML = 20_000_000  # of what is parsed, which takes ten times as much memory
_ENTRIES = 2000
_PIECE = 1 << 16  # bytes


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
        document = open_file(BytesIO(data))
        if document.element.body is None:
            raise ValueError("a Word file without a body")  # noqa: TRY301 - one line for all damage
    except Exception:  # noqa: BLE001 - zip, XML and package each have errors of their own
        raise DraftError(
            "this Word file is damaged or of a kind that is not known; open it in Word and save it again as .docx",
            path=path,
        ) from None
    return document


def unread(data: bytes) -> str:
    """What of a Word file that can be opened is no part of its text: “2 text boxes and a footnote”, "" for nothing.

    A box hangs at a paragraph but stands anywhere on the page, so that its words have no place in the order of text.
    """
    from zipfile import ZipFile  # noqa: PLC0415

    with ZipFile(BytesIO(data)) as archive:
        parts = [_read(archive, name) for name in archive.namelist() if _MAIN.fullmatch(name)]
    if not any(name in part for part in parts for name in (b"txbxContent", b"noteReference")):
        return ""
    elements = [element for part in parts for element in _elements(part)]
    boxes = sum(
        element.tag == _BOX and any((t.text or "").strip() for t in element.iter(_TEXT)) for element in elements
    )
    counts = [("a text box", "text boxes", boxes)]
    counts += [(one, many, sum(element.tag == tag for element in elements)) for one, many, tag in _MARKS]
    found = [one if count == 1 else f"{count} {many}" for one, many, count in counts if count]
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def _read(archive: ZipFile, name: str) -> bytes:
    """A part of a Word file; nothing of one that is damaged: the file was opened without it."""
    try:
        return archive.read(name)
    except Exception:  # noqa: BLE001 - zip and each way of packing have errors of their own
        return b""


def _elements(part: bytes) -> Iterator[Any]:
    """The elements of a part of a Word file without what is there for old programs; none of one that is damaged."""
    from lxml import etree  # noqa: PLC0415

    waiting: list[Any] = []
    with suppress(etree.XMLSyntaxError):
        waiting.append(etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True)))
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in element.iterchildren(tag="*") if child.tag != _FALLBACK]


def _check_size(data: bytes, path: str) -> None:
    """Refuse a file that unpacks to more than a letter has.

    What an archive says of its sizes may be false, so each entry is unpacked here, a piece at a time.
    """
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415

    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            large = len(names) > _ENTRIES or _is_large(archive)
    except (BadZipFile, ValueError, NotImplementedError):
        raise DraftError("this Word file is damaged: its zip archive cannot be read", path=path) from None
    if "[Content_Types].xml" not in names:
        raise DraftError("this is a zip archive, but no Word file (.docx)", path=path)
    if large:
        raise DraftError("this Word file is too large for a letter", path=path)


def _is_large(archive: ZipFile) -> bool:
    """Whether the entries hold more than may be unpacked, as far as they can be: damage is for the reader to find.

    Raises:
        NotImplementedError: an entry is packed in a way that unpacks without bounds.
    """
    from zipfile import ZIP_DEFLATED, ZIP_STORED  # noqa: PLC0415

    whole = xml = 0
    for entry in archive.infolist():
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise NotImplementedError(entry.filename)
        is_xml = entry.filename.lower().endswith((".xml", ".rels"))
        unpacked = copy(entry)
        unpacked.file_size = _LARGEST + 1  # as much as there is, not as much as is said
        for size in _sizes(archive, unpacked):
            whole, xml = whole + size, xml + size * is_xml
            if whole > _LARGEST or xml > _LARGEST_XML:
                return True
    return False


def _sizes(archive: ZipFile, entry: ZipInfo) -> Iterator[int]:
    """How many bytes each piece of an entry has, up to the first that is damaged."""
    with suppress(Exception), archive.open(entry) as packed:
        while piece := packed.read(_PIECE):
            yield len(piece)
