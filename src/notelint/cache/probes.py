"""What a run looked at, as questions that can be asked again: the answers tell whether it would say the same today.

    file     where a path leads, and a hash of what is in the file
    folder   where it leads, and the names in it with what each is
    marks    which of the files that count for all drafts below a folder lie in it
    named    what a path on the command line is, and where it leads
    rules    the files of a folder of rules, at any depth, by their content
    git      which of some paths git ignores
    install  Python, its packages, notelint's own modules and rules

An answer is bytes that are equal when nothing has changed. Contents are hashed: sizes and times are trusted for what is
installed alone (see `installation`).
"""

from __future__ import annotations

import os
import stat

from notelint.cache import installation

try:
    from _blake2 import blake2b  # `hashlib` costs as much as all the rest
except ImportError:
    from hashlib import blake2b

Probe = tuple[bytes, bytes]
"""The kind of question, and what is asked about: a path, or several packed ones."""

FILE, FOLDER, MARKS, NAMED, RULES, GIT, INSTALL = (
    b"file", b"folder", b"marks", b"named", b"rules", b"git", b"install",
)  # fmt: skip
SHARED = (b".git", b".notelint.yml", b"interview.yml")
"""Names that are looked for in each folder above a draft."""

_LARGEST = 16 << 20  # bytes of a file; one that is larger is not worth being asked about
_WEIGHTS = b".json"


class Unsure(Exception):  # noqa: N818 - no error: the run is just not kept
    """The question has no answer that could be compared."""


def ask(probe: Probe) -> bytes:
    """The present answer.

    Raises:
        Unsure: there is none: a device, a file that is too large or may not be read, git that cannot be started.
    """
    kind, about = probe
    try:
        return _ASKED[kind](about)
    except OSError as problem:
        raise Unsure(str(problem)) from problem


def digest(*parts: bytes) -> bytes:
    """A hash of these parts and where each ends."""
    return blake2b(pack(parts), digest_size=20).digest()


def pack(parts: tuple[bytes, ...] | list[bytes]) -> bytes:
    """Parts as one, each after its length."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def unpack(data: bytes) -> list[bytes]:
    """The parts again."""
    parts, at = [], 0
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "big")
        parts.append(data[at + 4 : end])
        at = end
    return parts


def _file(path: bytes) -> bytes:
    real = os.path.realpath(path)
    try:
        status = os.stat(real)
    except (FileNotFoundError, NotADirectoryError):
        return b"absent"
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:  # a pipe must not even be opened
        raise Unsure(path)
    made = blake2b(digest_size=20)
    with open(real, "rb", buffering=0) as file:
        while block := file.read(status.st_size + 1):
            made.update(block)
    return real + b"\0" + made.digest()


def _folder(path: bytes) -> bytes:
    """Hidden names are left out, as they are by who lists a folder; of them a walk looks for `.git` alone."""
    try:
        with os.scandir(path) as entries:
            names = [
                entry.name + (b"/" if entry.is_dir() else b"" if entry.is_file() else b"?") + b"@" * entry.is_symlink()
                for entry in entries
                if not entry.name.startswith(b".") or entry.name == b".git"
            ]
    except (FileNotFoundError, NotADirectoryError):
        return b"absent"
    return pack([os.path.realpath(path), *sorted(names)])


def _marks(folder: bytes) -> bytes:
    return b"".join(_what(os.path.join(folder, name)) for name in SHARED)


def _what(path: bytes) -> bytes:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return b"-"
    return b"f" if stat.S_ISREG(mode) else b"d" if stat.S_ISDIR(mode) else b"?"


def _named(path: bytes) -> bytes:
    return _what(path) + os.path.realpath(path)


def _rules(folder: bytes) -> bytes:
    """Also a folder that is not there has an answer: once it is, rules are found in it."""
    found = [os.path.realpath(folder)]
    for path in sorted(installation.files(folder)):
        if b".y" in path or path.endswith(_WEIGHTS):
            found += [path, _file(path)]
    return pack(found)


def _git(question: bytes) -> bytes:
    program, root, *paths = unpack(question)
    command = [os.fsdecode(part) for part in (program, b"-C", root, b"check-ignore", b"--stdin", b"-z")]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return _answer(command, environment, b"\0".join(paths))


_PIPE = 4096  # bytes that every pipe takes without a reader (POSIX says 512, but all systems take a page)


def _answer(command: list[str], environment: dict[str, str], question: bytes) -> bytes:
    """What a program writes when it is given these bytes; it writes no more than it is given."""
    if len(question) > _PIPE or not hasattr(os, "posix_spawn"):
        import subprocess  # noqa: PLC0415 - slow to import

        done = subprocess.run(  # noqa: S603 - git, as the run itself found it
            command, env=environment, input=question, capture_output=True, check=False
        )
        return done.stdout
    (theirs, ours), (answer, said) = os.pipe(), os.pipe()
    child = None
    try:
        os.write(ours, question)
        actions = [
            (os.POSIX_SPAWN_DUP2, theirs, 0),
            (os.POSIX_SPAWN_DUP2, said, 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        child = os.posix_spawn(command[0], command, environment, file_actions=actions)
    finally:
        for end in (theirs, ours, said, *([answer] if child is None else [])):
            os.close(end)
    with open(answer, "rb") as pipe:
        given = pipe.read()
    os.waitpid(child, 0)
    return given


def _install(_: bytes) -> bytes:
    return installation.stamp()


_ASKED = {
    FILE: _file, FOLDER: _folder, MARKS: _marks, NAMED: _named, RULES: _rules, GIT: _git, INSTALL: _install,
}  # fmt: skip
