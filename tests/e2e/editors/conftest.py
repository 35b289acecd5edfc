"""Real editors, with the settings that stand in docs/editors: what a reader of these pages would have."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[3] / "docs" / "editors"
BIN = Path(sys.executable).parent
DRAFT = """\
Hey Ms. Lindqvist,

Thank you for for meeting me this morning about the Data Analyst position. I enjoyed hearing how your team rebuilt the
winter timetable from the gate counts of a single week 🚋. Could you give me some feedback on my interview?

At Ashby Buses I filled similar gaps with a small model in SQL and Python, and I would be glad to do the same for your
suburban lines. If references or a sample of my reports would help you decide, I will gladly send them.

Amara Dell
"""
FOUND = {"no-casual-language": "warning", "repeated-words": "warning", "no-feedback-requests": "error"}


def block(page, language, nth=0):
    """One of the settings on a page, as it stands there."""
    text = (PAGES / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)[nth]


@pytest.fixture
def folder(tmp_path):
    """A folder with a draft in it, the home of an editor without any settings."""
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder):
    """Run an editor in that folder; a machine without it skips the test."""

    def call(*command, **more):
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
        if shutil.which(command[0], path=path) is None:
            pytest.skip(f"{command[0]} is not installed here")
        own = {"PATH": path, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        own |= {"TERM": "dumb", "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(folder), "XDG_STATE_HOME": str(folder)}
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, **own, **more}, capture_output=True, timeout=170, check=False
        )
        return (done.stdout + done.stderr).decode("utf-8", "replace")

    return call


@pytest.fixture
def concise(run):
    """What the command says about the draft, one line a violation."""
    return run("notelint", "--format", "concise", "draft.txt").splitlines()
