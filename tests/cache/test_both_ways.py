"""From what is kept or by the usual way: the same bytes, the same status."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cache.conftest import FILES

DRAFT = "acme/round/note.txt"
SETTINGS = [
    [], [], [], ["--format", "concise"], ["--format", "json"], ["--format=text"], ["-q"], ["-v"], ["-qv"],
    ["--statistics"], ["--color", "always"], ["--color=never"], ["--kind", "follow-up"], ["--select", "no-gifts"],
    ["--select=no-feedback-requests,no-gifts"], ["--ignore", "keep-it-concise"], ["--fail-on", "never"],
    ["--fail-on", "error"], ["--now", "2026-03-05T09:00"], ["--config", ".notelint.yml"], ["--no-cache"], ["check"],
    ["--"], ["--format", "xml"], ["--fail-on"], ["--colour"], ["--help"], ["--version"], ["rules"], ["zones"], ["body"],
]  # fmt: skip
PATHS = [*(name for name in FILES if name.endswith(".txt")), "acme", "globex", "linked.txt", "./globex", "none.txt", ""]


def command_lines(count):
    """Command lines of all kinds, right and wrong, the same ones each time."""
    chance = random.Random(7)
    for _ in range(count):
        words = [word for setting in chance.sample(SETTINGS, chance.choice((0, 1, 1, 2))) for word in setting]
        paths = chance.sample(PATHS, chance.choice((1, 1, 1, 2)))
        yield [*words, *paths] if chance.random() < 0.8 else [*paths, *words]


def test_200_command_lines(notelint, folder, monkeypatch):
    answered = 0
    for args in command_lines(200):
        with monkeypatch.context() as patch:
            patch.setenv("NOTELINT_NO_CACHE", "1")
            usual = notelint(*args)
        watched = notelint(*args)
        kept = notelint.kept(*args)
        assert (watched, kept or usual) == (usual, usual), args
        answered += kept is not None
    assert answered > 100


def run(*command, **settings):
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **settings})


@pytest.mark.parametrize("command", [["-m", "notelint"], ["-c", "from notelint.__main__ import main; main()"]])
def test_a_process_answers_twice_alike(folder, store, command):
    first = run(sys.executable, *command, DRAFT)
    assert len(list((store / "reports").iterdir())) == 1
    second = run(sys.executable, *command, DRAFT)
    assert (first.returncode, first.stdout, first.stderr) == (second.returncode, second.stdout, second.stderr)
    assert first.returncode == 1


def test_two_runs_at_once(notelint, folder):
    command = [sys.executable, "-c", "from notelint.__main__ import main; main()", DRAFT]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in "ab"]
    both = [process.communicate() for process in runs]
    assert both[0] == both[1]
    assert both[0][1] == b""
    usual = notelint(DRAFT)
    assert both[0][0] == usual.out
    assert notelint.kept(DRAFT) == usual


def test_a_pipe_and_a_file_get_what_was_kept(notelint, folder, tmp_path):
    usual = notelint(DRAFT)
    assert usual.out.decode().startswith(DRAFT)
    with (tmp_path / "out").open("wb") as file:
        for _ in "ab":
            file.seek(0)
            subprocess.run([sys.executable, "-m", "notelint", DRAFT], stdout=file, check=False)
    assert (tmp_path / "out").read_bytes() == usual.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_stream_that_takes_nothing_is_said_either_way(folder):
    for _ in "ab":
        with Path("/dev/full").open("wb") as full:
            command = [sys.executable, "-m", "notelint", DRAFT]
            found = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert found.returncode == 2
        assert found.stderr == "notelint: the output cannot be written: No space left on device\n"
        run(sys.executable, "-m", "notelint", DRAFT)


NEEDED = {
    "__future__", "_blake2", "notelint", "notelint.__main__", "notelint.cache", "notelint.cache.installation",
    "notelint.cache.probes", "notelint.cache.replay", "notelint.store", "zlib",
}  # fmt: skip
ANSWER = """
import os, sys
before = set(sys.modules)
def leave(status):
    loaded = sorted(set(sys.modules) - before)
    import json
    print(json.dumps(loaded), file=sys.stderr)
    sys.exit(status)
os._exit = leave
from notelint.__main__ import main
main()
"""


def test_a_kept_report_needs_next_to_no_modules(folder):
    first, second = (run(sys.executable, "-c", ANSWER, DRAFT) for _ in "ab")
    assert (first.stdout, first.returncode) == (second.stdout, second.returncode)
    assert "spacy" in json.loads(first.stderr)
    assert set(json.loads(second.stderr)) <= NEEDED


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["--colour", "x.txt"], ["cache", "info"]])
def test_what_is_not_kept_needs_nothing_heavy(folder, args):
    code = (
        "import json, sys; from notelint.ui.cli import run; run(sys.argv[1:]); "
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    found = run(sys.executable, "-c", code, *args)
    loaded = {name.partition(".")[0] for name in json.loads(found.stderr.splitlines()[-1])}
    assert not loaded & {"spacy", "numpy", "yaml", "pydantic", "textstat", "regex", "dateparser"}


def test_it_is_shown_and_cleared(notelint, folder, store):
    notelint(DRAFT)
    shown = notelint("cache", "info").out.decode().splitlines()
    assert shown[0] == str(store)
    assert any(line.startswith("reports: 1 ") for line in shown[1:])
    assert notelint("cache", "clear").out.endswith(b"removed\n")
    assert notelint.kept(DRAFT) is None
    assert notelint("cache", "info").out.decode().splitlines()[1:] == ["nothing kept"]


def test_nobody_else_may_read_it(notelint, folder, store):
    notelint(DRAFT)
    modes = {path.stat().st_mode & 0o777 for path in store.rglob("*.notelint")}
    assert modes == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (store, *(path.parent for path in store.rglob("*.notelint")))} == {
        0o700
    }


@pytest.mark.parametrize(
    "bad", [lambda data: data[:-9], lambda data: data[:40], lambda _: b"", lambda data: data[::-1]]
)
def test_a_damaged_report_is_none(notelint, folder, store, bad):
    usual = notelint(DRAFT)
    for path in (store / "reports").iterdir():
        path.write_bytes(bad(path.read_bytes()))
    assert notelint.kept(DRAFT) is None
    assert notelint(DRAFT) == usual == notelint.kept(DRAFT)


@pytest.mark.parametrize("place", ["/proc/none", "/dev/null", ".notelint.yml"])
def test_without_a_place_for_it_all_goes_the_usual_way(notelint, folder, monkeypatch, place):
    usual = notelint(DRAFT)
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(folder / place))
    assert notelint(DRAFT) == usual
    assert usual.err == b""
    assert notelint.kept(DRAFT) is None
