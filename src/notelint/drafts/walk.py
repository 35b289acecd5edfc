"""Paths as the user named them → the drafts to check."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase, translate
from pathlib import Path, PurePath

from notelint.drafts.formats import SUFFIXES
from notelint.drafts.ignored import ignored, repository
from notelint.drafts.interview import NAME as INTERVIEW
from notelint.types import Failure

SKIPPED = ("readme*", "changelog*", "contributing*", "license*", "requirements*.txt", "~$*")
"""File names, without case, that a walk leaves out; the last is what Word lays beside a file that is open."""

_SKIPPED = re.compile("|".join(map(translate, SKIPPED)))


def find(paths: Sequence[str], exclude: Sequence[str] = ()) -> tuple[list[str], list[Failure]]:
    """The drafts under these paths.

    A file that is named is always taken. A folder is walked for the suffixes of `formats`; hidden files and folders,
    virtual environments, git-ignored files (unless the named folder itself is ignored), excluded ones and `README*`,
    `CHANGELOG*`, `CONTRIBUTING*`, `LICENSE*`, `requirements*.txt` are left out. A link to a folder is followed once.

    Args:
        paths: files and folders as the user named them; `-` is kept as it is.
        exclude: globs over the path below the folder, the path as shown, the absolute path, or a name; one that names a
            folder leaves out all in it.

    Returns:
        The drafts, sorted, each file once, as the folder that the user named joined with the path below it; and what
        could not be walked.
    """
    drafts: dict[str, str] = {}
    failures: list[Failure] = []
    for path in paths:
        what = _what(path)
        if what == "folder":
            walk = _Walk(path, exclude)
            _add(drafts, walk.drafts)
            failures += walk.failures
            if not walk.drafts and not walk.failures:
                failures.append(Failure(path, walk.nothing()))
        elif what == "file":
            _add(drafts, [path])
        else:
            failures.append(Failure(path, "there is no such file or folder"))
    return sorted(drafts.values()), failures


def around(folder: str, exclude: Sequence[str] = (), *, below: bool) -> list[str]:
    """The drafts and interview files of a folder, as `find` takes them; what cannot be read is left out.

    Args:
        folder: where to look.
        exclude: see `find`.
        below: whether to look in the folders below it too.

    Returns:
        Paths, sorted.
    """
    return sorted(_Walk(folder, exclude, _is_draft_or_interview, below=below).drafts)


def _what(path: str) -> str:
    if path == "-":
        return "file"
    try:
        return "folder" if stat.S_ISDIR(Path(path).stat().st_mode) else "file"
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return "nothing"
    except OSError:  # whoever reads it says why it cannot be read
        return "file"


def _add(drafts: dict[str, str], paths: Iterable[str]) -> None:
    for path in paths:
        drafts.setdefault(path if path == "-" else os.path.realpath(path), path)


class _Walk:
    """One walk, level by level: real folders first, then what links point to, so that a file keeps its real path.

    Args:
        top: the folder as the user named it.
        exclude: see `find`.
        wanted: which files to take.
        below: whether to enter the folders in it.
    """

    def __init__(
        self,
        top: str,
        exclude: Sequence[str],
        wanted: Callable[[os.DirEntry[str]], bool] | None = None,
        *,
        below: bool = True,
    ) -> None:
        self.top = top
        self.exclude = [_glob(pattern) for pattern in exclude]
        self._wanted = wanted or _is_draft
        self._below = below
        self.drafts: list[str] = []
        self.failures: list[Failure] = []
        self._skipped = False  # git ignores a draft
        self._seen: set[tuple[int, int]] = set()
        self._roots: dict[str, str | None] = {}
        self._linked: list[str] = []
        root = repository(top)
        self._roots[top] = None if root and ignored(root, [os.path.realpath(top)]) else root
        level = [top]
        while level or self._linked:
            if not level:
                level, self._linked = self._linked, []
            level = self._step(level)

    def nothing(self) -> str:
        """Why the folder has no drafts."""
        message = f"no drafts ({', '.join(SUFFIXES)}) in this folder"
        return f"{message} but git-ignored ones, which are checked only when named" if self._skipped else message

    def _step(self, level: list[str]) -> list[str]:
        """Take the drafts of one level; returns the folders of the next."""
        files: list[str] = []
        folders: list[str] = []
        for folder in level:
            self._list(folder, files, folders)
        left_out = self._ignored([*files, *folders])
        self._skipped = self._skipped or any(file in left_out for file in files)
        self.drafts += [file for file in files if file not in left_out]
        return [folder for folder in folders if folder not in left_out]

    def _list(self, folder: str, files: list[str], folders: list[str]) -> None:
        """Sort the entries of one folder into drafts, folders and links to folders."""
        try:
            status = Path(folder).stat()
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as problem:
            self.failures.append(Failure(folder, f"this folder cannot be read: {problem.strerror}"))
            return
        names = {entry.name for entry in entries}
        identity = (status.st_dev, status.st_ino)
        if identity in self._seen or ("pyvenv.cfg" in names and folder != self.top):
            return
        self._seen.add(identity)
        root = self._roots[folder]
        if root and ".git" in names:
            root = os.path.realpath(folder)
        inside = self._inside(folder)
        for entry in entries:
            path = inside + entry.name
            if entry.name.startswith(".") or (self.exclude and self._excluded(path)):
                continue
            self._roots[path] = root
            if not _is_folder(entry):
                files += [path] if self._wanted(entry) else []
            elif not self._below:
                continue
            elif entry.is_symlink():
                self._roots[path] = None
                self._linked.append(path)
            else:
                folders.append(path)

    def _inside(self, folder: str) -> str:
        """What stands before the names of a folder's entries in their paths."""
        plain = PurePath(folder)
        if folder == self.top and plain == PurePath():
            return ""
        return str(plain / "x")[:-1]

    def _ignored(self, paths: Sequence[str]) -> set[str]:
        roots = {root for path in paths if (root := self._roots[path])}
        asked = {root: [path for path in paths if self._roots[path] == root] for root in roots}
        return {path for root, inside in asked.items() for path in ignored(root, inside)}

    def _excluded(self, path: str) -> bool:
        below = PurePath(os.path.relpath(path, self.top)).as_posix()
        names = (below, PurePath(path).as_posix(), PurePath(Path(path).absolute()).as_posix(), PurePath(path).name)
        return any(fnmatchcase(name, glob) for glob in self.exclude for name in names)


def _glob(pattern: str) -> str:
    """A pattern for fnmatch, whose `*` crosses slashes: `old/`, `old/**` and `**/old` are all `old`."""
    return pattern.removeprefix("./").removesuffix("/**").rstrip("/").removeprefix("**/")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # links in a circle
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _is_draft_or_interview(entry: os.DirEntry[str]) -> bool:
    return _is_draft(entry) or (entry.name == INTERVIEW and _is_file(entry))


def _is_draft(entry: os.DirEntry[str]) -> bool:
    name = entry.name.lower()
    return name.endswith(SUFFIXES) and _is_file(entry) and _SKIPPED.match(name) is None
