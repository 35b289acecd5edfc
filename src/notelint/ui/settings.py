"""Settings that a program gives as a map instead of a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

from notelint import config
from notelint.config import Config
from notelint.errors import ConfigError

NAME = "settings"
"""What stands for the file in messages."""


def of(settings: Mapping[str, object]) -> Config:
    """The settings that have the keys and values of `.notelint.yml`.

    Args:
        settings: as the file has them; folders of rules are seen from the current folder.

    Raises:
        ConfigError: something in it is not known, or is no plain value.
    """
    import yaml

    try:
        text = yaml.safe_dump(_plain(settings), allow_unicode=True, sort_keys=False)
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise ConfigError(f"settings are texts, numbers, lists and maps: {reason}", path=NAME) from None
    return config.parse(text, Path(NAME)) if settings else config.DEFAULT


def _plain(value: object) -> object:
    """The same, of plain dicts, lists and texts."""
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(entry) for entry in value]
    return str(value) if isinstance(value, PurePath) else value
