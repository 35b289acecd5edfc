"""What the caller of a run decides, and what follows from it: which config counts, and what is read."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.types import Draft, DraftKind, FailOn

if TYPE_CHECKING:
    from notelint.config import Config

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the caller of a run decides; each wins over the config.

    Args:
        kind: what the drafts are.
        select: run only these rules, also those that the config turns off; empty: all that it leaves on.
        ignore: leave these rules out.
        fail_on: the mildest severity that fails the run.
        config: a config file for all drafts, instead of the nearest one.
        stdin_filename: the name for the draft on standard input.
        now: the present moment; None: what the machine's clock says when the run begins.
        jobs: how many processes judge; 0: as many as pay for so many drafts on this machine.
    """

    kind: DraftKind | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: FailOn | None = None
    config: str | None = None
    stdin_filename: str = "-"
    now: datetime | None = None
    jobs: int = 1


NONE = Options()


def read(name: str, options: Options = NONE) -> Draft:
    """Read and zone one draft; `-` is standard input.

    Raises:
        DraftError: it cannot be read.
    """
    from notelint.drafts import read as reader

    if name == STDIN:
        return reader.from_bytes(sys.stdin.buffer.read(), options.stdin_filename)
    return reader.read(name)


def choose(path: str, options: Options = NONE) -> Config:
    """The settings for a draft of this name, or for a folder.

    Raises:
        ConfigError: the config is broken.
    """
    from notelint import config

    found = config.read(Path(options.config)) if options.config else config.find(Path(path))
    return found.for_path(Path(path))
