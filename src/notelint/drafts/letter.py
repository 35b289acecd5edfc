"""Which parts of a mail are its letter, and the text of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from notelint.drafts import charset, flowed
from notelint.errors import DraftError

if TYPE_CHECKING:
    from email.message import MIMEPart

PLAIN, HTML = "text/plain", "text/html"
_WHAT = "the text of this mail"
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_WITHIN = 2048  # bytes
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


def text(message: MIMEPart, path: str) -> str:
    """The words of the letter, lines ended by LF.

    Raises:
        DraftError: no part is text, its charset is unknown, or it is HTML and the extra `mail` is not installed.
    """
    found = parts(message)
    if not found:
        raise DraftError(_nothing(message), path=path)
    return "\n".join(_text(part, path) for part in found)


def parts(message: MIMEPart) -> list[MIMEPart]:
    """The parts that hold the letter, in order.

    Of alternatives the plain one, unless it is blank; of what belongs together (`related`) the root; attachments,
    forwarded messages and signatures are no parts of it.
    """
    if not message.is_multipart():
        return [message] if message.get_content_type() in {PLAIN, HTML} else []
    return _inside(message)


def _inside(part: MIMEPart) -> list[MIMEPart]:
    kind = part.get_content_type()
    if not part.is_multipart():
        return [part] if kind in {PLAIN, HTML} and not _is_attachment(part) else []
    if not kind.startswith("multipart/") or kind in _ENCRYPTED:
        return []  # a forwarded message
    inside = [_inside(child) for child in part.iter_parts()]
    if kind == "multipart/alternative":
        return _chosen([option for option in inside if option])
    if kind == "multipart/related":
        return next((child for child in inside if child), [])
    return [child for children in inside for child in children]


def _chosen(options: list[list[MIMEPart]]) -> list[MIMEPart]:
    filled = [option for option in options if any(_bytes(part).strip() for part in option)]
    plain = (option for option in filled if all(part.get_content_type() == PLAIN for part in option))
    return next(plain, next(iter(filled or options), []))


def _is_attachment(part: MIMEPart) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _nothing(message: MIMEPart) -> str:
    if any(part.get_content_type() in _ENCRYPTED for part in message.walk()):
        return "this mail is encrypted; save it unencrypted, or check its text on standard input"
    return "this mail has no text of its own; write the letter into the mail, not into an attachment"


def _text(part: MIMEPart, path: str) -> str:
    data = _bytes(part)
    if part.get_content_type() == HTML:
        from notelint.drafts import html  # noqa: PLC0415 - imports lxml, which most drafts do not need

        return html.text(charset.decode(data, _charset(part) or _meta(data), _WHAT, path), path)
    words = charset.decode(data, _charset(part), _WHAT, path).replace("\r\n", "\n").replace("\r", "\n")
    if is_flowed(part):
        return flowed.unfold(words, delsp=_parameter(part, "delsp") == "yes")
    return words


def is_flowed(part: MIMEPart) -> bool:
    """Whether lines of this part may go on below (RFC 3676)."""
    return _parameter(part, "format") == "flowed"


def _bytes(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _charset(part: MIMEPart) -> str:
    return part.get_content_charset() or ""


def _meta(data: bytes) -> str:
    found = _META.search(data, 0, _META_WITHIN)
    return found[1].decode("ascii", "replace") if found else ""


def _parameter(part: MIMEPart, name: str) -> str:
    value = part.get_param(name)
    return value.lower() if isinstance(value, str) else ""
