"""What a file is by its first bytes, so that a wrong one gets a line that names it."""

from __future__ import annotations

_OLE = b"\xd0\xcf\x11\xe0"
_PREFIXES = {
    b"%PDF-": "a PDF file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_INSIDE_OLE = {
    "EncryptedPackage": "a Word or Excel file that is protected with a password",
    "__substg1.0_": "an Outlook message (.msg)",
    "WordDocument": "a Word file of the old kind (.doc)",
}
"""Names of streams in the old container format of Office programs ([MS-CFB]), which hold them in UTF-16."""

DOCX_START = b"PK\x03\x04"


def what(data: bytes) -> str:
    """What these bytes are, when they are a known file that is no text; else an empty string."""
    if data.startswith(DOCX_START):
        return "a zip or .docx file"
    if data.startswith(_OLE):
        names = (said for name, said in _INSIDE_OLE.items() if name.encode("utf-16-le") in data)
        return next(names, "a file of an old Office program, such as a .doc")
    return next((said for start, said in _PREFIXES.items() if data.startswith(start)), "")
