"""The questions that stand for what a run has looked at so far, each with its answer at that moment."""

from __future__ import annotations

import os
from _thread import get_ident
from collections.abc import Iterable

from notelint.cache import probes
from notelint.cache.probes import Probe, Unsure, ask

_MOST = 1000  # questions; to ask more takes as long as to judge a draft
_WITH_MARKS = {probes.FILE, probes.FOLDER, probes.NAMED}


class Answers:
    """All that one run has looked at.

    Attributes:
        given: the answers by question, in the order of asking.
    """

    def __init__(self) -> None:
        self.given: dict[Probe, bytes] = {}
        self._thread = get_ident()

    def ask(self, kind: bytes, about: str | bytes) -> bytes:
        """The answer, and what goes with it: which shared files lie above a path.

        Raises:
            Unsure: there is none, there are too many, or another thread looks, of which the order is not known.
        """
        probe = (kind, os.fsencode(about))
        if probe not in self.given:
            if get_ident() != self._thread or len(self.given) >= _MOST:
                raise Unsure(about)
            self.given[probe] = ask(probe)
            if kind in _WITH_MARKS:
                for folder in sorted(_above(os.fsdecode(about))):
                    self.ask(probes.MARKS, folder)
        return self.given[probe]

    def scan(self, folder: str) -> None:
        """Ask what a folder holds, and of each link in it where that leads.

        Raises:
            Unsure: as above.
            OSError: the folder cannot be read.
        """
        self.ask(probes.FOLDER, folder)
        if os.path.isdir(folder):
            with os.scandir(folder) as entries:
                links = [entry.path for entry in entries if entry.is_symlink()]
            for link in links:
                self.ask(probes.NAMED, link)

    def git(self, program: str, root: str, paths: Iterable[str], said: Iterable[str]) -> None:
        """Ask git again which of these paths it ignores.

        Raises:
            Unsure: it says another thing than the run was told.
        """
        question = probes.pack([os.fsencode(part) for part in (program, root, *sorted(set(paths)))])
        answer = self.ask(probes.GIT, question)
        if {os.fsdecode(path) for path in answer.split(b"\0") if path} != set(said):
            raise Unsure(root)

    def still_given(self) -> bool:
        """Whether all is as it was when the run looked at it.

        Raises:
            Unsure: a question has no answer any longer.
        """
        return all(ask(probe) == answer for probe, answer in self.given.items())


def _above(path: str) -> set[str]:
    """The folders in which a file that counts for this path could lie, by both its names if it is a link."""
    name = os.path.abspath(path)
    real = os.path.realpath(name)
    found = {real} if os.path.isdir(real) else set()
    left = [os.path.realpath(os.path.dirname(name)), os.path.dirname(real)]
    while left:
        folder = left.pop()
        if folder not in found or folder == real:
            found.add(folder)
            if os.path.dirname(folder) != folder:
                left.append(os.path.dirname(folder))
    return found
