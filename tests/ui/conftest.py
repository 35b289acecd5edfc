"""The command in this process, so that the language model is read once."""

import os
from types import SimpleNamespace

import pytest

from notelint.ui.cli import run

FAULTY = """\
Dear Ms. Okafor,

Thank you for meeting me this morning about the Data Analyst position. Could you give me some feedback on my interview?

Best regards,
Lee Park
"""


@pytest.fixture
def notelint(capsys, monkeypatch, tmp_path):
    """Run the command in an empty folder; returns status, out, err."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*args):
        status = run([os.fspath(arg) for arg in args])
        out, err = capsys.readouterr()
        return SimpleNamespace(status=status, out=out, err=err)

    return call


@pytest.fixture
def faulty(tmp_path):
    """A draft with one fault that is sure to be found."""
    path = tmp_path / "faulty.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path.name
