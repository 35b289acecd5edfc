"""Word file (`.docx`, ECMA-376) → text, with a map from the text back to the elements that hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from notelint.drafts import docx_file
from notelint.drafts.headers import is_field

if TYPE_CHECKING:
    from docx.document import Document

Element = Any
"""An lxml element of the file."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P, R, T, BR, TAB = f"{W}p", f"{W}r", f"{W}t", f"{W}br", f"{W}tab"
_SKIPPED = frozenset(
    {
        f"{W}{name}"
        for name in (
            *("del", "moveFrom", "delText", "instrText"),
            *("pPr", "rPr", "trPr", "tcPr", "tblPr", "sdtPr", "sdtEndPr", "rt"),
            *("drawing", "pict", "object", "footnoteReference", "endnoteReference", "commentReference"),
        )
    }
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}  # text boxes
_CHARACTERS = {BR: "\n", f"{W}cr": "\n", TAB: "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}
_SYMBOLS = {"F04A": "☺", "F04B": "😐", "F04C": "☹", "F0E0": "→"}
"""What Word makes of `:)`, `:|`, `:(` and `-->` while one types: characters of the font Wingdings."""

AS_SPACE = str.maketrans("\t\r\n", "   ")  # white space of the XML


class Piece(NamedTuple):
    """A stretch of the text, and the element (`w:t`, or one that stands for a character) that holds it."""

    start: int
    text: str
    element: Element

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.start + len(self.text)


class Gap(NamedTuple):
    """A stretch of the text between two paragraphs, and these."""

    start: int
    end: int
    before: Element
    after: Element


class Pages(Struct, frozen=True):
    """A Word file as read.

    Args:
        document: the file.
        text: its text.
        pieces: the stretches of the text that stand in the file, in order.
        gaps: those that stand for the end of a paragraph, in order.
    """

    document: Document
    text: str
    pieces: tuple[Piece, ...]
    gaps: tuple[Gap, ...]


def text(data: bytes, path: str) -> str:
    """The text of a Word file; see `pages`."""
    return pages(data, path).text


def pages(data: bytes, path: str) -> Pages:
    """Read a Word file.

    Paragraphs come in the order of the document, those of tables too, and an empty line stands between them; blank ones
    are left out. Headers and front matter at the top keep one line each. A line break is a line end. Tracked
    insertions are read, tracked deletions, hidden text, text boxes, comments, page headers and footers are not.

    Args:
        data: the bytes of the file.
        path: its name for error messages.

    Raises:
        DraftError: it is no Word file, an old, protected or damaged one, or the extra `docx` is not installed.
    """
    return _Reader(docx_file.opened(data, path)).pages()


class _Reader:
    """Lays the text of a document out."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._fields: list[bool] = []  # of the fields around: whether their result has begun
        self._at = 0
        self._pieces: list[Piece] = []
        self._gaps: list[Gap] = []

    def pages(self) -> Pages:
        blocks = [block for block in self._blocks() if any(text.strip() for _, text in block.leaves)]
        head = _head_length([block.text for block in blocks])
        parts: list[str] = []
        for index, block in enumerate(blocks):
            if index:
                parts.append(self._gap(blocks[index - 1], block, "\n" if index < head else "\n\n"))
            for element, text in block.leaves:
                self._pieces.append(Piece(self._at, text, element))
                self._at += len(text)
                parts.append(text)
        if parts:
            parts.append("\n")
        return Pages(self._document, "".join(parts), tuple(self._pieces), tuple(self._gaps))

    def _gap(self, before: _Block, after: _Block, between: str) -> str:
        self._gaps.append(Gap(self._at, self._at + len(between), before.last, after.first))
        self._at += len(between)
        return between

    def _blocks(self) -> Iterator[_Block]:
        """The paragraphs; one whose end is a tracked deletion goes on in the next."""
        open_block: _Block | None = None
        for paragraph in _paragraphs(self._document.element.body):
            first, before = (open_block.first, open_block.leaves) if open_block else (paragraph, ())
            open_block = _Block(first, paragraph, (*before, *self._leaves(paragraph)))
            if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None:
                yield open_block
                open_block = None
        if open_block is not None:
            yield open_block

    def _leaves(self, element: Element) -> Iterator[tuple[Element, str]]:
        for child in element.iterchildren(tag="*"):
            if child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif child.tag in _SKIPPED or (child.tag == R and _is_hidden(child)):
                continue
            elif text := _text(child):
                if all(self._fields):
                    yield child, text
            else:
                yield from self._leaves(child)

    def _field(self, kind: str | None) -> None:
        """What stands before `separate` is a field's code, not its result."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


class _Block(NamedTuple):
    first: Element  # its paragraph
    last: Element  # the same, or the last of those that tracked deletions have joined
    leaves: tuple[tuple[Element, str], ...]

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.leaves)


def _paragraphs(element: Element) -> Iterator[Element]:
    for child in element.iterchildren(tag="*"):
        if child.tag == P:
            yield child
        elif child.tag not in _SKIPPED and child.find(f"{W}trPr/{W}del") is None:
            yield from _paragraphs(child)


def _is_hidden(run: Element) -> bool:
    found = run.find(f"{W}rPr/{W}vanish")
    return found is not None and found.get(f"{W}val") not in {"0", "false", "off"}


def _text(leaf: Element) -> str:
    if leaf.tag == T:
        return (leaf.text or "").translate(AS_SPACE)
    if leaf.tag == f"{W}sym":
        return _SYMBOLS.get((leaf.get(f"{W}char") or "").upper(), "")
    return _CHARACTERS.get(leaf.tag, "")


def _head_length(paragraphs: list[str]) -> int:
    """How many paragraphs at the top are front matter, with its marks, or headers."""
    if paragraphs and paragraphs[0].strip() == "---":
        return next((at + 1 for at, line in enumerate(paragraphs) if at and line.strip() == "---"), 0)
    fields = next((at for at, line in enumerate(paragraphs) if not is_field(line)), len(paragraphs))
    return fields if fields > 1 else 0
