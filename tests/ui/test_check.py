import io
import json
import sys

import pytest

from notelint import files
from notelint.matching import rulebook

BROKEN = "no-feedback-requests"
RULE = """\
id: no-mornings
summary: Speaks of the morning.
chapter: []
kinds: all
severity: warning
message: "“{text}” again."
why: Mornings are hard.
forbid:
  - this morning
examples:
  violations:
    - "We met [[this morning]]."
  fine:
    - "We met this evening."
"""


def stdin(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_faulty_draft(notelint, faulty):
    result = notelint(faulty)
    assert result.status == 1
    assert result.err == ""
    assert result.out.startswith("faulty.txt: a thank-you note, judging by “Thank you")
    assert "~~~~~~~~" in result.out
    assert f"[{BROKEN}]" in result.out


def test_check_may_be_written(notelint, faulty):
    assert notelint("check", faulty).out == notelint(faulty).out


@pytest.mark.parametrize(
    ("args", "status"),
    [
        pytest.param([], 1, id="as it is"),
        pytest.param(["--fail-on", "error"], 1, id="an error is an error"),
        pytest.param(["--fail-on", "never"], 0, id="never"),
        pytest.param(["--select", "no-gifts"], 0, id="only another rule"),
        pytest.param(["--select", "no-gifts", "--select", BROKEN], 1, id="two selected"),
        pytest.param(["--select", f"no-gifts,{BROKEN}"], 1, id="two selected with a comma"),
        pytest.param(["--select", f"no-gifts,{BROKEN}", "--ignore", BROKEN], 0, id="ignore wins"),
        pytest.param(["--select", "express-interest", "--fail-on", "error"], 0, id="a warning is no error"),
        pytest.param(["--select", "express-interest"], 1, id="a warning fails"),
    ],
)
def test_exit_status(notelint, faulty, args, status):
    assert notelint(*args, faulty).status == status


def test_json(notelint, faulty):
    document = json.loads(notelint("--format", "json", faulty).out)
    [draft] = document["drafts"]
    assert draft["path"] == "faulty.txt"
    assert BROKEN in [violation["rule"] for violation in draft["violations"]]
    assert document["model"].startswith("en_core_web_sm")


def test_concise(notelint, faulty):
    out = notelint("--format", "concise", faulty).out
    assert out.splitlines()[-1].endswith("]")
    assert any(line.startswith("faulty.txt:3:") and f"[{BROKEN}]" in line for line in out.splitlines())


def test_a_bad_draft_does_not_stop_the_others(notelint, faulty, tmp_path):
    (tmp_path / "latin.txt").write_bytes("Thank you, Zoë".encode("latin-1"))
    (tmp_path / "front.md").write_text("---\nkind: a\nkind: b\n---\nHi", encoding="utf-8")
    result = notelint("--format", "json", faulty, "gone.txt", "latin.txt", "front.md")
    assert result.status == 2
    document = json.loads(result.out)
    assert [draft["path"] for draft in document["drafts"]] == ["faulty.txt"]
    assert {error["path"] for error in document["errors"]} == {"gone.txt", "latin.txt", "front.md"}
    assert len(result.err.splitlines()) == 3


def test_a_folder_is_walked(notelint, faulty, tmp_path):
    (tmp_path / "README.md").write_text("Hey", encoding="utf-8")
    document = json.loads(notelint("--format", "json", ".").out)
    assert [draft["path"] for draft in document["drafts"]] == ["faulty.txt"]


def test_an_empty_folder_is_a_failure(notelint, tmp_path):
    (tmp_path / "empty").mkdir()
    result = notelint("empty")
    assert result.status == 2
    assert "empty: no drafts" in result.err


@pytest.mark.parametrize("args", [["-"], ["--fix", "-"]], ids=" ".join)
def test_standard_input_without_end_is_not_waited_for(notelint, monkeypatch, args):
    monkeypatch.setattr(files, "LARGEST", 1_000_000)
    stdin(monkeypatch, "y\n" * 500_001)
    result = notelint(*args)
    assert (result.status, result.out.strip()) == (2, "")
    assert result.err == "notelint: -: standard input holds more than 1 MB\n"


@pytest.mark.parametrize(("args", "name"), [([], "standard input"), (["--stdin-filename", "note.md"], "note.md")])
def test_standard_input(notelint, monkeypatch, args, name):
    stdin(monkeypatch, "Could you give me some feedback on my interview?\n")
    result = notelint("-", *args)
    assert result.status == 1
    assert result.out.startswith(f"{name}: ")


def test_the_kind_can_be_said(notelint, faulty):
    assert "faulty.txt: a reminder, as you said" in notelint("--kind", "reminder", faulty).out


def test_an_unknown_kind_is_said_with_the_way_out(notelint, tmp_path):
    (tmp_path / "odd.txt").write_text("Dear Ms. Okafor,\n\nThe sky is blue.\n\nBest regards,\nLee\n", encoding="utf-8")
    assert "--kind thank-you" in notelint("odd.txt").out


@pytest.mark.parametrize(
    ("args", "environment", "coloured"),
    [
        pytest.param([], {}, False, id="a pipe"),
        pytest.param(["--color", "always"], {}, True, id="always"),
        pytest.param(["--color", "always"], {"NO_COLOR": "1"}, True, id="an option wins over NO_COLOR"),
        pytest.param(["--color", "never"], {}, False, id="never"),
    ],
)
def test_colour(notelint, faulty, monkeypatch, args, environment, coloured):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in notelint(*args, faulty).out) is coloured


