"""What an editor holds: a text under a URI, and where it lies or would lie on disk."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from pygls.uris import to_fs_path

from notelint.drafts import walk

_UNNAMED = frozenset({"", "untitled", "buffer", "inmemory"})  # VS Code; Sublime Text; Monaco
_NO_DRAFTS = (".docx", ".yml", ".yaml", ".json")  # without a text of its own; rules, settings


class Document(Struct, frozen=True, eq=False):
    """One state of an open draft; the next state is another document.

    Attributes:
        uri: as the editor names it.
        path: its place on disk; a draft that was never saved lies in the workspace.
        text: with line ends as the editor sent them.
        version: the editor's count of changes.
    """

    uri: str
    path: str
    text: str
    version: int | None

    @property
    def data(self) -> bytes:
        """What the file would hold; half a surrogate pair is a question mark, which is as long."""
        return self.text.encode("utf-8", "replace")


def place(uri: str, language: str | None, folder: Path) -> str | None:
    """Where a document lies.

    Args:
        uri: as the editor names it.
        language: the editor's word for what it is.
        folder: where a draft counts as lying that was never saved.

    Returns:
        A path; None for what is no file and no new draft, such as the old side of a comparison.
    """
    scheme = urlsplit(uri).scheme
    path = to_fs_path(uri) if scheme == "file" else None
    if path:
        return path
    if scheme not in {*_UNNAMED, "file"}:
        return None
    name = re.sub(r"[^\w.]+", "-", unquote(uri)).strip("-") or "unnamed"
    suffix = ".md" if language == "markdown" else ".txt"
    return str(folder / f"{name}{'' if Path(name).suffix in {'.md', '.txt', '.eml'} else suffix}")


def is_draft(path: str) -> bool:
    """Whether a document is to be judged: no settings or rules, no Word file, no README."""
    name = Path(path).name.lower()
    skipped = any(fnmatchcase(name, pattern) for pattern in walk.SKIPPED)
    return not name.endswith(_NO_DRAFTS) and not skipped
