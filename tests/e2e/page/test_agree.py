"""The page in the browser and the command find the same, on the forty drafts of all doors."""

import json
import subprocess
import sys

import pytest
from test_conformance import lay, names

SILENT = {"empty.txt", "blank.txt"}  # without a letter the page has nothing to say yet
CARDS = """all => all.map(card => [
    card.dataset.rule,
    ["error", "warning", "suggestion"].find(severity => card.classList.contains(severity)),
    [...card.querySelector(".message").childNodes].at(-1).textContent,
])"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Each draft in a folder of its own: a letter in the page lies beside no other."""
    laid, top = lay(tmp_path_factory.mktemp("laid")), tmp_path_factory.mktemp("drafts")
    for name in sorted(set(names(laid)) - SILENT):
        (top / name.replace("/", "-")).mkdir()
        (laid / name).rename(top / name.replace("/", "-") / (laid / name).name)
    return top


@pytest.fixture(scope="module")
def wanted(folder):
    """What the command finds, by the draft's folder."""
    files = [str(path.relative_to(folder)) for path in folder.glob("*/*")]
    command = [sys.executable, "-m", "notelint", "--format", "json", *files]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    return {
        draft["path"].split("/")[0]: sorted(
            [one["rule"], one["severity"], one["message"]] for one in draft["violations"]
        )
        for draft in json.loads(done.stdout)["drafts"]
    }


def test_forty_drafts_in_the_page(page, folder, wanted):
    assert len(wanted) >= 40
    found = {}
    for name in wanted:
        (file,) = (folder / name).iterdir()
        with page.expect_response("**/check"):
            page.set_input_files("#file", file)
        page.wait_for_timeout(50)  # until it is shown
        found[name] = sorted(page.eval_on_selector_all(".violation", CARDS))
    assert found == wanted
