"""A letter and its facts → the JSON report, with positions in the letter as its writer sees it.

The letter is judged alone: under the settings of the folder in which the page was started, but beside no other drafts,
since the file that it was saved in would be taken for a copy of it.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from notelint import pipeline
from notelint.drafts import formats, headers
from notelint.drafts.lines import line_starts
from notelint.errors import DraftError
from notelint.reporters import json as document
from notelint.types import Failure, Header, Report
from notelint.ui.page.facts import Facts, Held, compose

NAME = "letter.txt"
"""What the letter is called in a report, unless it is Markdown, which may hold comments for notelint."""

_MARKDOWN = ".md"
_NOWHERE = Path(os.devnull)
"""No folder, so nothing lies beside a letter that is in it, and it is all of its application.

`Options.alone` would say less: that nobody knows the other drafts, so that rules about all of them do not run.
"""

Json = dict[str, Any]


def judge(letter: str, facts: Facts, options: pipeline.Options, name: str = NAME) -> Json:
    """The report on a letter, as docs/json.md has it.

    Positions count in the letter. What stands in a fact has beside `start` and `end` the key of that fact (`field`),
    and the positions count in its value. So do the edits of suggestions.

    Args:
        letter: the text in the editor.
        facts: what is known of the interview.
        options: of the run.
        name: of the file that it comes from.
    """
    held = compose(letter, facts)
    path = str(_NOWHERE / Path(NAME).with_suffix(_MARKDOWN if formats.suffix(name) == _MARKDOWN else ".txt"))
    report = _named(pipeline.check([path], options, unsaved={path: held.text.encode()}), path)
    places = _places(letter, held)
    found: Json = places.moved(json.loads(document.render(report)))
    found["errors"] = [places.failure(failure) for failure in report.errors]
    return found


def _named(report: Report, path: str) -> Report:
    """The report with the letter under a name without its path."""
    drafts = tuple(replace(each, draft=replace(each.draft, path=NAME)) for each in report.drafts)
    errors = tuple(replace(each, path=NAME if each.path == path else each.path) for each in report.errors)
    return replace(report, drafts=drafts, errors=errors)


def _places(letter: str, held: Held) -> _Places:
    try:
        entries = headers.parse(held.text, NAME)[0].entries
    except DraftError:
        entries = ()
    first = len(letter) - len(letter.lstrip()) if letter.strip() else 0
    return _Places(held, entries, line_starts(letter), first)


class _Places(Struct, frozen=True):
    """The way from a place in the draft back to the letter or to a fact.

    Attributes:
        held: the draft.
        entries: its headers.
        starts: of the letter's lines.
        first: where the letter's first words begin.
    """

    held: Held
    entries: tuple[Header, ...]
    starts: tuple[int, ...]
    first: int

    def moved(self, value: Any) -> Any:
        """The JSON value with all ranges in it moved."""
        if isinstance(value, list):
            return [self.moved(each) for each in value]
        if not isinstance(value, dict):
            return value
        moved = {key: self.moved(each) for key, each in value.items()}
        if isinstance(value.get("start"), dict) and isinstance(value.get("end"), dict):
            moved |= self._range(value["start"]["offset"], value["end"]["offset"])
        return moved

    def failure(self, failure: Failure) -> Json:
        """What kept the letter from being judged; a place in a fact is its key."""
        if failure.path != NAME or failure.line is None:
            return {"path": failure.path, "message": failure.message}
        begin = line_starts(self.held.text)[failure.line - 1]
        offset = begin + (failure.column or 1) - 1
        said: Json = {"path": NAME, "message": failure.message} | self._range(offset, offset)
        if self._in_letter(offset) is None:  # a fact's own line, which nobody sees
            return said | {"field": self.held.text[begin:].partition(":")[0]}
        return said | {"message": f"line {said['start']['line']}: {failure.message}"}

    def _range(self, start: int, end: int) -> Json:
        """Where a range of the draft lies: in the letter, or in the value of a fact, which is one line."""
        if self._in_letter(start) is not None:
            last = self._in_letter(end)
            return {
                "start": self._position(self._in_letter(start) or 0),
                "end": self._position(self._in_letter(start) or 0 if last is None else last),
            }
        entry = next((each for each in self.entries if each.key_span.start <= start <= each.span.end), None)
        if entry is None:
            return {"start": self._position(self.first), "end": self._position(self.first)}
        inside = [max(0, min(offset, entry.span.end) - entry.span.start) for offset in (start, end)]
        places = [{"line": 1, "column": offset + 1, "offset": offset} for offset in inside]
        return {"field": entry.key, "start": places[0], "end": places[1]}

    def _in_letter(self, offset: int) -> int | None:
        """The offset in the letter, None within what was inserted."""
        shift = 0
        for at, piece in self.held.inserted:
            if offset < at + shift:
                break
            if offset < at + shift + len(piece):
                return None
            shift += len(piece)
        return offset - shift

    def _position(self, offset: int) -> Json:
        line = bisect_right(self.starts, offset)
        return {"line": line, "column": offset - self.starts[line - 1] + 1, "offset": offset}
