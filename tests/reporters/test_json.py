import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from notelint.reporters import json as reporter
from notelint.types import Failure, Fixed, LeftOut, Note, NotRun, Report, Stale, Suggestion

from .build import NOT_RUN, draft, missing, report, span, violation

SCHEMA = json.loads(Path("docs/report.schema.json").read_text(encoding="utf-8"))


def full():
    source = draft()
    fix = Suggestion("feedback", ())
    found = [
        violation(source, "some feedback", fix=fix, same_as="no-pressure"),
        missing(source, "I look forward to hearing from you."),
    ]
    kept = (violation(source, "Tuesday", "no-gifts"),)
    return report(
        source,
        found,
        notes=(Note("send-promptly", "9 hours left"),),
        suppressed=kept,
        not_run=(*NOT_RUN, NotRun("misspelled-words", extra="spelling")),
        valid_until="2026-11-26T14:30:00+01:00",
        known=kept,
    )


REPORTS = [
    pytest.param(Report((full(),), (Failure("x.txt", "there is no such file"),), "model 1"), id="everything"),
    pytest.param(Report((report(kind="unknown", parts=False),)), id="unknown kind"),
    pytest.param(Report(()), id="no draft"),
    pytest.param(
        Report(
            (full(),),
            fixed=(Fixed("a.txt", "repeated-words", 2),),
            left_out=(LeftOut("a.txt", "no-gifts", 3, "it is in quoted mail or in the headers"),),
            stale=(Stale("known.json", "a.txt", "no-gifts", 1),),
        ),
        id="fixes and a baseline",
    ),
]


@pytest.mark.parametrize("run", REPORTS)
def test_the_document_follows_its_schema(run):
    jsonschema.validate(json.loads(reporter.render(run)), SCHEMA)


def test_the_schema_is_closed_and_itself_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    document = json.loads(reporter.render(Report((full(),))))
    document["drafts"][0]["violations"][0]["colour"] = "red"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_the_keys_of_version_1():
    document = json.loads(reporter.render(Report((full(),), (Failure("x", "y"),), "model 1")))
    assert list(document) == [
        "version",
        "notelint",
        "model",
        "position_encoding",
        "drafts",
        "errors",
        "summary",
        "fixed",
        "not_fixed",
        "stale",
        "unjudged",
    ]
    [said] = document["drafts"]
    assert list(said) == [
        "path", "kind", "kind_from", "kind_evidence", "words", "violations", "evidence", "parts", "notes", "suppressed",
        "not_run", "valid_until", "positions_in", "known",
    ]  # fmt: skip
    assert list(said["violations"][0]) == [
        "rule", "severity", "message", "why", "text", "zone", "start", "end", "suggestions", "missing", "fix", "chapter",
        "url", "fingerprint", "same_as", "related",
    ]  # fmt: skip
    assert document["summary"] == {"drafts": 1, "error": 1, "warning": 1, "suggestion": 0}


def test_what_a_rule_that_did_not_run_needs():
    [said] = json.loads(reporter.render(Report((full(),))))["drafts"]
    assert said["not_run"][0] == {"rule": "subject-line", "needs": ["subject"], "extra": None}
    assert said["not_run"][-1] == {"rule": "misspelled-words", "needs": [], "extra": "spelling"}


def test_positions_are_code_points_and_text_is_the_slice():
    source = draft("Hi 👍\r\nsome feedback")
    [said] = json.loads(reporter.render(Report((report(source, [violation(source, "feedback")]),))))["drafts"]
    [found] = said["violations"]
    assert found["start"] == {"line": 2, "column": 6, "offset": span(source, "feedback").start}
    assert source.text[found["start"]["offset"] : found["end"]["offset"]] == found["text"] == "feedback"
    assert found["chapter"] == ["§8"]


def test_evidence_names_only_parts_that_are_there():
    [said] = json.loads(reporter.render(Report((full(),))))["drafts"]
    assert [(entry["rule"], entry["text"]) for entry in said["evidence"]] == [
        ("express-gratitude", "Thank you for taking the time")
    ]


def test_same_report_same_bytes():
    assert reporter.render(Report((full(),))) == reporter.render(Report((full(),)))


@pytest.mark.parametrize(("decoded", "says"), [(False, "file"), (True, "decoded text")])
def test_a_draft_says_where_its_positions_are(decoded, says):
    source = msgspec.structs.replace(draft(), decoded=decoded)
    [said] = json.loads(reporter.render(Report((report(source),))))["drafts"]
    assert said["positions_in"] == says


def test_a_name_that_is_no_text_is_written_all_the_same():
    made = reporter.render(Report((), errors=(Failure("caf\udce9.txt", "cannot be read"),)))
    assert json.loads(made)["errors"] == [{"path": "caf\udce9.txt", "message": "cannot be read"}]
    assert '\n  "errors": [\n    {\n      "path": ' in made, "laid out as all others"
