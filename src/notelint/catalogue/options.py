"""The options of `check:` rules, one model a check, by the name that stands in the rule.

A check is known when it has a model here; its function lives in `matching/checks/`. Imports pydantic, so it is imported
only when rules are read.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict


class NoOptions(BaseModel):
    """A check that has nothing to set."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


CHECKS: Mapping[str, type[BaseModel]] = {
    "known-headers": NoOptions,
    "not-empty": NoOptions,
    "unused-suppression": NoOptions,
    "written-in-english": NoOptions,
}


def typed(check: str | None, written: Mapping[str, object]) -> Mapping[str, object]:
    """The options of a check with their types, defaults filled in; those of an unknown check as written.

    Raises:
        ValidationError: an option is not known, or its value is of another type.
    """
    model = CHECKS.get(check or "")
    return written if model is None else model.model_validate(written).model_dump()
