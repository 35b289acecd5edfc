"""Which drafts a walk finds, on real folders and real git repositories."""

import os
import subprocess
from pathlib import Path

import pytest

from notelint.drafts.walk import find


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names):
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Dear Tom,\n", encoding="utf-8")


def git(*arguments):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    subprocess.run(["git", *arguments], check=True, capture_output=True, env=environment)


@pytest.mark.usefixtures("folder")
def test_a_folder_gives_its_drafts_in_order():
    write("notes/b.txt", "notes/a.md", "notes/deep/er/c.TXT", "notes/x.pdf", "notes/script.py", "notes/old.doc")
    write("notes/y.eml", "notes/z.DOCX")
    assert find(["notes"])[0] == ["notes/a.md", "notes/b.txt", "notes/deep/er/c.TXT", "notes/y.eml", "notes/z.DOCX"]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (".", "notes/a.md"),
        ("./", "notes/a.md"),
        ("notes", "notes/a.md"),
        ("notes/", "notes/a.md"),
        ("../{}", "../{}/notes/a.md"),
    ],
    ids=["dot", "dot-slash", "folder", "slash", "parent"],
)
def test_paths_begin_as_the_user_named_them(folder, given, shown):
    write("notes/a.md")
    assert find([given.format(folder.name)]) == ([shown.format(folder.name)], [])


@pytest.mark.parametrize(
    "name",
    [
        *[
            "README.md",
            "readme.txt",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "LICENSE.txt",
            "requirements.txt",
            "requirements-dev.txt",
        ],
        *[".hidden/a.txt", ".a.txt", "deep/.git/a.md", "~$letter.docx", ".~lock.letter.docx#"],
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_a_walk_leaves_out_and_a_name_takes(name):
    write(name, "a.txt")
    assert find(["."])[0] == ["a.txt"]
    assert find([name]) == ([name], [])


@pytest.mark.usefixtures("folder")
def test_a_virtual_environment_is_left_out_unless_named():
    write("env/pyvenv.cfg", "env/lib/a.txt", "b.txt")
    assert find(["."])[0] == ["b.txt"]
    assert find(["env"])[0] == ["env/lib/a.txt"]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (["old"], ["a.md", "x/b.md"]),
        (["old/"], ["a.md", "x/b.md"]),
        (["old/**"], ["a.md", "x/b.md"]),
        (["**/old"], ["a.md", "x/b.md"]),
        (["*.md"], []),
        (["x/*.md", "./old"], ["a.md"]),
        (["b.md"], ["a.md", "old/c.md"]),
        (["nothing"], ["a.md", "old/c.md", "x/b.md"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_exclude(patterns, left):
    write("a.md", "x/b.md", "old/c.md")
    assert find(["."], patterns)[0] == left
    assert find(["old/c.md"], patterns) == (["old/c.md"], [])


def test_each_file_once(folder):
    write("notes/a.md", "b.txt")
    assert find(["b.txt", "./b.txt", "notes", ".", str(folder / "b.txt")]) == (["b.txt", "notes/a.md"], [])


@pytest.mark.usefixtures("folder")
def test_links_are_followed_once_and_loops_end():
    write("notes/a.md", "other/b.md")
    Path("notes/up").symlink_to("..")
    Path("notes/other").symlink_to("../other")
    Path("notes/z.md").symlink_to("a.md")
    Path("notes/broken.md").symlink_to("nowhere")
    assert find(["notes"])[0] == ["notes/a.md", "notes/other/b.md"]
    assert find(["."])[0] == ["notes/a.md", "other/b.md"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("missing.txt", "there is no such file or folder"),
        ("a\0b", "there is no such file or folder"),
        ("empty", "no drafts (.txt, .md, .eml, .docx) in this folder"),
    ],
    ids=["missing", "nul", "empty-folder"],
)
@pytest.mark.usefixtures("folder")
def test_failures(path, says):
    write("empty/README.md", "a.txt")
    drafts, failures = find(["a.txt", path])
    assert drafts == ["a.txt"]
    assert [(failure.path, failure.message) for failure in failures] == [(path, says)]


@pytest.mark.usefixtures("folder")
def test_standard_input_is_kept():
    assert find(["-"]) == (["-"], [])


class TestGit:
    @pytest.fixture(autouse=True)
    def repository(self, folder):
        git("init", "-q")
        (folder / ".gitignore").write_text("private/\n*.tmp.md\nümläut x.md\n", encoding="utf-8")

    def test_ignored_files_are_left_out(self):
        write("a.md", "b.tmp.md", "private/c.md", "deep/private/d.md", "deep/e.md", "ümläut x.md")
        assert find(["."])[0] == ["a.md", "deep/e.md"]
        assert find(["deep"])[0] == ["deep/e.md"]
        assert find(["b.tmp.md"])[0] == ["b.tmp.md"]

    def test_an_ignored_folder_that_is_named_is_walked(self):
        write("private/c.md", "private/sub/d.md")
        assert find(["private"])[0] == ["private/c.md", "private/sub/d.md"]
        assert find(["private/sub"])[0] == ["private/sub/d.md"]

    def test_a_folder_with_ignored_drafts_alone_says_so(self):
        write("deep/b.tmp.md")
        (failure,) = find(["deep"])[1]
        assert failure.message.startswith("no drafts (.txt, .md, .eml, .docx) in this folder but git-ignored ones")

    def test_a_tracked_file_is_no_ignored_one(self):
        write("b.tmp.md")
        git("add", "-f", "b.tmp.md")
        assert find(["."])[0] == ["b.tmp.md"]

    def test_a_repository_inside_has_its_own_ignores(self, folder):
        write("inner/a.md", "inner/b.md", "inner/c.tmp.md")
        git("init", "-q", "inner")
        (folder / "inner/.gitignore").write_text("b.md\n")
        assert find(["."])[0] == ["inner/a.md", "inner/c.tmp.md"]

    def test_links_are_no_matter_of_git(self):
        write("private/c.md")
        Path("link").symlink_to("private")
        assert find(["."])[0] == ["link/c.md"]

    def test_without_git_nothing_is_ignored(self, monkeypatch):
        write("a.tmp.md")
        monkeypatch.setenv("PATH", "")
        assert find(["."])[0] == ["a.tmp.md"]

    def test_the_variables_of_a_hook_do_not_mislead(self, monkeypatch):
        write("a.md", "b.tmp.md")
        monkeypatch.setenv("GIT_DIR", "/nowhere")
        assert find(["."])[0] == ["a.md"]