def test_quiet_verbose_statistics(notelint, faulty):
    assert "needs:" not in notelint("-q", faulty).out
    assert "Language model:" in notelint("-v", faulty).out
    assert f"1  {BROKEN}\n" in notelint("--statistics", faulty).out


@pytest.mark.parametrize(
    ("config", "args", "severity"),
    [
        pytest.param("{}\n", [], "error", id="as it is"),
        pytest.param("rules:\n  no-feedback-requests: off\n", [], None, id="rule off"),
        pytest.param("rules:\n  no-feedback-requests: off\n", ["--select", BROKEN], "error", id="selecting wins"),
        pytest.param("rules:\n  no-feedback-requests: suggestion\n", [], "suggestion", id="milder"),
        pytest.param("per_path:\n  'f*.txt':\n    rules: {no-feedback-requests: off}\n", [], None, id="per path"),
        pytest.param("per_path:\n  'g*.txt':\n    rules: {no-feedback-requests: off}\n", [], "error", id="other path"),
    ],
)
def test_config_decides_on_rules(notelint, faulty, tmp_path, config, args, severity):
    (tmp_path / ".notelint.yml").write_text(config, encoding="utf-8")
    [draft] = json.loads(notelint("--format", "json", *args, faulty).out)["drafts"]
    found = {violation["rule"]: violation["severity"] for violation in draft["violations"]}
    assert found.get(BROKEN) == severity


@pytest.mark.parametrize(
    ("config", "args", "status"),
    [
        pytest.param("fail_on: never\n", [], 0, id="never"),
        pytest.param("fail_on: never\n", ["--fail-on", "error"], 1, id="the option wins"),
        pytest.param("per_path:\n  'f*.txt': {fail_on: never}\n", [], 0, id="per path"),
    ],
)
def test_config_decides_on_the_status(notelint, faulty, tmp_path, config, args, status):
    (tmp_path / ".notelint.yml").write_text(config, encoding="utf-8")
    assert notelint(*args, faulty).status == status


def test_config_leaves_drafts_out_of_a_walk(notelint, faulty, tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "note.txt").write_text("Hi", encoding="utf-8")
    (tmp_path / ".notelint.yml").write_text("exclude: [old]\n", encoding="utf-8")
    assert [draft["path"] for draft in json.loads(notelint("--format", "json", ".").out)["drafts"]] == [faulty]


def test_a_rule_of_ones_own(notelint, faulty, tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "no-mornings.yml").write_text(RULE, encoding="utf-8")
    (tmp_path / ".notelint.yml").write_text("rule_paths: [rules]\n", encoding="utf-8")
    result = notelint("--format", "concise", "--select", "no-mornings", faulty)
    assert (result.status, result.err) == (1, "")
    assert result.out == "faulty.txt:3:26: warning: “this morning” again. [no-mornings]\n"
    assert notelint("test", "rules/no-mornings.yml").out == "1 rule, 2 examples: all as they should be.\n"
    (tmp_path / "rules" / "no-mornings.yml").write_text(RULE.replace("this evening", "this morning"), encoding="utf-8")
    broken = notelint("test", "rules")
    assert broken.status == 1
    assert broken.out.startswith("rules/no-mornings.yml:14:")
    (tmp_path / "rules" / "no-mornings.yml").write_text(RULE + "colour: red\n", encoding="utf-8")
    rulebook.forget()
    for result in (notelint("test", "rules"), notelint(faulty)):
        assert result.status == 2
        assert result.err.startswith("notelint: rules/no-mornings.yml:15:1: ")
        assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    "config",
    [
        pytest.param("rulez: {}\n", id="unknown key"),
        pytest.param("rules: [\n", id="not YAML"),
        pytest.param("rules:\n  no-such-rule: off\n", id="unknown rule"),
    ],
)
def test_a_broken_config_is_one_line(notelint, faulty, tmp_path, config):
    (tmp_path / ".notelint.yml").write_text(config, encoding="utf-8")
    (tmp_path / "two.txt").write_text("Hi", encoding="utf-8")
    result = notelint(faulty, "two.txt")
    assert result.status == 2
    assert ".notelint.yml" in result.err
    assert len(result.err.splitlines()) == 1


def test_config_can_be_named(notelint, faulty, tmp_path):
    (tmp_path / "other.yml").write_text("fail_on: never\n", encoding="utf-8")
    assert notelint("--config", "other.yml", faulty).status == 0


def test_same_bytes_in_same_bytes_out(notelint, faulty):
    assert notelint("--format", "json", faulty).out == notelint("--format", "json", faulty).out
