"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass

from notelint.types import Span, Suggestion


@dataclass(frozen=True, slots=True)
class Finding:
    """A span, what is wrong there (None: the rule's own message), and what to do."""

    span: Span
    message: str | None = None
    suggestion: Suggestion | None = None
