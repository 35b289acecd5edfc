"""What lies around the drafts of a run on disk: their interview files, the drafts beside them, other applications.

Whatever was named in a run, a draft sees all that lies there. Of other drafts only headers, zones and text are read,
and once in a run; one that cannot be read is no error of the draft that is judged.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from notelint import files
from notelint.config import repository
from notelint.drafts import glimpse, interview, read, walk
from notelint.drafts.application import STDIN, Key, Surroundings, among, key, lacking
from notelint.drafts.interview import Interview
from notelint.errors import DraftError
from notelint.types import Application, Draft, Headers, Opening

_KEPT = 8  # folders of which the drafts are held, so that a run over many needs the memory of its largest
_SMALL = 1 << 14  # bytes of a file that are held
_NEAR = 256  # folders of which less is held

_Name = TypeVar("_Name")
_Found = TypeVar("_Found")
Exclude = Callable[[str], Sequence[str]]
"""For a folder, the globs of drafts that a walk over it leaves out."""


class _Group(Struct, frozen=True):
    """The drafts under one interview file, or in one folder, by their company and position, and the applications."""

    paths: frozenset[str]
    about: dict[Key, list[Draft]]
    applications: dict[tuple[Key, str], Application]


class _Last(dict[_Name, _Found]):
    """What was found last; a run over many drafts comes to them folder by folder.

    Args:
        most: how many entries are held.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, name: _Name, found: _Found) -> None:
        while len(self) >= self._most:
            del self[next(iter(self))]
        super().__setitem__(name, found)


