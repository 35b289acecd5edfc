"""The written form of a rule file: closed, typed, the source of the JSON Schema.

These models only say what may be written; `convert.py` makes the nouns of `types` of it. All values come as the text
that stands in the file. Imports pydantic, so it is imported only when rules are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Tag
from pydantic_core import CoreSchema, core_schema
from typing_extensions import TypeAliasType

from notelint.types import Act, Listed, Mark, Polarity, Scope, Severity, Time, Who

PATTERN_KEYS = ("words", "clause", "all", "any", "not", "regex", "rule", "weighs", "takes_up")
TAG = "§"  # marks the names of union members in pydantic's error paths, which stand in no file

ID = r"^[a-z]+(-[a-z0-9]+)*$"

Kind = Literal["thank-you", "follow-up", "reminder"]
KindOrAll = Literal["all", "thank-you", "follow-up", "reminder"]
ExampleKind = Literal["thank-you", "follow-up", "reminder", "unknown"]
Frames = Literal["own", "reported", "quoted", "hypothetical", "any"]
Region = Literal["subject", "greeting", "opening", "body", "closing", "signature", "postscript"]
Modal = Literal[
    "can", "could", "may", "might", "must", "need", "ought", "shall", "should", "will", "would", "dare", "none"
]


class OneOrMany:
    """Marks a list that may be written as its only item."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Wraps what is no list into one before it is validated."""
        return core_schema.no_info_before_validator_function(
            lambda value: value if isinstance(value, list) else [value], handler(source)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The item, or the list."""
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


Phrases = Annotated[list[str], OneOrMany()]
Acts = Annotated[list[Act], OneOrMany()]


class Closed(BaseModel):
    """No key but those named here."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


def _pattern_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return TAG + "text"
    if isinstance(value, list):
        return TAG + "list"
    named = [key for key in PATTERN_KEYS if key in value] if isinstance(value, dict) else []
    return TAG + named[0] if len(named) == 1 else None


if TYPE_CHECKING:
    PatternLike: TypeAlias = "str | list[PatternLike] | Gates"
else:
    PatternLike = TypeAliasType(
        "PatternLike",
        Annotated[
            Annotated[str, Tag(TAG + "text")]
            | Annotated[list["PatternLike"], Tag(TAG + "list")]
            | Annotated["WordsPattern", Tag(TAG + "words")]
            | Annotated["ClausePattern", Tag(TAG + "clause")]
            | Annotated["AllPattern", Tag(TAG + "all")]
            | Annotated["AnyPattern", Tag(TAG + "any")]
            | Annotated["NotPattern", Tag(TAG + "not")]
            | Annotated["RegexPattern", Tag(TAG + "regex")]
            | Annotated["RulePattern", Tag(TAG + "rule")]
            | Annotated["WeighedPattern", Tag(TAG + "weighs")]
            | Annotated["TakesUpPattern", Tag(TAG + "takes_up")],
            Discriminator(_pattern_tag, custom_error_type="pattern", custom_error_message="no pattern"),
        ],
    )


class Gates(Closed):
    """What may stand beside every kind of pattern."""

    act: Acts = Field(default=[], description="Acts of the clause that holds the hit's first token.")
    frame: Annotated[list[Frames], OneOrMany()] = Field(
        default=[], description="Frames of that clause; by default neither reported nor quoted, in `unless` any."
    )
    polarity: Polarity | None = Field(default=None, description="Polarity of that clause.")
    in_: Annotated[list[Region], OneOrMany()] = Field(
        default=[], alias="in", description="Where a hit counts, instead of the rule's `in`."
    )
    unless: list[PatternLike] = Field(
        default=[], description="What strikes a hit: in the clause of the hit, or as wide as its own `within` says."
    )
    then: PatternLike | None = Field(default=None, description="A hit in a later clause of the same sentence.")
    within: Scope | None = Field(
        default=None, description="How near the members of `all` must lie (default sentence), or an `unless` (clause)."
    )
    mark: Mark = Field(default="match", description="What the violation marks.")
    confidence: Literal["full", "low"] = Field(default="full", description="`low` makes its violations suggestions.")


class WordsPattern(Gates):
    """Token phrases."""

    words: Phrases = Field(min_length=1, description="Token phrases, any of them.")


class Slots(Closed):
    """The slots of a clause; all that are named must fit."""

    who: Annotated[list[Who], OneOrMany()] = Field(default=[], description="Who acts.")
    does: Phrases = Field(default=[], description="What is done: phrases from its verb on, with a word at its head.")
    about: Phrases = Field(default=[], description="A phrase in the clause or under it.")
    act: Acts = Field(default=[], description="What the clause does.")
    frame: Annotated[list[Frames], OneOrMany()] = Field(default=[], description="Whose words they are.")
    polarity: Polarity | None = Field(default=None, description="Whether the clause is negated.")
    modal: Annotated[list[Modal], OneOrMany()] = Field(default=[], description="Its modal verb; `none` for no modal.")
    time: Annotated[list[Time], OneOrMany()] = Field(default=[], description="When it happens.")


class ClausePattern(Gates):
    """One clause."""

    clause: Slots


class AllPattern(Gates):
    """Every member within one scope."""

    all: list[PatternLike] = Field(min_length=2)


class AnyPattern(Gates):
    """At least one member."""

    any: list[PatternLike] = Field(min_length=1)


class NotPattern(Gates):
    """No hit of the member within the scope of the enclosing `all`."""

    not_: PatternLike = Field(alias="not")


class RegexPattern(Gates):
    """A regular expression over the text of a paragraph."""

    regex: str = Field(min_length=1)
    case: bool = Field(default=False, description="Whether capitals and small letters are kept apart.")


class RulePattern(Gates):
    """Wherever the patterns of another rule hit."""

    rule: str = Field(description="Its id.")


class WeighedPattern(Gates):
    """A sentence whose words and clauses weigh enough together."""

    weighs: str = Field(description="Name of learned weights in `weights.json`.")
    at_least: float = Field(default=0.0, description="The least weight that hits; without effect beside `below`.")
    below: float | None = Field(default=None, description="The weight from which on it does not hit.")
    sure: float | None = Field(default=None, description="The weight from which on its confidence is full.")
    min_words: int = Field(default=0, ge=0, description="How many words the sentence must have, marks not counted.")


class TakesUpPattern(Gates):
    """A sentence that takes up one of the things that the headers list."""

    takes_up: Annotated[list[Listed], OneOrMany()] = Field(
        min_length=1, description="Header keys under which they are listed: those talked about, doubted, or shared."
    )


class MissingPart(Closed):
    """What is said when a required part is missing, and where."""

    message: str = Field(min_length=1, description="What is missing, in one line.")
    zone: Region = Field(description="Where it belongs; reported at its last sentence, or the first of the opening.")
    insert: list[str] = Field(default=[], description="Sentences to put there.")


class WrittenTemplate(Closed):
    """A suggestion with more than its words."""

    say: str = Field(description="The sentence.")
    unless: str = Field(description="A rule that requires; where the draft has that part, this is not suggested.")


def _map_tag(value: Any) -> str:
    return TAG + ("map" if isinstance(value, (dict, BaseModel)) else "text")


Templates = list[
    Annotated[Annotated[str, Tag(TAG + "text")] | Annotated[WrittenTemplate, Tag(TAG + "map")], Discriminator(_map_tag)]
]


class WrittenExample(Closed):
    """An example with more than a text."""

    text: str = Field(description="`[[ ]]` in a violation: what must be marked.")
    place: Literal["body", "greeting", "closing", "subject", "whole"] = Field(
        default="body", description="What the text is: a paragraph of a note's body, another part, the draft."
    )
    kind: ExampleKind = Field(default="thank-you", description="The kind of the note around it.")
    headers: dict[str, str] = Field(default={}, description="Headers of the note around it.")
    now: str | None = Field(default=None, description="The present moment, such as 2025-03-05 or 2025-03-05T14:30.")
    beside: list[str] = Field(default=[], description="Other drafts of the same application.")


AnyExample = Annotated[
    Annotated[str, Tag(TAG + "text")] | Annotated[WrittenExample, Tag(TAG + "map")], Discriminator(_map_tag)
]


class Examples(Closed):
    """Texts on which the rule must speak, and texts on which it must not."""

    violations: list[AnyExample] = []
    fine: list[AnyExample] = []


Severities = Annotated[
    Annotated[Severity, Tag(TAG + "text")] | Annotated[dict[Kind, Severity], Tag(TAG + "map")], Discriminator(_map_tag)
]
_ONE_OF: dict[str, Any] = {"oneOf": [{"required": [key]} for key in ("forbid", "require", "check")]}


class RuleFile(Closed):
    """One rule, as written in a file of its own."""

    model_config = ConfigDict(title="A rule of notelint", json_schema_extra=_ONE_OF)

    id: str = Field(pattern=ID, description="The file's name without `.yml`.")
    summary: str = Field(min_length=1, description="What it finds, in a few words.")
    label: str = Field(default="", description="The part's name in the checklist, for rules that require.")
    since: str = Field(default="0.1", description="The version in which the rule came.")
    chapter: list[int] = Field(description="Sections of the chapter; empty for what goes beyond it.")
    kinds: Annotated[list[KindOrAll], OneOrMany()] = Field(
        min_length=1, description="The kinds of draft it runs on, or `all`."
    )
    severity: Severities = Field(description="One severity, or one for each kind; a kind left out does not run.")
    message: str = Field(
        min_length=1,
        description="What is wrong, in one line; slots {text} {calm} {name} {company} {position} {day} {topic} "
        "{conversation}.",
    )
    why: str = Field(min_length=1, description="Why it hurts, in a sentence or two.")
    suggest: Templates = Field(
        default=[],
        description="Sentences to write instead, an empty one to leave the words out; slots as in `message`, [words] "
        "for what only the writer knows.",
    )
    replaces: Literal["match", "clause", "sentence"] = Field(
        default="sentence", description="What a suggestion replaces."
    )
    in_: Annotated[list[Region], OneOrMany()] = Field(default=[], alias="in", description="Where it looks.")
    needs: list[str] = Field(default=[], description="Header keys without which it does not run.")
    forbid: list[PatternLike] = Field(default=[], description="Patterns; each hit is a violation.")
    require: list[PatternLike] = Field(default=[], description="Patterns, of which one must hit.")
    unless: list[PatternLike] = Field(default=[], description="What strikes a hit, in the clause of the hit.")
    at_least: int = Field(default=1, ge=1, description="How many hits a draft must have, for rules that require.")
    given: str | None = Field(default=None, description="It speaks only when this rule is satisfied.")
    missing: MissingPart | None = None
    check: str | None = Field(default=None, description="A check with Python of its own, instead of patterns.")
    options: dict[str, Any] = Field(default={}, description="The options of that check.")
    replace: dict[str, str] = Field(default={}, description="Words with a safe replacement.")
    examples: Examples = Examples()


def json_schema() -> dict[str, Any]:
    """The JSON Schema of rule files, for editors."""
    from pydantic.json_schema import models_json_schema  # noqa: PLC0415 - only for the schema itself

    from notelint.catalogue.schema_change import RuleChange  # noqa: PLC0415 - it imports this module

    both: list[Any] = [(RuleFile, "validation"), (RuleChange, "validation")]
    _, definitions = models_json_schema(both, by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule of notelint",
        "if": {"required": ["extends"]},
        "then": {"$ref": "#/$defs/RuleChange"},
        "else": {"$ref": "#/$defs/RuleFile"},
        **definitions,
    }
