"""Bytes of a mail's part → text, by the charset that the mail names."""

from __future__ import annotations

import codecs

from notelint.errors import DraftError

_UNNAMED = frozenset({"", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "8bit", "x-unknown", "binary"})
_NO_CHARSETS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"})
"""Text codecs of Python in which no mail is written; the first takes 18 seconds for 400 KB."""

_LATIN_1 = "iso8859-1"
_WINDOWS = "cp1252"


def lookup(charset: str, what: str, path: str) -> str:
    """Python's name for a charset.

    Args:
        charset: as the mail names it; without a name, or as ASCII, it is read as UTF-8, which holds ASCII.
        what: the part of the mail, for the error.
        path: the draft.

    Raises:
        DraftError: nobody knows this charset.
    """
    name = charset.strip().lower()
    if name in _UNNAMED:
        return "utf-8"
    try:
        found = codecs.lookup(name).name
        if found.replace("_", "-") in _NO_CHARSETS:
            raise LookupError(found)  # noqa: TRY301 - one line for all that is no charset
        "".encode(found).decode(found)  # refuses codecs that are no charsets, such as `hex`
    except (LookupError, ValueError, TypeError):
        raise DraftError(
            f"{what} is in the charset “{_shown(charset)}”, which is not known; save the mail in UTF-8", path=path
        ) from None
    return found


def decode(data: bytes, charset: str, what: str, path: str) -> str:
    """The text of these bytes, without a byte order mark.

    What calls itself Latin-1 is read as Windows-1252, as mail programs do: curly quotes are sent so.

    Args:
        data: the bytes, with the transfer encoding undone.
        charset: as the mail names it, or "".
        what: the part of the mail, for the error.
        path: the draft.

    Raises:
        DraftError: an unknown charset, or bytes that it does not have.
    """
    name = lookup(charset, what, path)
    for codec in (_WINDOWS, _LATIN_1) if name in {_LATIN_1, _WINDOWS} else (name,):
        try:
            return data.decode(codec).removeprefix("\ufeff")
        except (UnicodeError, ValueError):
            continue
    named = f"“{_shown(charset)}”, as the mail says" if charset.strip().lower() not in _UNNAMED else "UTF-8"
    raise DraftError(f"{what} is not in {named}; save the mail again in UTF-8", path=path)


def _shown(charset: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in charset)[:40]
