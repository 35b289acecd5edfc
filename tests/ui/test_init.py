"""`notelint init`: what it lays into a folder, and that nothing there is touched."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from notelint import config
from notelint.drafts import headers, interview

PROJECT = Path(__file__).parents[2]
ALL = [".notelint.yml", "interview.yml", ".pre-commit-config.yaml"]


def git():
    subprocess.run(["git", "init", "-q"], check=True)


def written():
    return sorted(path.name for path in Path().iterdir() if path.is_file())


def uncommented(name):
    """The file with everything that it offers switched on: all below its first paragraph."""
    head, _, offered = Path(name).read_text(encoding="utf-8").partition("\n\n")
    Path(name).write_text(f"{head}\n\n{re.sub('^# ?', '', offered, flags=re.MULTILINE)}", encoding="utf-8")


def test_a_folder_without_a_repository(notelint):
    result = notelint("init")
    assert (result.status, result.err) == (0, "")
    assert written() == [".notelint.yml", "interview.yml"]
    assert result.out.startswith("Wrote .notelint.yml: ")
    assert "Wrote interview.yml: " in result.out
    assert "no git repository" in result.out
    assert "Next: fill in interview.yml" in result.out


def test_a_repository(notelint):
    git()
    assert "Wrote .pre-commit-config.yaml: " in notelint("init").out
    assert written() == sorted(ALL)


@pytest.mark.parametrize("name", ALL)
def test_what_is_there_stays(notelint, name):
    git()
    Path(name).write_text("# mine, with notelint\n", encoding="utf-8")
    result = notelint("init")
    assert f"{name} is there already; it stays as it is." in result.out
    assert Path(name).read_text(encoding="utf-8") == "# mine, with notelint\n"
    assert written() == sorted(ALL)


@pytest.mark.parametrize("name", ALL)
def test_a_link_that_leads_nowhere_is_one_line(notelint, name):
    git()
    Path(name).symlink_to("gone/away.yml")
    result = notelint("init")
    assert (result.status, result.out) == (2, "")
    assert (
        result.err == f"notelint: {name}: this is a link to gone/away.yml, which is not there; fix or remove it first\n"
    )
    assert Path(name).is_symlink()
    assert written() == []


def test_again_changes_nothing(notelint):
    git()
    notelint("init")
    before = {name: Path(name).read_bytes() for name in ALL}
    assert notelint("init").out.count("is there already") == 3
    assert {name: Path(name).read_bytes() for name in ALL} == before


def test_a_hook_config_without_notelint_is_told_what_to_add(notelint):
    git()
    Path(".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    out = notelint("init").out
    assert "does not run notelint yet" in out
    [added] = yaml.safe_load("\n".join(line[2:] for line in out.splitlines() if line.startswith("    ")))
    assert added["hooks"][0]["id"] == "notelint"
    assert Path(".pre-commit-config.yaml").read_text(encoding="utf-8") == "repos: []\n"


def test_a_folder_in_a_repository(notelint):
    git()
    Path(".notelint.yml").write_text("fail_on: error\n", encoding="utf-8")
    Path("northwind").mkdir()
    result = notelint("init", "northwind")
    assert ".notelint.yml counts here too" in result.out
    assert sorted(path.name for path in Path("northwind").iterdir()) == ["interview.yml"]
    assert Path(".pre-commit-config.yaml").is_file()


@pytest.mark.parametrize("folder", ["gone", "file"])
def test_what_is_no_folder(notelint, folder):
    Path("file").touch()
    result = notelint("init", folder)
    assert (result.status, result.out) == (2, "")
    assert result.err == f"notelint: {folder}: there is no such folder; make it first\n"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder that even root cannot write to")
def test_a_folder_that_cannot_be_written_to(notelint):
    result = notelint("init", "/proc/self")
    assert result.status == 2
    assert re.fullmatch(r"notelint: /proc/self/\.notelint\.yml: this cannot be written: .*\n", result.err)


def test_the_files_as_written_are_valid_and_say_nothing(notelint):
    notelint("init")
    assert config.find(Path("a.md")) == config.Config(path=Path(".notelint.yml").resolve())
    assert interview.read(Path("interview.yml")).headers.entries == ()


def test_everything_they_offer_is_valid(notelint):
    notelint("init")
    for name in ALL[:2]:
        uncommented(name)
    found = config.find(Path("a.md"))
    assert found.off == {"no-gifts"}
    assert (found.exclude, found.fail_on, found.country) == (("archive/",), "warning", "US")
    entries = interview.read(Path("interview.yml")).headers.entries
    assert {entry.key for entry in entries} == {
        *("company", "position", "from", "interview", "interviewers", "expected_reply", "last_contact", "topics", "concerns", "shared_interests")
    }  # fmt: skip
    assert {entry.key for entry in entries} <= set(headers.KNOWN_KEYS)
    values = {entry.key: entry.items for entry in entries}
    assert values["interviewers"] == ("Amara Okafor", "Lee, Ben")
    assert values["interview"] == ("2026-11-24 14:30",)
    assert values["concerns"] == ("no SQL",)


def test_the_hook_is_that_of_the_project(notelint):
    git()
    notelint("init")
    [repo] = yaml.safe_load(Path(".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    ours, fixing = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    own = ("id", "name", "description", "entry")
    assert {key: fixing[key] for key in fixing if key not in own} == {key: ours[key] for key in ours if key not in own}
    [hook] = repo["hooks"]
    for key in ("id", "entry", "require_serial", "types", "files", "exclude"):
        assert hook[key] == ours[key]


def test_a_first_draft_beside_them_is_checked(notelint):
    notelint("init")
    Path("a.md").write_text("Dear Ms. Okafor,\n\nThank you for your time.\n\nKind regards,\nDana\n", encoding="utf-8")
    result = notelint("a.md")
    assert (result.status, result.err) == (1, "")
