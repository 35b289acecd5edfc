"""The hooks as pre-commit and prek run them: from a tag of this repository, on drafts, in a home of their own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_conformance import NOW, command, lay, of_document

PROJECT = Path(__file__).parents[2]
CONFIG = """\
repos:
  - repo: {hooks}
    rev: v0
    hooks:
      - id: {hook}
"""
IDENTITY = ("-c", "user.name=Test", "-c", "user.email=test@notelint.invalid")

pytestmark = pytest.mark.hook


def git(folder, *args):
    return subprocess.run(["git", *IDENTITY, *args], cwd=folder, check=True, capture_output=True, text=True).stdout


def repository(folder):
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet")
    return folder


def commit(folder, tag=None):
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "drafts")
    if tag:
        git(folder, "tag", tag)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory):
    """This project as it stands in the working tree, committed and tagged."""
    folder = repository(tmp_path_factory.mktemp("hooks") / "notelint")
    listed = git(PROJECT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, listed):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
    commit(folder, "v0")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def drafts(tmp_path, hooks):
    folder = repository(tmp_path / "drafts")
    (folder / ".pre-commit-config.yaml").write_text(CONFIG.format(hooks=hooks, hook="notelint"), encoding="utf-8")
    return folder


@pytest.fixture
def fixing(drafts, hooks):
    """A repository of drafts in which the hook fixes."""
    (drafts / ".pre-commit-config.yaml").write_text(CONFIG.format(hooks=hooks, hook="notelint-fix"), encoding="utf-8")
    return drafts


def run(folder, home):
    commit(folder)
    return staged(folder, home, "pre_commit", "--all-files")


def staged(folder, home, runner, *args):
    """What a runner says of what is staged."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "PREK"))
    }
    return subprocess.run(
        [sys.executable, "-m", runner, "run", "--color", "never", *args],
        cwd=folder, env={**environment, "PRE_COMMIT_HOME": str(home), "PREK_HOME": f"{home}/prek"}, capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip


def example(name):
    return (PROJECT / "examples" / name).read_text(encoding="utf-8")


def test_a_faulty_draft_stops_the_commit(drafts, home):
    (drafts / "thanks.txt").write_text(example("faulty-thank-you.txt"), encoding="utf-8")
    result = run(drafts, home)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "thanks.txt: a thank-you note" in result.stdout
    assert "no-feedback-requests" in result.stdout


def test_mail_and_word_files_are_read(drafts, home):
    import docx

    page = "".join(f"<p>{line}</p>" for line in example("faulty-thank-you.txt").splitlines())
    (drafts / "thanks.eml").write_text(f"Subject: Thank you\nContent-Type: text/html\n\n{page}", encoding="utf-8")
    document = docx.Document()
    for line in example("faulty-thank-you.txt").splitlines():
        document.add_paragraph(line)
    document.save(drafts / "thanks.docx")
    result = run(drafts, home)
    assert result.returncode == 1, result.stdout + result.stderr
    assert result.stdout.count("[no-feedback-requests]") == 2, result.stdout


def test_good_drafts_pass_and_other_files_are_not_drafts(drafts, home):
    (drafts / "thanks.txt").write_text(example("good-thank-you.txt"), encoding="utf-8")
    (drafts / "follow-up.md").write_text(example("follow-up.md"), encoding="utf-8")
    for name in ("README.md", "requirements-dev.txt", ".github/PULL_REQUEST_TEMPLATE.md", "docs/changelog.md"):
        (drafts / name).parent.mkdir(exist_ok=True)
        (drafts / name).write_text("I need some feedback on my interview!!!", encoding="utf-8")
    result = run(drafts, home)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Passed" in result.stdout


def test_a_repository_without_drafts_has_nothing_to_check(drafts, home):
    (drafts / "README.md").write_text("I need some feedback on my interview!!!", encoding="utf-8")
    result = run(drafts, home)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "no files to check" in result.stdout


@pytest.mark.parametrize("runner", ["pre_commit", "prek"])
def test_only_what_is_staged_is_fixed(fixing, home, runner):
    good = example("good-thank-you.txt")
    slip = good.replace("rebuilt the winter", "rebuilt the the winter")
    paths = staged_path, unstaged_path, untracked_path = [
        fixing / f"{name}.txt" for name in ("staged", "unstaged", "new")
    ]
    for path in paths[:2]:
        path.write_text(good, encoding="utf-8")
    commit(fixing)
    for path in paths:
        path.write_text(slip, encoding="utf-8")
    git(fixing, "add", staged_path.name)
    result = staged(fixing, home, runner)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "files were modified by this hook" in result.stdout
    assert "1 fixed, 0 left." in result.stdout
    assert staged_path.read_text(encoding="utf-8") == good
    assert [path.read_text(encoding="utf-8") for path in paths[1:]] == [slip, slip]
    assert git(fixing, "status", "--porcelain").splitlines() == ["MM staged.txt", " M unstaged.txt", "?? new.txt"]
    git(fixing, "add", staged_path.name)  # the fix; nothing else was staged
    assert staged(fixing, home, runner).returncode == 0
    assert unstaged_path.read_text(encoding="utf-8") == untracked_path.read_text(encoding="utf-8") == slip


def test_what_cannot_be_fixed_stops_the_commit(fixing, home):
    (fixing / "thanks.txt").write_text(example("faulty-thank-you.txt"), encoding="utf-8")
    result = run(fixing, home)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "no-feedback-requests" in result.stdout
    assert (fixing / "thanks.txt").read_text(encoding="utf-8") == example("faulty-thank-you.txt")


@pytest.mark.parametrize(
    ("missing", "found"),
    [
        pytest.param("park.md", "Park Min-jun", id="three of four"),
        pytest.param(None, None, id="all four"),
    ],
)
def test_of_a_panel_one_draft_is_staged_and_who_gets_none_is_said(drafts, home, missing, found):
    shutil.copytree(PROJECT / "examples" / "panel", drafts / "panel")
    if missing:
        (drafts / "panel" / missing).unlink()
    git(drafts, "add", ".pre-commit-config.yaml", "panel/interview.yml", "panel/ruiz.md")
    result = staged(drafts, home, "pre_commit")
    assert result.returncode == int(found is not None), result.stdout + result.stderr
    assert ("[write-to-each-interviewer]" in result.stdout) == (found is not None)
    if found:
        assert found in result.stdout
        assert "panel/ruiz.md: a thank-you note" in result.stdout
        assert "lee.md: " not in result.stdout


def test_the_hook_finds_what_the_command_finds(drafts, home, hooks):
    """The forty drafts that all doors are fed."""
    config = CONFIG.format(hooks=hooks, hook="notelint") + f"        args: [--format, json, --now, '{NOW}']\n"
    lay(drafts)
    (drafts / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    said = run(drafts, home).stdout
    document = said[said.index("\n{") : said.rindex("\n}") + 2]
    wanted = command(drafts, None)
    assert len(wanted) >= 40
    assert of_document(json.loads(document)) == wanted
