"""Bytes → text and back: UTF-8 with or without byte order mark, UTF-16 with one; anything else is one clear error."""

from __future__ import annotations

import codecs

from notelint.drafts import magic
from notelint.errors import DraftError

_HARMLESS = frozenset(b"\t\n\v\f\r\x1b")
_C1 = range(0x80, 0xA0)
_SAMPLE = 4096
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decode(data: bytes, path: str) -> str:
    """The text of a draft, without its byte order mark, line ends as they are.

    Args:
        data: the file's bytes.
        path: its name for error messages.

    Returns:
        The decoded text, in code points.

    Raises:
        DraftError: the bytes are in another encoding (named as far as it can be told) or no text at all.
    """
    what = magic.what(data)
    if what:
        raise DraftError(f"this is {what}, not plain text; {_mend(data)}", path=path)
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _encoding("UTF-32", path)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, path)
    if b"\0" in data:
        raise _with_nuls(data, path)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as problem:
        raise _not_utf8(data, problem.start, path) from None
    if _controls(data) > _size(data) // 50 + 2:
        raise _binary(path)
    return text


def encode(text: str, like: bytes) -> bytes:
    """A text as bytes, in the encoding and with the byte order mark of a file that `decode` read."""
    for mark, name in _MARKS.items():
        if like.startswith(mark):
            return mark + text.encode(name)
    return text.encode("utf-8")


def _mend(data: bytes) -> str:
    if data.startswith(magic.DOCX_START):
        return "give a Word file the suffix .docx, or save the letter as .txt"
    return "save the letter as .txt, .md, .eml or .docx"


def _utf16(data: bytes, path: str) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise DraftError(
            "this begins like UTF-16 but is damaged; save it again as UTF-8 from the program that wrote it", path=path
        ) from None
    if "\0" in text:
        raise _binary(path)
    return text


def _with_nuls(data: bytes, path: str) -> DraftError:
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    many, few = max(even, odd), min(even, odd)
    if many * 4 >= len(sample) and few * 10 <= many:
        order = "LE" if odd > even else "BE"
        return _encoding(f"UTF-16{order}", path, f"UTF-16 ({order}) without a byte order mark")
    return _binary(path)


def _not_utf8(data: bytes, offset: int, path: str) -> DraftError:
    if _controls(data) > _size(data) // 50:
        return _binary(path)
    line = data.count(b"\n", 0, offset) + 1
    if any(byte in _C1 for byte in data):
        return _encoding("WINDOWS-1252", path, "Windows-1252 (a kin of Latin-1)", line)
    return _encoding("LATIN1", path, "Latin-1 (ISO 8859-1)", line)


def _size(data: bytes) -> int:
    """How many bytes there are besides line ends, so that CRLF is no longer than LF."""
    return len(data) - data.count(b"\n") - data.count(b"\r")


def _encoding(name: str, path: str, what: str = "", line: int | None = None) -> DraftError:
    return DraftError(
        f"this is no UTF-8 but probably {what or name}; save it as UTF-8, for instance with `iconv -f {name} -t UTF-8`",
        path=path,
        line=line,
    )


def _binary(path: str) -> DraftError:
    return DraftError("this is a binary file, not plain text; name a .txt, .md, .eml or .docx file", path=path)


def _controls(data: bytes) -> int:
    """How many bytes are control characters that no text has."""
    return sum(data.count(byte) for byte in range(0x20) if byte not in _HARMLESS) + data.count(0x7F)
