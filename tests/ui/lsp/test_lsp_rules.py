"""Rules and other files that decide about open drafts: who reads them, and when they are read again."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from notelint.baseline import NAME as BASELINE
from notelint.catalogue.folders import WEIGHTS
from notelint.config import NAME as CONFIG
from notelint.drafts import formats
from notelint.drafts.interview import NAME as INTERVIEW

pytestmark = pytest.mark.asyncio

RULE = """\
id: no-mornings
summary: Speaks of the morning.
chapter: []
kinds: all
severity: warning
message: "“{text}” again."
why: Mornings are hard.
forbid:
  - this morning
examples:
  violations: ["We met [[this morning]]."]
  fine: ["We met this evening."]
"""
LETTER = "Dear Ms. Okafor,\n\nThank you for meeting me this morning.\n\nKind regards,\nJo Park\n"
OWN = "own/tone/no-mornings.yml"
MENDED = RULE.replace("again", "once more")
WATCHES, WATCHES_NOT = "visual_studio_code", "neovim@0.10.0"  # files on disk, when it is asked to

SAVED_MEANWHILE = """
import sys, threading
from pathlib import Path
from notelint.pipeline import Options
from notelint.ui.lsp import checker, server, watching

def heard(event, args):
    if event == "open" and str(args[0]).endswith("no-mornings.yml") and args[1] != "w":
        with open("readers.txt", "a") as file:
            file.write(threading.current_thread().name + "\\n")

def judged(*args):
    found = judge(*args)
    Path("own/tone/no-mornings.yml").write_text(sys.argv[1], encoding="utf-8")
    watching.forget_rules()  # as the worker does next, before the editor is told of this check
    return found

judge, checker.Checker._judge = checker.Checker._judge, judged
sys.addaudithook(heard)
raise SystemExit(server.serve(Options()))
"""


def lay(folder):
    """The writer's folder with a rule of their own."""
    (folder / OWN).parent.mkdir(parents=True)
    (folder / OWN).write_text(RULE, encoding="utf-8")
    (folder / ".notelint.yml").write_text("rule_paths: [own]\nbaseline: known.json\n", encoding="utf-8")


def readers(folder):
    """The threads that have read the rule."""
    return set((folder / "readers.txt").read_text(encoding="utf-8").splitlines())


def know_all(folder):
    """Take all that is found in the folder's drafts for known."""
    subprocess.run([sys.executable, "-m", "notelint", ".", "--write-baseline"], cwd=folder, check=True)


def of_mornings(said):
    return [one for one in said if one.code == "no-mornings"]


@pytest.mark.parametrize(
    "fresh",
    [
        pytest.param([sys.executable, "-c", SAVED_MEANWHILE, MENDED], id="mended"),
        pytest.param([sys.executable, "-c", SAVED_MEANWHILE, "id: no-mornings\n"], id="broken"),
    ],
    indirect=True,
)
async def test_a_rule_that_is_saved_while_a_draft_is_checked(fresh):
    """What was found is shown all the same, and rules are read by the thread that judges alone."""
    lay(fresh.folder)
    await fresh.start()
    [found] = of_mornings(await fresh.open("a.txt", LETTER))
    assert found.message == "“this morning” again."
    assert found.code_description.href == fresh.uri(OWN)
    assert readers(fresh.folder) == {"notelint_0"}


async def test_an_editor_that_can_watches_all_that_decides(fresh):
    await fresh.start(like=WATCHES)
    await fresh.open("a.txt", LETTER)
    [watcher] = [watcher for one in fresh.watched for watcher in one.register_options["watchers"]]
    suffixes = re.fullmatch(r"\*\*/\*\.\{(.+)\}", watcher["globPattern"])[1].split(",")
    assert {suffix.lstrip(".") for suffix in formats.SUFFIXES} <= set(suffixes)
    assert {Path(name).suffix[1:] for name in (CONFIG, INTERVIEW, OWN, WEIGHTS, BASELINE)} <= set(suffixes)


@pytest.mark.parametrize("like", [WATCHES, WATCHES_NOT])
async def test_a_rule_is_read_again_when_it_is_saved(fresh, like):
    lay(fresh.folder)
    await fresh.start(like=like)
    [found] = of_mornings(await fresh.open("a.txt", LETTER))
    assert (found.message, fresh.watched != []) == ("“this morning” again.", like == WATCHES)
    (fresh.folder / OWN).write_text(MENDED, encoding="utf-8")
    if fresh.watched:
        changed = lsp.FileEvent(fresh.uri(OWN), lsp.FileChangeType.Changed)
        fresh.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([changed]))
    else:
        fresh.save(OWN)
    [found] = of_mornings(await fresh.next("a.txt"))
    assert found.message == "“this morning” once more."


async def test_known_violations_are_read_again_when_their_file_is_saved(fresh):
    lay(fresh.folder)
    (fresh.folder / "a.txt").write_text(LETTER, encoding="utf-8")
    await fresh.start(like=WATCHES_NOT)
    assert of_mornings(await fresh.open("a.txt", LETTER))
    know_all(fresh.folder)
    fresh.save("known.json")
    assert of_mornings(await fresh.next("a.txt")) == []


async def test_a_draft_that_is_saved_is_checked_alone(fresh):
    await fresh.start(like=WATCHES_NOT)
    for name in ("one/a.txt", "two/b.txt"):
        await fresh.open(name, LETTER)
    fresh.save("one/a.txt")
    await fresh.next("one/a.txt")
    fresh.save("one/a.txt")
    await fresh.next("one/a.txt")
    assert len(fresh.told[fresh.uri("two/b.txt")]) == 1
