"""What a draft says of itself above its first line: YAML front matter or mail headers.

Mail headers are two or more of `From: To: Cc: Bcc: Reply-To: Subject: Date: Sent:` at the very top, or a lone
`Subject:` line which a blank line, a greeting or nothing follows. Among them the keys of front matter may stand too, as
they are or, where a mail program must carry them, as `X-Notelint-Kind: thank-you`.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from notelint.drafts import frontmatter
from notelint.drafts.greeting import is_salutation
from notelint.drafts.keys import KNOWN_KEYS, LIST_KEYS
from notelint.drafts.lines import Line, after, split
from notelint.errors import DraftError
from notelint.types import KINDS, Header, Headers, Span

__all__ = ["KNOWN_KEYS", "MAIL_KEYS", "OWN", "bracketed", "check_kind", "is_field", "nearest", "parse", "unknown"]

MAIL_KEYS = {
    "from": "from",
    "to": "to",
    "cc": "cc",
    "bcc": "bcc",
    "reply-to": "reply-to",
    "subject": "subject",
    "date": "sent",
    "sent": "sent",
}
"""Mail headers that notelint reads, and the key each becomes."""

OWN = "x-notelint-"
"""What a mail's header with a key of front matter begins with."""

_CARRIED = re.compile(
    r"x-(?!notelint-).*|content-.*|list-.*|thread-.*|received|return-path|message-id|mime-version|in-reply-to|references"
    r"|importance|priority|attachments?|sender|organization|user-agent"
)
_ENTRY = re.compile(r'\s*"([^"]*)"\s*(?:,|$)|([^,]+)')
_FIELD = re.compile(r"[*_]{0,2}([A-Za-z][A-Za-z0-9_-]*):[*_]{0,2}(?=[^\S\r\n]|$)[^\S\r\n]*")


def parse(text: str, path: str) -> tuple[Headers, int]:
    """The headers of a draft and the offset at which they end.

    Args:
        text: the draft's text.
        path: its name for error messages.

    Returns:
        The headers, and the offset after their last line (0 without any).

    Raises:
        DraftError: the front matter is broken; with its line.
    """
    lines = split(text)
    first = next((index for index, line in enumerate(lines) if not line.blank), None)
    if first is None:
        return Headers(), 0
    if lines[first].text.rstrip() == "---":
        return frontmatter.parse(text, lines[first:], path, first)
    return _mail(text, lines[first:])


def unknown(headers: Headers) -> tuple[Header, ...]:
    """The headers that notelint does not know; in mail the usual headers of mail programs are known."""
    if headers.form != "mail":
        return tuple(entry for entry in headers.entries if entry.key not in KNOWN_KEYS)
    return tuple(entry for entry in headers.entries if not _is_known(entry.key))


def nearest(key: str) -> str | None:
    """The known key that this one is probably meant to be, or None."""
    wanted = {"date": "sent", "recipient": "to", "role": "position", "job": "position", "employer": "company"}
    if key in wanted:
        return wanted[key]
    close = difflib.get_close_matches(key.removeprefix(OWN).replace("-", "_"), KNOWN_KEYS, n=1, cutoff=0.6)
    if not close:
        return None
    return f"{OWN}{close[0].replace('_', '-')}".title() if key.startswith(OWN) else close[0]


def is_field(line: str) -> bool:
    """Whether a line is a mail header or a key of notelint with its value."""
    match = _FIELD.match(line)
    return match is not None and _is_field(match[1].lower())


def _is_known(key: str) -> bool:
    return key in KNOWN_KEYS or key in MAIL_KEYS or _CARRIED.fullmatch(key) is not None


def _mail(text: str, lines: list[Line]) -> tuple[Headers, int]:
    entries: list[Header] = []
    names: list[str] = []
    end = 0
    for line in lines:
        if entries and line.text[:1] in " \t" and not line.blank:
            entries[-1] = _fold(entries[-1], line)
        else:
            match = _FIELD.match(line.text)
            if match is None or not _is_field(match[1].lower()):
                break
            names.append(match[1].lower())
            entries.append(_entry(line, match))
        end = line.end
    if not _enough(names, text, end):
        return Headers(), 0
    return Headers("mail", tuple(entries)), after(text, end)


def _is_field(name: str) -> bool:
    return (
        _is_known(name.replace("-", "_"))
        or _is_known(name)
        or name.startswith(OWN)
        or bool(difflib.get_close_matches(name, KNOWN_KEYS, 1, 0.8))
    )


_ALONE = frozenset({"subject", "kind"})  # headers that may stand without a second mail header


def _enough(names: list[str], text: str, end: int) -> bool:
    if sum(name in MAIL_KEYS for name in names) > 1:
        return True
    if not names or not set(names) <= _ALONE:
        return False
    following = split(text, after(text, end))[:1]
    return not following or following[0].blank or is_salutation(following[0].text)


def _entry(line: Line, match: re.Match[str]) -> Header:
    name = match[1].lower()
    key = MAIL_KEYS.get(name) or (under if (under := name.removeprefix(OWN).replace("-", "_")) in KNOWN_KEYS else name)
    value = line.text[match.end() :].rstrip()
    start = line.start + match.end()
    key_start = line.start + match.start(1)
    items = _items(key, value)
    return Header(
        key,
        value,
        items,
        Span(key_start, key_start + len(name)),
        Span(start, start + len(value)),
        ("",) * len(items) if key == "ignore" else (),
    )


def _items(key: str, value: str) -> tuple[str, ...]:
    """The entries of a list, which stand between brackets; of `ignore` also without them, of `to` never.

    One with a comma in it stands in double quotes.
    """
    is_list = key in LIST_KEYS and key != "to" and value.startswith("[") and value.endswith("]")
    if key == "ignore" or is_list:
        found = [(quoted or plain).strip() for quoted, plain in _ENTRY.findall(value.strip("[] "))]
        return tuple(filter(None, found))
    return (value,) if value else ()


def bracketed(entries: Iterable[str]) -> str | None:
    """A list as mail headers hold it; None when an entry has marks with which it would not come back as it is."""
    listed = list(entries)
    if any(entry.startswith('"') or ("," in entry and '"' in entry) or {"[", "]"} & set(entry) for entry in listed):
        return None
    return "[" + ", ".join(f'"{entry}"' if "," in entry else entry for entry in listed) + "]"


def _fold(entry: Header, line: Line) -> Header:
    more = line.text.strip()
    value = f"{entry.value} {more}" if entry.value else more
    end = line.start + len(line.text.rstrip())
    start = entry.span.start if entry.value else end - len(more)
    items = _items(entry.key, value)
    reasons = ("",) * len(items) if entry.key == "ignore" else ()
    return Header(entry.key, value, items, entry.key_span, Span(start, end), reasons)


def check_kind(headers: Headers, path: str, starts: Sequence[int]) -> None:
    """Refuse a kind of draft that does not exist.

    Args:
        headers: the headers of a draft.
        path: its name.
        starts: the offsets at which its lines start.

    Raises:
        DraftError: `kind:` has another value than a kind, at its line and column.
    """
    entry = headers.get("kind")
    kind = entry.value.strip().lower() if entry else ""
    if entry is None or not kind or kind in KINDS:
        return
    line = bisect_right(starts, entry.span.start)
    near = difflib.get_close_matches(kind, KINDS, 1, 0.5)
    raise DraftError(
        f"there is no kind of draft “{entry.value}”; "
        + (f"is it `{near[0]}`?" if near else f"write {', '.join(KINDS)}"),
        path=path,
        line=line,
        column=entry.span.start - starts[line - 1] + 1,
    )
