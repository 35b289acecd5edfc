"""What stands where a draft, a config or a rule should: no run hangs, each says one line, and the other drafts are judged."""

import os
import resource
import shutil
import socket
from pathlib import Path

import pytest

from notelint import fixing, pipeline
from notelint.catalogue.load import read_all

from .conftest import LETTER, as_others

ASKS = pipeline.Options(select=frozenset({"no-feedback-requests"}))
linux = pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs Linux")


def pipe(path):
    os.mkfifo(path)


def bound_socket(path):
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(path))
    listening.close()


def circle(path):
    path.symlink_to(path.name)


def device(path):
    path.symlink_to("/dev/zero")


ODD = [
    pytest.param(pipe, "it is a pipe, not a file", id="a pipe"),
    pytest.param(bound_socket, "it is a socket, not a file", id="a socket"),
    pytest.param(device, "it is a device, not a file", id="a device"),
    pytest.param(circle, "symbolic links", id="a link to itself"),
]


def judged(report):
    return [draft.draft.path for draft in report.drafts]


@pytest.mark.parametrize(("make", "words"), ODD)
def test_odd_drafts(folder, make, words):
    (folder / "good.txt").write_text(LETTER)
    make(folder / "odd.txt")
    report = pipeline.check(["odd.txt", "good.txt"], ASKS)
    assert judged(report) == ["good.txt"]
    [failure] = report.errors
    assert failure.path == "odd.txt"
    assert words in failure.message
    assert judged(pipeline.check(["."], ASKS)) == ["good.txt"]  # a walk takes files


@pytest.mark.parametrize("name", [".notelint.yml", "interview.yml"])
@pytest.mark.parametrize(("make", "words"), ODD)
def test_odd_settings(folder, name, make, words):
    (folder / "good.txt").write_text(LETTER)
    make(folder / name)
    [failure] = pipeline.check(["good.txt"], ASKS).errors
    assert Path(failure.path).name == name
    assert words in failure.message


@pytest.mark.parametrize(("make", "words"), ODD)
def test_odd_rules_and_baselines(folder, make, words):
    (folder / "rules").mkdir()
    make(folder / "rules/own.yml")
    [error] = read_all([folder / "rules"])[1]
    assert words in error.message
    (folder / "good.txt").write_text(LETTER)
    make(folder / "known.json")
    [failure] = pipeline.check(["good.txt"], pipeline.Options(select=ASKS.select, baseline="known.json")).errors
    assert words in failure.message


@pytest.mark.parametrize("name", ["a.txt", ".notelint.yml", "interview.yml", "rules/own.yml", "rules/weights.json"])
def test_a_pipe_that_takes_a_file_s_place_between_two_runs(command, folder, name):
    """What is kept of the first run is no reason to open what is there now."""
    (folder / "rules").mkdir()
    (folder / ".notelint.yml").write_text("rule_paths: [rules]\n")
    (folder / "a.txt").write_text(LETTER)
    environment = {**os.environ, "XDG_CACHE_HOME": os.fspath(folder / "cache")}
    assert command("a.txt", env=environment).status == 1
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    done = command("a.txt", env=environment)
    assert done.status == 2
    assert f"{name}: this" in done.err
    assert "it is a pipe, not a file" in done.err


def test_folders_in_a_circle_are_walked_once(folder):
    (folder / "a/b").mkdir(parents=True)
    (folder / "a/good.txt").write_text(LETTER)
    (folder / "a/b/up").symlink_to("..")
    (folder / "a/b/top").symlink_to(folder)
    (folder / "a/itself").symlink_to("itself")
    report = pipeline.check(["."], ASKS)
    assert (judged(report), report.errors) == (["a/good.txt"], ())


@pytest.mark.parametrize("name", ["good.txt", "no.docx", "x" * 300 + ".txt", "a\0b.txt", "a\0b.docx"])
def test_names_that_no_file_has(folder, name):
    (folder / "good.txt").write_text(LETTER)
    held = {name: LETTER.encode()}
    report = pipeline.check([name, "good.txt"], ASKS, unsaved=held)
    assert judged(report) + [failure.path for failure in report.errors]
    fixing.fix([name], ASKS, unsaved=held)


def test_a_draft_that_vanishes_is_one_line(folder):
    names = [f"{at:02}.txt" for at in range(40)]  # more than are read at once
    for name in names:
        (folder / name).write_text(LETTER)

    def vanish(done, total):
        (folder / names[-1]).unlink(missing_ok=True)

    report = pipeline.check(["."], ASKS, vanish)
    assert judged(report) == names[:-1]
    assert [(failure.path, failure.message) for failure in report.errors] == [(names[-1], "there is no such file")]


