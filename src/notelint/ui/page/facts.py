"""What the page's form says of the interview, and the headers that it becomes in a draft.

A fact is a header key with its values. The letter in the editor may begin with headers of its own; those win, and facts
are put among them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from notelint.drafts import headers, read
from notelint.drafts.headers import MAIL_KEYS, OWN
from notelint.drafts.keys import KNOWN_KEYS, LIST_KEYS
from notelint.drafts.lines import after, split
from notelint.errors import DraftError
from notelint.types import Headers

Facts = Mapping[str, tuple[str, ...]]

_LISTS = tuple(key for key in LIST_KEYS if key != "to")
_FENCE = "---\n"
_COMMENT = re.compile(r"^[^\S\r\n]*#", re.MULTILINE)  # on a line of its own: “C# #4” may be a value
_YAML_MARKS = tuple("\"'[{#|>&!")  # what a plain value or entry may not begin with


class Held(Struct, frozen=True):
    """A letter with its facts, as a draft.

    Attributes:
        text: the draft's text.
        inserted: what of it is not in the letter: offset in the letter, and the text put there; in order.
    """

    text: str
    inserted: tuple[tuple[int, str], ...] = ()


def clean(given: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """The facts of a form: known keys with at least one value, each on one line.

    Args:
        given: by key a text, or a list of texts; what is anything else is left out.
    """
    facts = {}
    for key in KNOWN_KEYS:
        value = given.get(key)
        values = value if isinstance(value, list | tuple) else [value]
        lines = tuple(line for entry in values if isinstance(entry, str) and _says(key, line := _line(entry)))
        if lines:
            facts[key] = lines if key in LIST_KEYS else lines[:1]
    return facts


def compose(letter: str, facts: Facts) -> Held:
    """The draft that a letter and its facts are; without facts the letter itself.

    A letter whose own headers are broken stays as it is, so that the error names a line that its writer sees.
    """
    try:
        own, end = headers.parse(letter, "")
    except DraftError:
        return Held(letter)
    new = {key: values for key, values in facts.items() if own.get(key) is None}
    if not new:
        return Held(letter)
    return _with(letter, _inserted(letter, own, new, end))


def opened(data: bytes, name: str) -> tuple[str, Facts]:
    """The letter in a file and the facts in its headers.

    Headers that hold more than facts (keys of others, comments, reasons of `ignore`) stay in the letter, so that they
    are there when it is saved again.

    Args:
        data: the file's content.
        name: its name; the suffix decides the format.

    Raises:
        DraftError: it cannot be read.
    """
    draft = read.from_bytes(data, name)
    own, end = headers.parse(draft.text, name)
    if _holds_more(own, draft.text[:end]):
        return draft.text, {}
    return draft.text[end:].lstrip("\r\n"), clean({entry.key: entry.items for entry in draft.headers.entries})


def _holds_more(own: Headers, head: str) -> bool:
    """Whether there is anything in a draft's headers that is no fact of the form."""
    is_commented = own.form == "front-matter" and _COMMENT.search(head) is not None
    return is_commented or bool(headers.unknown(own)) or any(any(entry.reasons) for entry in own.entries)


def front(facts: Facts) -> str:
    """Front matter with these facts, with its two fences."""
    return _FENCE + "".join(_lines(facts)) + _FENCE


def _inserted(letter: str, own: Headers, new: Facts, end: int) -> list[tuple[int, str]]:
    lines = "".join(_lines(new))
    if own.form == "none":
        return [(0, _FENCE + lines + _FENCE)]
    top = next(line for line in split(letter) if not line.blank)
    if own.form == "front-matter":
        return [(after(letter, top.end), lines)]
    if sum(entry.key in MAIL_KEYS.values() for entry in own.entries) > 1:
        return [(top.start, "".join(_mail_lines(new)))]
    return [(top.start, _FENCE + lines), (end, _FENCE)]  # a lone subject would be none beside other keys


def _with(letter: str, inserted: list[tuple[int, str]]) -> Held:
    text, at = "", 0
    for offset, piece in inserted:
        text += letter[at:offset] + piece
        at = offset
    return Held(text + letter[at:], tuple(inserted))


def _lines(facts: Facts) -> Iterator[str]:
    for key, values in facts.items():
        plain = not any(value.startswith(_YAML_MARKS) for value in values)
        written = values if plain else tuple(json.dumps(value, ensure_ascii=False) for value in values)
        if key in _LISTS:
            yield f"{key}:\n"
            yield from (f"- {value}\n" for value in written)
        else:
            yield f"{key}: {', '.join(written)}\n" if plain else f"{key}: {written[0]}\n"


def _mail_lines(facts: Facts) -> Iterator[str]:
    for key, values in facts.items():
        joined = ", ".join(values)
        value = (headers.bracketed(values) or f"[{joined}]") if key in _LISTS else joined
        yield f"{key.title() if key in MAIL_KEYS else f'{OWN}{key}'.replace('_', '-').title()}: {value}\n"


def _says(key: str, line: str) -> bool:
    """Whether there is a word or a number in it: marks alone are no fact, though they may be a poor subject."""
    return bool(line) and (key == "subject" or any(c.isalnum() for c in line))


def _line(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace() or c == "\u200d").split())
