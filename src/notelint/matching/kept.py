"""Compiled rules as bytes, which the store keeps between runs, and back.

Reading and compiling all rules takes longer than loading the language model.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from notelint import files
from notelint.catalogue.folders import rule_files, shipped
from notelint.errors import NotelintError
from notelint.language import model
from notelint.matching.compile import CompiledCatalogue, CompiledRule
from notelint.matching.packed import pack
from notelint.shelf import Shelf
from notelint.types import Catalogue, Pack, Rule

_ALIGNED = 64  # bytes, at which any array may begin
_MOST = 1000  # parts
_MAKERS = ("spacy", "regex", "numpy", model.DEFAULT)


def key(rule_paths: Iterable[Path]) -> str | None:
    """Under which compiled rules are kept: a hash of all that they are made of, and of what makes them.

    Rules of the user's own count by what is in them, notelint's own files by their times.

    Args:
        rule_paths: folders of rules beside the shipped ones.

    Returns:
        Letters and digits; None when a file cannot be read, or a folder is not there.
    """
    found = hashlib.blake2b(digest_size=20)
    try:
        makers = (sys.version, *_source(), *(f"{name} {version(name)}" for name in _MAKERS))
        found.update(repr(makers).encode())
        for folder in rule_paths:
            if not folder.is_dir():
                return None
            found.update(f"{folder}\0".encode(errors="surrogateescape"))
            for path in rule_files(folder):
                content = files.read(path)
                found.update(f"{path}\0{len(content)}\0".encode(errors="surrogateescape"))
                found.update(content)
    except (OSError, NotelintError, PackageNotFoundError):
        return None
    return found.hexdigest()


def _source() -> list[tuple[str, int, int]]:
    """Path, size and time of last change of notelint's own files, the shipped rules among them.

    They may be edited where they are installed from; reading them takes longer than all else here.
    """
    folders = os.walk(Path(__file__).parents[1])  # `rglob` takes three times as long
    code = [Path(folder, name) for folder, _, names in folders for name in names if name.endswith(".py")]
    found = [(path, path.stat()) for path in (*code, *rule_files(shipped()))]
    return sorted((str(path), status.st_size, max(status.st_mtime_ns, status.st_ctime_ns)) for path, status in found)


def dump(compiled: CompiledCatalogue) -> bytes:
    """Compiled rules as bytes; of the weights only their index, which is all that judging takes.

    Arrays lie apart, each at a multiple of `_ALIGNED`, so that they are used where they lie. First comes how many parts
    there are, then their sizes, 8 bytes each.
    """
    arrays: list[pickle.PickleBuffer] = []
    written = io.BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL, buffer_callback=arrays.append).dump(compiled)
    parts = [written.getbuffer(), *(array.raw() for array in arrays)]
    sizes = b"".join(size.to_bytes(8, "little") for size in (len(parts), *(len(part) for part in parts)))
    return b"".join(bytes(part).ljust(_aligned(len(part)), b"\0") for part in (sizes, *parts))


def load(data: bytes | memoryview) -> CompiledCatalogue:
    """Compiled rules from bytes that this user's notelint wrote: others could make it run anything.

    Args:
        data: the bytes; arrays in them are used where they lie, and cannot be written.

    Raises:
        Exception: of any class, when the bytes were not made by this very version.
    """
    view = memoryview(data)
    count = int.from_bytes(view[:8], "little")
    if count > _MOST:
        raise ValueError(f"{count} parts cannot be")
    sizes = [int.from_bytes(view[8 * at : 8 * at + 8], "little") for at in range(1, count + 1)]
    at = _aligned(8 * count + 8)
    parts = []
    for size in sizes:
        parts.append(view[at : at + size])
        at += _aligned(size)
    made = pickle.loads(parts[0], buffers=parts[1:])  # noqa: S301 - the store gives back only what this user wrote
    if not isinstance(made, CompiledCatalogue):
        raise TypeError("these are no compiled rules")
    return made


def _aligned(size: int) -> int:
    """The next multiple of `_ALIGNED`."""
    return -(-size // _ALIGNED) * _ALIGNED


class _Pickler(pickle.Pickler):
    """Writes what is large so that it is made when it is asked for."""

    def reducer_override(self, thing: Any) -> Any:
        """How a thing is made again."""
        kind = type(thing)
        recipe = pack(thing, _pickled)
        if recipe is not None:
            return recipe
        if kind is Catalogue:
            return _catalogue, (_each(thing.rules), _each(thing.classes), thing.packs)
        if kind is CompiledRule:
            return kind, (_bare(thing.rule), thing.forbid, thing.require, thing.unless, thing.asked, thing.simple)
        return NotImplemented


def _pickled(thing: Any) -> bytes:
    written = io.BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(thing)
    return written.getvalue()


def _bare(rule: Rule) -> Rule:
    """A rule without its examples: nobody looks at them in a compiled rule, only in the catalogue."""
    return replace(rule, violations=(), fine=())


def _each(things: Mapping[str, Any]) -> dict[str, bytes]:
    return {name: _pickled(thing) for name, thing in things.items()}


def _catalogue(rules: Mapping[str, bytes], classes: Mapping[str, bytes], packs: tuple[Pack, ...]) -> Catalogue:
    return Catalogue(Shelf(rules, pickle.loads), Shelf(classes, pickle.loads), packs=packs)
