"""What else decides about an open draft: the drafts beside it, its settings, rules of one's own."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from notelint import pipeline
from notelint.config import nearest_file
from notelint.drafts.interview import NAME as INTERVIEW
from notelint.errors import NotelintError
from notelint.ui.lsp.documents import Document

if TYPE_CHECKING:
    from notelint.ui.lsp.server import Server

_WATCHED = ("**/*.{yml,json,txt,md,eml,docx}",)  # settings and rules, weights and baselines, drafts


def beside(path: str, held: Iterable[Document]) -> list[str]:
    """The URIs of the other open documents that may be compared with the one at a path."""
    file = nearest_file(Path(path), INTERVIEW)
    return [document.uri for document in held if document.path != path and _near(document.path, path, file)]


def _near(other: str, path: str, file: Path | None) -> bool:
    if file is not None:
        return nearest_file(Path(other), INTERVIEW) == file
    return Path(other).parent == Path(path).parent


def is_told(ls: Server) -> bool:
    """Whether the editor tells of changes on disk when it is asked to."""
    capable = ls.client_capabilities.workspace
    files = capable.did_change_watched_files if capable else None
    return bool(files and files.dynamic_registration)


def watch(ls: Server) -> None:
    """Ask the editor to tell of changes on disk, where it can."""
    if not is_told(ls):
        return
    options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(glob) for glob in _WATCHED])
    which = lsp.Registration(str(uuid.uuid4()), lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    ls.client_register_capability(lsp.RegistrationParams([which]))


def changes_rules(paths: Iterable[str], held: Iterable[Document], options: pipeline.Options) -> bool:
    """Whether one of these files lies in a folder of rules that an open draft is judged by."""
    folders: set[Path] = set()
    for document in held:
        try:
            folders.update(pipeline.choose(document.path, options).rule_paths)
        except NotelintError:  # said when the draft is checked
            continue
    return any(folder in Path(path).resolve().parents for path in paths for folder in folders)


def forget_rules() -> None:
    """Read all rules anew when they are next asked for."""
    from notelint.matching import rulebook

    rulebook.forget()
