"""What a run does decides whether its report can be kept at all."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from notelint.cache import record, replay
from notelint.options import Options
from notelint.types import Report
from notelint.ui.kept import Kept
from tests.cache.conftest import NOTE, OTHER

DRAFT = "acme/round/note.txt"
LATER = 1e11


def kept(args):
    return replay.answer(args) is not None


def in_a_thread():
    thread = threading.Thread(target=Path(DRAFT).read_bytes)
    thread.start()
    thread.join()


@pytest.mark.parametrize(
    ("look", "is_kept"),
    [
        pytest.param(lambda: None, True, id="nothing"),
        pytest.param(lambda: Path(DRAFT).read_bytes(), True, id="read a file"),
        pytest.param(lambda: list(Path("acme").rglob("*")), True, id="list folders"),
        pytest.param(lambda: Path("none").exists() or list(Path("none").glob("*")), True, id="list what is not there"),
        pytest.param(lambda: __import__("this"), True, id="import a module of Python"),
        pytest.param(lambda: Path("new.txt").write_text("x"), False, id="write a file"),
        pytest.param(lambda: Path(DRAFT).open("a").close(), False, id="open a file to add to it"),
        pytest.param(lambda: subprocess.run([sys.executable, "-c", ""], check=True), False, id="run a program"),
        pytest.param(in_a_thread, False, id="read in a thread"),
        pytest.param(lambda: [Path(DRAFT).read_bytes(), Path(DRAFT).write_text(OTHER)], False, id="read, then write"),
        pytest.param(lambda: Path("large").read_bytes(), False, id="read what is very large"),
    ],
)
def test_only_reading_is_kept(folder, capsys, look, is_kept):
    with Path("large").open("wb") as file:
        file.truncate(1 << 26)
    watch = record.begin(["x"], [DRAFT])
    look()
    watch.keep(0, LATER, ())
    assert kept(["x"]) is is_kept


@pytest.mark.parametrize(
    "meanwhile",
    [
        pytest.param(f"open('{DRAFT}', 'w').write('Dear all')", id="the draft is saved"),
        pytest.param("open('acme/round/interview.yml', 'w')", id="a nearer interview file appears"),
        pytest.param("open('acme/round/.notelint.yml', 'w')", id="a nearer config appears"),
        pytest.param("open('acme/round/new.txt', 'w')", id="a draft appears"),
        pytest.param("open('.gitignore', 'w').write('note.txt')", id="git ignores the draft"),
    ],
)
def test_what_changes_during_the_run_is_not_kept(folder, capsys, meanwhile):
    from notelint.drafts.walk import around

    watch = record.begin(["x"], [DRAFT])
    Path(DRAFT).read_bytes()
    around("acme", below=True)
    watch._busy = True  # another process does this
    subprocess.run([sys.executable, "-c", meanwhile], check=True)
    watch._busy = False
    watch.keep(0, LATER, ())
    assert not kept(["x"])


def test_rules_that_were_just_written_are_not_trusted(house, capsys, monkeypatch):
    monkeypatch.setattr(record, "_SETTLED", 3)
    watch = record.begin(["x"], [DRAFT])
    watch.keep(0, LATER, ["house"])
    assert not kept(["x"])


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(["--no-cache", DRAFT], id="as was asked"),
        pytest.param(["--version"], id="another command's work"),
        pytest.param(["rules"], id="another command"),
        pytest.param(["none.txt"], id="a draft that is not there"),
        pytest.param([DRAFT, "none.txt"], id="one draft of two that is not there"),
        pytest.param(["--select", "no-such-rule", DRAFT], id="a rule that does not exist"),
        pytest.param(["pipe.txt"], id="a pipe"),
    ],
)
def test_not_kept(notelint, folder, args):
    subprocess.run(["sh", "-c", "mkfifo pipe.txt && (printf 'Dear all' > pipe.txt &)"], check=True)
    notelint(*args)
    assert notelint.kept(*args) is None
    Path("pipe.txt").unlink()


def test_standard_input_is_not_kept(folder):
    command = [sys.executable, "-m", "notelint", "--stdin-filename", "new.txt", "-"]
    for text in (NOTE, "Dear all,\n"):
        found = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        assert ("feedback" in found.stdout) is ("feedback" in text)


def test_without_the_cache_nothing_is_read_or_written(notelint, folder, store):
    first = notelint("--no-cache", DRAFT)
    assert not list(store.rglob("*.notelint"))
    assert notelint.kept("--no-cache", DRAFT) is None
    assert first == notelint(DRAFT)


def test_a_report_tells_until_when_it_holds(notelint, folder):
    import json
    from datetime import datetime

    from notelint import store
    from notelint.cache.probes import unpack

    day = datetime.now().astimezone().date()
    Path("acme/interview.yml").write_text(f"interview: {day} 00:01\ncompany: Acme\nposition: Data Analyst\n")
    report = json.loads(notelint("--format", "json", DRAFT).out)
    fields = unpack(store.get(replay.KIND, replay.key(["--format", "json", DRAFT])))
    until = float(fields[3])
    assert time.time() < until <= datetime.fromisoformat(report["drafts"][0]["valid_until"]).timestamp()


def zone_with(hour, minute, second):
    """A time zone, as POSIX writes it, in which it is so late now."""
    west = int(time.time()) % 86400 - (hour * 3600 + minute * 60 + second)
    sign, left = "-" if west < 0 else "+", abs(west)
    return f"NOW{sign}{left // 3600}:{left % 3600 // 60:02}:{left % 60:02}"


@pytest.mark.parametrize(
    ("began", "is_kept"),
    [
        pytest.param((23, 59, 58), False, id="midnight comes while it runs"),
        pytest.param((0, 0, 1), True, id="midnight was before"),
    ],
)
def test_what_was_judged_yesterday_is_not_given_today(folder, capsys, local_zone, began, is_kept):
    local_zone(zone_with(*began))
    run = Kept(record.begin(["x"], [DRAFT]))
    time.sleep(2.1)
    run.keep(0, Report(()), Options())
    assert kept(["x"]) is is_kept
