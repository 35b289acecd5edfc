"""How a reporter may write: colour, width, and the characters that the stream can carry."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from unicodedata import category, combining, east_asian_width

from msgspec import Struct

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34"}
_ASCII = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "§": "section ", "·": "-",
    "→": "->", "✓": "[x]", "✗": "[ ]", "\N{NO-BREAK SPACE}": " ", "\N{REPLACEMENT CHARACTER}": "?",
}  # fmt: skip
_JOINER, _PRESENTATION = "\N{ZERO WIDTH JOINER}", "\N{VARIATION SELECTOR-16}"
_SKIN = range(0x1F3FB, 0x1F400)
_WIDE = 2


class Style(Struct, frozen=True):
    """What the stream can show.

    Args:
        colour: whether ANSI colours are wanted.
        encoding: what the stream can encode; other characters are replaced by plain ones.
        width: columns of the terminal.
    """

    colour: bool = False
    encoding: str = "utf-8"
    width: int = 88

    def paint(self, text: str, *names: str) -> str:
        """The text in these colours (bold, dim, red, green, yellow, blue), or as it is."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"

    def fit(self, text: str) -> str:
        """The text with every character that the stream cannot encode replaced by a plain one."""
        if self._carries(text):
            return text
        return "".join(c if self._carries(c) else _ASCII.get(c, "?") for c in text)

    def _carries(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def show(self, text: str) -> str:
        """Words on one line, harmless to a terminal: no control character, no line end, no direction mark."""
        return self.fit("".join(visible(" ".join(text.split()))))

    def wrap(self, text: str, indent: str, hanging: str | None = None) -> list[str]:
        """The text as lines no wider than the terminal, indented."""
        later = indent if hanging is None else hanging
        return textwrap.wrap(
            self.show(text), self.width, initial_indent=indent, subsequent_indent=later, break_on_hyphens=False
        )


def visible(text: str) -> Iterator[str]:
    """Each character as it may be shown: a tab is four spaces, a control character is harmless, format marks go.

    One string is yielded for each code point, so that widths can be counted.
    """
    for c in text:
        if c == "\t":
            yield "    "
        elif (kind := category(c)) in {"Cc", "Cs", "Zl", "Zp"}:
            yield "\N{REPLACEMENT CHARACTER}"
        elif kind == "Cf" and c != _JOINER:
            yield ""
        else:
            yield c


def widths(text: str) -> list[int]:
    """Columns that each code point takes on a terminal: 2 for wide ones, 0 for marks and joined emoji."""
    out: list[int] = []
    joined = False
    for c in text:
        if c == _PRESENTATION and out:
            out[-1] = max(out[-1], _WIDE if out[-1] else 0)
            width = 0
        elif joined or _adds_nothing(c) or (ord(c) in _SKIN and out and out[-1] == _WIDE):
            width = 0
        else:
            width = _WIDE if east_asian_width(c) in "WF" else 1
        joined = c == _JOINER
        out.append(width)
    return out


def _adds_nothing(c: str) -> bool:
    return c == _JOINER or bool(combining(c)) or category(c) in {"Mn", "Me", "Cf"}


def count(number: int, noun: str) -> str:
    """“1 draft”, “2 drafts”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(items: list[str], last: str = "and") -> str:
    """“a, b and c”."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def shorten(text: str, limit: int = 60) -> str:
    """The words on one line, cut in the middle when they are many."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head, tail = line[: limit * 2 // 3], line[-(limit // 3) :]
    return f"{head.rsplit(' ', 1)[0]} … {tail.split(' ', 1)[-1]}"
