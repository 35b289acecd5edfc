"""Edits of a text: put in order, applied, made no larger than what they change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from notelint.types import Edit, Span

_LINE_END = re.compile(r"\r\n|\r|\n")


def ordered(edits: Iterable[Edit], length: int) -> list[Edit]:
    """The edits in the order of the text; what is inserted at one place keeps its order.

    Args:
        edits: edits of one text.
        length: its length in code points.

    Raises:
        ValueError: two of them overlap, or one lies outside the text.
    """
    found = sorted(edits, key=lambda edit: edit.span)
    if any(not 0 <= edit.span.start <= edit.span.end <= length for edit in found):
        raise ValueError("an edit lies outside the text")
    if any(after.span.start < before.span.end for before, after in pairwise(found)):
        raise ValueError("two edits overlap")
    return found


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; line ends in their words become those of the lines around.

    Raises:
        ValueError: see `ordered`.
    """
    done, at = [], 0
    for edit in ordered(edits, len(text)):
        done += [text[at : edit.span.start], words(text, edit)]
        at = edit.span.end
    return "".join([*done, text[at:]])


def words(text: str, edit: Edit) -> str:
    """The words that an edit writes: their line ends are those of the lines around."""
    return _LINE_END.sub(_newline(text, edit.span), edit.text) if _LINE_END.search(edit.text) else edit.text


def smallest(text: str, edit: Edit) -> Edit:
    """The same edit without what its words have in common with the text at both ends."""
    start, end = edit.span
    old, new = text[start:end], edit.text
    head = _common(old, new)
    old, new = old[head:], new[head:]
    tail = _common(old[::-1], new[::-1])
    return Edit(Span(start + head, end - tail), new[: len(new) - tail])


def _newline(text: str, span: Span) -> str:
    """The line end that a text has at a place: the first from there on, else the last before."""
    found = _LINE_END.search(text, span.start)
    if found is None:
        *_, found = (None, *_LINE_END.finditer(text, 0, span.start))
    return found.group() if found else "\n"


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
