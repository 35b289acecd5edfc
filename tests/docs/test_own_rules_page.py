"""docs/own-rules.md, followed to the letter."""

import re
from pathlib import Path

import pytest
import yaml

from notelint.matching import rulebook
from notelint.ui.cli import run

from .blocks import DOCS, blocks


def lay(block):
    """Write a file of the page; with `part=KEY` in place of that key and what follows it up to the next."""
    path = Path(block.title)
    if not block.part:
        path.write_text(block.text, encoding="utf-8")
        return
    old = path.read_text(encoding="utf-8")
    new = re.sub(rf"^{block.part}:\n(?:  .*\n)*", lambda _: block.text, old, flags=re.MULTILINE)
    assert new != old
    path.write_text(new, encoding="utf-8")


@pytest.fixture
def followed(tmp_path, monkeypatch, capsys):
    """What each command of the page printed, beside what the page says."""
    monkeypatch.chdir(tmp_path)
    said = []
    for block in blocks("own-rules.md"):
        if block.title:
            lay(block)
        elif block.language == "console":
            command, _, wanted = block.text.partition("\n")
            assert command.startswith("$ notelint ")
            rulebook.load_rules.cache_clear()  # each command of the page is a process of its own
            rulebook.compile_rules.cache_clear()
            status = run(command.removeprefix("$ notelint ").split())
            out, err = capsys.readouterr()
            said.append((command, out + err, wanted) if wanted else (command, status, 0))
    return said


def test_each_command_prints_what_the_page_says(followed):
    assert [(command, out) for command, out, _ in followed] == [(command, wanted) for command, _, wanted in followed]


def test_the_pack_file_shown_is_a_good_one(tmp_path):
    from notelint.catalogue.packs import read

    shown = next(block.text for block in blocks("own-rules.md") if block.language == "yaml" and not block.title)
    (tmp_path / "pack.yml").write_text(shown, encoding="utf-8")
    assert read(tmp_path)[1] == []


def test_the_workflow_is_pinned_and_may_only_read():
    workflow = yaml.safe_load((DOCS / "github-actions.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    uses = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert uses
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one) for one in uses)
