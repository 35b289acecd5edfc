"""Which notelint, which Python and which packages these are.

The files of notelint itself are known by size, time of writing, time of any change and number, as Python knows by the
first two whether a module must be compiled again; packages by their names, which hold their versions, and by when one
was last installed.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as `typing` has it, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LIBRARY = os.path.dirname(os.__file__)
_CODE = (".py", ".pyc", ".so", ".pyd", ".pth", ".dist-info", ".egg-info", ".egg-link", ".egg", ".zip")
_PACKAGES = ("site-packages", "dist-packages")


def rules() -> str:
    """The folder of the shipped rules, in the package or, in an editable install, at the project's top."""
    inside = os.path.join(_PACKAGE, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "rules")


def own() -> tuple[str, ...]:
    """The folders of notelint itself, each with a separator at its end."""
    return _with_links([_PACKAGE, rules()])


def others() -> tuple[str, ...]:
    """The folders of Python's library and of installed packages, likewise."""
    return _with_links([_LIBRARY, *_installed()])


def stamp() -> bytes:
    """Bytes that are equal for two runs only when the same code and the same shipped rules judge.

    Raises:
        OSError: a file vanished meanwhile.
    """
    parts = [sys.version, sys.executable, repr(sys.flags), *_packages()]
    return "\0".join([*parts, *_own()]).encode("utf-8", "surrogatepass")


def watched() -> list[bytes]:
    """What `stamp` knows by its times: notelint's own files, and the folders into which packages are installed."""
    return _own_files() + [os.fsencode(path) for path in _installed()]


def tree(folder: str) -> list[bytes]:
    """The files below a folder and the folders in which they lie.

    Raises:
        OSError: a folder may not be read.
    """
    top = os.fsencode(folder)
    inside = files(top)
    return [path for path in (top, *inside, *map(os.path.dirname, inside)) if os.path.exists(path)]


def youngest(paths: Iterable[bytes]) -> float:
    """When one of these files or folders was last changed; seconds since 1970, 0 for none."""
    every = map(os.stat, paths)
    return max((max(status.st_mtime, status.st_ctime) for status in every), default=0.0)


def files(folder: bytes) -> list[bytes]:
    """The files below a folder, without hidden ones and bytecode; none when it is not there.

    Raises:
        OSError: a folder may not be read.
    """
    found: list[bytes] = []
    left = [folder]
    while left:
        try:
            with os.scandir(left.pop()) as entries:
                for entry in entries:
                    if not entry.name.startswith(b".") and entry.name != b"__pycache__":
                        (left if entry.is_dir(follow_symlinks=False) else found).append(entry.path)
        except (FileNotFoundError, NotADirectoryError):
            continue
    return found


def _with_links(folders: list[str]) -> tuple[str, ...]:
    return tuple({path + os.sep for folder in folders for path in (folder, os.path.realpath(folder))})


def _installed() -> list[str]:
    return [path for path in sys.path if path.endswith(_PACKAGES) and os.path.isdir(path)]


def _own_files() -> list[bytes]:
    folders = {os.fsencode(folder): None for folder in (_PACKAGE, rules())}
    return sorted({path for folder in folders for path in files(folder)})


def _own() -> list[str]:
    parts = []
    for path in _own_files():
        status = os.stat(path)
        times = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        parts.append(f"{path!r} {times}")
    return parts


def _packages() -> list[str]:
    """What could be imported from where, Python's own library left out."""
    parts = []
    for path in sys.path:
        parts.append(path)
        folder = path or os.curdir
        if folder.startswith(_LIBRARY) and not folder.endswith(_PACKAGES):
            continue
        try:
            parts += sorted(name for name in os.listdir(folder) if "." not in name or name.endswith(_CODE))
            if folder.endswith(_PACKAGES):
                parts.append(str(os.stat(folder).st_mtime_ns))
        except OSError:
            parts.append("-")
    return parts
