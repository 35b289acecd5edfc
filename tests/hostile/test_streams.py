"""Streams that are closed or are none, a folder that is gone, a machine that knows only ASCII."""

import os
import subprocess
import sys

import pytest

from .conftest import LETTER, PATIENCE

ASKS = ("--format", "concise", "--select", "no-feedback-requests")
FOUND = "a.txt:3:"


@pytest.fixture(autouse=True)
def letter(folder):
    (folder / "a.txt").write_text(LETTER)


@pytest.mark.parametrize("args", [["-"], ["--fix", "-"], ["--diff", "-"], ["explain", "no-gifts", "-"], ["zones", "-"], ["body", "-"]])  # fmt: skip
def test_closed_input_is_one_line(command, args):
    done = command(*args, stdin=None, preexec_fn=lambda: os.close(0))
    assert done.status == 2
    assert done.err == "notelint: -: standard input is closed; name a file\n"


@pytest.mark.parametrize("closed", [(1,), (2,), (1, 2), (0, 1, 2)], ids=str)
def test_closed_output_keeps_the_status_and_the_draft(command, folder, closed):
    def close():
        for stream in closed:
            os.close(stream)

    done = command(*ASKS, "a.txt", preexec_fn=close)
    assert done.status == 1
    assert (folder / "a.txt").read_text() == LETTER
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_a_folder_that_is_gone_is_one_line(command, folder):
    def leave():
        os.mkdir("gone")  # noqa: PTH102
        os.chdir("gone")
        os.rmdir("../gone")  # noqa: PTH106

    done = command(*ASKS, "-", input=LETTER.encode(), preexec_fn=leave)
    assert done.status in {1, 2}
    assert done.err in {"", "notelint: the folder that you are in was deleted; go to another one\n"}
    assert bool(done.err) == (done.status == 2)


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_a_machine_that_knows_only_ascii(command, folder, locale):
    (folder / "ü.txt").write_text(LETTER.replace("Lee", "Zoë"), encoding="utf-8")
    (folder / ".notelint.yml").write_text("words: [Zoë]\n", encoding="utf-8")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUTF8"))
    }
    environment |= {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = command("--select", "no-feedback-requests", "ü.txt", "a.txt", env=environment)
    assert done.status == 1
    assert done.out.count("no-feedback-requests") >= 2
    assert done.err == ""


def test_nothing_depends_on_the_locale():
    """Python itself warns where a file is opened in the encoding of the locale."""
    script = (
        "import sys, warnings; warnings.simplefilter('ignore');"
        "warnings.filterwarnings('error', category=EncodingWarning, module=r'notelint\\b');"
        "from notelint.ui.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    args = ["-X", "warn_default_encoding", "-c", script]
    done = subprocess.run(
        [sys.executable, *args, "a.txt"], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")


def test_input_without_an_end_is_refused(command):
    with open("/dev/zero", "rb") as endless:  # noqa: PTH123 - a device
        done = command(*ASKS, "-", stdin=endless)
    assert done.status == 2
    assert done.err == "notelint: -: standard input holds more than 40 MB\n"
