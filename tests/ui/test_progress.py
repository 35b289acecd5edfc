"""How far a long run has come: on a terminal alone, with the time that is left as soon as it is known."""

import os
import pty
import sys

import pytest

from notelint.ui import terminal


@pytest.fixture
def seen(monkeypatch):
    """What a terminal shows of these calls: a list of (seconds, done) of so many drafts."""

    def show(calls, total):
        ours, theirs = pty.openpty()
        with os.fdopen(theirs, "w") as stream:
            monkeypatch.setattr(sys, "stderr", stream)
            moments = iter([seconds for seconds, _ in calls])
            progress = terminal.Progress(lambda: next(moments))
            for _, done in calls:
                progress(done, total)
            stream.write("end")
            stream.flush()
            said = b""
            while not said.endswith(b"end"):  # a terminal gives what it has, which need not be all
                said += os.read(ours, 4096)
        os.close(ours)
        return said.decode().removesuffix("end").split("\r")

    return show


@pytest.mark.parametrize(
    ("calls", "total", "shown"),
    [
        pytest.param([(0, 0), (1, 1)], 9, [""], id="a short run"),
        pytest.param([(0, 0)], 10, ["", "0 of 10 drafts"], id="nothing done"),
        pytest.param([(0, 0), (1, 1), (2, 5)], 10, ["", "0 of 10 drafts", "1 of 10 drafts", "5 of 10 drafts"], id="no rate yet"),
        pytest.param([(9, 1), (12, 4)], 64, ["", "1 of 64 drafts", "4 of 64 drafts, about 1 min left"], id="a rate"),
        pytest.param([(0, 32), (0.05, 40), (0.1, 48)], 64, ["", "32 of 64 drafts", "48 of 64 drafts"], id="not too often"),
        pytest.param([(0, 1), (3, 10), (4, 20)], 20, ["", "1 of 20 drafts", "10 of 20 drafts, about 5 s left", " " * 31, ""], id="all done"),
        pytest.param([(0, 1), (3, 11), (4, 19)], 20, ["", "1 of 20 drafts", "11 of 20 drafts, about 5 s left", "19 of 20 drafts, about 5 s left"], id="nearly done"),
    ],
)  # fmt: skip
def test_progress(calls, total, shown, seen):
    assert seen(calls, total) == shown


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "5 s"), (4, "5 s"), (33, "35 s"), (59, "60 s"), (61, "1 min"), (3540, "59 min"), (3600, "1 h 0 min"), (9000, "2 h 30 min")],
)  # fmt: skip
def test_a_duration_is_a_guess(seconds, said):
    assert terminal.duration(seconds) == said


def test_nothing_is_shown_where_there_is_no_terminal(capsys):
    progress = terminal.Progress()
    progress(0, 100)
    progress(100, 100)
    assert capsys.readouterr() == ("", "")