@linux
@pytest.mark.parametrize(
    ("closed", "named", "words"),
    [
        pytest.param("no/a.txt", "no/a.txt", "no/a.txt: this file may not be read; check its permissions", id="a draft"),
        pytest.param("no/a.txt", "no", "no/a.txt: this file may not be read; check its permissions", id="a draft in a folder"),
        pytest.param("no", "no", "no: this folder cannot be read: Permission denied", id="a folder"),
        pytest.param("no", "no/a.txt", "no/a.txt: this file may not be read; check its permissions", id="a draft in a closed folder"),
        pytest.param("no/.notelint.yml", "no", "no/.notelint.yml: this config cannot be read: Permission denied", id="a config"),
        pytest.param("no/interview.yml", "no", "no/interview.yml: this interview file cannot be read: Permission denied", id="an interview file"),
        pytest.param("no/rules/own.yml", "no", "no/rules/own.yml: this file cannot be read: Permission denied", id="a rule"),
        pytest.param("no/rules", "no", "no/rules: this folder of rules cannot be read: Permission denied", id="a folder of rules"),
    ],
)  # fmt: skip
def test_what_may_not_be_read(command, folder, closed, named, words):
    (folder / "no/rules").mkdir(parents=True)
    (folder / "no/.notelint.yml").write_text("rule_paths: [rules]\n" if "rules" in closed else "")
    for name in ("no/a.txt", "good.txt"):
        (folder / name).write_text(LETTER)
    for name in ("no/interview.yml", "no/rules/own.yml"):
        (folder / name).write_text("")
    if "rules" not in closed:
        shutil.rmtree(folder / "no/rules")
    (folder / closed).chmod(0)
    done = command("--format", "concise", "--select", "no-feedback-requests", named, "good.txt", preexec_fn=as_others)
    (folder / closed).chmod(0o700)
    assert done.status == 2
    assert f"notelint: {words}" in done.err.splitlines()
    assert done.out.startswith("good.txt:")


def small_disk():
    """Called in a new process: nothing that is written may be longer than a few bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.eml"])
def test_a_full_disk_while_fixing_loses_nothing(command, folder, name):
    text = f"Subject: Thank you\nTo: Ana Okafor <ana@ashby.example>\n\n{LETTER}".replace(
        "Thank you for", "Thank you for for"
    )
    (folder / name).write_text(text)
    done = command("--fix", "--format", "concise", name, preexec_fn=small_disk)
    assert done.status == 2
    assert f"notelint: {name}: the fixes cannot be written: File too large; nothing was written" in done.err
    assert (folder / name).read_text() == text
    assert [path.name for path in folder.iterdir()] == [name]
    assert "repeated-words" in done.out


@pytest.mark.parametrize("option", ["--output=report.json", "--write-baseline=known.json"])
def test_a_full_disk_while_reporting_leaves_the_old_report(command, folder, option):
    (folder / "a.txt").write_text(LETTER)
    (folder / "report.json").write_text("old")
    (folder / "known.json").write_text('{"version": 1, "drafts": {}}')
    before = {path.name: path.read_text() for path in folder.iterdir()}
    done = command(option, "a.txt", preexec_fn=small_disk)
    assert done.status == 2
    assert "cannot be written" in done.err
    assert {path.name: path.read_text() for path in folder.iterdir()} == before


ALL = ["text", "concise", "json", "sarif", "github", "junit", "rdjson", "html"]


@pytest.mark.parametrize("form", ALL)
def test_names_that_are_no_text(notelint, folder, form):
    name = os.fsdecode(b"caf\xe9 \xff.txt")
    try:
        (folder / name).write_text(LETTER.replace("Thank you for", "Thank you for for"))
    except OSError:
        pytest.skip("this system has no such names")
    done = notelint("--format", form, name)
    assert done.status == 1
    assert "no-feedback-requests" in done.out
    assert done.err == ""
    assert notelint("--fix", "--format", form, ".").status == 1
    assert "for for" not in (folder / name).read_text()


@pytest.mark.parametrize("args", [["--write-baseline=known.json"], ["explain", "no-gifts"], ["zones"], ["body"], ["--config"], ["--output=html=x"]])  # fmt: skip
def test_names_that_are_no_text_elsewhere(notelint, folder, args):
    name = os.fsdecode(b"\xff.txt")
    try:
        (folder / name).write_text(LETTER)
    except OSError:
        pytest.skip("this system has no such names")
    assert notelint(*args, name).status in {0, 1, 2}


def test_a_missing_name_that_is_no_text(notelint):
    done = notelint(os.fsdecode(b"\xff\xfe.txt"))
    assert done.status == 2
    assert "there is no such file" in done.err
