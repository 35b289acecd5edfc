"""YAML front matter; plain `key: value` lines are read line by line, so that a subject may hold colons and `#`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from notelint.drafts.keys import KNOWN_KEYS, PLAIN_KEYS, TEXT_KEYS
from notelint.drafts.lines import Line, after
from notelint.errors import DraftError
from notelint.types import Header, Headers, Span

if TYPE_CHECKING:
    from notelint.catalogue.source import Node

_KEY = re.compile(r"([^\W\d][\w -]{0,40}?) ?:(?=\s|$)[^\S\r\n]*")
_ITEM = re.compile(r"[^\S\r\n]*-(?:[^\S\r\n]+|$)")
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?""")
_COMMENT = re.compile(r"(?:^|(?<=\s))#(?:\s.*|$)")
_BLOCK_MARK = re.compile(r"[|>][^\r\n]*\s*")
_MOST = 1000
_REASON = re.compile(r"\s*:(?:\s+|$)")


_STRAY = "this line of the front matter is no `key: value`; put a line `---` above where the letter begins"


class _Entry(NamedTuple):
    key: str
    number: int  # line in the file, from 1
    match: re.Match[str]
    line: Line
    more: list[Line]  # what belongs to it on the next lines


class _Piece(NamedTuple):
    text: str
    span: Span
    reason: str = ""


def parse(text: str, lines: list[Line], path: str, skipped: int) -> tuple[Headers, int]:
    """Read the front matter that the first of these lines opens.

    Args:
        text: the draft's text.
        lines: its lines from the opening `---` on.
        path: the draft's name for error messages.
        skipped: how many lines stand above these.

    Returns:
        The headers, and the offset after the closing `---` line. A `---` that is never closed and that no
        `key: value` line follows is a rule across the page, not front matter.

    Raises:
        DraftError: the block is not closed, a line is no `key: value`, a key stands twice, or its YAML is broken.
    """
    close = next((index for index, line in enumerate(lines) if index and line.text.rstrip() == "---"), None)
    if close is None:
        if len(lines) > 1 and _KEY.match(lines[1].text):
            raise DraftError(
                "the front matter that begins here is not closed; put a line `---` after its last key",
                path=path,
                line=skipped + 1,
                column=1,
            )
        return Headers(), 0
    found = entries(text, lines[1:close], path, skipped + 2, _STRAY)
    return Headers("front-matter", found), after(text, lines[close].end)


def entries(text: str, lines: list[Line], path: str, number: int, stray: str) -> tuple[Header, ...]:
    """The headers that stand in these lines, `key: value` each, with their spans in the text.

    Args:
        text: the whole text.
        lines: some lines of it.
        path: its name for error messages.
        number: of the first line, from 1.
        stray: what to say of a line that is no `key: value`.

    Raises:
        DraftError: such a line, a key that stands twice, broken YAML, or far too many keys.
    """
    found: dict[str, Header] = {}
    for entry in _entries(lines, path, number, stray):
        if len(found) == _MOST:
            raise DraftError(f"no draft has more than {_MOST} headers", path=path, line=entry.number)
        if entry.key in found:
            message = f"the key `{entry.key}` stands twice; keep one of them"
            raise DraftError(message, path=path, line=entry.number, column=entry.match.start(1) + 1)
        found[entry.key] = _header(text, entry, path)
    return tuple(found.values())


def _entries(lines: list[Line], path: str, number: int, stray: str) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for offset, line in enumerate(lines):
        match = _KEY.match(line.text)
        if match:
            if entry:
                yield entry
            entry = _Entry(_key(match[1]), number + offset, match, line, [])
        elif entry and (line.blank or line.text[0] in " \t#" or _ITEM.match(line.text)):
            entry.more.append(line)
        elif not line.blank and not line.text.startswith("#"):
            raise DraftError(stray, path=path, line=number + offset, column=1)
    if entry:
        yield entry


def _key(written: str) -> str:
    lower = written.lower()
    known = lower.replace("-", "_").replace(" ", "_")
    return known if known in KNOWN_KEYS else lower


def _header(text: str, entry: _Entry, path: str) -> Header:
    start = entry.line.start
    key_span = Span(start + entry.match.start(1), start + entry.match.end(1))
    value = entry.line.rest(start + entry.match.end())
    more = [line for line in entry.more if not line.blank and not line.text.lstrip().startswith("#")]
    pieces = _pieces(text, entry, value, more, path)
    if entry.key in TEXT_KEYS and len(pieces) > 1:
        message = f"`{entry.key}` takes one text, not a list"
        raise DraftError(message, path=path, line=entry.number, column=entry.match.start(1) + 1)
    if entry.key in TEXT_KEYS and pieces and (fault := _fault(entry.key, pieces[0].text)):
        column = pieces[0].span.start - start + 1
        raise DraftError(f"`{entry.key}`: {fault}", path=path, line=entry.number, column=column)
    span = Span(pieces[0].span.start, pieces[-1].span.end) if pieces else Span(value.start, value.start)
    reasons = tuple(piece.reason for piece in pieces) if entry.key == "ignore" else ()
    items = tuple(piece.text for piece in pieces)
    return Header(entry.key, ", ".join(items), items, key_span, span, reasons)