class Library(Surroundings):
    """What lies around the drafts of one run.

    Args:
        exclude: what walks leave out.
        held: drafts that are judged by another text than that of their file, such as standard input under a name.
    """

    def __init__(self, exclude: Exclude, held: Iterable[Draft] = ()) -> None:
        self._exclude = exclude
        self._folders: _Last[str, str] = _Last(_NEAR)
        self._held = {self._real(draft.path): draft for draft in held if draft.path != STDIN}
        self._places: _Last[str, str] = _Last(1)
        self._bytes: _Last[str, bytes] = _Last(_NEAR)
        self._files: _Last[str, Path | None] = _Last(_NEAR)
        self._interviews: _Last[Path, Interview | DraftError] = _Last(_NEAR)
        self._groups: _Last[str, _Group] = _Last(_KEPT)
        self._walks: _Last[tuple[Path, bool], list[tuple[str, str]]] = _Last(1)
        self._roots: _Last[str, Path] = _Last(_NEAR)
        self._openings: _Last[Path, dict[Key, Opening]] = _Last(_KEPT)

    def headed(self, draft: Draft) -> Draft:
        """The draft with what its interview file says of it.

        Raises:
            DraftError: the interview file is broken.
        """
        found = self._interview(draft.path)
        return interview.given(draft, found) if found else draft

    def application(self, draft: Draft) -> Application | None:
        """The drafts under the same interview file, else those of its folder, with equal company and position.

        Outside of any interview file a draft whose company or position is not known belongs to none.
        """
        own = self._place(draft)
        file = None if draft.path == STDIN else self._file(own)
        if file is None and lacking(draft):
            return None
        group = self._group(file or Path(own).parent)
        about = (key(draft.headers), "" if own in group.paths else own)
        if about not in group.applications:
            group.applications[about] = Application(among(group.about.get(about[0], ()), draft, own))
        return group.applications[about]

    def elsewhere(self, draft: Draft) -> tuple[Opening, ...]:
        """The openings in the draft's repository, else its folder, that are not its own."""
        root = self._root(os.path.dirname(self._place(draft)))
        if root not in self._openings:
            self._openings[root] = dict(self._opened(root))
        own = key(draft.headers)
        return tuple([opening for other, opening in self._openings[root].items() if other != own])

    def _root(self, folder: str) -> Path:
        """The repository in which a folder lies, else the folder."""
        if folder not in self._roots:
            self._roots[folder] = repository(Path(folder)) or Path(folder)
        return self._roots[folder]

    def _place(self, draft: Draft) -> str:
        """Where a draft lies, for which its rules ask one after the other."""
        if draft.path not in self._places:
            self._places[draft.path] = self._real(draft.path)
        return self._places[draft.path]

    def _file(self, path: str) -> Path | None:
        """The interview file that counts for a draft."""
        folder = os.path.dirname(path)
        if folder not in self._files:
            self._files[folder] = interview.find(path)
        return self._files[folder]

    def _interview(self, path: str) -> Interview | None:
        """That file, as read.

        Raises:
            DraftError: it is broken.
        """
        file = self._file(path)
        if file is None:
            return None
        if file not in self._interviews:
            try:
                self._interviews[file] = interview.read(file)
            except DraftError as problem:
                self._interviews[file] = problem
        found = self._interviews[file]
        if isinstance(found, DraftError):
            raise found.with_traceback(None)  # which would hold all that is raised through, draft after draft
        return found

    def _group(self, top: Path) -> _Group:
        """The drafts under an interview file, or in a folder."""
        if str(top) not in self._groups:
            file = top if top.name == interview.NAME and top.is_file() else None
            found = (self._draft(path, file) for path in self._paths(file.parent if file else top, below=bool(file)))
            about: dict[Key, list[Draft]] = {}
            for draft in filter(None, found):
                about.setdefault(key(draft.headers), []).append(draft)
            paths = frozenset(draft.path for drafts in about.values() for draft in drafts)
            self._groups[str(top)] = _Group(paths, about, {})
        return self._groups[str(top)]

    def _paths(self, folder: Path, *, below: bool) -> Iterator[str]:
        """The drafts in a folder: those that lie there, and those that are held for files that are not there yet."""
        for path, real in self._walked(folder, below=below):
            if os.path.basename(path) != interview.NAME:
                yield real
        for path in self._held:
            inside = folder in Path(path).parents if below else folder == Path(path).parent
            if inside and not files.exists(path):
                yield path

    def _walked(self, folder: Path, *, below: bool) -> list[tuple[str, str]]:
        """The drafts and interview files in a folder, each with where it lies without links.

        A folder outside of any repository is asked for twice, as itself and as the root.
        """
        walked = folder, below
        if walked not in self._walks:
            found = walk.around(str(folder), self._exclude(str(folder)), below=below)
            self._walks[walked] = [(path, self._real(path)) for path in found]
        return self._walks[walked]

    def _real(self, path: str) -> str:
        """Where a file lies, without links; its folder, which many share, is looked at once."""
        if os.path.islink(path):
            return os.path.realpath(path)
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return os.path.join(self._folders[folder], name)

    def _draft(self, path: str, file: Path | None) -> Draft | None:
        """A draft with its headers when this interview file, or none, counts for it and it can be read."""
        with suppress(DraftError):
            if self._file(path) == file:
                draft = self._held.get(path) or self._read(path)
                return self.headed(draft if draft.path == path else replace(draft, path=path))
        return None

    def _read(self, path: str) -> Draft:
        """A draft, of which the bytes are kept while others may ask for them."""
        data = read.content(path, again=True)
        if len(data) <= _SMALL:
            self._bytes[path] = data
        return read.from_bytes(data, path)

    def _opened(self, root: Path) -> Iterator[tuple[Key, Opening]]:
        for path, real in self._walked(root, below=files.exists(root / ".git")):
            with suppress(DraftError, OSError):
                own = self._own_headers(real)
                shared = self._interview(path) if own else None
                if own and (own.value("company") or shared):
                    headers = interview.merged(own, shared.headers.entries) if shared else own
                    yield key(headers), Opening(headers.value("company"), headers.value("position"), path)

    def _own_headers(self, path: str) -> Headers | None:
        """What a draft or interview file says itself, when it may name a company or position."""
        if path in self._held:
            return self._held[path].headers
        return glimpse.openings(path, self._bytes.get(path))
