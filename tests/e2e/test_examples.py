"""The drafts under examples/, as the README shows them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drafts():
    """The JSON of each example by its file name."""
    command = [sys.executable, "-m", "notelint", "--format", "json", "examples"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    return {Path(draft["path"]).name: draft for draft in json.loads(done.stdout)["drafts"]}


@pytest.mark.parametrize(
    ("name", "kind"),
    [("faulty-thank-you.txt", "thank-you"), ("good-thank-you.txt", "thank-you"), ("follow-up.md", "follow-up")],
)
def test_the_kind_is_known(drafts, name, kind):
    assert drafts[name]["kind"] == kind


def test_the_faulty_draft_has_these_faults(drafts):
    found = {violation["rule"] for violation in drafts["faulty-thank-you.txt"]["violations"]}
    assert {
        "express-gratitude",
        "no-casual-language",
        "no-feedback-requests",
        "no-overeagerness",
        "no-self-deprecation",
        "polite-closing",
    } <= found


@pytest.mark.parametrize(
    "name", ["good-thank-you.txt", "follow-up.md", *(f"{who}.md" for who in ("okafor", "lee", "ruiz", "park"))]
)
def test_the_good_drafts_are_good(drafts, name):
    assert drafts[name]["violations"] == []


@pytest.mark.parametrize("name", ["faulty-thank-you.txt", "good-thank-you.txt", "follow-up.md"])
def test_each_text_is_the_slice_between_its_offsets(drafts, name):
    text = (PROJECT / "examples" / name).read_text(encoding="utf-8")
    for found in [*drafts[name]["violations"], *drafts[name]["evidence"]]:
        assert text[found["start"]["offset"] : found["end"]["offset"]] == found["text"]


def test_the_readme_shows_what_the_program_prints():
    """`python scripts/readme.py` makes these blocks anew."""
    blocks = re.findall(r"```text\n(.*?)\n```", (PROJECT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    drafts = ("examples/good-thank-you.txt", "examples/faulty-thank-you.txt")
    for block, draft in zip(blocks, drafts, strict=True):
        command = [sys.executable, "-m", "notelint", "--color", "never", draft]
        run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert run.stdout.rstrip() == block


@pytest.mark.parametrize("name", ["page.png", "page-phone.png", "terminal.svg"])
def test_the_pictures_are_there_and_small(name):
    assert 0 < (PROJECT / "docs" / name).stat().st_size < 200_000
