"""Small changes to the elements of a Word file."""

from __future__ import annotations

import re
from copy import deepcopy

from notelint.drafts.docx import AS_SPACE, BR, TAB, Element, P, Piece, T, W

FORMAT = frozenset({f"{W}pPr", f"{W}rPr"})
MARK = f"{W}pPr/{W}rPr"
"""The format of a paragraph's end."""

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_LINES = re.compile(r"([\n\t])")


def between(first: Element, last: Element) -> list[Element] | None:
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


def replace_format(first: Element, last: Element) -> None:
    """Give a paragraph the format of another, which loses it."""
    old, new = first.find(f"{W}pPr"), last.find(f"{W}pPr")
    if old is not None:
        first.remove(old)
    if new is not None:
        first.insert(0, new)


def replace_mark(paragraph: Element, mark: Element | None) -> None:
    """Give a paragraph's end a copy of this format, or none; it also says whether the end is a tracked change."""
    old = paragraph.find(MARK)
    if old is not None:
        old.getparent().remove(old)
    if mark is not None:
        form = paragraph.get_or_add_pPr()
        changed = form.find(f"{W}pPrChange")
        if changed is None:
            form.append(deepcopy(mark))
        else:
            changed.addprevious(deepcopy(mark))


def empty_copy(element: Element) -> Element:
    """An element of the same kind and format without content."""
    copy = element.makeelement(element.tag, {} if element.tag == P else dict(element.attrib))  # paragraphs have ids
    copy.extend([deepcopy(child) for child in element if child.tag in FORMAT])
    return copy


def cut(piece: Piece, start: int, end: int) -> None:
    """Take from a piece what lies between two offsets of the text."""
    if piece.element.tag != T:
        as_text(piece.element)
        return
    text = (piece.element.text or "").translate(AS_SPACE)
    set_text(piece.element, text[: max(0, start - piece.start)] + text[min(end, piece.end) - piece.start :])


def as_text(element: Element) -> Element:
    """The element as an empty `w:t` when it stands for a character."""
    if element.tag != T:
        element.attrib.clear()
        element.tag = T
    return element


def set_text(element: Element, text: str) -> None:
    """Give a `w:t` its words, spaces at their ends too."""
    element.text = text
    element.set(_PRESERVE, "preserve")


def lay(element: Element, words: str) -> Element:
    """Append words to a `w:t`, line ends and tabs as elements behind it; returns the last `w:t`."""
    for part in _LINES.split(words):
        if part in {"\n", "\t"}:
            mark = element.makeelement(BR if part == "\n" else TAB)
            element.addnext(mark)
            element = element.makeelement(T)
            mark.addnext(element)
            set_text(element, "")
        elif part:
            set_text(element, (element.text or "") + part)
    return element
