"""Several processes do what one does: the same results in the same order, whatever happens to a process."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from notelint import pipeline, workers
from notelint.options import Options

ROOT = Path(__file__).parents[1]
NOTE = (ROOT / "examples" / "faulty-thank-you.txt").read_text(encoding="utf-8")


def doubling(first):
    """What doubles its task, and fails, dies, is interrupted or dawdles when the task says so."""

    def do(task):
        if task == "fail" and os.getpid() != first:
            raise RuntimeError(task)
        if task == "die" and os.getpid() != first:
            os._exit(3)
        if task == "interrupt" and os.getpid() != first:
            signal.raise_signal(signal.SIGINT)
        if task == "dawdle":
            time.sleep(0.5)
        return task * 2

    return do


@pytest.mark.parametrize(
    "tasks",
    [
        pytest.param([], id="nothing to do"),
        pytest.param(list(range(20)), id="more than there are processes"),
        pytest.param(["dawdle", 1, 2, 3, 4, 5], id="the first takes longest"),
        pytest.param([1, "fail", 2, 3], id="one cannot be done there"),
        pytest.param([1, "interrupt", 2, 3], id="a process is interrupted"),
        pytest.param([1, "die", 2, 3, 4, 5, 6], id="a process dies"),
        pytest.param([*["die"] * 6, 7], id="all processes die"),
        pytest.param(["x" * 1_000_000] * 8, id="tasks and results larger than a pipe"),
    ],
)
def test_results_come_in_the_order_of_the_batches(tasks):
    found = list(workers.spread(doubling, (os.getpid(),), tasks, 2))
    assert found == [task * 2 for task in tasks]


def naming():
    """What says which process does a task."""
    return lambda task: (task, os.getpid())


def test_a_process_that_has_done_much_makes_room_for_another(monkeypatch):
    monkeypatch.setattr(workers, "_LIFE", 3)
    found = list(workers.spread(naming, (), list(range(20)), 2))
    assert [task for task, _ in found] == list(range(20))
    done = Counter(process for _, process in found)
    assert os.getpid() not in done
    assert len(done) > 6
    assert max(done.values()) == 3
    assert not workers.multiprocessing.active_children()


FEW_FILES = """
import os, resource
from notelint import workers
from tests.test_workers import doubling
resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
print(list(workers.spread(doubling, (os.getpid(),), list(range(9)), 8)))
"""


def test_fewer_processes_than_wanted_will_do():
    pytest.importorskip("resource", reason="Windows sets no limit")
    done = subprocess.run([sys.executable, "-c", FEW_FILES], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[0, 2, 4, 6, 8, 10, 12, 14, 16]\n", "")


def test_no_process_stays_when_nobody_wants_the_rest():
    found = workers.spread(doubling, (os.getpid(),), list(range(50)), 2)
    assert next(found) == 0
    found.close()
    assert not workers.multiprocessing.active_children()


@pytest.fixture
def folder(tmp_path):
    """Drafts of two applications, one that cannot be read, one that is empty, one in another style."""
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        for number in range(5):
            text = NOTE.replace("I ", f"I, on day {number}, ", number)
            (tmp_path / name / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "north" / "interview.yml").write_text("company: Northwind\nposition: route planner\n")
    (tmp_path / "south" / "broken.txt").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "south" / "empty.txt").write_text("")
    (tmp_path / "south" / "short.txt").write_text("Dear Ms. Okafor,\n\nThank you.\n\nAmara")
    return tmp_path


def test_batches_and_processes_change_nothing(folder, monkeypatch):
    one_by_one = [pipeline.check([str(path)]) for path in sorted(folder.rglob("*.txt"))]
    whole = pipeline.check([str(folder)])
    assert whole.drafts == tuple(report for one in one_by_one for report in one.drafts)
    assert whole.errors == tuple(failure for one in one_by_one for failure in one.errors)
    assert whole.errors
    assert pipeline.check([str(folder)], Options(jobs=2)) == pipeline.check([str(folder)])


def test_what_an_editor_holds_counts_in_each_process(folder):
    path = str(folder / "north" / "0.txt")
    unsaved = {path: b"Dear Ms. Okafor,\n\nGive me the job.\n\nAmara"}
    one, two = (pipeline.check([str(folder)], Options(jobs=jobs), unsaved=unsaved) for jobs in (1, 2))
    assert one == two
    assert one.drafts[0].draft.text.startswith("Dear Ms. Okafor,\n\nGive")


def test_a_draft_on_which_the_parser_fails_spoils_no_other(folder, monkeypatch):
    from notelint.language import analysis

    parse = analysis.model.parse
    alone = pipeline.check([str(folder)])

    def failing(texts, name):
        for number, doc in enumerate(parse(texts, name)):
            if number == 12:
                raise ValueError("no such text")
            yield doc

    monkeypatch.setattr(analysis.model, "parse", failing)
    assert pipeline.check([str(folder)]) == alone


def test_a_draft_whose_rules_are_broken_spoils_no_other(folder):
    (folder / "north" / ".notelint.yml").write_text("rules:\n  no-such-rule: off\n")
    report = pipeline.check([str(folder)])
    assert report.drafts == pipeline.check([str(folder / "south")]).drafts
    assert sum("no-such-rule" in failure.message for failure in report.errors) == 1


def test_progress(folder):
    seen = []
    pipeline.check([str(folder)], progress=lambda done, total: seen.append((done, total)))
    total = len(list(folder.rglob("*.txt")))
    assert seen == [(done, total) for done in range(total + 1)]


def recording(first, folder):
    """What leaves a file for each task that is done, and fails at the first task elsewhere than here."""

    def do(task):
        if task == 0 and os.getpid() != first:
            raise RuntimeError(task)
        time.sleep(0.01)
        Path(folder, str(task)).touch()
        return task

    return do


def test_nobody_waits_for_the_rest_where_one_batch_fails(tmp_path):
    coming = workers.spread(recording, (os.getpid(), str(tmp_path)), range(400), 2)
    assert next(coming) == 0
    coming.close()
    assert len(list(tmp_path.iterdir())) < 100
