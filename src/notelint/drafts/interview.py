"""The interview file: `interview.yml`, which gives headers to all drafts in its folder and below.

It holds the keys of front matter, written in the same way, and is read by the same reader. What it gives has no words
in the draft, so what is wrong with it is reported at the draft's first line.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from notelint import files
from notelint.config import nearest_file
from notelint.drafts import frontmatter, headers, moments
from notelint.drafts.decode import decode
from notelint.drafts.lines import Line, line_starts, split
from notelint.errors import DraftError
from notelint.types import Draft, Header, Headers, Position, Suppression

NAME = "interview.yml"

OWN_KEYS = ("subject",)
"""Keys that only a draft itself can have: a subject is sent with it, so its words are judged there."""

_STRAY = "this line is no `key: value`, such as `company: Northwind`; put `#` before a remark"


class Interview(Struct, frozen=True):
    """An interview file as read; the spans of its headers lie in its own text.

    Attributes:
        path: absolute, without links.
        headers: what it says.
        places: where in it each of them stands.
    """

    path: Path
    headers: Headers
    places: tuple[Position, ...]


def find(draft: str) -> Path | None:
    """The interview file that counts for a draft of this name."""
    return nearest_file(Path(draft), NAME)


def is_interview(path: str) -> bool:
    """Whether a path names an interview file."""
    return Path(path).name == NAME and os.path.isfile(path)  # noqa: PTH113 - never raises


def read(path: Path) -> Interview:
    """Read an interview file.

    Raises:
        DraftError: it cannot be read, or something in it is not as front matter has it; with line and column.
    """
    name = str(path)
    try:
        data = files.read(path)
    except OSError as problem:
        raise DraftError(f"this interview file cannot be read: {problem.strerror}", path=name) from None
    text = decode(data, name)
    lines, number = _inside(split(text))
    found = Headers("front-matter", frontmatter.entries(text, lines, name, number, _STRAY))
    starts = line_starts(text)
    headers.check_kind(found, name, starts)
    moments.check(found, text, name, starts)
    here = Draft(name, text, line_starts=starts)
    return Interview(path, found, tuple(here.position(entry.key_span.start) for entry in found.entries))


def given(draft: Draft, interview: Interview) -> Draft:
    """The draft with what its interview file says of it; what the draft says itself wins, unless it is empty."""
    shared = _placed(draft, interview)
    new = [entry for entry in shared if _is_for_all(entry)]
    idle = tuple(entry for entry in shared if not _is_for_all(entry))
    whole = merged(draft.headers, new)
    ignore = whole.get("ignore")
    ignored = _ignored(ignore) if ignore and ignore.origin else ()
    return replace(draft, headers=replace(whole, idle=idle), suppressions=(*draft.suppressions, *ignored))


def merged(own: Headers, shared: Iterable[Header]) -> Headers:
    """The headers of a draft and what is shared of others, of which its own win unless they are empty."""
    filled = {entry.key for entry in own.entries if entry.items}
    new = {entry.key: entry for entry in shared if entry.items and entry.key not in filled}
    kept = (entry for entry in own.entries if entry.key not in new)
    return replace(own, entries=(*kept, *new.values()))


def _placed(draft: Draft, interview: Interview) -> list[Header]:
    """What the interview file says, as headers of the draft."""
    name = os.path.relpath(interview.path, Path(os.path.realpath(draft.path)).parent)
    line = draft.first_line
    return [
        replace(entry, key_span=line, span=line, origin=f"{name}:{place.line}:{place.column}")
        for entry, place in zip(interview.headers.entries, interview.places, strict=True)
    ]


def _is_for_all(entry: Header) -> bool:
    return entry.key in headers.KNOWN_KEYS and entry.key not in OWN_KEYS


def _inside(lines: list[Line]) -> tuple[list[Line], int]:
    """The lines without the marks of a YAML document around them, and the number of the first."""
    first = next((index for index, line in enumerate(lines) if not line.blank and not line.text.startswith("#")), 0)
    if lines and lines[first].text.rstrip() == "---":
        lines, number = lines[first + 1 :], first + 2
    else:
        number = 1
    while lines and (lines[-1].blank or lines[-1].text.rstrip() in {"---", "..."}):
        lines = lines[:-1]
    return lines, number


def _ignored(entry: Header) -> tuple[Suppression, ...]:
    asked = zip(entry.items, entry.reasons, strict=True)
    return tuple(Suppression(rule, reason, entry.span, None, entry.origin) for rule, reason in asked if rule)
