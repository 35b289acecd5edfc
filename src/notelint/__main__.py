"""`python -m notelint`, and the console script."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command on the arguments of this process and exit with its status."""
    try:
        from notelint.ui.cli import run  # noqa: PLC0415 - an interrupt while it is imported is no traceback either

        status = run(sys.argv[1:])
        from notelint.start import leave  # noqa: PLC0415 - likewise
    except KeyboardInterrupt:
        sys.exit(130)
    leave(status)


if __name__ == "__main__":
    main()
