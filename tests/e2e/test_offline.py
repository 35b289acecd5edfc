"""Drafts never leave the machine: a whole run in a process in which opening a socket is an error."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
GUARD = """
import socket, sys

class Opened(BaseException):
    pass

def refuse(*args, **kwargs):
    raise Opened("a socket was opened")

socket.socket.__init__ = refuse
socket.create_connection = socket.getaddrinfo = socket.socketpair = refuse
import _socket
sys.addaudithook(lambda event, args: refuse() if event.startswith("socket.") else None)
from notelint.ui.cli import run
sys.exit(run(sys.argv[1:]))
"""


def guarded(*args):
    return subprocess.run(
        [sys.executable, "-c", GUARD, *args], capture_output=True, text=True, check=False, timeout=300
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_run_opens_no_socket(form):
    result = guarded("--format", form, str(EXAMPLES))
    assert result.stderr == ""
    assert result.returncode == 1
    assert "no-feedback-requests" in result.stdout


def test_the_guard_works():
    code = GUARD.replace("from notelint.ui.cli import run", "socket.socket()")
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "a socket was opened" in result.stderr
