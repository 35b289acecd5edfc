"""What the pages say of the command line in their sentences: each command and each option of notelint exists."""

import re

import click
import pytest

from notelint.ui.cli import cli
from notelint.ui.group import DEFAULT

from .shell import PAGES, ROOT


def spoken():
    """Each piece of code in a sentence, with its page."""
    for page in PAGES:
        text = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for code in re.findall(r"`([^`]+)`", text):
            yield page, " ".join(code.split())


def named(command):
    """The command that these words call, of a group the one within."""
    found = cli
    for word in command.split()[1:]:
        if not isinstance(found, click.Group) or word not in found.commands:
            break
        found = found.commands[word]
    return found if found is not cli else cli.commands[DEFAULT]


def options(command):
    return {name for param in command.params for name in param.opts} | {"-h", "--help", "--version"}


ALL = set().union(*(options(command) for command in cli.commands.values()))
CALLS = sorted({(page, code) for page, code in spoken() if re.match(r"(\.venv/bin/)?notelint [a-z-]", code)})
OPTIONS = sorted({(page, name) for page, code in spoken() for name in re.findall(r"^--[a-z][a-z-]*", code)})


@pytest.mark.parametrize(("page", "code"), CALLS)
def test_a_command_in_a_sentence_exists_and_has_these_options(page, code):
    words = code.removeprefix(".venv/bin/").split()
    command = named(code.removeprefix(".venv/bin/"))
    assert {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)} <= options(command)
    first = words[1]
    known = first in cli.commands or first.startswith("-") or "." in first or "/" in first
    assert known, f"{first} is neither a command nor a draft"


@pytest.mark.parametrize(("page", "name"), OPTIONS)
def test_an_option_in_a_sentence_exists(page, name):
    assert name in ALL
