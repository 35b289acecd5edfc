"""What notelint keeps between two runs, in the user's cache folder: bytes by kind and key.

    get("rules", key) → bytes, or a view of them where they lie; None when there are none, or none that can be trusted
    put("rules", key, data)

Kept bytes may be unpickled by whoever asked for them, so they are given back only from a file that the user owns and
nobody else can write, in a folder of which the same holds, and only when they are, bit by bit, what was put there under
this kind and key. Nobody else can read them. On Windows that cannot be asked: name no folder there that others can
write. Whatever goes wrong means: nothing is kept; it is never an error.

Environment: NOTELINT_CACHE_DIR names another folder, NOTELINT_NO_CACHE (not empty) switches all of it off.

This is imported before anything else is, so of what Python has not loaded already it imports zlib alone.
"""

from __future__ import annotations

import os
import sys
import zlib

FOLDER = "NOTELINT_CACHE_DIR"
OFF = "NOTELINT_NO_CACHE"
_SUFFIX, _UNFINISHED = ".notelint", ".unfinished"
_OURS = b"notelint "
_MAGIC = _OURS + b"2\n"
_BEGUN = 17  # characters of a dot and 16 digits, in the name of what is not finished
_HEAD = 64  # bytes, with a CRC-32: what is kept begins where arrays may lie
_LARGE = 1 << 20  # bytes from which on a file may be mapped: to read 13 MB takes as long as to parse half a letter
_brief = [False]
_MOST = 64 << 20  # bytes of one kind; a report has about 4 KB, compiled rules about 10 MB
_BLOCK = 4096  # bytes that the smallest file takes on a disk
_SWEEP = 512  # a process looks for what is too much at its first `put`, and again after so many
_OTHERS_WRITE = 0o022
_HOUR = 3600
_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# Written by notelint; backups leave this folder out.\n"
_puts = [0]


def folder() -> str | None:
    """The folder of all that is kept, which need not exist yet; None when nothing is to be kept."""
    if os.environ.get(OFF):
        return None
    named = os.environ.get(FOLDER)
    path = os.path.abspath(named) if named else os.path.join(_caches(), "notelint")
    return path if os.path.isabs(path) else None  # a user without a home


class SwitchedOff:
    """Within it nothing is kept and nothing read that was kept, in this process and those that it starts.

    A class, as importing `contextlib` would cost what an answer from the cache takes.
    """

    def __enter__(self) -> None:
        self._before = os.environ.get(OFF)
        os.environ[OFF] = "1"

    def __exit__(self, *_: object) -> None:
        if self._before is None:
            del os.environ[OFF]
        else:
            os.environ[OFF] = self._before


def briefly() -> None:
    """Say that this process ends soon: a large file is not read then but mapped.

    Whoever loses a mapped file, as to another machine, ends without a word, so a server reads what it keeps.
    """
    _brief[0] = sys.platform != "win32"  # where a mapped file cannot be removed


def get(kind: str, key: str) -> bytes | memoryview | None:
    """What was put under this kind and key.

    Args:
        kind: what it is, a word.
        key: letters and digits, such as a hash of all that it depends on.

    Returns:
        The bytes, or in a brief process a view of a large file itself, which stays until the view is gone; or None:
        nothing was put, it was swept away, it is damaged, or another user could have written it.
    """
    root = folder()
    if root is None:
        return None
    try:
        if not _own(os.lstat(os.path.join(root, kind))):
            return None
        found = _read(_path(root, kind, key))
    except OSError:
        return None
    if found is None:
        return None
    head, data = found
    return data if head == _head(kind, key, data) else None


def put(kind: str, key: str, data: bytes) -> None:
    """Keep bytes under a kind and key; two that do so at once both succeed, and one of them wins.

    Args:
        kind: what it is, a word.
        key: letters and digits.
        data: the bytes.
    """
    root = folder()
    if root is None:
        return
    path = _path(root, kind, key)
    begun = f"{path}.{os.urandom(8).hex()}{_UNFINISHED}"
    try:
        if not _made(root, os.path.dirname(path)):
            return
        _write(begun, _head(kind, key, data) + data)
        os.replace(begun, path)
    except OSError:
        _remove(begun)
        return
    if _puts[0] % _SWEEP == 0:
        _sweep(os.path.dirname(path))
    _puts[0] += 1


def clear() -> int:
    """Remove all that is kept, and nothing else.

    Returns:
        The number of files removed.
    """
    count = 0
    for kind in _kinds():
        count += sum(_remove(entry.path) for entry in _files(kind) if _is_kept(entry.path))
        try:
            os.rmdir(kind)
        except OSError:
            continue  # it holds what is not ours
    return count


def info() -> dict[str, tuple[int, int]]:
    """By kind: the number of files kept, and their bytes."""
    found = {os.path.basename(kind): [entry.stat().st_size for entry in _files(kind)] for kind in _kinds()}
    return {kind: (len(sizes), sum(sizes)) for kind, sizes in sorted(found.items()) if sizes}


