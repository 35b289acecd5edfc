import io
import json
import sys
from pathlib import Path

import jsonschema
import pytest

FRONTED = """\
---
kind: follow-up
subject: Interview on Tuesday
---

<!-- notelint-ignore no-gifts: a joke we shared -->
Dear Ms. Okafor,

Thank you for Tuesday.

Best regards,
Lee

> On Monday you wrote:
> Please come.
"""


@pytest.fixture
def fronted(tmp_path):
    (tmp_path / "draft.md").write_text(FRONTED, encoding="utf-8")
    return "draft.md"


def test_rules_lists_every_rule_with_its_severity(notelint):
    result = notelint("rules")
    assert result.status == 0
    [line] = [line for line in result.out.splitlines() if line.split()[:1] == ["no-feedback-requests"]]
    assert line.split()[1] == "error"


def test_rules_as_json(notelint):
    rules = json.loads(notelint("rules", "--format", "json").out)["rules"]
    assert {"no-gifts", "express-gratitude", "not-empty"} <= {rule["id"] for rule in rules}


def test_every_rule_has_a_page(notelint):
    for rule in json.loads(notelint("rules", "--format", "json").out)["rules"]:
        result = notelint("explain", rule["id"])
        assert result.status == 0
        assert result.out.startswith(rule["id"] + "\n")
        assert "Why it hurts" in result.out


def test_explain_on_a_draft_shows_the_clauses(notelint, faulty):
    result = notelint("explain", "no-feedback-requests", faulty)
    assert result.status == 0
    assert "Could you give me some feedback on my interview?" in result.out
    assert "request" in result.out


def test_zones(notelint, fronted):
    out = notelint("zones", fronted).out
    for zone in ("headers", "greeting", "body", "closing", "signature", "quoted"):
        assert zone in out


def test_body_is_what_is_to_be_sent(notelint, fronted):
    assert notelint("body", fronted).out == "Dear Ms. Okafor,\n\nThank you for Tuesday.\n\nBest regards,\nLee\n"


def test_schema_is_a_json_schema_that_rules_keep(notelint):
    schema = json.loads(notelint("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "forbid" in json.dumps(schema)


def test_test_runs_the_examples_of_one_rule(notelint, request):
    path = request.config.rootpath / "rules" / "tone" / "no-gifts.yml"
    result = notelint("test", path)
    assert result.status in {0, 1}
    assert "1 rule" in result.out


@pytest.mark.parametrize(
    "command", [["zones"], ["body"], ["explain", "match-company"], ["check"]], ids=lambda words: words[0]
)
@pytest.mark.parametrize("name", ["interview.yml", "panel/interview.yml"])
def test_an_interview_file_is_no_draft(notelint, command, name):
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text("company: Northwind\n", encoding="utf-8")
    result = notelint(*command, name)
    assert result.status == 2
    assert result.err == f"notelint: {name}: this is an interview file; name a draft, or its folder\n"


@pytest.mark.parametrize(
    ("lay", "said"),
    [
        pytest.param(
            lambda path: path.write_text("company: [\n"), "1:10: `company`: the bracket `[`", id="open bracket"
        ),
        pytest.param(
            lambda path: path.symlink_to("gone.yml"), " this interview file cannot be read", id="a link to nowhere"
        ),
    ],
)
def test_a_broken_interview_file_is_one_line(notelint, fronted, lay, said):
    lay(Path("interview.yml"))
    result = notelint("check", fronted)
    assert result.status == 2
    assert result.err.startswith(f"notelint: interview.yml:{said}")
    assert result.err.count("\n") == 1


def test_explain_of_several_rules_reads_standard_input_once(notelint, monkeypatch):
    draft = "Dear Ana,\n\nI left a cake for you. Could you tell me how I did?\n\nBest,\nLee\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(draft.encode())))
    result = notelint("explain", "no-gifts,no-feedback-requests", "-")
    assert result.status == 0
    assert result.out.count("I left a cake for you.") == 2
