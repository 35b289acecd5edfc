"""Version 1 of the JSON report is a promise: what `contract-1.txt` lists stays as it is; only additions are allowed.

A line is a field with its type, or one of the values that it may have. `pytest tests/reporters --update` adds the lines of
what is new, and takes none away.
"""

import json
from pathlib import Path

import jsonschema
import pytest

from notelint.reporters import json as reporter
from notelint.reporters.positions import ENCODINGS
from notelint.types import Report

from .test_json import REPORTS, full

CONTRACT = Path(__file__).with_name("contract-1.txt")
SCHEMA = json.loads(reporter.schema())


def shape(schema, path="report"):
    """The lines for a schema: of a field that may be null “or null” is part of its type."""
    schema, null = resolved(schema), False
    if "anyOf" in schema:
        [schema] = [resolved(option) for option in schema["anyOf"] if option != {"type": "null"}]
        null = True
    for value in schema.get("enum", [schema["const"]] if "const" in schema else []):
        yield f"{path} = {json.dumps(value)}"
    kind = schema.get("type")
    if isinstance(kind, list):
        [kind], null = [each for each in kind if each != "null"], True
    if kind:
        limits = "".join(f" {key} {schema[key]}" for key in ("minimum", "pattern", "format") if key in schema)
        yield f"{path}: {kind}{limits}{' or null' if null else ''}"
    for key, value in schema.get("properties", {}).items():
        yield from shape(value, f"{path}.{key}")
    if kind == "array":
        yield from shape(schema["items"], f"{path}[]")


def resolved(schema):
    return SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def objects(schema):
    if isinstance(schema, dict):
        if "properties" in schema and schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from objects(value)


def test_nothing_that_was_promised_has_moved(request):
    promised, now = CONTRACT.read_text(encoding="utf-8").splitlines(), list(shape(SCHEMA))
    if request.config.getoption("--update"):
        CONTRACT.write_text("\n".join(dict.fromkeys([*promised, *now])) + "\n", encoding="utf-8")
    assert len(promised) > 200
    assert set(promised) - set(now) == set()


def test_every_object_is_closed_and_every_field_is_always_there():
    assert len(list(objects(SCHEMA))) > 10
    for schema in objects(SCHEMA):
        assert schema["additionalProperties"] is False
        assert set(schema["required"]) == set(schema["properties"])


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("run", REPORTS)
def test_in_every_unit_the_document_follows_the_schema(run, encoding):
    document = json.loads(reporter.render(run, encoding))
    jsonschema.validate(document, SCHEMA)
    assert document["position_encoding"] == encoding


def test_a_document_of_another_version_does_not_follow_it():
    document = {**json.loads(reporter.render(Report((full(),)))), "version": 2}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)
