"""One thread for the products of matrices: two of them parse a letter no sooner, and wait for each other in a loop."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

_ASKED_FOR = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


_taken = Lock()
"""Held by the thread that has set the limit, which it alone can lift again."""


@contextmanager
def one_thread() -> Iterator[None]:
    """While it lasts, numpy multiplies in one thread, unless the environment says how many it shall take.

    Of several that are inside at once the first alone limits it, for all, until it leaves: a second would find that
    limit, and put it back for good when it leaves last.
    """
    if any(os.environ.get(name) for name in _ASKED_FOR) or not _taken.acquire(blocking=False):
        yield
        return
    try:
        with _libraries().limit(limits=1, user_api="blas"):
            yield
    finally:
        _taken.release()


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    """The libraries that are loaded, looked for once, after the model."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415 - not needed by a command, which sets the environment

    return ThreadpoolController()
