"""The end of a letter: complimentary close, signature and postscript."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from notelint.drafts import closes
from notelint.drafts.lines import Line
from notelint.drafts.words import (
    bare,
    ends_abbreviated,
    has_capital,
    is_bullet,
    is_contact,
    is_name,
    is_signature_line,
    plain,
)
from notelint.types import ZoneKind

_POSTSCRIPT = re.compile(
    r"\s*[*_]{0,2}(?:(?:p\.\s?){1,3}s\b\.?|postscript\s*:|(?-i:(?:P{1,3}S|Ps|p{1,3}s)(?=\s*[:.,–—-]|\s+\S)))",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"(?:sent|written|dictated) (?:from|via|with|using|on) (?:(?:my|the|an?)\b|outlook|gmail|yahoo|proton|mail"
    r"|samsung|iphone|ipad|android).{0,60}|get outlook for \w+|(?:download|get) \w+ for (?:ios|android)"
    r"|envoyé de mon .{0,40}",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r".{0,20}\bconfidential|this (?:e-?mail|message)\b.{0,80}\b(?:intended|confidential|privileged)"
    r"|please consider the environment|virus-free|unsubscribe",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’')]*\s+")
_SEPARATOR = re.compile(r"\s*[,!.](?=\s)|\s*[–—]|\s-(?=\s)")
_DASHED = re.compile(r"\s*(?:[–—~/]|--?)\s*(?=[^\W\d_])")
_DEEPEST = 15
_LONGEST_SIGNATURE = 12
_LONGEST_CLOSE = 9
_SHORT = 4
_TAIL = 140


class Mark(NamedTuple):
    """From this offset on a zone of this kind begins."""

    start: int
    kind: ZoneKind


class _Close(NamedTuple):
    at: int  # of the line that holds the close
    start: int
    name: int | None  # offset of a name on the same line
    certain: bool  # a known close, not merely a short line with a comma


def find(lines: Sequence[Line], greeted: str) -> list[Mark]:
    """The zones of a letter below its greeting.

    Args:
        lines: the writer's lines below the greeting, blank ones too.
        greeted: the words of the greeting; a name in it is the reader's.

    Returns:
        A mark at the first character of each visible line, and inside a line where a zone begins there.
    """
    return _Ending(lines, greeted).marks()


class _Ending:
    def __init__(self, lines: Sequence[Line], greeted: str) -> None:
        self.lines = lines
        self.greeted = {bare(word) for word in greeted.split()}
        self.kinds: dict[int, ZoneKind] = {at: "body" for at, line in enumerate(lines) if not line.blank}
        self.splits: list[Mark] = []
        self.lower = not any(char.isupper() for line in lines[:_DEEPEST] for char in line.text[:_TAIL])

    def marks(self) -> list[Mark]:
        self._postscripts()
        rest = self._trailer([at for at, kind in self.kinds.items() if kind == "body"])
        close = self._close(rest)
        if close is None:
            self._name_alone(rest)
        else:
            self._apply(close, rest)
        begins = [Mark(self.lines[at].start, kind) for at, kind in self.kinds.items()]
        return sorted(begins + self.splits, key=lambda mark: mark.start)

    def _postscripts(self) -> None:
        """A paragraph that begins with P.S., as far as a blank line or a close."""
        inside = False
        for at, line in enumerate(self.lines):
            if line.blank or (inside and closes.is_close(line.text)):
                inside = False
            elif not inside and _POSTSCRIPT.match(line.text):
                above = self.lines[at - 1] if at else None
                inside = above is None or above.blank or "." in line.text[:4] or len(above.text) <= _TAIL // 3
            if inside:
                self.kinds[at] = "postscript"

    def _trailer(self, rest: list[int]) -> list[int]:
        """Take off what mail programs add at the end: the part below `-- `, “Sent from my …”, a notice."""
        delimiter = next((k for k in reversed(range(len(rest))) if self.lines[rest[k]].text.strip() == "--"), None)
        if delimiter is not None and len(rest) - delimiter <= _LONGEST_SIGNATURE * 2:
            self._set(rest[delimiter:], "signature")
            rest = rest[:delimiter]
        while rest and self._is_trailing(rest):
            self._set(rest[-1:], "signature")
            rest = rest[:-1]
        return rest

    def _is_trailing(self, rest: list[int]) -> bool:
        text = plain(self.lines[rest[-1]].text[:_TAIL])
        return len(rest) > 1 and bool(_DEVICE.fullmatch(text.rstrip(".")) or _NOTICE.match(text))

    def _set(self, indices: Sequence[int], kind: ZoneKind) -> None:
        self.kinds.update(dict.fromkeys(indices, kind))

    # ------------------------------------------------------------ with a close

    def _close(self, rest: list[int]) -> _Close | None:
        for k in reversed(range(max(0, len(rest) - _DEEPEST), len(rest))):
            tail = self._tail(rest, k)
            close = self._close_at(rest, k, tail)
            if close and self._fits(close, tail):
                return close
        return None

    def _tail(self, rest: list[int], k: int) -> list[int]:
        """The lines below line k, as far as the next postscript."""
        tail = []
        for before, at in pairwise(rest[k:]):
            if any(self.kinds.get(between) == "postscript" for between in range(before + 1, at)):
                break
            tail.append(at)
        return tail

    def _close_at(self, rest: list[int], k: int, tail: list[int]) -> _Close | None:
        at, line = rest[k], self.lines[rest[k]]
        text = plain(line.text)
        if closes.is_close(text):
            return _Close(at, line.start, None, certain=True)
        name = self._name_behind(line.text)
        if name is not None:
            return _Close(at, line.start, line.start + name, certain=True)
        for match in list(_SENTENCE_END.finditer(line.text, max(0, len(line.text) - _TAIL)))[-3:]:
            part = line.text[match.end() :]
            name = self._name_behind(part)
            if name is not None or (closes.is_close(part) and part.rstrip()[-1:] not in ".!" and self._is_name(tail)):
                start = line.start + match.end()
                return _Close(at, start, None if name is None else start + name, certain=True)
        if (
            text.endswith(",")
            and len(text.split()) <= _LONGEST_CLOSE
            and self._is_name(tail)
            and self._stands_apart(at)
        ):
            return _Close(at, line.start, None, certain=False)
        return None

    def _stands_apart(self, at: int) -> bool:
        above = self.lines[at - 1] if at else None
        if above is None or above.blank or closes.is_close(above.text) or _SENTENCE_END.search(above.text[-3:] + " "):
            return True
        short = len(plain(above.text).split()) <= _LONGEST_CLOSE and above.text.rstrip().endswith(",")
        return short or len(self.lines[at].text.split()) <= _SHORT

    def _name_behind(self, text: str) -> int | None:
        """Where in “Best regards, Anna” the name begins; None when the text is no close with the writer's name."""
        for match in _SEPARATOR.finditer(text, 0, _TAIL // 2):
            close, name = text[: match.start()], text[match.end() :].lstrip()
            if closes.is_close(close) and self._is_own_name(name.strip(), close, lower=True):
                return len(text) - len(name)
        words = text.split()
        if not 1 < len(words) <= _LONGEST_CLOSE:
            return None
        for match in re.finditer(r"\s+(?=\S)", text):
            close, name = text[: match.start()], text[match.end() :]
            if closes.joins_name(close) and self._is_own_name(name.strip(), close, lower=False):
                return match.end()
        return None

    def _is_own_name(self, name: str, close: str, *, lower: bool) -> bool:
        """Whether the name behind a close is the writer's: behind a thanks it may be the reader's, or “mate”."""
        thanks = closes.is_casual_thanks(close)
        lower = self.lower or (lower and not thanks and name.isalpha())
        if closes.is_close(name) or not is_name(name, lower=lower):
            return False
        return not (thanks and {bare(word) for word in name.split()} <= self.greeted)

    def _is_name(self, tail: list[int]) -> bool:
        return bool(tail) and is_name(self.lines[tail[0]].text, lower=self.lower)

    def _fits(self, close: _Close, tail: list[int]) -> bool:
        text = plain(self.lines[close.at].text)
        if close.name is None and closes.is_thanks(text) and not text.endswith(",") and not self._is_name(tail):
            return False
        signature = self._signature(tail, close)
        if len(signature) == len(tail):
            return True
        return close.certain and len(signature) > 0 and (close.name is not None or self._is_name(tail))

    def _signature(self, tail: list[int], close: _Close) -> list[int]:
        """The lines below a close that can be a signature: all up to the first sentence.

        Below a certain close with its comma (“Yours,”) the first line signs, whatever its shape:
        “your candidate, Malte”.
        """
        text = self.lines[close.at].text.rstrip()
        signed = close.certain and close.name is None and text.endswith(",") and self._stands_apart(close.at)
        found: list[int] = []
        for at in tail[:_LONGEST_SIGNATURE]:
            line = self.lines[at].text
            unusual = signed and not found and len(tail) <= _SHORT and not _SENTENCE_END.search(line + " ")
            if not is_signature_line(line) and not unusual:
                break
            found.append(at)
        return found

    def _apply(self, close: _Close, rest: list[int]) -> None:
        k = rest.index(close.at)
        line = self.lines[close.at]
        if close.start > line.start:
            self.splits.append(Mark(close.start, "closing"))
        else:
            self._set([close.at], "closing")
            self._upwards(rest, k)
        if close.name is not None:
            self.splits.append(Mark(close.name, "signature"))
        tail = self._tail(rest, k)
        signature = self._signature(tail, close)
        self._set(signature, "signature")
        below = rest[k + 1 + len(tail) :]
        self._set([at for at in below if not is_contact(self.lines[at].text)], "postscript")
        self._set([at for at in below if is_contact(self.lines[at].text)], "signature")

    def _upwards(self, rest: list[int], k: int) -> None:
        """A close may have two lines: “Thank you,” above “Best regards,”."""
        lowest = k
        while 0 < k > lowest - _SHORT:
            at = rest[k - 1]
            text = plain(self.lines[at].text)
            comma = text.endswith(",") and len(text.split()) <= _LONGEST_CLOSE
            adjoins = at == rest[k] - 1
            if not (closes.is_close(text) and (adjoins or comma)) and not (
                adjoins and comma and self._stands_apart(at)
            ):
                return
            self._set([at], "closing")
            k -= 1

    # ------------------------------------------------------------ without a close

    def _name_alone(self, rest: list[int]) -> None:
        """A letter without a close may still end with a name, perhaps with contact lines below it."""
        block: list[int] = []
        for at in reversed(rest[-_LONGEST_SIGNATURE:]):
            if not is_signature_line(self.lines[at].text) and not self._is_dashed(at):
                break
            block.insert(0, at)
        for at in block:
            if len(block) < len(rest) and self._begins_signature(at):
                self._set([other for other in block if other >= at], "signature")
                return
        while block and is_contact(self.lines[block[-1]].text) and len(block) < len(rest):
            self._set([block.pop()], "signature")

    def _begins_signature(self, at: int) -> bool:
        text = self.lines[at].text
        if not self._ended_above(at) or (is_bullet(text) and not self._is_dashed(at)):
            return False
        dashed = _DASHED.match(text)
        name = (text[dashed.end() :] if dashed else text).strip()
        last = all(line.blank for line in self.lines[at + 1 :])
        apart = last and at > 0 and self.lines[at - 1].blank and name.isalpha()
        lower = self.lower or dashed is not None or apart
        return is_name(name, lower=lower) and not closes.is_close(name) and not name.endswith(",")

    def _ended_above(self, at: int) -> bool:
        """Whether no sentence goes on from the line above."""
        above = self.lines[at - 1] if at else None
        if above is None or above.blank or _SENTENCE_END.search(above.text.rstrip()[-3:] + " "):
            return True
        return len(above.text.split()) < _SHORT and (at == 1 or self.lines[at - 2].blank)

    def _is_dashed(self, at: int) -> bool:
        """Whether the line is “– Anna” and no item of a list."""
        match = _DASHED.match(self.lines[at].text)
        if not match or (at and is_bullet(self.lines[at - 1].text)):
            return False
        name = self.lines[at].text[match.end() :]
        return len(name.split()) <= _SHORT and (has_capital(name) or self.lower) and not ends_abbreviated(name)
