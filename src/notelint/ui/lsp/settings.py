"""What an editor's user sets for the server: `initializationOptions`, or the section `notelint` of their settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from notelint.catalogue import nearest
from notelint.pipeline import Options
from notelint.types import KINDS
from notelint.ui.arguments import MOMENT

SECTION = "notelint"


def read(written: object, base: Options, folder: Path) -> tuple[Options, list[str]]:
    """The options of all checks.

    Args:
        written: what the editor sent: a map with the keys `kind`, `select`, `ignore`, `config` and `now`, perhaps
            below `notelint`; a list may be one text with commas. Null counts as not written.
        base: the options of the command line, which hold where nothing is written.
        folder: what a relative path of a config is seen from.

    Returns:
        The options, and one line on each setting that was left out because it cannot be.
    """
    if isinstance(written, Mapping) and isinstance(written.get(SECTION), Mapping):
        written = written[SECTION]
    if written is None:
        return base, []
    if not isinstance(written, Mapping):
        return base, ['the settings of notelint are a map, such as `{"ignore": ["no-gifts"]}`']
    chosen: dict[str, Any] = {}
    wrong = []
    for key, value in written.items():
        try:
            if key not in _KEYS:
                raise ValueError(f"there is no setting `{key}`; {nearest.choice(str(key), _KEYS)}")  # noqa: TRY301
            if value is not None:
                chosen[key] = _KEYS[key](value, folder)
        except ValueError as problem:
            wrong.append(str(problem))
    return replace(base, **chosen), wrong


def are_ours(written: object) -> bool:
    """Whether settings that an editor sends may be notelint's, and not the sections of other programs alone."""
    if not isinstance(written, Mapping) or SECTION in written:
        return bool(written)
    return any(not isinstance(value, Mapping) for value in written.values())


def _kind(value: object, _folder: Path) -> str:
    if value not in KINDS:
        raise ValueError(f"there is no kind of draft `{value}`; write {', '.join(f'`{kind}`' for kind in KINDS)}")
    return str(value)


def _rules(value: object, _folder: Path) -> frozenset[str]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise ValueError(f'`select` and `ignore` are lists of rules, such as `["no-gifts"]`, not `{value}`')
    return frozenset(part.strip() for part in parts if part.strip())


def _config(value: object, folder: Path) -> str:
    if not isinstance(value, str):
        raise ValueError(f"`config` is the path of a file, not `{value}`")  # noqa: TRY004 - caught with the others
    try:
        path = folder / Path(value).expanduser()
    except RuntimeError:
        path = None
    if path is None or "\0" in value:
        raise ValueError(f"`config`: there is no such place as `{value}`")
    return str(path)


def _now(value: object, _folder: Path) -> datetime:
    try:
        return MOMENT.convert(str(value), None, None)
    except click.BadParameter as problem:
        raise ValueError(f"`now`: {problem.message}") from None


_KEYS: dict[str, Callable[[object, Path], Any]] = {
    "kind": _kind,
    "select": _rules,
    "ignore": _rules,
    "config": _config,
    "now": _now,
}
