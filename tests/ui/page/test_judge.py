"""The page says of a letter what the command says of its file, at the places that its writer sees."""

import json
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from notelint import pipeline
from notelint.reporters import json as document
from notelint.ui.page import facts
from notelint.ui.page.judge import judge

ROOT = Path(__file__).parents[3]
NOTES = sorted((ROOT / "corpus" / "tuning" / "notes").glob("*-0[15].yml"))[:24]
LETTERS = sorted((ROOT / "tests" / "letters").glob("*.txt"))
FILES = [*LETTERS, *sorted((ROOT / "tests" / "letters").glob("*.md")), *sorted((ROOT / "examples").glob("*.*"))]
NOW = pipeline.Options(now=datetime.fromisoformat("2026-11-25T09:00"))


def drafts():
    for path in FILES:
        yield pytest.param(path.read_bytes(), path.suffix, id=path.name)
    for path in NOTES:
        yield pytest.param(yaml.safe_load(path.read_text(encoding="utf-8"))["text"].encode(), ".txt", id=path.stem)


def said(draft):
    """What a report says, apart from where."""
    found = [(each["rule"], each["severity"], each["message"], each["text"]) for each in draft["violations"]]
    parts = [(each["rule"], each["present"]) for each in draft["parts"]]
    return sorted(found), parts, draft["kind"], draft["words"], draft["notes"]


def test_there_are_forty():
    assert len(FILES) + len(NOTES) >= 40


@pytest.mark.parametrize(("data", "suffix"), list(drafts()))
def test_page_and_command_agree(data, suffix, tmp_path):
    path = tmp_path / f"letter{suffix}"
    path.write_bytes(data)
    [command] = json.loads(document.render(pipeline.check([str(path)], NOW)))["drafts"]
    letter, known = facts.opened(data, path.name)
    [page] = judge(letter, known, NOW, path.name)["drafts"]
    assert said(page) == said(command)
    for each in (*page["violations"], *page["evidence"]):
        if "field" not in each:
            assert letter[each["start"]["offset"] : each["end"]["offset"]] == each["text"]


@pytest.mark.parametrize(("name", "silent"), [("a.md", True), ("a.MD", True), ("a.txt", False), ("", False)])
def test_comments_count_in_markdown(name, silent):
    letter = "Dear Ms. Okafor,\n\n<!-- notelint-ignore no-desperation -->\nI am desperate to get the job.\n"
    [draft] = judge(letter, {}, NOW, name)["drafts"]
    assert ("no-desperation" in {each["rule"] for each in draft["suppressed"]}) == silent
    assert ("no-desperation" in {each["rule"] for each in draft["violations"]}) != silent


FAULTY = "Hi 😀 Zoë,\r\n\r\nCould you give me some feedback on my interview?\r\n\r\nCheers,\r\nJo\r\n"
FACTS = {"subject": ("Thank you: FEEDBACK on the interview",), "interview": ("2026-11-24",), "concerns": ("no SQL",)}


def rule(report, name):
    return next(each for each in report["drafts"][0]["violations"] if each["rule"] == name)


def test_positions_are_those_of_the_letter():
    found = rule(judge(FAULTY, FACTS, NOW), "no-feedback-requests")
    start = FAULTY.index("Could")
    assert found["start"] == {"line": 3, "column": 1, "offset": start}
    assert FAULTY[start : found["end"]["offset"]] == found["text"] == "Could you give me some feedback on my interview"
    [edit] = found["suggestions"][0]["edits"]
    assert edit["start"]["offset"] == start


def test_what_stands_in_a_fact_names_it():
    found = rule(judge(FAULTY, FACTS, NOW), "no-shouting")
    assert (found["field"], found["start"]["offset"], found["end"]["offset"]) == ("subject", 11, 19)


def test_a_fact_that_cannot_be_read_is_named():
    assert judge(FAULTY, {"interview": ("24 Nov",)}, NOW)["errors"] == [
        {
            "path": "letter.txt",
            "message": "`interview`: “24 Nov” lacks its year; write 2026-11-25, or 2026-11-25 14:30 with the time",
            "field": "interview",
            "start": {"line": 1, "column": 1, "offset": 0},
            "end": {"line": 1, "column": 1, "offset": 0},
        }
    ]


def test_a_fact_that_is_broken_is_named():
    [error] = judge(FAULTY, {"company": ("[Ashby",)}, NOW)["errors"]
    assert error["field"] == "company"
    assert error["message"].startswith("`company`: the bracket `[` is not closed")


def test_broken_headers_of_the_letter_are_said_with_their_line():
    [error] = judge(f"---\nkind: thank-you\n\n{FAULTY}", FACTS, NOW)["errors"]
    assert error["message"].startswith("line 1: the front matter that begins here is not closed")


def test_the_letter_is_judged_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    facts_ = {"company": ("Ashby Buses",), "position": ("Planner",)}
    (tmp_path / "letter.txt").write_text(facts.compose(FAULTY, facts_).text)
    (tmp_path / "copy.txt").write_text(facts.compose(FAULTY, facts_).text)
    (tmp_path / "interview.yml").write_text("ignore: [no-feedback-requests]\n")
    found = {each["rule"] for each in judge(FAULTY, facts_, NOW)["drafts"][0]["violations"]}
    assert "customize-each-note" not in found
    assert "no-feedback-requests" in found


def test_the_letter_is_all_of_its_application():
    """Who listed two interviewers hears of the other, as the command says it of a folder with this one draft."""
    known = {"company": ("Ashby",), "position": ("Planner",), "interviewers": ("Amara Okafor", "Bo Ek")}
    letter = "Dear Ms. Okafor,\n\nThank you for your time today.\n\nKind regards,\nJo Park\n"
    assert "Bo Ek" in rule(judge(letter, known, NOW), "write-to-each-interviewer")["message"]


def test_what_is_known_of_a_file_is_not_known_of_the_letter(tmp_path, monkeypatch, notelint):
    monkeypatch.chdir(tmp_path)
    config = tmp_path / ".notelint.yml"
    config.write_text("baseline: known.json\n")
    (tmp_path / "letter.txt").write_text(FAULTY, newline="")
    assert notelint("--write-baseline=known.json", "letter.txt").status == 0
    found = judge(FAULTY, {}, pipeline.Options(config=str(config)))["drafts"][0]["violations"]
    assert "no-feedback-requests" in {each["rule"] for each in found}


@pytest.mark.parametrize(
    ("settings", "silent"),
    [
        ("rules: {no-feedback-requests: off}", True),
        ('per_path: {"*.txt": {rules: {no-feedback-requests: off}}}', False),  # a letter in the page is no file
    ],
)
def test_settings_count(settings, silent, tmp_path):
    config = tmp_path / ".notelint.yml"
    config.write_text(f"{settings}\n")
    found = judge(FAULTY, {}, pipeline.Options(config=str(config)))
    rules = {each["rule"] for each in found["drafts"][0]["violations"]}
    assert ("no-feedback-requests" not in rules) is silent


def test_broken_settings_are_said(tmp_path):
    config = tmp_path / ".notelint.yml"
    config.write_text("rules: {no-presure: off}\n")
    [error] = judge(FAULTY, FACTS, pipeline.Options(config=str(config)))["errors"]
    assert error == {"path": str(config), "message": "there is no rule `no-presure`; is it `no-pressure`?"}
