"""How a process starts and ends: quickly, and with all that it had to say."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from notelint.start import hurried

ROOT = Path(__file__).parents[1]
GOOD, FAULTY = (str(ROOT / "examples" / name) for name in ("good-thank-you.txt", "faulty-thank-you.txt"))
HEAVY = {"numpy", "pydantic", "regex", "spacy", "textstat", "yaml", "dateparser", "holidays", "docx", "multiprocessing"}


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("usual", "after"),
    [
        pytest.param(700, 10_000, id="less-often"),
        pytest.param(50_000, 50_000, id="as-seldom-as-before"),
        pytest.param(0, 0, id="never"),
    ],
)
def test_garbage_is_looked_for_again(usual, after):
    before = gc.get_threshold()
    try:
        gc.set_threshold(usual, *before[1:])
        with hurried():
            assert gc.get_threshold()[0] == 0
        assert gc.get_threshold() == (after, *before[1:])
    finally:
        gc.set_threshold(*before)


def test_what_the_user_has_set_counts(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    with hurried():
        assert os.environ["OMP_NUM_THREADS"] == "3"


@pytest.mark.parametrize("status", [0, 1, 2])
def test_all_that_was_written_arrives(status):
    done = run(f"import sys; from notelint.start import leave; print('x' * 100_000); leave({status})")
    assert (len(done.stdout), done.stderr, done.returncode) == (100_001, "", status)


def test_a_profiler_sees_the_end():
    code = "import atexit, sys; from notelint.start import leave; atexit.register(print, 'seen'); sys.{}; leave(1)"
    for looking in ("setprofile(lambda *_: None)", "settrace(lambda *_: None)"):
        done = run(code.format(looking))
        assert (done.stdout, done.returncode) == ("seen\n", 1)


def test_where_nothing_can_be_written_python_says_so():
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        code = "from notelint.start import leave; print('x'); leave(0)"
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        done = subprocess.run(
            [sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, env=environment, text=True, check=False
        )
    assert done.returncode == 120
    assert "No space left" in done.stderr


@pytest.mark.parametrize("draft", [GOOD, FAULTY])
def test_a_hurried_command_says_what_the_library_says(draft):
    from notelint import pipeline
    from notelint.reporters import json as document

    done = subprocess.run(
        [sys.executable, "-m", "notelint", "--format", "json", draft], capture_output=True, text=True, check=False
    )
    assert done.stdout == document.render(pipeline.check([draft]))


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        pytest.param(["--version"], set(), id="the version"),
        pytest.param(["--help"], set(), id="the help"),
        pytest.param(["zones", GOOD], set(), id="the zones of a draft"),
        pytest.param(["nowhere.txt"], set(), id="a draft that is not there"),
        pytest.param(["rules"], {"numpy", "regex"}, id="the list of rules, once they were compiled"),
        pytest.param(
            ["--format", "concise", GOOD], {"numpy", "regex", "spacy", "pydantic", "multiprocessing"}, id="a draft"
        ),
    ],
)
def test_nothing_is_imported_that_is_not_used(arguments, allowed):
    run("from notelint.matching import rulebook; rulebook.compile_rules(())")
    code = (
        "import sys; from notelint.ui.cli import run; run(sys.argv[1:]); "
        f"print('\\n' + ' '.join({HEAVY} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert set(done.stdout.splitlines()[-1].split()) <= allowed
