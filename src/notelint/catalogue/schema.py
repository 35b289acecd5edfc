"""The written form of a rule file: closed, typed, the source of the JSON Schema.

These models only say what may be written; `convert.py` makes the nouns of `types.py` of it. Imported when rules are read
from YAML, never for a run from the compiled cache.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from typing_extensions import TypeAliasType

from notelint.types import Act, DraftKind, Mark, Polarity, RegionKind, Scope, Severity, Time, Who

PATTERN_KEYS = ("words", "clause", "all", "any", "not", "regex", "rule")
FrameName = Literal["own", "reported", "quoted", "hypothetical", "any"]
Region = RegionKind | Literal["opening"]


class Closed(BaseModel):
    """No key but those named here."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def _one_or_list(kind: Any) -> Any:
    return kind | list[kind]


class Gates(Closed):
    """What may stand beside every kind of pattern."""

    act: _one_or_list(Act) = Field(default=[], description="Acts of the clause that holds the hit's first token.")  # type: ignore[valid-type]
    frame: _one_or_list(FrameName) = Field(default=[], description="Frames of that clause; by default neither reported nor quoted.")  # type: ignore[valid-type]
    polarity: Polarity | None = Field(default=None, description="Polarity of that clause.")
    in_: list[Region] = Field(default=[], alias="in", description="Regions in which a hit counts.")
    unless: Unless = Field(default=[], description="What strikes a hit, in its clause unless `within` says otherwise.")
    then: PatternLike | None = Field(default=None, description="A hit in a later clause of the same sentence.")
    within: Scope | None = Field(default=None, description="The unit in which the members of `all`, or an `unless`, must lie.")
    mark: Mark = Field(default="match", description="What the violation marks.")
    confidence: Literal["full", "low"] = Field(default="full", description="`low` makes its violations suggestions.")


class WordsPattern(Gates):
    """Token phrases."""

    words: _one_or_list(str) = Field(description="Token phrases, any of them.")  # type: ignore[valid-type]


class ClauseSlotsModel(Closed):
    """The slots of a clause; all that are named must fit."""

    who: _one_or_list(Who) = []  # type: ignore[valid-type]
    does: _one_or_list(str) = []  # type: ignore[valid-type]
    about: _one_or_list(str) = []  # type: ignore[valid-type]
    act: _one_or_list(Act) = []  # type: ignore[valid-type]
    frame: _one_or_list(FrameName) = []  # type: ignore[valid-type]
    polarity: Polarity | None = None
    modal: _one_or_list(str) = []  # type: ignore[valid-type]
    time: _one_or_list(Time) = []  # type: ignore[valid-type]


class ClausePattern(Gates):
    """One clause."""

    clause: ClauseSlotsModel


class AllPattern(Gates):
    """Every member within one scope."""

    all: list[PatternLike] = Field(min_length=2)


class AnyPattern(Gates):
    """At least one member."""

    any: list[PatternLike] = Field(min_length=1)


class NotPattern(Gates):
    """No hit of the member; only inside `all`."""

    not_: PatternLike = Field(alias="not")


class RegexPattern(Gates):
    """A regular expression over a paragraph's text."""

    regex: str
    case: bool = Field(default=False, description="Whether capitals are kept apart.")


class RulePattern(Gates):
    """Wherever the patterns of another rule hit."""

    rule: str


def _tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "text"
    if isinstance(value, list):
        return "list"
    if isinstance(value, dict):
        named = [key for key in PATTERN_KEYS if key in value]
        return named[0] if len(named) == 1 else None
    return next((key for key in PATTERN_KEYS if hasattr(value, key) or hasattr(value, key + "_")), None)


PatternLike = TypeAliasType(
    "PatternLike",
    Annotated[
    Annotated[str, Tag("text")]
    | Annotated[list["PatternLike"], Tag("list")]
    | Annotated["WordsPattern", Tag("words")]
    | Annotated[ClausePattern, Tag("clause")]
    | Annotated[AllPattern, Tag("all")]
    | Annotated[AnyPattern, Tag("any")]
    | Annotated[NotPattern, Tag("not")]
    | Annotated[RegexPattern, Tag("regex")]
    | Annotated[RulePattern, Tag("rule")],
    Discriminator(
        _tag,
        custom_error_type="pattern",
        custom_error_message="a pattern needs exactly one of `words`, `clause`, `all`, `any`, `not`, `regex`, `rule`",
    ),
    ],
)
Unless = list[PatternLike]


class MissingModel(Closed):
    """What is said when a required part is missing."""

    message: str
    zone: RegionKind | Literal["opening"]
    insert: list[str] = []


class ExampleModel(Closed):
    """An example with more than a text."""

    text: str
    place: Literal["body", "greeting", "closing", "subject", "whole"] = "body"
    kind: DraftKind = "thank-you"
    headers: dict[str, str] = {}
    now: str | None = None
    beside: list[str] = []


class ExamplesModel(Closed):
    """Texts on which the rule must speak, and texts on which it must not."""

    violations: list[str | ExampleModel] = []
    fine: list[str | ExampleModel] = []


class RuleFile(Closed):
    """One rule, as written in a file of its own."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)*$", description="The file's name without `.yml`.")
    summary: str = Field(min_length=1, description="What it finds, in a few words.")
    label: str = Field(default="", description="The part's name in the checklist, for rules that require.")
    chapter: list[int] = Field(description="Sections of the chapter; empty for what goes beyond it.")
    kinds: Literal["all"] | list[Literal["thank-you", "follow-up", "reminder"]]
    severity: Severity | dict[Literal["thank-you", "follow-up", "reminder"], Severity]
    message: str = Field(min_length=1, description="What is wrong, in one line; slots {text} {name} {company} {position} {day}.")
    why: str = Field(min_length=1, description="Why it hurts, in a sentence or two.")
    suggest: list[str] = Field(default=[], description="Sentences to write instead; slots as in `message`, [words] for what only the writer knows.")
    replaces: Literal["match", "clause", "sentence"] = Field(default="sentence", description="What a suggestion replaces.")
    in_: list[Region] = Field(default=[], alias="in", description="Where it looks.")
    needs: list[str] = Field(default=[], description="Header keys without which it does not run.")
    forbid: list[PatternLike] = []
    require: list[PatternLike] = []
    unless: Unless = []
    at_least: int = Field(default=1, ge=1)
    given: str | None = Field(default=None, description="It speaks only when this rule is satisfied.")
    missing: MissingModel | None = None
    check: str | None = Field(default=None, description="A check with Python of its own.")
    options: dict[str, Any] = {}
    replace: dict[str, str] = Field(default={}, description="Words with a safe replacement.")
    examples: ExamplesModel = ExamplesModel()


Gates.model_rebuild()
for _model in (WordsPattern, ClausePattern, AllPattern, AnyPattern, NotPattern, RegexPattern, RulePattern, RuleFile):
    _model.model_rebuild()


def json_schema() -> dict[str, Any]:
    """The JSON Schema of rule files, for editors."""
    schema = RuleFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A rule of notelint", **schema}
