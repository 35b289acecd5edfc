"""The options of `check:` rules, one model a check, by the name that stands in the rule.

A check is known when it has a model here; its function lives in `matching/checks/`. Imports pydantic, so it is imported
only when rules are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationError
from pydantic_core import PydanticCustomError

from notelint.catalogue import nearest
from notelint.types import WordRange

_RANGE = re.compile(r"(\d{1,5}) ?(?:-|–|to) ?(\d{1,5})")


class NoOptions(BaseModel):
    """A check that has nothing to set."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


class SendPromptly(NoOptions):
    """How long a thank-you may take."""

    hours: int = Field(default=24, ge=1, le=24 * 14)


class WaitBeforeFollowUp(NoOptions):
    """How long a follow-up waits when the company named no day."""

    business_days: int = Field(default=5, ge=0, le=60)


def _word_range(written: object) -> WordRange:
    match = _RANGE.fullmatch(str(written).strip())
    if match is None or int(match[1]) > int(match[2]):
        raise PydanticCustomError("word_range", "write the least and the most words, such as `60-250`")
    return WordRange(int(match[1]), int(match[2]))


class KeepItConcise(NoOptions):
    """How many words the body of each kind of draft may have."""

    thank_you: Annotated[WordRange, PlainValidator(_word_range)] = Field(default=WordRange(60, 250), alias="thank-you")
    follow_up: Annotated[WordRange, PlainValidator(_word_range)] = Field(default=WordRange(40, 200), alias="follow-up")
    reminder: Annotated[WordRange, PlainValidator(_word_range)] = WordRange(30, 120)


class ReadableProse(NoOptions):
    """How many words a sentence may have, and how many long ones an average sentence."""

    words_a_sentence: int = Field(default=40, ge=10, le=200)
    long_words_a_sentence: float = Field(default=8.0, ge=1, le=50)


class CustomizeEachNote(NoOptions):
    """How much drafts to different readers may have in common."""

    share: float = Field(default=0.6, ge=0, le=1)


class LimitFollowUps(NoOptions):
    """How many reminders one application bears."""

    most: int = Field(default=2, ge=0, le=20)


CHECKS: Mapping[str, type[BaseModel]] = {
    "address-concerns": NoOptions,
    "customize-each-note": CustomizeEachNote,
    "keep-it-concise": KeepItConcise,
    "known-headers": NoOptions,
    "limit-follow-ups": LimitFollowUps,
    "match-company": NoOptions,
    "match-recipient": NoOptions,
    "match-weekday": NoOptions,
    "mention-shared-interests": NoOptions,
    "misspelled-words": NoOptions,
    "not-empty": NoOptions,
    "readable-prose": ReadableProse,
    "reminder-due": NoOptions,
    "repeated-words": NoOptions,
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
    if model is None:
        return written
    made = model.model_validate(written)
    return {field.alias or name: getattr(made, name) for name, field in model.model_fields.items()}


def mistake(check: str, written: Mapping[str, object]) -> str | None:
    """What is wrong with the options of a check and how to mend it, or None."""
    try:
        typed(check, written)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        if first["type"] == "extra_forbidden":
            names = [field.alias or name for name, field in CHECKS[check].model_fields.items()]
            return f"there is no option `{name}`; {nearest.choice(name, names)}"
        return f"`{name}`: {first['msg']}"
    return None
