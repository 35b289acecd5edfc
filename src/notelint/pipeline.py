"""The table of contents: read, zone, choose, analyse, match, report.

Every door calls `check`. A draft that cannot be judged is a line in the report, not the end of the run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from notelint.errors import NotelintError
from notelint.types import Draft, DraftKind, DraftReport, FailOn, Failure, Report

if TYPE_CHECKING:
    from notelint.rulebook import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the caller of a run decides; each wins over the config.

    Args:
        kind: what the drafts are.
        select: run only these rules; empty: all.
        ignore: leave these rules out.
        fail_on: the mildest severity that fails the run.
        config: a config file for all drafts, instead of the nearest one.
        stdin_filename: the name for the draft on standard input.
        now: the present moment.
    """

    kind: DraftKind | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: FailOn | None = None
    config: str | None = None
    stdin_filename: str = "-"
    now: datetime | None = None
