"""Every command on the pages does what they say.

A page is read from top to bottom in a folder of its own: files that it shows under a `title` are laid there, its
commands are run, and what it shows as their output is compared. What cannot be run here has a comment above it that no
reader sees, `<!-- not run: REASON -->`; the last test counts these.
"""

import re
from collections import Counter

import pytest

from notelint.ui.cli import cli
from notelint.ui.group import DEFAULT

from .scratch import Shell, lay, lay_shown
from .shell import PAGES, steps

WITH_COMMANDS = [page for page in PAGES if any(step.commands for step in steps(page))]
NOT_RUN = {
    "it installs": 8,
    "it is for another system": 1,
    "it installs, and runs the tests": 1,
    "it measures the whole corpus, for some minutes": 1,
    "pre-commit is a program of its own": 1,
    "reviewdog writes to a server": 1,
    "the project's own checks, as .ci/run makes them": 1,
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """Where compiled rules are kept from page to page."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def shell(cache, tmp_path, monkeypatch, capsys):
    """A shell in a folder with drafts."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(cache))
    lay(tmp_path)
    return Shell(capsys, monkeypatch)


@pytest.mark.parametrize("page", WITH_COMMANDS)
def test_each_command_does_what_the_page_says(page, shell, tmp_path):
    for step in steps(page):
        if step.title:
            lay_shown(step, tmp_path)
        for command, wanted in zip(step.commands, step.wanted, strict=True) if not step.reason else ():
            status, printed = shell.run(command)
            if wanted is None:
                assert status in allowed(command), f"line {step.line}: {command}\n{printed}"
            else:
                assert printed.rstrip() == wanted.rstrip(), f"line {step.line}: {command}"


def allowed(command):
    """The exit status that is no failure: a check may find something, all else must do what it was asked."""
    words = command.partition("#")[0].split()
    other = [word for word in words if word in cli.commands and word != DEFAULT]
    return {0} if other or "notelint" not in words else {0, 1}


@pytest.mark.parametrize("page", [page for page in PAGES if page != "docs/command-line.md"])
def test_no_command_hides_in_a_block_of_another_language(page):
    others = [step for step in steps(page) if not step.commands]
    assert [step.line for step in others if re.search(r"^(\$ )?(\.venv/bin/)?notelint ", step.text, re.MULTILINE)] == []


def test_what_is_not_run_is_counted():
    reasons = Counter(step.reason for page in PAGES for step in steps(page) if step.reason)
    assert reasons == NOT_RUN
