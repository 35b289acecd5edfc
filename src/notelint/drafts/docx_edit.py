"""Edits of a Word file's text → the changed file; every run keeps its formatting.

New words take the formatting of the first word that they replace, or, where they are inserted, of the words before
them. One line end in them becomes a line break, an empty line a new paragraph with the format of the paragraph around.
To take away the empty line between two paragraphs joins them. An edit is not recorded as a tracked change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO

from notelint.drafts import edits as editing
from notelint.drafts.docx import AS_SPACE, BR, TAB, Element, Gap, P, Pages, Piece, R, T, W, pages
from notelint.errors import DraftError
from notelint.types import Edit, Span

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_SPLITTABLE = frozenset({R, f"{W}hyperlink", f"{W}ins", f"{W}smartTag"})
_FORMAT = frozenset({f"{W}pPr", f"{W}rPr"})
_SECTION = f"{W}pPr/{W}sectPr"
_MARK = f"{W}pPr/{W}rPr"  # the format of a paragraph's end
_LINES = re.compile(r"([\n\t])")
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
    for edit in reversed(editing.ordered(edits, len(read.text))):
        change.make(edit)
    done = BytesIO()
    read.document.save(done)
    return done.getvalue()


class _Change:
    """Makes edits from the last to the first, so that the offsets of those to come stay right."""

    def __init__(self, read: Pages, path: str) -> None:
        self._read = read
        self._path = path

    def make(self, edit: Edit) -> None:
        edit = self._whole_gaps(editing.smallest(self._read.text, self._inside(edit)))
        start, end = edit.span
        touched = [piece for piece in self._read.pieces if piece.start < end and start < piece.end]
        gaps = [gap for gap in self._read.gaps if start <= gap.start and gap.end <= end]
        for piece in touched:
            _cut(piece, start, end)
        if gaps:
            begins = all(piece.end <= start - 1 or piece.start >= start for piece in self._read.pieces)
            self._join(gaps, keep_last=begins and not edit.text)
        if edit.text:
            self._put(edit.text.replace("\r\n", "\n"), *self._place(start, touched))

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
            return _as_text(touched[0].element), max(0, offset - touched[0].start)
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
            self._read.document.add_paragraph().add_run()._r.append(new)  # noqa: SLF001 - its only door to the element
        return new, 0

    def _put(self, words: str, element: Element, at: int) -> None:
        text = (element.text or "").translate(AS_SPACE)
        first, *more = _PARAGRAPHS.split(words)
        _set(element, text[:at])
        last = _lay(element, first)
        for part in more:
            last = _lay(self._split(last), part)
        _set(last, (last.text or "") + text[at:])

    def _split(self, element: Element) -> Element:
        """Begin a new paragraph behind this element; returns the empty `w:t` at its beginning."""
        new = right = element.makeelement(T)
        while element.tag != P:
            parent = element.getparent()
            if parent.tag != P and parent.tag not in _SPLITTABLE:
                raise DraftError(
                    "this edit would begin a paragraph inside a field of the form; edit it in Word", path=self._path
                )
            clone = _empty_copy(parent)
            following = list(element.itersiblings())
            clone.extend([right, *following])
            element, right = parent, clone
        for name in (_SECTION, f"{_MARK}/{W}del"):  # both belong to the end of the paragraph, which is behind now
            found = element.find(name)
            if found is not None:
                found.getparent().remove(found)
        element.addnext(right)
        return new

    def _join(self, gaps: list[Gap], *, keep_last: bool) -> None:
        """Make one paragraph of those on both sides of the gaps, with the format of the first or the last."""
        first, last = gaps[0].before, gaps[-1].after
        between = _between(first, last)
        if between is None:
            raise DraftError(
                "this edit would join paragraphs of different parts of the page; edit it in Word", path=self._path
            )
        if any(paragraph.find(_SECTION) is not None for paragraph in (first, *between, last)):
            raise DraftError("this edit would take away the end of a section; edit it in Word", path=self._path)
        mark = last.find(_MARK)
        if keep_last:
            _replace_format(first, last)
        elif mark is not None or first.find(_MARK) is not None:
            _replace_mark(first, mark)
        first.extend([child for child in last if child.tag not in _FORMAT])
        for paragraph in (*between, last):
            paragraph.getparent().remove(paragraph)


def _between(first: Element, last: Element) -> list[Element] | None:
    """The paragraphs between two; None where something else than paragraphs parts them."""
    if first.getparent() is not last.getparent():
        return None
    found: list[Element] = []
    for sibling in first.itersiblings():
        if sibling is last:
            return found
        if sibling.tag == P:
            found.append(sibling)
        elif next(sibling.iter(P), None) is not None:
            return None
    return None


def _replace_format(first: Element, last: Element) -> None:
    old, new = first.find(f"{W}pPr"), last.find(f"{W}pPr")
    if old is not None:
        first.remove(old)
    if new is not None:
        first.insert(0, new)


def _replace_mark(paragraph: Element, mark: Element | None) -> None:
    old = paragraph.find(_MARK)
    if old is not None:
        old.getparent().remove(old)
    if mark is not None:
        form = paragraph.get_or_add_pPr()
        changed = form.find(f"{W}pPrChange")
        if changed is None:
            form.append(deepcopy(mark))
        else:
            changed.addprevious(deepcopy(mark))


def _empty_copy(element: Element) -> Element:
    """An element of the same kind and format without content."""
    copy = element.makeelement(element.tag, dict(element.attrib))
    copy.extend([deepcopy(child) for child in element if child.tag in _FORMAT])
    return copy


def _cut(piece: Piece, start: int, end: int) -> None:
    if piece.element.tag != T:
        _as_text(piece.element)
        return
    text = (piece.element.text or "").translate(AS_SPACE)
    _set(piece.element, text[: max(0, start - piece.start)] + text[min(end, piece.end) - piece.start :])


def _as_text(element: Element) -> Element:
    """The element as an empty `w:t` when it stands for a character."""
    if element.tag != T:
        element.clear()
        element.tag = T
    return element


def _set(element: Element, text: str) -> None:
    element.text = text
    element.set(_PRESERVE, "preserve")


def _lay(element: Element, words: str) -> Element:
    """Append words to a `w:t`, line ends and tabs as elements behind it; returns the last `w:t`."""
    for part in _LINES.split(words):
        if part in {"\n", "\t"}:
            mark = element.makeelement(BR if part == "\n" else TAB)
            element.addnext(mark)
            element = element.makeelement(T)
            mark.addnext(element)
            _set(element, "")
        elif part:
            _set(element, (element.text or "") + part)
    return element
