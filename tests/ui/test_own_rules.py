"""Rules of one's own: packs and skeletons are laid down, listed, tested, and watched while they are written."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

import notelint as package
from notelint.catalogue.load import read_all
from notelint.pipeline import Options
from notelint.ui.lsp.hover import pages

SOURCE = Path(package.__file__).parents[1]


@pytest.fixture
def pack(notelint, tmp_path):
    """A folder with a pack, as `notelint init --pack` makes it."""
    assert notelint("init", "--pack", "our-rules").status == 0
    return tmp_path / "our-rules"


def test_a_new_pack_works_at_once(notelint, pack):
    result = notelint("test", "our-rules")
    assert (result.status, result.out, result.err) == (0, "1 rule, 5 examples: all as they should be.\n", "")
    assert (pack.parent / ".notelint.yml").read_text().startswith("rule_paths: [our-rules]")
    assert "  [our-rules 0.1.0]" in notelint("rules").out
    (pack.parent / "a.txt").write_text("Dear Ms. Okafor,\n\nI bring synergies.\n\nBest,\nLee\n")
    assert "sounds like an advertisement" in notelint("a.txt").out


def test_settings_that_are_there_stay_and_what_to_add_is_said(notelint, tmp_path):
    (tmp_path / ".notelint.yml").write_text("fail_on: error\n")
    result = notelint("init", "--pack", "our-rules")
    assert result.out.endswith("Next: write into .notelint.yml: rule_paths: [our-rules]\n")
    assert (tmp_path / ".notelint.yml").read_text() == "fail_on: error\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["init", "--pack", "Our Rules"], "notelint: `Our Rules` is no name of a pack; write small letters and hyphens, such as `our-rules`\n"),
        (["init", "--pack", "taken"], "notelint: taken: this is there already; choose another name\n"),
        (["init", "nowhere", "--pack", "our-rules"], "notelint: nowhere: there is no such folder; make it first\n"),
        (["new-rule", "no-jargon"], "notelint: there is no folder for rules of your own; `notelint init --pack our-rules` makes one\n"),
        (["new-rule", "NoJargon"], "notelint: `NoJargon` is no id of a rule; write small letters and hyphens, such as `no-jargon`\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_laid_down_is_one_line(notelint, tmp_path, arguments, said):
    (tmp_path / "taken").mkdir()
    result = notelint(*arguments)
    assert (result.status, result.out, result.err) == (2, "", said)


@pytest.mark.parametrize(("options", "path"), [([], "tone/our-rule.yml"), (["--require"], "content/our-rule.yml")])
def test_a_new_rule_works_and_says_what_to_change(notelint, pack, options, path):
    result = notelint("new-rule", "our-rule", *options)
    assert (
        result.out
        == f"Wrote our-rules/{path}\nNext: change it where it says so, and run `notelint test our-rules/{path}`\n"
    )
    assert notelint("test", pack / path).out.endswith("all as they should be.\n")
    assert read_all([pack])[1] == []


@pytest.mark.parametrize(("folder", "path"), [("tone", "tone/our-rule.yml"), ("ours", "ours/our-rule.yml"), ("words", "tone/our-rule.yml"), (".", "tone/our-rule.yml")])  # fmt: skip
def test_a_new_rule_goes_where_one_stands(notelint, pack, monkeypatch, folder, path):
    (pack / folder).mkdir(exist_ok=True)
    monkeypatch.chdir(pack / folder)
    assert notelint("new-rule", "our-rule").status == 0
    assert (pack / path).is_file()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("no-gifts", r"notelint: there is a rule `no-gifts` already, .*rules/tone/no-gifts\.yml; to change it, write a file with `extends: no-gifts`\n"),
        ("no-sales-talk", r"notelint: there is a rule `no-sales-talk` already, our-rules/tone/no-sales-talk\.yml; .*\n"),
    ],
)  # fmt: skip
def test_an_id_that_is_taken_is_refused(notelint, pack, rule, said):
    result = notelint("new-rule", rule)
    assert result.status == 2
    assert re.fullmatch(said, result.err)


def test_the_list_shows_what_the_settings_and_packs_make_of_the_rules(notelint, pack):
    (pack / "tone" / "no-shouting.yml").write_text("extends: no-shouting\nseverity: error\n")
    settings = "rule_paths: [our-rules]\nrules: {no-gifts: off, no-pressure: suggestion}\n"
    (pack.parent / ".notelint.yml").write_text(settings)
    lines = {line.split()[0]: line for line in notelint("rules").out.splitlines() if line.startswith("  ")}
    assert lines["no-gifts"].split()[1] == "off"
    assert lines["no-pressure"].split()[1] == "suggestion"
    assert lines["no-shouting"].split()[1] == "error"
    assert lines["no-shouting"].endswith("[our-rules 0.1.0]")
    rules = {rule["id"]: rule for rule in json.loads(notelint("rules", "--format", "json").out)["rules"]}
    assert rules["no-gifts"]["severity"] == {}
    assert set(rules["no-pressure"]["severity"].values()) == {"suggestion"}
    assert rules["no-shouting"]["pack"] == {"name": "our-rules", "version": "0.1.0"}
    assert rules["no-pressure"]["pack"] is None


def test_the_page_of_a_changed_rule_claims_no_measured_figures(notelint, pack):
    (pack / "tone" / "no-gifts.yml").write_text("extends: no-gifts\nseverity: error\n")
    assert "labelled sentences" in notelint("explain", "no-shouting").out
    assert "labelled sentences" not in notelint("explain", "no-gifts").out
    Path("a.txt").write_text(
        "Dear Ms. Okafor,\n\nI WANT TO TELL YOU THIS. I have a gift card for you.\n", encoding="utf-8"
    )
    [log] = json.loads(notelint("--format", "sarif", "a.txt").out)["runs"]
    helps = {rule["id"]: rule["help"]["text"] for rule in log["tool"]["driver"]["rules"]}
    assert "labelled sentences" not in helps["no-gifts"]
    assert "labelled sentences" not in pages(["no-gifts"], "a.txt", Options())
    assert "labelled sentences" in helps["no-shouting"]
    assert "labelled sentences" in pages(["no-shouting"], "a.txt", Options())


def test_mutate_says_what_turns_over_and_fails(notelint, pack):
    rule = pack / "tone" / "no-sales-talk.yml"
    rule.write_text(rule.read_text().replace("  - <sales-talk>\nun", "  - {regex: \"I'm sold\"}\nun").partition("examples:")[0] + 'examples:\n  violations: ["I\'m sold on it."]\n')  # fmt: skip
    result = notelint("test", "our-rules", "--mutate")
    assert result.status == 1
    assert "with other contractions the verdict changes: I am sold on it. [no-sales-talk]\n" in result.out
    assert result.out.endswith("Changed examples: 1 not as they should be.\n")


def test_mutate_counts_what_only_a_reader_can_judge(notelint, pack):
    result = notelint("test", "our-rules", "--mutate")
    assert result.status == 0
    assert (
        "no-sales-talk: negated it falls silent on 0 of 2, in the reader's mouth it falls silent on 3 of 3.\n"
        in result.out
    )
    assert result.out.endswith("Changed examples: all verdicts are as they must be.\n")


@contextmanager
def watching(pack):
    """`notelint test our-rules --watch`, ended at last as by Ctrl-C."""
    command = [sys.executable, "-m", "notelint", "test", "our-rules", "--watch"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=pack.parent, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:  # fmt: skip
        guard = threading.Timer(120, running.kill)  # a line that never comes fails the test instead of hanging it
        guard.start()
        try:
            yield running
        finally:
            running.send_signal(signal.SIGINT)
            running.left = running.communicate()
            guard.cancel()
        assert running.returncode == 0


def test_watch_runs_what_is_edited_until_it_is_ended(pack):
    (pack / "tone" / "no-tea.yml").write_text(
        (pack / "tone" / "no-sales-talk.yml").read_text().replace("no-sales-talk", "no-tea")
    )
    with watching(pack) as running:
        assert running.stdout.readline() == "2 rules, 10 examples: all as they should be.\n"
        rule = pack / "tone" / "no-tea.yml"
        rule.write_text(rule.read_text().replace("a [[game changer]]", "fond of [[tea]]"))
        assert "nothing was found in: I am fond of tea. [no-tea]" in running.stdout.readline()
        assert running.stdout.readline() == "1 rule, 5 examples: 1 not as it should be.\n"
        words = pack / "words" / "sales.yml"
        words.write_text(words.read_text().replace('"game changer"', '"game changer", tea'))
        assert running.stdout.readline() == "2 rules, 10 examples: all as they should be.\n"
        rule.write_text("id: [")
        assert "no-tea.yml:2:1: this is not valid YAML" in running.stderr.readline()
        rule.unlink()
        assert running.stdout.readline() == "1 rule, 5 examples: all as they should be.\n"


def test_settings_that_are_half_saved_are_said_once_and_the_watch_goes_on(pack):
    settings, rule = pack.parent / ".notelint.yml", pack / "tone" / "no-sales-talk.yml"
    whole = settings.read_text()
    with watching(pack) as running:
        assert running.stdout.readline() == "1 rule, 5 examples: all as they should be.\n"
        settings.write_text("rule_paths: [")
        assert ".notelint.yml:2:1: this is not valid YAML" in running.stderr.readline()
        time.sleep(2)  # it looks again meanwhile
        settings.write_text(whole)
        rule.write_text(rule.read_text().replace("a [[game changer]]", "fond of [[tea]]"))
        assert "nothing was found in: I am fond of tea." in running.stdout.readline()
        assert running.stdout.readline() == "1 rule, 5 examples: 1 not as it should be.\n"
    assert running.left == ("", "")