def _fault(key: str, value: str) -> str:
    """What is wrong with a text that is a piece of broken YAML; "" for any other. A subject may be any text."""
    closing = {"[": "]", "{": "}"}.get(value[0], "")
    if key == "subject" or (not closing and any(char.isalnum() for char in value)):
        return ""
    if closing and value.count(value[0]) > value.count(closing):
        return f"the bracket `{value[0]}` is not closed; take it away, or write `{closing}` behind the text"
    return "" if any(char.isalnum() for char in value) else f"“{value}” is no text; write one, or nothing"


def _pieces(text: str, entry: _Entry, value: Line, more: list[Line], path: str) -> list[_Piece]:
    bare = _COMMENT.sub("", value.text) if entry.key in PLAIN_KEYS or value.text.startswith("#") else value.text
    if not more and not _needs_yaml(entry.key, bare.strip()):
        return _commas(_trim(value.start, bare)) if entry.key == "ignore" else list(_trim(value.start, bare))
    if not bare.strip() and more and all(_is_plain_item(line) for line in more):
        plain = (
            _trim(line.start + match.end(), line.text[match.end() :])
            for line in more
            if (match := _ITEM.match(line.text))
        )
        found = [piece for pieces in plain for piece in pieces]
        return [_with_reason(piece) for piece in found] if entry.key == "ignore" else found
    return _by_yaml(text, entry, path)


def _needs_yaml(key: str, value: str) -> bool:
    if value[:1] in {'"', "'"}:
        return _QUOTED.fullmatch(value) is not None or value.count(value[0]) == 1
    return value[:1] in {"[", "{"} and not value.startswith("{{") and key not in TEXT_KEYS


def _is_plain_item(line: Line) -> bool:
    match = _ITEM.match(line.text)
    return match is not None and line.text[match.end() : match.end() + 1] not in {
        '"',
        "'",
        "[",
        "{",
        "|",
        ">",
        "&",
        "!",
    }


def _trim(start: int, text: str) -> Iterator[_Piece]:
    trimmed = text.strip()
    if trimmed:
        begin = start + text.index(trimmed)
        yield _Piece(trimmed, Span(begin, begin + len(trimmed)))


def _commas(pieces: Iterator[_Piece]) -> list[_Piece]:
    found: list[_Piece] = []
    for piece in pieces:
        at = piece.span.start
        for part in piece.text.split(","):
            found += _trim(at, part)
            at += len(part) + 1
    return found


def _with_reason(piece: _Piece) -> _Piece:
    match = _REASON.search(piece.text)
    if match is None:
        return piece
    name = piece.text[: match.start()]
    return _Piece(name, Span(piece.span.start, piece.span.start + len(name)), piece.text[match.end() :])


def _by_yaml(text: str, entry: _Entry, path: str) -> list[_Piece]:
    from notelint.catalogue.source import compose  # noqa: PLC0415  yaml is slow to import and seldom needed

    end = entry.more[-1].end if entry.more else entry.line.end
    lead = "\n" * (entry.number - 1)
    try:
        root = compose(lead + text[entry.line.start : end], path, DraftError)
    except UnicodeEncodeError:
        message = "this holds half a character; write it again"
        raise DraftError(message, path=path, line=entry.number, column=entry.match.end() + 1) from None
    shift = entry.line.start - len(lead)
    node = next((node for _, node in root.pairs()), None) if root else None
    return list(_from_node(text, node, entry, shift, path)) if node else []


def _from_node(text: str, node: Node, entry: _Entry, shift: int, path: str) -> Iterator[_Piece]:
    if node.kind == "scalar":
        if node.text:
            yield _Piece(node.text, _inside(text, node.start + shift, node.end + shift))
        return
    if node.kind == "map" and entry.key == "ignore":
        for name, reason in node.pairs():
            if reason.kind != "scalar":
                message = f"the reason for `{name.text}` is no text"
                raise DraftError(message, path=path, line=reason.line, column=reason.column)
            yield _Piece(name.text, Span(name.start + shift, name.end + shift), reason.text)
        return
    if node.kind == "map":
        message = f"`{entry.key}` takes a text or a list of texts, not keys of its own"
        raise DraftError(message, path=path, line=node.line, column=node.column)
    for item in node.items():
        if item.kind == "list" or (item.kind == "map" and entry.key != "ignore"):
            message = f"each entry of `{entry.key}` is a text; quote it if it has a colon"
            raise DraftError(message, path=path, line=item.line, column=item.column)
        yield from _from_node(text, item, entry, shift, path)


def _inside(text: str, start: int, end: int) -> Span:
    """The span of a scalar without its quotes or block mark and without space around it."""
    mark = _BLOCK_MARK.match(text, start, end)
    start = mark.end() if mark else start
    end = start + len(text[start:end].rstrip())
    return Span(start + 1, end - 1) if text[start : start + 1] in {'"', "'"} and end - start > 1 else Span(start, end)
