"""A run is watched, so that its report can be kept: Python itself tells what is opened, listed and started.

What a rule reads tomorrow is thus noticed without a word in the rule. Each question (see `probes`) is asked the moment
before the run looks, and once more when it is over; unless both answers are equal the report is not kept. Modules tell
by events of their own what Python does not: `notelint.git`, what git said, `notelint.sent`, what was written,
`notelint.read`, what is to be opened if it can be, and `notelint.looked`, what is looked for.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence

from notelint import store
from notelint.cache import installation, probes, replay
from notelint.cache.answers import Answers
from notelint.cache.probes import Unsure

_SETTLED = 3  # seconds for which what is known by its times must have been at rest
_PROCESSES = {f"multiprocessing.popen_{way}" for way in ("fork", "spawn_posix", "spawn_win32", "forkserver")}
"""Modules that are loaded when somebody starts the first process of his own, of which Python says nothing."""

_SYSTEM = ("/proc/", "/sys/", "/dev/null", "/dev/urandom") if os.name == "posix" else ()
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND
_EARS = {
    "open": "_opened",
    "os.listdir": "_listed",
    "os.scandir": "_scanned",
    "subprocess.Popen": "_started",
    "notelint.git": "_asked_git",
    "notelint.sent": "_wrote",
    "notelint.read": "_read",
    "notelint.looked": "_looked",
}
"""The method of a watch that takes note of an event."""

_FATAL = (
    "notelint.no-git", "notelint.processes", "os.fork", "os.forkpty", "os.posix_spawn", "os.exec", "os.system",
    "socket.connect",
)  # fmt: skip
"""Events after which nobody knows what the report depends on."""


class Watch:
    """One run under watch.

    Args:
        args: its command line.
        paths: the files and folders that it names.
    """

    def __init__(self, args: Sequence[str], paths: Sequence[str]) -> None:
        self._began = time.time()
        self._key = replay.key(list(args)) if store.folder() and "-" not in paths else None
        self._answers = Answers()
        self._loaded = set(sys.modules)
        self._own = (*installation.own(), (store.folder() or "") + os.sep, *_SYSTEM)
        self._apart = (*self._own, *installation.others())
        self._walked: set[str] = set()
        self._git: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
        self._programs: list[str] = []
        self._sent: list[bytes] = []
        self._busy = False
        if self._key:
            self._do(self._first, paths)

    def hear(self, event: str, args: tuple[object, ...]) -> None:
        """Take note of what the interpreter says."""
        if self._key and not self._busy:
            self._do(getattr(self, _EARS.get(event, "_doubt")), *args)

    def keep(self, status: int, until: float, rules: Iterable[str]) -> None:
        """Keep the report, if all is as it was when the run looked at it; nothing is watched any longer.

        Args:
            status: the exit status of the run.
            until: the moment from which it may say something else; seconds since 1970.
            rules: folders of rules beside the shipped ones.
        """
        if self._key:
            self._do(self._keep, status, until, rules)
        self._key = None

    def _do(self, what: Callable[..., None], *args: object) -> None:
        """Do something about which no event is heard; when it fails no report is kept."""
        self._busy = True
        try:
            what(*args)
        except (OSError, ValueError, TypeError, Unsure):
            self._key = None
        finally:
            self._busy = False

    # ------------------------------------------------------------ events

    def _opened(self, path: object, mode: object, flags: object) -> None:
        if isinstance(path, int) or self._is_known(path):  # a number: it was opened before
            return
        if (isinstance(mode, str) and not mode.startswith("r")) or (isinstance(flags, int) and flags & _WRITING):
            self._doubt()
        self._answers.ask(probes.FILE, _absolute(path))

    def _read(self, path: object) -> None:
        if not self._is_known(path):
            self._answers.ask(probes.FILE, _absolute(path))

    def _looked(self, path: object) -> None:
        if not self._is_known(path):
            self._answers.ask(probes.NAMED, _absolute(path))

    def _is_known(self, path: object) -> bool:
        """Whether a file belongs to notelint, to Python or to a package, and no walk came by."""
        if isinstance(path, str) and not self._walked and path.startswith(self._apart) and ".." not in path:
            return True  # nearly all that is opened are modules, each by the path of a folder of packages
        name = _absolute(path)
        return name.startswith(self._apart) and os.path.dirname(name) not in self._walked

    def _listed(self, path: object = None) -> None:
        self._list(path, self._apart)

    def _scanned(self, path: object = None) -> None:
        """A walk may find drafts also where packages lie; Python's own finders list folders in the other way."""
        self._list(path, self._own)

    def _list(self, path: object, apart: tuple[str, ...]) -> None:
        name = _absolute(path or os.curdir)
        if not os.path.join(name, "").startswith(apart):
            self._walked.add(name)
            self._answers.scan(name)

    def _started(self, program: object, *_: object) -> None:
        self._programs.append(_absolute(program))

    def _asked_git(self, root: str, paths: Iterable[str], ignored: Iterable[str]) -> None:
        asked, said = self._git.setdefault((self._programs.pop(), root), ([], []))
        asked += paths
        said += ignored

    def _wrote(self, stream: str, data: bytes) -> None:
        if stream == "out":
            self._sent.append(data)
        elif not data.startswith(b"\r"):  # progress, which is wiped out
            self._doubt()

    def _doubt(self, *_: object) -> None:
        raise Unsure

    # ------------------------------------------------------------ beginning and end

    def _first(self, paths: Sequence[str]) -> None:
        self._answers.ask(probes.INSTALL, "")
        for path in paths:
            self._answers.ask(probes.NAMED, path)

    def _keep(self, status: int, until: float, rules: Iterable[str]) -> None:
        """Ask what could not be asked in time, where it is certain that the answer would have been the same."""
        if self._programs or _PROCESSES & sys.modules.keys() - self._loaded:
            self._doubt()
        self._at_rest(installation.watched())
        for folder in dict.fromkeys(rules):
            self._at_rest(installation.tree(folder))
            self._answers.ask(probes.RULES, folder)
        for (program, root), (asked, said) in self._git.items():
            self._answers.git(program, root, asked, said)
        if self._answers.still_given():
            kept = replay.entry(status, b"".join(self._sent), self._began, until, self._answers.given)
            store.put(replay.KIND, self._key or "", kept)

    def _at_rest(self, paths: Iterable[bytes]) -> None:
        if installation.youngest(paths) > self._began - _SETTLED:
            self._doubt()


_HEARD = frozenset((*_EARS, *_FATAL))
_watches: list[Watch] = []  # at most one
_hooks: list[Callable[..., None]] = []  # likewise; it stays as long as the process


def begin(args: Sequence[str], paths: Iterable[str]) -> Watch:
    """Watch what happens from now on; an earlier watch ends."""
    _watches.clear()
    if not _hooks:
        _hooks.append(_hear)
        sys.addaudithook(_hear)
    watch = Watch(args, tuple(paths))
    _watches.append(watch)
    return watch


def _hear(event: str, args: tuple[object, ...]) -> None:
    if event in _HEARD:  # first, as Python says a hundred things that are not
        for watch in _watches:
            watch.hear(event, args)


def _absolute(path: object) -> str:
    """The path as text.

    Raises:
        TypeError: it is none.
    """
    return os.path.abspath(os.fsdecode(path))  # type: ignore[arg-type]
