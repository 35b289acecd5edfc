"""What the caller of a run decides, and what follows from it: which config counts, and what is read."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from notelint.errors import DraftError, UsageError
from notelint.types import Draft, DraftKind, FailOn

if TYPE_CHECKING:
    from notelint.config import Config

STDIN = "-"
_FOLDERS = 256  # of which a run holds the settings
NO_DRAFT = "this is an interview file; name a draft, or its folder"


class Options(Struct, frozen=True, kw_only=True):
    """What the caller of a run decides; each wins over the config.

    Args:
        kind: what the drafts are.
        select: run only these rules, also those that the config turns off; empty: all that it leaves on.
        ignore: leave these rules out.
        fail_on: the mildest severity that fails the run.
        config: a config file for all drafts, or the settings themselves, instead of the nearest file.
        stdin_filename: the name for the draft on standard input.
        now: the present moment; None: what the machine's clock says when the run begins.
        alone: judge each draft by itself: no settings, interview file or other draft that lies around it counts.
        baseline: a file of known violations for all drafts, instead of that of the config; "" for none.
        jobs: how many processes judge; 0: as many as pay for so many drafts on this machine.
        found: the settings of the folders that a run has looked at, which holds to them; None outside of a run.

    Raises:
        UsageError: the config file has no name.
    """

    kind: DraftKind | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: FailOn | None = None
    config: str | Config | None = None
    stdin_filename: str = "-"
    now: datetime | None = None
    alone: bool = False
    baseline: str | None = None
    jobs: int = 1
    found: dict[str, Config] | None = None

    def __post_init__(self) -> None:
        if self.config == "":  # the nearest file is not what was asked for
            raise UsageError("the path of the config is empty; name a file, such as `.notelint.yml`")


NONE = Options()


def read(name: str, options: Options = NONE) -> Draft:
    """Read and zone one draft; `-` is standard input.

    Raises:
        DraftError: it cannot be read, or is an interview file.
    """
    from notelint.drafts import interview
    from notelint.drafts import read as reader

    if name == STDIN:
        return reader.from_bytes(reader.standard_input(), options.stdin_filename)
    if interview.is_interview(name):
        raise DraftError(NO_DRAFT, path=name)
    return reader.read(name)


def choose(path: str, options: Options = NONE) -> Config:
    """The settings for a draft of this name, or for a folder.

    Raises:
        ConfigError: the config is broken.
    """
    return settings(path, options).for_path(Path(path))


def settings(path: str, options: Options = NONE) -> Config:
    """The settings that hold for the folder of a draft of this name, before those of `per_path`.

    Raises:
        ConfigError: the config is broken.
    """
    from notelint import config

    if isinstance(options.config, config.Config):
        return options.config
    if options.config is not None:
        return config.read(Path(options.config))
    if options.alone:
        return config.DEFAULT
    if options.found is None:
        return config.find(Path(path))
    folder = path if os.path.isdir(path) else os.path.split(path)[0]  # noqa: PTH112 - it never raises
    if folder not in options.found:
        if len(options.found) >= _FOLDERS:
            options.found.clear()
        options.found[folder] = config.find(Path(path))
    return options.found[folder]
