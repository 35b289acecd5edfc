"""How mail is parsed: by the standard library, within bounds, for its parser takes quadratic time for some headers.

Imported only for mail, since the library's package is slow to import.
"""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import TYPE_CHECKING, Any

from notelint.errors import DraftError

if TYPE_CHECKING:
    _Policy = EmailPolicy[EmailMessage]
else:
    _Policy = EmailPolicy

_LONGEST = 16_384  # characters of a header: the addresses of 400 people
_LONGEST_OF_PART = 2_048  # of `Content-Type` and its kin, which are taken apart again and again
_ALL = 262_144  # of all headers of a mail and its parts
_PARTS = 500


def bounded(path: str) -> _Policy:
    """The policy for one mail; parsing by it raises DraftError at what no mail program writes.

    Args:
        path: the mail, for the error.
    """
    bounds = _Bounds(path)
    return _Bounded(message_factory=bounds.part, bounds=bounds)  # type: ignore[call-overload,no-any-return]


class _Bounds:
    """What has been parsed of one mail so far."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._parts = 0
        self._characters = 0

    def part(self, policy: Any = None) -> EmailMessage:
        """A new part."""
        self._parts += 1
        if self._parts > _PARTS:
            raise self._error("this mail has more parts than any letter")
        return EmailMessage(policy)

    def header(self, lines: Sequence[str]) -> None:
        """Count a header."""
        name, length = lines[0].partition(":")[0], sum(map(len, lines))
        self._characters += length
        if length > (_LONGEST_OF_PART if name.lower().startswith("content-") else _LONGEST):
            raise self._error(f"the header `{name[:40]}` of this mail is too long")
        if self._characters > _ALL:
            raise self._error("the headers of this mail are too long")

    def _error(self, what: str) -> DraftError:
        return DraftError(f"{what}; save the letter alone, as .txt or .md", path=self._path)


class _Bounded(_Policy):
    """The default policy, which looks at a header's length before it takes the header apart."""

    bounds: _Bounds | None = None

    def header_source_parse(self, sourcelines: Any) -> tuple[str, str]:
        """Name and value of a header."""
        if self.bounds is not None:
            self.bounds.header(sourcelines)
        return super().header_source_parse(sourcelines)
