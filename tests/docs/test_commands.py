"""Every command on the pages does what they say.

A page is read from top to bottom in a folder of its own: files that it shows under a `title` are laid there, its
commands are run, and what it shows as their output is compared. What cannot be run here has a comment above it that no
reader sees, `<!-- not run: REASON -->`; the last test counts these.
"""

from collections import Counter

import click
import pytest

from notelint.ui.cli import cli
from notelint.ui.group import DEFAULT

from .scratch import Shell, lay
from .shell import DOCS, PAGES, ROOT, calls, steps

FOLLOWED_ELSEWHERE = {}  # page: the test that follows it to the letter
WITH_COMMANDS = [page for page in PAGES if any(step.commands for step in steps(page))]
NOT_RUN = {
}


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    """A shell in a folder with drafts."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    lay(tmp_path)
    return Shell(capsys, monkeypatch)


@pytest.mark.parametrize("page", [page for page in WITH_COMMANDS if page not in FOLLOWED_ELSEWHERE])
def test_each_command_does_what_the_page_says(page, shell, tmp_path):
    for step in steps(page):
        if step.title:
            path = tmp_path / step.title
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
        for command, wanted in zip(step.commands, step.wanted, strict=True):
            if step.reason:
                continue
            status, printed = shell.run(command)
            if wanted is None:
                assert status in {0, 1}, f"line {step.line}: {command}\n{printed}"
            else:
                assert printed.rstrip() == wanted.rstrip(), f"line {step.line}: {command}"


def test_what_is_not_run_is_counted():
    reasons = Counter(step.reason for page in PAGES for step in steps(page) if step.reason)
    assert reasons == NOT_RUN