# ---------------------------------------------------------------- folders


def _caches() -> str:
    """The folder in which programs of this user keep what can be made again."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches")
    named = os.environ.get("XDG_CACHE_HOME", "")  # which counts only when absolute, says its specification
    return named if os.path.isabs(named) else os.path.join(home, ".cache")


def _made(root: str, kind: str) -> bool:
    """Make the folders; False where nothing is to be put.

    Raises:
        OSError: they cannot be made.
    """
    if not _at_home(root):
        return False
    os.makedirs(root, mode=0o700, exist_ok=True)
    os.makedirs(kind, mode=0o700, exist_ok=True)
    _tag(root)
    return _own(os.lstat(kind))


def _at_home(root: str) -> bool:
    """Whether the folder is this user's to make: `sudo` may keep another home, then locked for its owner."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return True
    while not os.path.lexists(root):
        root = os.path.dirname(root)
    return os.lstat(root).st_uid == 0


def _tag(root: str) -> None:
    """Mark the folder for backups, as bford.info/cachedir has it: what is kept tells of letters."""
    path = os.path.join(root, "CACHEDIR.TAG")
    if not os.path.lexists(path):
        try:
            _write(path, _TAG)
        except FileExistsError:  # another run was quicker
            return


def _kinds() -> list[str]:
    root = folder()
    try:
        with os.scandir(root or "") as entries:
            return [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def _files(kind: str) -> list[os.DirEntry[str]]:
    """Our own files of one kind; those that vanish meanwhile are left out."""
    try:
        with os.scandir(kind) as entries:
            return [entry for entry in entries if _is_named_so(entry.name) and _is_there(entry)]
    except OSError:
        return []


def _is_named_so(name: str) -> bool:
    """Whether `put` gives a file such a name, finished or not."""
    key, _, rest = name.partition(_SUFFIX)
    begun = rest.removesuffix(_UNFINISHED)
    return key.isalnum() and (not rest or (rest != begun and len(begun) == _BEGUN and begun[1:].isalnum()))


def _is_kept(path: str) -> bool:
    """Whether a file begins as all that is kept does; one that a crash left unfinished may not have come so far."""
    if path.endswith(_UNFINISHED):
        return True
    try:
        with open(path, "rb") as file:
            return file.read(len(_OURS)) == _OURS
    except OSError:
        return False


def _is_there(entry: os.DirEntry[str]) -> bool:
    try:
        entry.stat(follow_symlinks=False)
    except OSError:
        return False
    return entry.is_file(follow_symlinks=False)


def _sweep(kind: str) -> None:
    """Remove what was put longest ago when there is too much, and what a crash left unfinished."""
    files = sorted(_files(kind), key=lambda entry: entry.stat().st_mtime, reverse=True)
    newest = files[0].stat().st_mtime if files else 0
    total = 0
    for entry in files:
        unfinished = entry.name.endswith(_UNFINISHED)
        total += -(-entry.stat().st_size // _BLOCK) * _BLOCK
        if (total > _MOST) if not unfinished else (entry.stat().st_mtime < newest - _HOUR):
            _remove(entry.path)


# ---------------------------------------------------------------- files


def _path(root: str, kind: str, key: str) -> str:
    if not (kind.isalnum() and key.isalnum()):
        raise ValueError(f"no kind and key of what is kept: {kind!r}, {key!r}")
    return os.path.join(root, kind, key + _SUFFIX)


def _head(kind: str, key: str, data: bytes | memoryview) -> bytes:
    checked = zlib.crc32(data, zlib.crc32(f"{kind}/{key}".encode())).to_bytes(4, "big")
    return (_MAGIC + checked).ljust(_HEAD, b"\0")


def _own(status: os.stat_result) -> bool:
    """Whether a file or folder belongs to this user, and nobody else can write it; Windows' folders see to that."""
    return sys.platform == "win32" or (status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE)


def _read(path: str) -> tuple[bytes, bytes | memoryview] | None:
    """The head of a file and what is kept in it; None when another user could have written it."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb", closefd=True) as file:
        status = os.fstat(handle)
        if not _own(status):
            return None
        if status.st_size >= _LARGE and _brief[0]:
            import mmap  # noqa: PLC0415 - this module is imported before any other

            try:
                whole = memoryview(mmap.mmap(handle, 0, access=mmap.ACCESS_READ))
            except (OSError, ValueError):  # a file system that does not do it
                return file.read(_HEAD), file.read()
            return bytes(whole[:_HEAD]), whole[_HEAD:]
        return file.read(_HEAD), file.read()


def _write(path: str, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(handle, "wb", closefd=True) as file:
        file.write(data)


def _remove(path: str) -> bool:
    try:
        os.unlink(path)
    except OSError:
        return False
    return True
