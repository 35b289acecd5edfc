"""A writer's folder as a repository, and the command in this process, in both its ways."""

import os
import subprocess
from types import SimpleNamespace

import pytest

from notelint.cache import record
from notelint.cache.replay import answer
from notelint.ui.cli import run

NOTE = """\
Dear Ms. Okafor,

Thank you for meeting me this morning about the Data Analyst position. Could you give me some feedback on my interview?

Best regards,
Lee Park
"""
OTHER = NOTE.replace("Okafor", "Lindqvist").replace("this morning", "today")
THIRD = f"---\ncompany: Globex\nposition: Data Analyst\n---\n{NOTE}"
RULE = """\
id: no-cats
chapter: []
kinds: all
summary: Speaks of cats.
severity: warning
message: "“{text}” is about cats."
why: The house has dogs.
forbid:
  - words: [cat]
examples:
  violations: ["I like your [[cat]]."]
  fine: ["I like your dog."]
"""
FILES = {
    ".notelint.yml": "rules:\n  keep-it-concise: off\n",
    ".gitignore": "*.bak\n",
    "acme/interview.yml": "company: Acme Robotics\nposition: Data Analyst\ninterview: 2026-03-04 10:00\nsent: 2026-03-04\n",
    "acme/round/note.txt": NOTE,
    "acme/round/other.txt": OTHER,
    "acme/elsewhere/note.txt": NOTE.replace("Okafor", "Adeyemi"),
    "globex/third.txt": THIRD,
}


@pytest.fixture(autouse=True)
def settled(monkeypatch):
    """Rules and packages count as at rest, although the tests have just written them."""
    monkeypatch.setattr(record, "_SETTLED", -1e9)


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """A cache folder of its own, and a home without settings of git."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("NO_COLOR", "COLUMNS", "NOTELINT_NO_CACHE"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "kept"
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The writer's folder, with git, and the current one."""
    top = tmp_path / "letters"
    for name, text in FILES.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(top)], check=True)
    (top / "linked.txt").symlink_to("acme/round/note.txt")
    monkeypatch.chdir(top)
    return top


@pytest.fixture
def house(folder):
    """The same with a rule of the writer's own."""
    (folder / ".notelint.yml").write_text("rule_paths: [house]\n", encoding="utf-8")
    (folder / "house" / "tone").mkdir(parents=True)
    (folder / "house" / "tone" / "no-cats.yml").write_text(RULE, encoding="utf-8")
    return folder


@pytest.fixture
def notelint(capsysbinary):
    """The command by the usual way, and (`kept`) from what is kept; each returns status, out, err."""

    def call(way, args):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NOTELINT_NO_CACHE", os.environ.get("NOTELINT_NO_CACHE", ""))  # `--no-cache` sets it for good
            status = way([os.fspath(arg) for arg in args])
        out, err = capsysbinary.readouterr()
        return SimpleNamespace(status=status, out=out, err=err)

    def usual(*args):
        return call(run, args)

    def kept(*args):
        found = call(answer, args)
        assert found.status is not None or found.out + found.err == b""
        return None if found.status is None else found

    usual.kept = kept
    return usual
