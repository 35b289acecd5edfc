"""Each way in which a rule file can be wrong, and the line that says so."""

from pathlib import Path

import pytest
import yaml

from .build import mistakes, rule, write

CASES = yaml.safe_load((Path(__file__).parent / "broken.yml").read_text(encoding="utf-8"))


def content(case):
    if "file" in case:
        return case["file"]
    return rule(case["case"], case.get("body", "forbid: [tea]"), **case.get("head", {}))


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What the loader says of a pack that has all these files at once."""
    pack = tmp_path_factory.mktemp("pack")
    files = {f"tone/{case['case']}.yml": content(case) for case in CASES}
    write(pack, {**files, "words/drinks.yml": "drink: [tea, coffee]\n"})
    return mistakes(pack)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["case"]) for case in CASES])
def test_what_is_wrong_where_and_how_to_mend_it(said, case):
    assert said.get(case["case"], []) == case["said"]


def test_every_line_is_one_line():
    assert not [line for case in CASES for line in case["said"] if "\n" in line]
