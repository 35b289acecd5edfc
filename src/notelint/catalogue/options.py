"""The options of `check:` rules, one model a check, by the name that stands in the rule.

A check is known when it has a model here; its function lives in `matching/checks/`. Imports pydantic, so it is imported
only when rules are read.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from notelint.catalogue import nearest


class NoOptions(BaseModel):
    """A check that has nothing to set."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


class SendPromptly(NoOptions):
    """How long a thank-you may take."""

    hours: int = Field(default=24, ge=1, le=24 * 14)


class WaitBeforeFollowUp(NoOptions):
    """How long a follow-up waits when the company named no day."""

    business_days: int = Field(default=5, ge=0, le=60)


class CustomizeEachNote(NoOptions):
    """How much drafts to different readers may have in common."""

    share: float = Field(default=0.6, ge=0, le=1)


class LimitFollowUps(NoOptions):
    """How many reminders one application bears."""

    most: int = Field(default=2, ge=0, le=20)


CHECKS: Mapping[str, type[BaseModel]] = {
    "address-concerns": NoOptions,
    "customize-each-note": CustomizeEachNote,
    "known-headers": NoOptions,
    "limit-follow-ups": LimitFollowUps,
    "match-company": NoOptions,
    "match-recipient": NoOptions,
    "match-weekday": NoOptions,
    "mention-shared-interests": NoOptions,
    "not-empty": NoOptions,
    "reminder-due": NoOptions,
    "send-promptly": SendPromptly,
    "unused-suppression": NoOptions,
    "wait-before-follow-up": WaitBeforeFollowUp,
    "write-to-each-interviewer": NoOptions,
    "written-in-english": NoOptions,
}


def typed(check: str | None, written: Mapping[str, object]) -> Mapping[str, object]:
    """The options of a check with their types, defaults filled in; those of an unknown check as written.

    Raises:
        ValidationError: an option is not known, or its value is of another type.
    """
    model = CHECKS.get(check or "")
    return written if model is None else model.model_validate(written).model_dump()


def mistake(check: str, written: Mapping[str, object]) -> str | None:
    """What is wrong with the options of a check and how to mend it, or None."""
    try:
        typed(check, written)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        if first["type"] == "extra_forbidden":
            return f"there is no option `{name}`; {nearest.choice(name, CHECKS[check].model_fields)}"
        return f"`{name}`: {first['msg']}"
    return None
