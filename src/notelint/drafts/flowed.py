"""Text of `format=flowed` (RFC 3676): lines that end with a space go on below, and ↔ plain lines."""

from __future__ import annotations

import re

_QUOTE = re.compile(r">*")
_SIGNATURE = "-- "


def unfold(text: str, *, delsp: bool = False) -> str:
    """The text with each paragraph on one line.

    Args:
        text: the text of a mail, lines end with LF.
        delsp: whether the space that marks a soft line end is no part of the text (`DelSp=yes`).

    Returns:
        The text, without the spaces that flowed text is stuffed with; quoted lines begin with `>` marks and a space.
    """
    done: list[str] = []
    open_depth: int | None = None  # of the paragraph that goes on
    for line in text.split("\n"):
        depth = len(marks[0]) if (marks := _QUOTE.match(line)) else 0
        words = line[depth:].removeprefix(" ")
        soft = words.endswith(" ") and words != _SIGNATURE
        if open_depth == depth and words not in {"", _SIGNATURE}:  # an empty line ends what a careless sender left open
            done[-1] += words
        else:
            done.append(f"{'>' * depth} {words}" if depth else words)
        open_depth = depth if soft else None
        if soft and delsp:
            done[-1] = done[-1][:-1]
    return "\n".join(line if line == _SIGNATURE else line.rstrip(" ") for line in done)


def fold(text: str) -> str:
    """Plain lines as flowed text that `unfold` reads as the same: one line each, none going on below."""
    return "\n".join(_fixed(line) for line in text.split("\n"))


def _fixed(line: str) -> str:
    words = line if line == _SIGNATURE else line.rstrip(" ")
    return f" {words}" if words.startswith((" ", "From ")) else words
