"""One thread for the products of matrices: two of them parse a letter no sooner, and wait for each other in a loop."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

_ASKED_FOR = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


@contextmanager
def one_thread() -> Iterator[None]:
    """While it lasts, numpy multiplies in one thread, unless the environment says how many it shall take."""
    if any(os.environ.get(name) for name in _ASKED_FOR):
        yield
        return
    with _libraries().limit(limits=1, user_api="blas"):
        yield


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    """The libraries that are loaded, looked for once, after the model."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415 - not needed by a command, which sets the environment

    return ThreadpoolController()
