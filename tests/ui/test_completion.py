"""Completion as a person has it: a real bash sources the script and presses Tab."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent
PRESS_TAB = """
source <(notelint completion bash)
COMP_WORDS=({words})
COMP_CWORD={at}
_notelint_completion notelint 2>/dev/null
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def folder(tmp_path):
    for name in ("thanks.txt", "my note.md", "rubbish.txt"):
        (tmp_path / name).touch()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "second.txt").touch()
    return tmp_path


def press_tab(folder, *words):
    line = " ".join(shlex.quote(word) for word in ("notelint", *words))
    script = PRESS_TAB.format(words=line, at=len(words))
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "--norc", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split("\n")[:-1]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        pytest.param(
            [""],
            {"rules", "explain", "zones", "check", "thanks.txt", "my note.md", "drafts"},
            id="first word: commands and files",
        ),
        pytest.param(["ru"], {"rules", "rubbish.txt"}, id="first word: a command or a file"),
        pytest.param(["--f"], {"--format", "--fail-on"}, id="first word: options"),
        pytest.param(["--he"], {"--help"}, id="first word: help"),
        pytest.param(
            ["thanks.txt", "--s"], {"--select", "--stdin-filename", "--statistics"}, id="options after a draft"
        ),
        pytest.param(["--format", ""], {"text", "concise", "json"}, id="values of an option"),
        pytest.param(["--kind", "f"], {"follow-up"}, id="kinds"),
        pytest.param(["thanks.txt", "my"], {"my note.md"}, id="a second draft"),
        pytest.param(["drafts/"], {"drafts/second.txt"}, id="inside a folder"),
        pytest.param(["zones", "th"], {"thanks.txt"}, id="a command's draft"),
        pytest.param(["explain", "no-pre"], {"no-pressure"}, id="a rule"),
        pytest.param(["--select", "no-pre"], {"no-pressure"}, id="a rule as an option's value"),
        pytest.param(["--select", "no-gifts,no-pre"], {"no-gifts,no-pressure"}, id="a second rule"),
        pytest.param(["completion", ""], {"bash", "zsh", "fish"}, id="shells"),
    ],
)
def test_bash_offers(folder, words, offered):
    found = press_tab(folder, *words)
    assert offered <= set(found)
    assert all(item.startswith(words[-1]) for item in found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell):
    done = subprocess.run([BIN / "notelint", "completion", shell], capture_output=True, text=True, check=True)
    assert "_NOTELINT_COMPLETE" in done.stdout
    assert "notelint" in done.stdout
