"""What a format needs beyond the plain installation."""

from __future__ import annotations

from notelint.errors import DraftError


def absent(extra: str, what: str, path: str) -> DraftError:
    """The error for a draft that cannot be read because an extra is not installed.

    Args:
        extra: its name in `pip install 'notelint[NAME]'`.
        what: what cannot be read without it.
        path: the draft.
    """
    return DraftError(f"{what} needs the extra `{extra}`: pip install 'notelint[{extra}]'", path=path)
