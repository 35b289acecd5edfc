"""The JSON Schema of rule files: fresh in docs/, kept by every shipped rule, closed."""

import json
import re

import jsonschema
import pytest

from notelint.catalogue.load import shipped
from notelint.catalogue.schema import json_schema
from notelint.catalogue.source import compose

from .build import rule

RULES = sorted(path for path in shipped().rglob("*.yml") if path.parent.name != "words")


@pytest.fixture(scope="module")
def validator():
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def data(text):
    """As an editor sees it: numbers and booleans, where the rule has plain ones."""
    written = compose(text, "rule.yml").plain_data()
    if isinstance(written.get("chapter"), list):
        written["chapter"] = [int(section) for section in written["chapter"]]
    return written


def test_the_schema_in_docs_is_fresh(request):
    path = request.config.rootpath / "docs" / "rule.schema.json"
    fresh = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    assert path.read_text(encoding="utf-8") == fresh, "write it again: notelint schema > docs/rule.schema.json"


@pytest.mark.parametrize("path", RULES, ids=[path.stem for path in RULES])
def test_shipped_rules_keep_it(validator, path):
    plain = json.dumps(data(path.read_text(encoding="utf-8"))).replace('"case": "true"', '"case": true')
    written = json.loads(re.sub(r'"(at_least|below|sure|min_words)": "(-?[\d.]+)"', r'"\1": \2', plain))
    assert [error.message for error in validator.iter_errors(written)] == []


@pytest.mark.parametrize("path", RULES, ids=[path.stem for path in RULES])
def test_shipped_rules_name_it(path):
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../../docs/rule.schema.json\n")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("forbids: [tea]", id="unknown-key"),
        pytest.param("forbid: [{word: tea}]", id="no-pattern"),
        pytest.param("forbid: [{words: tea, clause: {who: writer}}]", id="two-patterns"),
        pytest.param("forbid: [{words: tea, act: asking}]", id="unknown-act"),
        pytest.param("forbid: [tea]\ncheck: not-empty", id="forbid-and-check"),
        pytest.param("suggest: [Coffee.]", id="nothing-to-find"),
        pytest.param("forbid: [{all: [{not_: tea}, cup]}]", id="python-name"),
        pytest.param("forbid: [tea]\nexamples: {fine: [{txt: x}]}", id="example"),
    ],
)
def test_it_refuses(validator, body):
    assert list(validator.iter_errors(data(rule("no-tea", body))))
