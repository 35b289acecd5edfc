"""The written form of a rule file that extends another rule: all keys of a rule but `check`, and none that must be."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from notelint.catalogue.schema import (
    ID,
    Closed,
    Examples,
    KindOrAll,
    MissingPart,
    OneOrMany,
    PatternLike,
    Region,
    Severities,
    Templates,
)


class RuleChange(Closed):
    """What a rule changes of another one, as written in a file of its own."""

    model_config = ConfigDict(title="A change of a rule of notelint")

    extends: str = Field(description="The id of the rule that this one begins as.")
    id: str | None = Field(
        default=None,
        pattern=ID,
        description="The file's name without `.yml`; that of the other rule, or none, changes the other rule itself.",
    )
    summary: str | None = Field(default=None, min_length=1, description="Instead of the other's.")
    label: str | None = Field(default=None, description="Instead of the other's.")
    since: str | None = Field(default=None, description="The version in which it came.")
    chapter: list[int] | None = Field(default=None, description="Instead of the other's.")
    kinds: Annotated[list[KindOrAll], OneOrMany()] | None = Field(
        default=None, min_length=1, description="Instead of the other's."
    )
    severity: Severities | None = Field(default=None, description="Instead of the other's.")
    message: str | None = Field(default=None, min_length=1, description="Instead of the other's.")
    why: str | None = Field(default=None, min_length=1, description="Instead of the other's.")
    suggest: Templates | None = Field(default=None, description="Instead of the other's.")
    replaces: Literal["match", "clause", "sentence"] | None = Field(default=None, description="Instead of the other's.")
    in_: Annotated[list[Region], OneOrMany()] | None = Field(
        default=None, alias="in", description="Instead of the other's."
    )
    needs: list[str] | None = Field(default=None, description="Instead of the other's.")
    forbid: list[PatternLike] = Field(default=[], min_length=1, description="Beside the other's.")
    require: list[PatternLike] = Field(default=[], min_length=1, description="Beside the other's.")
    unless: list[PatternLike] = Field(default=[], min_length=1, description="Beside the other's.")
    at_least: int | None = Field(default=None, ge=1, description="Instead of the other's.")
    given: str | None = Field(default=None, description="Instead of the other's.")
    missing: MissingPart | None = Field(default=None, description="Instead of the other's.")
    options: dict[str, Any] = Field(default={}, description="Over the other's.")
    replace: dict[str, str] = Field(default={}, description="Over the other's.")
    examples: Examples = Field(
        default=Examples(), description="Beside the other's; the same text takes the place of the other's."
    )
