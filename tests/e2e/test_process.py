"""The command as a process: pipes that break, interrupts, streams that cannot carry everything."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = [sys.executable, "-m", "notelint"]
FAULTY = str(EXAMPLES / "faulty-thank-you.txt")


def test_a_broken_pipe_is_no_failure():
    script = f"{' '.join(COMMAND)} {FAULTY} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 1


def test_an_interrupt_is_no_traceback():
    running = subprocess.Popen([*COMMAND, "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(2)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Traceback" not in err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_any_stream(encoding):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([*COMMAND, FAULTY], env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr == b""
    assert "no-feedback-requests" in done.stdout.decode(encoding)


def test_a_full_disk_is_one_line():
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run([*COMMAND, "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("notelint: the output cannot be written")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        pytest.param({"TERM": "xterm"}, True, id="a terminal"),
        pytest.param({"TERM": "xterm", "NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param({"TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_colour_on_a_terminal(environment, coloured):
    ours, theirs = os.openpty()
    inherited = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    with subprocess.Popen(
        [*COMMAND, FAULTY], env={**inherited, **environment}, stdin=theirs, stdout=theirs, stderr=theirs
    ):
        os.close(theirs)
        out = read_all(ours)
    assert "no-feedback-requests" in out
    assert ("\x1b[" in out) is coloured


def read_all(terminal):
    out = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            piece = b""
        if not piece:
            os.close(terminal)
            return out.decode()
        out += piece
