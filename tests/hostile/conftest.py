"""The command on a machine that is against it."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

PATIENCE = 120  # seconds until a run counts as one that hangs
LETTER = """\
Dear Ms. Okafor,

Thank you for meeting me this morning about the Data Analyst position. Could you give me some feedback on my interview?

Best regards,
Lee Park
"""
_FORBIDDEN = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
_DROP = 24  # PR_CAPBSET_DROP


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder, and we are in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(folder):
    """The command in a process of its own; returns status, out and err as text, and refuses a traceback."""

    def run(*args, **more):
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        if "input" in more:
            streams.pop("stdin")
            more.pop("stdin", None)
        words = [sys.executable, "-m", "notelint", *map(os.fspath, args)]
        done = subprocess.run(words, check=False, **{**streams, "timeout": PATIENCE, **more})
        out, err = ((said or b"").decode("utf-8", "replace") for said in (done.stdout, done.stderr))
        assert "Traceback" not in err
        return SimpleNamespace(status=done.returncode, out=out, err=err)

    return run


@pytest.fixture
def notelint(folder, capfd):
    """The command in this process, which is quicker."""
    from notelint.ui.cli import run

    def call(*args):
        status = run([os.fspath(arg) for arg in args])
        return SimpleNamespace(status=status, **capfd.readouterr()._asdict())

    return call


def as_others():
    """Called in a new process: root may read no more than anybody may."""
    if os.geteuid() == 0:
        import ctypes

        for capability in _FORBIDDEN:
            ctypes.CDLL(None).prctl(_DROP, capability, 0, 0, 0)
