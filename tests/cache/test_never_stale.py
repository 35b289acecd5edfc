"""A kept report is not given once anything that it depends on is another: each dependency is changed once."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from notelint import store as kept_store
from notelint.cache import replay
from tests.cache.conftest import FILES, NOTE, OTHER, RULE

DRAFT = "acme/round/note.txt"


def write(path, text):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def rewrite_unseen(path, old, new):
    """Change a file so that its size and time of writing stay as they were."""
    assert len(old) == len(new)
    times = Path(path).stat()
    write(path, Path(path).read_text(encoding="utf-8").replace(old, new))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def git(*words):
    subprocess.run(["git", *words], check=True, capture_output=True)


def remove_all(folder):
    for path in sorted(Path(folder).rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    Path(folder).rmdir()


def link_elsewhere():
    Path("linked.txt").unlink()
    Path("linked.txt").symlink_to("acme/elsewhere/note.txt")


CHANGES = {
    "the draft": lambda: write(DRAFT, OTHER),
    "the draft, with the same size and time": lambda: rewrite_unseen(DRAFT, "Okafor", "Okafur"),
    "the draft, by a link": lambda: (Path(DRAFT).unlink(), Path(DRAFT).symlink_to("other.txt")),
    "the draft is gone": lambda: Path(DRAFT).unlink(),
    "the interview file": lambda: rewrite_unseen("acme/interview.yml", "Robotics", "Robotiks"),
    "the interview file is gone": lambda: Path("acme/interview.yml").unlink(),
    "a nearer interview file": lambda: write("acme/round/interview.yml", "company: Initech\n"),
    "the config": lambda: rewrite_unseen(".notelint.yml", "keep-it-concise", "readable-prose "),
    "the config is gone": lambda: Path(".notelint.yml").unlink(),
    "a nearer config": lambda: write("acme/.notelint.yml", "rules:\n  no-feedback-requests: off\n"),
    "the nearest config": lambda: write("acme/round/.notelint.yml", "rules:\n  no-feedback-requests: off\n"),
    "a nearer repository": lambda: git("init", "acme/round"),
    "no repository": lambda: remove_all(".git"),
    "a draft beside it": lambda: rewrite_unseen("acme/round/other.txt", "today", "again"),
    "a new draft beside it": lambda: write("acme/round/third.txt", OTHER),
    "a new draft of the application": lambda: write("acme/later/third.txt", OTHER),
    "a draft of the application is gone": lambda: Path("acme/elsewhere/note.txt").unlink(),
    "a draft of another application": lambda: rewrite_unseen("globex/third.txt", "Globex", "Globix"),
    "a draft of a new application": lambda: write("initech/note.txt", FILES["globex/third.txt"]),
    "git ignores the draft beside it": lambda: write(".gitignore", "other.txt\n"),
    "git ignores it for this clone alone": lambda: write(".git/info/exclude", "other.txt\n"),
    "git ignores it for this user": lambda: write(Path(os.environ["HOME"], "git", "ignore"), "other.txt\n"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen_at_once(notelint, folder, change):
    first = notelint(DRAFT)
    assert notelint.kept(DRAFT) == first
    change()
    assert notelint.kept(DRAFT) is None


RULES = {
    "a rule of one's own": lambda: rewrite_unseen("house/tone/no-cats.yml", "[cat]", "[dog]"),
    "a further rule of one's own": lambda: write("house/tone/no-dogs.yml", RULE.replace("cat", "dog")),
    "a rule of one's own is gone": lambda: Path("house/tone/no-cats.yml").unlink(),
}


@pytest.mark.parametrize("change", RULES.values(), ids=RULES)
def test_a_change_of_a_rule_is_seen_at_once(notelint, house, change):
    first = notelint(DRAFT)
    assert notelint.kept(DRAFT) == first
    change()
    assert notelint.kept(DRAFT) is None


@pytest.mark.parametrize("change", ["the draft", "a nearer config", "a draft beside it", "the interview file is gone"])
def test_the_new_report_is_kept_in_its_turn(notelint, folder, change):
    notelint(DRAFT)
    CHANGES[change]()
    second = notelint(DRAFT)
    assert notelint.kept(DRAFT) == second == notelint("--no-cache", DRAFT)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: write("notes.xyz", "cat"), id="a file that is no draft, elsewhere"),
        pytest.param(lambda: write("acme/round/.note.txt.swp", "cat"), id="an editor's hidden file"),
        pytest.param(lambda: Path(DRAFT).touch(), id="the time of the draft"),
        pytest.param(lambda: write(DRAFT, NOTE), id="the draft saved again"),
        pytest.param(lambda: (git("add", "."), write(".gitignore", "other.txt\n")), id="ignored, but tracked"),
    ],
)
def test_what_changes_no_report_leaves_it_kept(notelint, folder, change):
    Path("notes.xyz").touch()
    first = notelint(DRAFT)
    change()
    assert notelint.kept(DRAFT) == first


@pytest.mark.parametrize(
    ("args", "change"),
    [
        pytest.param([DRAFT], lambda: Path(".old/note.txt").unlink(), id="a draft that the baseline knows is gone"),
        pytest.param([DRAFT], lambda: write("known.json", "{}"), id="the baseline"),
        pytest.param([DRAFT, "--format", "json"], lambda: Path("known.json").unlink(), id="the baseline is gone"),
    ],
)
def test_a_baseline_is_looked_at_again(notelint, folder, args, change):
    write(".old/note.txt", NOTE)
    write(".notelint.yml", "baseline: known.json\n")
    notelint(".", ".old/note.txt", "--write-baseline")
    first = notelint(*args)
    assert notelint.kept(*args) == first
    change()
    assert notelint.kept(*args) is None


def test_a_link_that_leads_elsewhere_is_seen(notelint, folder):
    notelint("linked.txt")
    link_elsewhere()
    assert notelint.kept("linked.txt") is None


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: write("acme/round/more/new.txt", NOTE), id="a new draft"),
        pytest.param(lambda: Path("acme/elsewhere/note.txt").unlink(), id="one less"),
        pytest.param(lambda: write(".gitignore", "other.txt\n"), id="one that git ignores"),
        pytest.param(lambda: write("acme/pyvenv.cfg", ""), id="the folder becomes a virtual environment"),
        pytest.param(link_elsewhere, id="a link to a draft"),
    ],
)
def test_a_folder_is_looked_through_again(notelint, folder, change):
    first = notelint(".")
    assert notelint.kept(".") == first
    change()
    assert notelint.kept(".") is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("PATH", os.defpath), ("TZ", "Asia/Tokyo"), ("COLUMNS", "60"), ("NO_COLOR", "1"), ("TERM", "dumb")],
)
def test_a_setting_of_the_shell_is_part_of_the_key(notelint, folder, monkeypatch, name, value):
    notelint(DRAFT)
    monkeypatch.setenv(name, value)
    assert notelint.kept(DRAFT) is None


def test_the_same_words_in_another_folder_are_another_command(notelint, folder, monkeypatch):
    monkeypatch.chdir(folder / "acme" / "round")
    notelint("note.txt")
    monkeypatch.chdir(folder / "acme" / "elsewhere")
    assert notelint.kept("note.txt") is None


@pytest.mark.parametrize("name", ["holidays-0.99.dist-info", "codespell_lib", "spacy.py"])
def test_a_package_that_comes_is_seen(notelint, folder, tmp_path, monkeypatch, name):
    packages = tmp_path / "site-packages"
    packages.mkdir()
    monkeypatch.syspath_prepend(packages)
    first = notelint(DRAFT)
    assert notelint.kept(DRAFT) == first
    (packages / name).mkdir()
    assert notelint.kept(DRAFT) is None


HOUR = 3600


@pytest.mark.parametrize(
    ("since", "until", "given"),
    [
        pytest.param(-HOUR, HOUR, True, id="it holds"),
        pytest.param(-2 * HOUR, -HOUR, False, id="it does so no longer"),
        pytest.param(-HOUR, 0, False, id="not even at this moment"),
        pytest.param(HOUR, 2 * HOUR, False, id="the clock was set back"),
    ],
)
def test_a_report_holds_for_a_time(notelint, folder, since, until, given):
    now = time.time()
    kept = replay.entry(1, b"as it was\n", now + since, now + until, {})
    kept_store.put(replay.KIND, replay.key(["x"]), kept)
    found = notelint.kept("x")
    assert (found and found.out) == (b"as it was\n" if given else None)
