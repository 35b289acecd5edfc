"""docs/rule-language.md says what holds: its rule runs, its other pieces load, and no key is left out."""

import re

import pytest

from notelint.catalogue import phrases, schema
from notelint.catalogue.load import read_all, read_rule
from notelint.catalogue.options import CHECKS
from notelint.catalogue.source import compose

from .build import mistakes, rule, write


@pytest.fixture(scope="module")
def page(request):
    return (request.config.rootpath / "docs" / "rule-language.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def blocks(page):
    return re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def test_the_rule_on_the_page_proves_its_examples(blocks, tmp_path):
    from notelint.language import analyse
    from notelint.language.model import split
    from notelint.matching import examples
    from notelint.matching.compile import compile_catalogue

    write(tmp_path, {"tone/no-parking-talk.yml": blocks[0]})
    catalogue, errors = read_all([tmp_path])
    assert [str(error) for error in errors] == []
    compiled = compile_catalogue(catalogue, split)
    failures = examples.run(catalogue.rules["no-parking-talk"], compiled, lambda draft: analyse(draft, None))
    assert [failure.message for failure in failures] == []


def test_the_pieces_on_the_page_load(blocks, tmp_path):
    classes = "answer: [reply]\noutsider: [customer]\ncause: [rain]\n"
    files = {"words/one.yml": classes}
    for place, block in enumerate(blocks[1:]):
        if block.startswith("pay:"):
            files["words/two.yml"] = block
            continue
        body = block if re.search(r"^(forbid|require):", block, re.MULTILINE) else f"forbid: [tea]\n{block}"
        files[f"tone/piece-{'abcdefgh'[place]}.yml"] = rule(f"piece-{'abcdefgh'[place]}", body)
    write(tmp_path, files)
    assert mistakes(tmp_path) == {}
    assert len(files) == len(blocks)


def test_every_key_and_value_stands_on_the_page(page):
    names = set(phrases.TOKEN_KINDS) | set(CHECKS)
    models = (
        schema.RuleFile, schema.WordsPattern, schema.ClausePattern, schema.AllPattern, schema.AnyPattern,
        schema.NotPattern, schema.RegexPattern, schema.RulePattern, schema.Slots, schema.MissingPart,
        schema.WrittenExample, schema.Examples,
    )  # fmt: skip
    for model in models:
        names |= {field.alias or name for name, field in model.model_fields.items()}
    for definition in schema.json_schema()["$defs"].values():
        names |= set(re.findall(r"'enum': \[(.*?)\]", str(definition)))
    values = {value.strip("' ") for name in names for value in name.split(",")}
    assert not {value for value in values if not re.search(rf"(?<![\w-]){re.escape(value)}(?![\w-])", page)}


def test_a_phrase_of_the_page_means_what_it_says():
    assert phrases.mistake("fall short|fell short") is None
    assert read_rule(compose(rule("no-tea", 'forbid: ["by|<weekday>|NUM"]'), "x.yml"), "x.yml", "tone")
