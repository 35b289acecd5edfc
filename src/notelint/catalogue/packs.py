"""A rule pack: a folder of rules with a `pack.yml` that says its name, version, licence and what it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from notelint import __version__, files
from notelint.catalogue import nearest
from notelint.catalogue.source import Node, compose
from notelint.errors import RuleError
from notelint.types import Pack

FILE = "pack.yml"

_EXAMPLES = {
    "name": "`name: our-rules`",
    "version": "`version: 1.0.0`",
    "licence": "`licence: MIT`",
    "requires": '`requires: ">=0.1,<1"`',
}
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def read(folder: Path) -> tuple[Pack, list[RuleError]]:
    """The pack that a folder of rules is, and what is wrong with its `pack.yml`.

    With a mistake there the rules in the folder are not worth reading: they may be written for another notelint.
    """
    path = folder / FILE
    plain = Pack(folder.name, str(folder))
    if not path.exists():
        return plain, []
    try:
        root = compose(files.text(path), str(path))
    except RuleError as error:
        return plain, [error]
    except UnicodeDecodeError:
        return plain, [RuleError("this file cannot be read: it is not UTF-8; save it as UTF-8", path=str(path))]
    except OSError as error:
        return plain, [RuleError(f"this file cannot be read: {error.strerror or error}", path=str(path))]
    if root is None or root.kind != "map":
        return plain, [RuleError("this is no pack: it has keys such as `name:`", path=str(path), line=1, column=1)]
    errors = [
        RuleError(message, path=str(path), line=node.line, column=node.column) for node, message in _mistakes(root)
    ]
    given = {key.text: value.text for key, value in root.pairs() if key.text in _EXAMPLES}
    return (plain if errors else Pack(folder=str(folder), **given)), errors


def _mistakes(root: Node) -> Iterator[tuple[Node, str]]:
    for key, value in root.pairs():
        if key.text not in _EXAMPLES:
            yield key, f"there is no key `{key.text}` here; {nearest.choice(key.text, _EXAMPLES)}"
        elif value.kind != "scalar" or not value.text.strip():
            yield value, f"`{key.text}` is one text, such as {_EXAMPLES[key.text]}"
        else:
            yield from ((value, message) for message in _value(key.text, value.text))
    for name, example in _EXAMPLES.items():
        if root.get(name) is None:
            yield root, f"`{name}:` is missing; every pack needs it, such as {example}"


def _value(key: str, text: str) -> Iterator[str]:
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 - only who has packs needs it
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415

    if key == "name" and not _NAME.fullmatch(text):
        yield f"`{text}` is no name of a pack; write small letters and hyphens, such as {_EXAMPLES[key]}"
    try:
        if key == "version":
            Version(text)
        elif key == "requires" and not SpecifierSet(text).contains(__version__, prereleases=True):
            yield f"this pack needs notelint {text}, and this is {__version__}; take a pack and a notelint that fit"
    except InvalidVersion:
        yield f"`{text}` is no version; write numbers with dots, such as {_EXAMPLES[key]}"
    except InvalidSpecifier:
        yield f"`{text}` is no range of versions of notelint; write it such as {_EXAMPLES[key]}"
