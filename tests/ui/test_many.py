"""Many drafts in one run: in order, whatever happens to one, and an interrupt shows what was found so far."""

import csv
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from notelint import pipeline
from notelint.drafts import disk
from notelint.reporters.table import FORMATS, Manner

FAULTY = (Path(__file__).parents[2] / "examples" / "faulty-thank-you.txt").read_text(encoding="utf-8")
DRAFTS = {
    "a.txt": FAULTY,
    "b.txt": b"\xff\xfe\xff",
    "c.md": f"---\nkind: telegram\n---\n{FAULTY}",
    "d.txt": "",
    "e.txt": "Dear Ms. Okafor,\n\nThank you for your time.\u2028Really.\n\nBest regards,\nLee Park\n",
    "f.txt": FAULTY.replace("Marcus", "Ms. Ruiz"),
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "drafts").mkdir()
    for name, text in DRAFTS.items():
        (tmp_path / "drafts" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return "drafts"


STREAMED = [name for name, form in FORMATS.items() if form.pieces]


def test_these_formats_are_written_draft_by_draft():
    assert STREAMED == ["text", "concise", "json", "csv"]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("form", STREAMED)
def test_written_as_they_are_judged_or_at_the_end_it_is_the_same(notelint, folder, form, jobs):
    result = notelint(folder, "--format", form, "--jobs", jobs, "--color", "never")
    whole = FORMATS[form].render(pipeline.check([folder]), Manner())
    assert result.out == whole
    assert result.status == 2
    assert [line.partition(":")[2].split(":")[0].strip() for line in result.err.splitlines()] == [
        "drafts/b.txt", "drafts/c.md",
    ]  # fmt: skip


@pytest.mark.parametrize("wanted", [["--fix"], ["--fix", "--unsafe-fixes"], ["--diff"]], ids=" ".join)
def test_an_interrupt_before_anything_is_fixed_changes_nothing_and_says_so(notelint, folder, wanted, monkeypatch):
    before = {path: path.read_bytes() for path in Path(folder).iterdir()}
    after(monkeypatch, drafts=1)
    result = notelint(folder, *wanted)
    assert (result.status, result.out, result.err) == (130, "", "notelint: interrupted: nothing was changed\n")
    assert {path: path.read_bytes() for path in Path(folder).iterdir()} == before


def test_an_interrupt_between_two_drafts_says_which_one_is_fixed(notelint, folder, monkeypatch):
    real = disk.replace
    asked = []

    def once(*args):
        if asked:
            raise KeyboardInterrupt
        asked.append(args)
        return real(*args)

    monkeypatch.setattr(disk, "replace", once)
    result = notelint(folder, "--fix", "--unsafe-fixes")
    assert (result.status, result.out) == (130, "Fixed drafts/a.txt.\n")
    assert result.err.endswith("notelint: interrupted: 1 draft changed, the others are as they were\n")


@pytest.mark.parametrize("form", STREAMED)
def test_what_is_written_before_an_interrupt_is_whole(notelint, folder, form, monkeypatch):
    after(monkeypatch, drafts=1)
    result = notelint(folder, "--format", form, "--color", "never")
    assert result.status == 130
    assert result.err == "notelint: interrupted: 5 of 6 drafts were not judged\n"
    read = {"text": shown, "concise": shown, "json": json.loads, "csv": rows}[form](result.out)
    if form == "json":
        assert ([one["path"] for one in read["drafts"]], read["unjudged"]) == (["drafts/a.txt"], 5)
    else:
        assert read == {"drafts/a.txt"}
    if form == "text":
        assert "5 drafts were not reached." in result.out


def test_a_file_says_what_was_not_reached(notelint, folder, monkeypatch, tmp_path):
    after(monkeypatch, drafts=1)
    notelint(folder, "--output", "whole.html")
    assert "5 drafts were not reached." in (tmp_path / "whole.html").read_text(encoding="utf-8")


def test_no_report_takes_the_place_of_a_draft_that_was_not_reached(notelint, folder, monkeypatch, tmp_path):
    draft = tmp_path / folder / "f.txt"
    before = draft.read_bytes()
    after(monkeypatch, drafts=1)
    result = notelint(folder, "--output", f"text={folder}/f.txt")
    assert "this is a draft that is checked" in result.err
    assert draft.read_bytes() == before


def test_a_program_that_calls_the_library_is_interrupted_as_ever(folder, tmp_path, monkeypatch):
    after(monkeypatch, drafts=2)
    with pytest.raises(KeyboardInterrupt) as stop:
        pipeline.check([str(tmp_path / folder)])
    assert stop.value.report.unjudged == 2


def after(monkeypatch, *, drafts):
    """Press Ctrl-C when so many drafts were judged."""
    from notelint import judging

    outcomes = judging.outcomes

    def interrupted(*args):
        judged = 0
        for outcome in outcomes(*args):
            if judged == drafts:
                raise KeyboardInterrupt
            judged += not isinstance(outcome, Exception)
            yield outcome

    monkeypatch.setattr(pipeline, "outcomes", interrupted)


def shown(text):
    return {line.split(":")[0] for line in text.splitlines() if line.startswith("drafts/")}


def rows(text):
    return {row["draft"] for row in csv.DictReader(text.removeprefix("\ufeff").splitlines())}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_shows_what_was_found_and_leaves_no_process(jobs, tmp_path):
    for number in range(600):
        (tmp_path / f"{number:03}.txt").write_text(FAULTY, encoding="utf-8")
    command = [sys.executable, "-m", "notelint", "--jobs", jobs, "--format", "concise", str(tmp_path)]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, bufsize=0
    )
    killer = threading.Timer(60, running.kill)
    killer.start()
    first = running.stdout.readline()  # drafts are written while others are judged
    os.killpg(running.pid, signal.SIGINT)
    rest, err = running.communicate(timeout=60)
    killer.cancel()
    lines = (first + rest).decode().splitlines()
    left, whole = map(
        int, re.fullmatch(r"notelint: interrupted: (\d+) of (\d+) drafts were not judged\n", err.decode()).groups()
    )
    assert (running.returncode, whole) == (130, 600)
    judged = {line.split(":")[0] for line in lines}
    assert judged == {str(tmp_path / f"{number:03}.txt") for number in range(600 - left)}
    assert 0 < left < 600
    assert all(line.endswith("]") for line in lines)
    assert gone(running.pid)


def gone(group):
    """Whether no process of this group is left, after a while at most."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
