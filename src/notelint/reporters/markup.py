"""HTML put together so that nothing a draft says can become a tag: what is not marked as HTML is escaped."""

from __future__ import annotations

import html
import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # would show the words around them in another order
_LINE_END = re.compile("\r\n?")
_VOID = frozenset({"meta"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Words as they may stand in a page, in tags and in attributes; HTML stays what it is."""
    if isinstance(text, Html):
        return text
    shown = _TURNS.sub("", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _LINE_END.sub("\n", text)))
    return Html(html.escape(shown))


def tag(name: str, /, *children: str, **attributes: str | int | None) -> Html:
    """An element.

    Args:
        name: of the element.
        children: what stands in it; strings that are not HTML are escaped.
        attributes: by name, where `_` stands for `-` and a last `_` keeps off Python's own words; None leaves one out.
    """
    listed = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{listed}>")
    return Html(f"<{name}{listed}>{join(*children)}</{name}>")


def prose(text: str) -> Html:
    """A sentence in which what stands between backticks is to be typed as it is."""
    parts = text.split("`")
    return (
        join(*(tag("code", part) if at % 2 else part for at, part in enumerate(parts)))
        if len(parts) % 2
        else join(text)
    )


def join(*children: str) -> Html:
    """Children one after the other."""
    return Html("".join(escape(child) for child in children))
