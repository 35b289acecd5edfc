"""Suppressions: which violations stay silent, and which suppressions were of no use."""

from __future__ import annotations

from collections.abc import Iterable

from notelint.types import Draft, Suppression, Violation


def suppress(
    draft: Draft, violations: Iterable[Violation]
) -> tuple[list[Violation], list[Violation], list[Suppression]]:
    """Split violations by the draft's suppressions.

    Returns:
        The violations that speak, those that are silenced, and the suppressions that silenced nothing.
    """
    spoken: list[Violation] = []
    silenced: list[Violation] = []
    used: set[Suppression] = set()
    for violation in violations:
        by = silencing(draft, violation)
        (silenced if by else spoken).append(violation)
        used.update(by)
    return spoken, silenced, [entry for entry in draft.suppressions if entry not in used]


def silencing(draft: Draft, violation: Violation) -> list[Suppression]:
    """The draft's suppressions that silence a violation."""
    return [entry for entry in draft.suppressions if _covers(entry, violation)]


def is_silent(draft: Draft, rule: str) -> bool:
    """Whether the draft asks not to hear of a rule at all."""
    return any(entry.rule == rule and entry.scope is None for entry in draft.suppressions)


def _covers(suppression: Suppression, violation: Violation) -> bool:
    if suppression.rule != violation.rule:
        return False
    scope = suppression.scope
    return scope is None or violation.span.overlaps(scope)
