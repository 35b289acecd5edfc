"""`python -m notelint`, and the console script."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command on the arguments of this process and exit with its status.

    A report that still holds from an earlier run is written at once, before anything else is imported.
    """
    try:
        from notelint.cache.replay import answer  # noqa: PLC0415 - before anything else

        kept = answer(sys.argv[1:])
        if kept is not None:
            os._exit(kept)  # all is written, and nothing is left to tidy up
        from notelint.ui.cli import run  # noqa: PLC0415 - an interrupt while it is imported is no traceback either

        status = run(sys.argv[1:])
        from notelint.start import leave  # noqa: PLC0415 - likewise
    except KeyboardInterrupt:
        sys.exit(130)
    leave(status)


if __name__ == "__main__":
    main()
