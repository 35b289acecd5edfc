"""Edits of a Word file's text → the changed file; every run keeps its formatting.

New words take the formatting of the first word that they replace, or, where they are inserted, of the words before
them. One line end in them becomes a line break, an empty line a new paragraph with the format of the paragraph around.
To take away the empty line between two paragraphs joins them. An edit is not recorded as a tracked change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

from notelint.drafts import docx_elements as elements
from notelint.drafts import edits as editing
from notelint.drafts.docx import AS_SPACE, Element, Gap, P, Pages, Piece, R, T, W, pages
from notelint.errors import DraftError
from notelint.types import Edit, Span

_SPLITTABLE = frozenset({R, f"{W}hyperlink", f"{W}ins", f"{W}smartTag"})
_SECTION = f"{W}pPr/{W}sectPr"
_AT_END = (_SECTION, f"{elements.MARK}/{W}del")
"""What belongs to the end of a paragraph, of whichever part holds it when it is cut in two."""

_PARAGRAPHS = re.compile(r"\n{2,}")


def write(data: bytes, path: str, edits: Iterable[Edit]) -> bytes:
    """The file with these edits made.

    Args:
        data: the bytes of the file.
        path: its name for error messages.
        edits: edits of the text that `docx.text` reads out of it.

    Raises:
        DraftError: it cannot be read, or an edit would join or split what cannot be, such as the cells of a table.
        ValueError: two edits overlap, or one lies outside the text.
    """
    read = pages(data, path)
    change = _Change(read, path)
    for edit in reversed(change.planned(editing.ordered(edits, len(read.text)))):
        change.make(edit)
    done = BytesIO()
    read.document.save(done)
    return done.getvalue()


class _Change:
    """Makes edits from the last to the first, so that the offsets of those to come stay right."""

    def __init__(self, read: Pages, path: str) -> None:
        self._read = read
        self._path = path
        self._only: Element = None

    def planned(self, edits: Iterable[Edit]) -> list[Edit]:
        """The edits, each no larger than what it changes; a gap is changed as a whole, and by one edit alone."""
        text = self._read.text
        done: list[Edit] = []
        for edit in (editing.smallest(text, self._inside(each)) for each in edits):
            if edit.span.start == edit.span.end and not edit.text:
                continue
            if done and self._are_one(done[-1], edit):
                last = done.pop()
                between = text[last.span.end : edit.span.start]
                edit = Edit(Span(last.span.start, edit.span.end), last.text + between + edit.text)  # noqa: PLW2901
            done.append(edit)
        return [self._whole_gaps(edit) for edit in done]

    def _are_one(self, last: Edit, edit: Edit) -> bool:
        """Whether two edits begin at one place or change one gap."""
        reach = self._whole_gaps(edit).span.start < self._whole_gaps(last).span.end
        return reach or edit.span.start == last.span.start

    def make(self, edit: Edit) -> None:
        start, end = edit.span
        touched = [piece for piece in self._read.pieces if piece.start < end and start < piece.end]
        gaps = [gap for gap in self._read.gaps if start <= gap.start and gap.end <= end]
        for piece in touched:
            elements.cut(piece, start, end)
        if gaps:
            begins = all(piece.end <= start - 1 or piece.start >= start for piece in self._read.pieces)
            self._join(gaps, keep_last=begins and not edit.text)
        if edit.text:
            behind_gap = bool(gaps) and gaps[0].start == start  # what is touched stands in a paragraph that is gone
            self._put(edit.text.replace("\r\n", "\n"), *self._place(start, [] if behind_gap else touched))

    def _inside(self, edit: Edit) -> Edit:
        """The edit as far as it lies before the text's last line end, which is in no paragraph."""
        last = self._read.pieces[-1].end if self._read.pieces else 0
        words = self._read.text[last : edit.span.start] + edit.text
        if edit.span.end > last:
            words = words.removesuffix("\n")
        return Edit(Span(min(edit.span.start, last), min(edit.span.end, last)), words)

    def _whole_gaps(self, edit: Edit) -> Edit:
        """The edit widened to the whole of the gaps in which it begins or ends."""
        text, (start, end), words = self._read.text, edit.span, edit.text
        for gap in self._read.gaps:
            if gap.start < start < gap.end:
                start, words = gap.start, text[gap.start : start] + words
            if gap.start < end < gap.end:
                end, words = gap.end, words + text[end : gap.end]
        return Edit(Span(start, end), words)

    def _place(self, offset: int, touched: list[Piece]) -> tuple[Element, int]:
        """The `w:t` that takes new words, and the place in its text."""
        if touched:
            return elements.as_text(touched[0].element), max(0, offset - touched[0].start)
        before = next((piece for piece in self._read.pieces if piece.start < offset <= piece.end), None)
        behind = next((piece for piece in self._read.pieces if piece.start == offset), None)
        for piece in (before, behind):
            if piece is not None and piece.element.tag == T:
                return piece.element, offset - piece.start
        new = self._read.document.element.makeelement(T)
        if before is not None:
            before.element.addnext(new)
        elif behind is not None:
            behind.element.addprevious(new)
        else:
            new = self._first()
        return new, 0

    def _first(self) -> Element:
        """A `w:t` in a file without words."""
        if self._only is None:
            self._only = self._read.document.element.makeelement(T)
            self._read.document.add_paragraph().add_run().element.append(self._only)
        return self._only

    def _put(self, words: str, element: Element, at: int) -> None:
        text = (element.text or "").translate(AS_SPACE)
        first, *more = _PARAGRAPHS.split(words)
        elements.set_text(element, text[:at])
        last = elements.lay(element, first)
        for part in more:
            last = elements.lay(self._split(last), part)
        elements.set_text(last, (last.text or "") + text[at:])

    def _split(self, element: Element) -> Element:
        """Begin a new paragraph behind this element; returns the empty `w:t` at its beginning."""
        new = right = element.makeelement(T)
        while element.tag != P:
            parent = element.getparent()
            if parent.tag != P and parent.tag not in _SPLITTABLE:
                raise DraftError(
                    "this edit would begin a paragraph inside a field of the form; edit it in Word", path=self._path
                )
            clone = elements.empty_copy(parent)
            following = list(element.itersiblings())
            clone.extend([right, *following])
            element, right = parent, clone
        for name in _AT_END:
            found = element.find(name)
            if found is not None:
                found.getparent().remove(found)
        element.addnext(right)
        return new

    def _join(self, gaps: list[Gap], *, keep_last: bool) -> None:
        """Make one paragraph of those on both sides of the gaps, with the format of the first or the last."""
        first, last = gaps[0].before, gaps[-1].after
        between = elements.between(first, last)
        if between is None:
            raise DraftError(
                "this edit would join paragraphs of different parts of the page; edit it in Word", path=self._path
            )
        if any(paragraph.find(_SECTION) is not None for paragraph in (first, *between, last)):
            raise DraftError("this edit would take away the end of a section; edit it in Word", path=self._path)
        mark = last.find(elements.MARK)
        if keep_last:
            elements.replace_format(first, last)
        elif mark is not None or first.find(elements.MARK) is not None:
            elements.replace_mark(first, mark)
        first.extend([child for child in last if child.tag not in elements.FORMAT])
        for paragraph in (*between, last):
            paragraph.getparent().remove(paragraph)
