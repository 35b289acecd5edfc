"""The fenced blocks of a page."""

import re
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).parents[2] / "docs"
_FENCE = re.compile(
    r"^```(?P<language>\w*)(?: title=(?P<title>\S+))?(?: part=(?P<part>\S+))?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Block(NamedTuple):
    """One block; `title` is the file that it is, `part` the key of that file that it replaces."""

    language: str
    title: str
    part: str
    text: str


def blocks(page):
    """The blocks of a page of docs/, in order."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return [Block(*(found[name] or "" for name in Block._fields)) for found in _FENCE.finditer(text)]
