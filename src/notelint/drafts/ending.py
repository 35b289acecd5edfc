"""The end of a letter: complimentary close, signature and postscript."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from notelint.drafts import blocks, closes, postscripts, signoffs, trailers
from notelint.drafts.lines import Line
from notelint.drafts.signoffs import Names, Signoff
from notelint.drafts.words import (
    bare,
    ends_abbreviated,
    has_capital,
    is_bullet,
    is_contact,
    is_label,
    is_name,
    is_signature_line,
    plain,
)
from notelint.types import ZoneKind

_DASHED = re.compile(r"\s*(?:[–—~/]|--?)\s*(?=[^\W\d_])")
_BEHIND = re.compile(r"(?<=[.!?]\s)\s*(?:[–—]|--)\s*([^.!?–—]+)$")
_DEEPEST = 15  # lines
_LONGEST_SIGNATURE = 12  # lines
_LONGEST_CLOSE = 9  # words
_SHORT = 4
_TAIL = 140  # characters


class Mark(NamedTuple):
    """From this offset on a zone of this kind begins."""

    start: int
    kind: ZoneKind


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
        self.kinds: dict[int, ZoneKind] = {at: "body" for at, line in enumerate(lines) if not line.blank}
        self.splits: list[Mark] = []
        lower = not any(char.isupper() for line in lines[:_DEEPEST] for char in line.text[:_TAIL])
        self.names = Names(frozenset(bare(word) for word in greeted.split()), lower)

    def marks(self) -> list[Mark]:
        self._set(sorted(postscripts.find(self.lines, self._closes)), "postscript")
        rest = [at for at, kind in self.kinds.items() if kind == "body"]
        added = trailers.first(self.lines, rest)
        self._set(rest[added:], "signature")
        rest = rest[:added]
        for k in reversed(range(max(0, len(rest) - _DEEPEST), len(rest))):
            close = self._close_at(rest, k)
            if close:
                self._apply(close, rest, k)
                break
        else:
            self._name_alone(rest)
        begins = [Mark(self.lines[at].start, kind) for at, kind in self.kinds.items()]
        return sorted(begins + self.splits, key=lambda mark: mark.start)

    def _closes(self, text: str) -> bool:
        return closes.is_close(text) or signoffs.name_behind(text, self.names) is not None

    def _set(self, indices: Sequence[int], kind: ZoneKind) -> None:
        self.kinds.update(dict.fromkeys(indices, kind))

    # ------------------------------------------------------------ with a close

    def _close_at(self, rest: list[int], k: int) -> Signoff | None:
        at, tail = rest[k], self._tail(rest, k)
        text = plain(self.lines[at].text)
        close = signoffs.in_line(self.lines[at].text, self.names, name_below=self._is_name(tail))
        if close is None:
            announced = signoffs.may_close(text) and self._is_name(tail) and self._stands_apart(at)
            close = Signoff(0, None, certain=False) if announced else None
        if close is None or (close.start == 0 and self._goes_on_from_above(at)):
            return None
        return close if self._fits(close, at, tail) else None

    def _tail(self, rest: list[int], k: int) -> list[int]:
        """The lines below line k, as far as the next postscript."""
        tail = []
        for before, at in pairwise(rest[k:]):
            if any(self.kinds.get(between) == "postscript" for between in range(before + 1, at)):
                break
            tail.append(at)
        return tail

    def _goes_on_from_above(self, at: int) -> bool:
        """Whether a line is the rest of a sentence that a hard line end broke: “… it is | yours for the asking.”."""
        above, text = self.lines[at - 1] if at else None, plain(self.lines[at].text)
        if above is None or above.blank or text[:1].isupper() or not text[:1].isalpha():
            return False
        above_text = plain(above.text)
        if signoffs.ended(above_text) or above_text.endswith((",", ":", "–", "—")) or self._closes(above_text):
            return False
        return not self.names.lower or text.endswith((".", "!"))

    def _stands_apart(self, at: int) -> bool:
        above = self.lines[at - 1] if at else None
        if above is None or above.blank or closes.is_close(above.text) or signoffs.ended(above.text):
            return True
        short = len(plain(above.text).split()) <= _LONGEST_CLOSE and above.text.rstrip().endswith(",")
        return short or len(self.lines[at].text.split()) <= _SHORT

    def _is_name(self, tail: list[int]) -> bool:
        return bool(tail) and is_name(self.lines[tail[0]].text, lower=self.names.lower)

    def _is_lone_word(self, tail: list[int]) -> bool:
        """Whether all that is left is one word that may be a name: “thanks | nadia”."""
        words = [word for at in tail for word in self.lines[at].text.split()]
        return len(words) == 1 and is_name(words[0], lower=True)

    def _fits(self, close: Signoff, at: int, tail: list[int]) -> bool:
        text = plain(self.lines[at].text)
        signed = self._is_name(tail) or self._is_lone_word(tail)
        if close.name is None and closes.is_thanks(text) and not text.endswith(",") and not signed:
            return False
        signature = self._signature(tail, at, close)
        if len(signature) == len(tail):
            return True
        return close.certain and len(signature) > 0 and (close.name is not None or self._is_name(tail))

    def _signature(self, tail: list[int], at: int, close: Signoff) -> list[int]:
        """The lines below a close that can be a signature: all up to the first sentence.

        Below a certain close with its comma (“Yours,”) the first line signs, whatever its shape:
        “your candidate, Malte”.
        """
        text = self.lines[at].text.rstrip()
        signed = close.certain and close.name is None and text.endswith(",") and self._stands_apart(at)
        found: list[int] = []
        for below in tail[:_LONGEST_SIGNATURE]:
            line = self.lines[below].text
            unusual = signed and not found and len(tail) <= _SHORT and not signoffs.has_sentence_end(line)
            dashed = close.certain and not found and _DASHED.match(line) is not None and is_name(line)
            signs = is_signature_line(line) or unusual or dashed or blocks.is_bar(line)
            if not signs and not self._is_motto(below, found):
                break
            found.append(below)
        return found

    def _is_motto(self, at: int, above: list[int]) -> bool:
        """Whether a sentence stands within a block of a signature, between a name or firm and a contact line."""
        below = self.lines[at + 1] if at + 1 < len(self.lines) else None
        return at - 1 in above and below is not None and is_contact(below.text)

    def _apply(self, close: Signoff, rest: list[int], k: int) -> None:
        line = self.lines[rest[k]]
        if close.start:
            self.splits.append(Mark(line.start + close.start, "closing"))
        else:
            self._set([rest[k]], "closing")
            self._upwards(rest, k)
        if close.name is not None:
            self.splits.append(Mark(line.start + close.name, "signature"))
        tail = self._tail(rest, k)
        self._set(self._signature(tail, rest[k], close), "signature")
        self._below_postscript(rest[k + 1 + len(tail) :])

    def _upwards(self, rest: list[int], k: int) -> None:
        """A close may have two lines: “Thank you,” above “Best regards,”."""
        lowest = k
        while 0 < k > lowest - _SHORT:
            at = rest[k - 1]
            text = plain(self.lines[at].text)
            comma = text.endswith(",") and len(text.split()) <= _LONGEST_CLOSE
            adjoins = at == rest[k] - 1
            known = closes.is_close(text) and (adjoins or comma) and not self._goes_on_from_above(at)
            if not known and not (adjoins and comma and self._stands_apart(at)):
                return
            self._set([at], "closing")
            k -= 1

    def _below_postscript(self, below: list[int]) -> None:
        """Paragraphs below a postscript go on with it, but for contact lines and a second block with the name."""
        self._set(below, "postscript")
        block = self._last_paragraph(below)
        if block and is_name(self.lines[block[0]].text) and all(is_signature_line(self.lines[at].text) for at in block):
            self._set(block if len(block) > 1 else [], "signature")
        self._set([at for at in below if is_contact(self.lines[at].text)], "signature")

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
        if rest and not block and self._name_behind_dash(rest[-1]):
            return
        contacts: list[int] = []
        while block and is_contact(self.lines[block[-1]].text) and len(block) < len(rest):
            contacts.insert(0, block.pop())
        labels = self._last_paragraph(block) if contacts and block and block[-1] == contacts[0] - 1 else []
        if labels and self._ended_above(labels[0]) and all(is_label(self.lines[at].text) for at in labels):
            contacts = labels + contacts
        self._set(contacts, "signature")

    def _name_behind_dash(self, at: int) -> bool:
        """Split the last line where a name stands behind its last sentence: “… join you. – Ana”."""
        line = self.lines[at]
        dash = _BEHIND.search(line.text, max(0, len(line.text) - _TAIL // 3))
        if dash is None or not is_name(dash[1], lower=self.names.lower):
            return False
        self.splits.append(Mark(line.start + dash.start(), "signature"))
        return True

    def _last_paragraph(self, indices: list[int]) -> list[int]:
        start = len(indices) - 1
        while start > 0 and indices[start - 1] == indices[start] - 1:
            start -= 1
        return indices[max(start, 0) :]

    def _begins_signature(self, at: int) -> bool:
        text = self.lines[at].text
        if not self._ended_above(at) or (is_bullet(text) and not self._is_dashed(at)):
            return False
        dashed = _DASHED.match(text)
        name = (text[dashed.end() :] if dashed else text).strip()
        last = all(line.blank for line in self.lines[at + 1 :])
        apart = last and at > 0 and self.lines[at - 1].blank and name.isalpha()
        lower = self.names.lower or dashed is not None or apart
        return is_name(name, lower=lower) and not closes.is_close(name) and not name.endswith(",")

    def _ended_above(self, at: int) -> bool:
        """Whether no sentence goes on from the line above."""
        above = self.lines[at - 1] if at else None
        if above is None or above.blank or signoffs.ended(above.text):
            return True
        return len(above.text.split()) < _SHORT and (at == 1 or self.lines[at - 2].blank)

    def _is_dashed(self, at: int) -> bool:
        """Whether the line is “– Anna” and no item of a list."""
        match = _DASHED.match(self.lines[at].text)
        if not match or (at and is_bullet(self.lines[at - 1].text)):
            return False
        name = self.lines[at].text[match.end() :]
        return len(name.split()) <= _SHORT and (has_capital(name) or self.names.lower) and not ends_abbreviated(name)
