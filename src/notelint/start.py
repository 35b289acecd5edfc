"""How a command starts and ends when it is over soon: measures that are right for a process of its own alone."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "PYDANTIC_DISABLE_PLUGINS": "__all__",
}


_SELDOM = 10_000  # objects more, after which garbage is looked for: those of a few drafts, a megabyte or two


@contextmanager
def hurried() -> Iterator[None]:
    """Start the language model in less time.

    No garbage is looked for among the million things that stay, spaCy comes without its own command line, and the
    libraries below it start no threads, which parse a letter no sooner, and look for no plugins. What the user has set
    in the environment counts. Garbage is looked for again afterwards, though less often than usual: of a draft, hardly
    anything is left that does not go by itself.
    """
    from notelint.language import importing  # noqa: PLC0415 - a command that judges nothing needs it not

    usual = gc.get_threshold()
    gc.set_threshold(0)  # not `gc.disable()`, which the model's reader undoes
    if "numpy" not in sys.modules:  # which asks for it once; see `language.threads` for what is asked later
        for name, value in _ENVIRONMENT.items():
            os.environ.setdefault(name, value)
    importing.hurry()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(usual[0] and max(usual[0], _SELDOM), *usual[1:])


def leave(status: int) -> NoReturn:
    """End the process with this status, without taking down what it has built, which the system does at once.

    What was written is on its way; where that fails, or somebody looks on (a profiler, a coverage tool), Python ends as
    it always does.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(status)
    if sys.gettrace() is not None or sys.getprofile() is not None:
        sys.exit(status)
    os._exit(status)
