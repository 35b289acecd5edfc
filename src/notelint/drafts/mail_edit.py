"""Edits of a mail's text → the changed mail: its subject and its one plain part, all else as it was.

The part keeps its transfer encoding; words that its charset does not have turn it to UTF-8 and quoted-printable. A mail
that carries its letter as HTML too is refused: its readers see that, and an edit of the plain part alone would be lost.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from typing import TYPE_CHECKING

from notelint.drafts import charset, flowed, letter, mail
from notelint.drafts import edits as editing
from notelint.errors import DraftError
from notelint.types import Edit, Span

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

_LONGEST = 998  # characters in a line (RFC 5322, 2.1.1)
_SUBJECT = "Subject:"
_BARE, _BASE64, _QUOTED_PRINTABLE = "7bit", "base64", "quoted-printable"
_UTF_8 = "utf-8"


def write(data: bytes, path: str, edits: Iterable[Edit]) -> bytes:
    """The mail with these edits made.

    Args:
        data: the bytes of the file.
        path: its name for error messages.
        edits: edits of the text that `mail.text` reads out of it.

    Raises:
        DraftError: it cannot be read; an edit changes another header than the subject; the letter is not in one plain
            part alone, or signed.
        ValueError: two edits overlap, or one lies outside the text.
    """
    text = mail.text(data, path)
    head = text.index("\n\n") + 2
    subject = _subject(text, head)
    found = [editing.smallest(text, edit) for edit in editing.ordered(edits, len(text))]
    found = [edit for edit in found if edit.text or edit.span.start < edit.span.end]
    if not found:
        return data
    message = mail.parse(data, path)
    above = [edit for edit in found if edit.span.end < head]
    below = [edit for edit in found if edit.span.start >= head]
    if len(above) + len(below) < len(found) or any(not _within(edit.span, subject) for edit in above):
        raise DraftError("only the subject and the text of a mail can be edited", path=path)
    if above:
        words = editing.apply(text[:head], above)[subject.start :].split("\n", 1)[0]
        _set_header(message, "Subject", words.strip())
    if below:
        moved = [Edit(Span(edit.span.start - head, edit.span.end - head), edit.text) for edit in below]
        _set_text(_part(message, path), editing.apply(text[head:], moved), path)
    done = _bytes(message, data)
    if mail.text(done, path) != editing.apply(text, found):
        raise DraftError(
            "this edit cannot be made in the form that the mail has; edit it in your mail program", path=path
        )
    return done


def locked(data: bytes, path: str) -> str:
    """Why the text of a mail that can be read cannot be edited; empty when it can."""
    try:
        _part(mail.parse(data, path), path)
    except DraftError as problem:
        return problem.message
    return ""


def _subject(text: str, head: int) -> Span:
    start = text.index(f"\n{_SUBJECT}", 0, head) + 1 + len(_SUBJECT)
    return Span(start, text.index("\n", start))


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _part(message: EmailMessage, path: str) -> MIMEPart:
    """The one part that holds the letter."""
    kinds = [part.get_content_type() for part in message.walk()]
    if "multipart/signed" in kinds:
        raise DraftError(
            "this mail is signed, and an edit would break the signature; edit it in your mail program", path=path
        )
    found = letter.parts(message)
    if letter.HTML in kinds or len(found) != 1:
        raise DraftError(
            "this mail holds its letter as HTML or in several parts; edit it in your mail program", path=path
        )
    return found[0]


def _set_text(part: MIMEPart, words: str, path: str) -> None:
    """Write words into a part, in its charset and transfer encoding as far as they go."""
    words = flowed.fold(words) if letter.is_flowed(part) else words
    codec = charset.lookup(part.get_content_charset() or "", "the text of this mail", path)
    was = transfer = str(part.get("Content-Transfer-Encoding") or _BARE).strip().lower()
    try:
        data = words.encode(codec)
    except UnicodeEncodeError:
        data, codec = words.encode(_UTF_8), _UTF_8
    if codec == _UTF_8 and not data.isascii():
        _set_utf_8(part)
    if transfer not in {_BASE64, _QUOTED_PRINTABLE} and not _may_stand(data, transfer):
        transfer = _QUOTED_PRINTABLE
    part.set_payload(_transferred(data, transfer))
    if transfer != was:
        _set_header(part, "Content-Transfer-Encoding", transfer)


def _may_stand(data: bytes, transfer: str) -> bool:
    """Whether bytes may stand in a mail as they are."""
    return (transfer == "8bit" or data.isascii()) and max(map(len, data.split(b"\n"))) <= _LONGEST


def _set_utf_8(part: MIMEPart) -> None:
    if "Content-Type" not in part:
        part["Content-Type"] = f"{letter.PLAIN}; charset={_UTF_8}"
        _set_header(part, "MIME-Version", "1.0")
    elif (part.get_content_charset() or "") != _UTF_8:
        part.set_param("charset", _UTF_8, replace=True)


def _transferred(data: bytes, transfer: str) -> str:
    if transfer == _BASE64:
        return base64.encodebytes(data.replace(b"\n", b"\r\n")).decode("ascii")
    if transfer == _QUOTED_PRINTABLE:
        return binascii.b2a_qp(data, istext=True).decode("ascii")
    return data.decode("ascii", "surrogateescape")  # so does the parser keep bytes


def _set_header(part: MIMEPart, name: str, value: str) -> None:
    if name in part:
        part.replace_header(name, value)
    else:
        part[name] = value


def _bytes(message: EmailMessage, like: bytes) -> bytes:
    """The mail as bytes, headers as they were written, with the line ends of the file that it was."""
    from email import policy  # noqa: PLC0415

    form = policy.default.clone(refold_source="none", linesep="\r\n" if b"\r\n" in like else "\n")
    return message.as_bytes(unixfrom=message.get_unixfrom() is not None, policy=form)
