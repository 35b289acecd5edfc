"""Mail (`.eml`, RFC 5322 and MIME) → text: its headers, decoded onto one line each, an empty line, the letter."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import MessageError
from typing import TYPE_CHECKING

from notelint.drafts import charset, letter, magic
from notelint.drafts.headers import OWN
from notelint.errors import DraftError

if TYPE_CHECKING:
    from email.message import EmailMessage

BROKEN = (
    *(MessageError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError),
    ArithmeticError,
)
"""What the standard library's parser raises at headers that are not well formed."""

_SHOWN = ("From", "To", "Cc", "Subject", "Date")
_ALWAYS = frozenset({"To", "Subject"})  # so that the lines are known for mail headers, and what is missing has a place
_ENCODED = re.compile(r"=\?([^?*\s]+)(?:\*[^?\s]*)?\?[bq]\?[^?]*\?=", re.IGNORECASE)
_FOLD = re.compile(r"\s*[\r\n]+\s*")
_UNSENT = "X-Unsent"


def text(data: bytes, path: str) -> str:
    """The text that a mail is judged by; all positions are positions in it.

    Args:
        data: the bytes of the file.
        path: its name for error messages.

    Returns:
        `From:`, `To:`, `Cc:`, `Subject:`, `Date:` and all `X-Notelint-…:`, then an empty line and the words of the
        letter, lines ended by LF. `To` and `Subject` stand there even when the mail has none. The date of a mail
        that was not sent (`X-Unsent: 1`) is left out: it says when the draft was saved.

    Raises:
        DraftError: no mail, no text in it, an unknown charset, or HTML alone without the extra `mail`.
    """
    try:
        message = parse(data, path)
        whole = f"{_written(message, path)}{letter.text(message, path)}"
    except BROKEN:
        raise DraftError("this mail is damaged; save it again from your mail program", path=path) from None
    if "\0" in whole or any("\ud800" <= char <= "\udfff" for char in whole):  # half a character, of UTF-7 for instance
        raise DraftError("this mail holds binary data where its text should be", path=path)
    return whole


def head(data: bytes, path: str) -> str:
    """The beginning of a mail's `text` above the letter, with the empty line.

    Args:
        data: the mail, or as much of it as holds its headers.
        path: its name for error messages.

    Raises:
        DraftError: no mail, or an unknown charset.
    """
    try:
        return _written(parse(data, path), path)
    except BROKEN:
        raise DraftError("this mail is damaged; save it again from your mail program", path=path) from None


def _written(message: EmailMessage, path: str) -> str:
    return "".join(f"{name}: {value}".rstrip() + "\n" for name, value in _head(message, path)) + "\n"


def parse(data: bytes, path: str) -> EmailMessage:
    """The mail that these bytes are.

    Raises:
        DraftError: they are another file, or UTF-16, or have longer headers or more parts than mail has.
    """
    from email import message_from_bytes  # noqa: PLC0415 - slow to import, and most drafts are plain text

    from notelint.drafts.mail_policy import bounded  # noqa: PLC0415

    what = magic.what(data)
    if what:
        raise DraftError(f"this is {what}, not a mail (.eml)", path=path)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise DraftError("this mail is in UTF-16; save it as UTF-8, for instance with `iconv -t UTF-8`", path=path)
    return message_from_bytes(data.removeprefix(codecs.BOM_UTF8).lstrip(), policy=bounded(path))


def _head(message: EmailMessage, path: str) -> Iterator[tuple[str, str]]:
    unsent = _values(message, _UNSENT) == ["1"]
    for name in _SHOWN:
        if name == "Date" and unsent:
            continue
        values = _stamp(message, path) if name == "Date" else _decoded(message, name, path)
        if values or name in _ALWAYS:
            yield name, ", ".join(values)
    own = dict.fromkeys(name for name in message.keys() if name.lower().startswith(OWN))  # noqa: SIM118 - no mapping
    for name in own:
        yield from ((name, value) for value in _decoded(message, name, path))


def _stamp(message: EmailMessage, path: str) -> list[str]:
    """The date that a mail program wrote; nobody can mend one that cannot be decoded, so it is left out."""
    with suppress(DraftError):
        return _decoded(message, "Date", path)
    return []


def _decoded(message: EmailMessage, name: str, path: str) -> list[str]:
    what = f"the header `{name}`"
    for key, raw in message.raw_items():
        if key.lower() == name.lower():
            for match in _ENCODED.finditer(raw):
                charset.lookup(match[1], what, path)
    values = [_FOLD.sub(" ", value).strip() for value in _values(message, name)]
    if "\ufffd" in "".join(values):
        raise DraftError(f"{what} is not in the charset that it names, or not in UTF-8; write it again", path=path)
    return [value for value in values if value]


def _values(message: EmailMessage, name: str) -> list[str]:
    return [_value(message, key, raw) for key, raw in message.raw_items() if key.lower() == name.lower()]


def _value(message: EmailMessage, name: str, raw: str) -> str:
    """A header's value by its own grammar; what the grammar does not fit, names without addresses too, as free text."""
    fetch = message.policy.header_fetch_parse
    try:
        value = fetch(name, raw)
        if all(address.domain for address in getattr(value, "addresses", ())):
            return str(value)
    except BROKEN:
        pass
    return str(fetch("Subject", raw))
