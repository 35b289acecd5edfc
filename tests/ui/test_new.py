"""`notelint new`: first drafts whose slots are found, and which have nothing to fix once they are filled."""

import itertools
import os
import pty
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from notelint import pipeline
from notelint.types import KINDS
from notelint.ui.page.facts import front
from notelint.ui.skeleton import Answers, skeleton

SLOT = re.compile(r"\[([^\]]*)\]")
FILLED = {
    "your name": ("Jo Park", "Amara Dell"),
    "what you made of that topic, in a sentence or two": (
        "I kept thinking about it on the train, and I see why the evening shift needs a second pair of hands.",
        "It reminded me of the first winter at our own depot, when nobody knew yet how to read the counters.",
    ),
    "an example of what you did with that skill": (
        "at Ashby Buses I built the dashboards that showed our planners where delays begin",
        "last year I planned the holidays of forty drivers",
    ),
    "a need or problem of the team": ("the delays on the coast line", "the autumn timetable"),
    "a detail that you have thought of since": (
        "Since then I have looked at how other towns count their passengers.",
        "One thing I did not mention is that our counters ran on the same software.",
    ),
    "a skill of yours": ("SQL and Python", "night rotas"),
    "the date of your last message": ("20 November", "19 November"),
    "name of the interviewer": ("Ms. Lindqvist", "Dana Ruiz"),
    "job title": ("Data Analyst", "night nurse"),
    "day of the interview": ("12 November", "12 November"),
    "a topic of your conversation": ("the new ticket gates", "how you plan the rounds"),
}
NOW = {
    kind: datetime.fromisoformat(moment)
    for kind, moment in (
        ("thank-you", "2026-11-12T18:00"),
        ("follow-up", "2026-11-24T10:00"),
        ("reminder", "2026-12-01T10:00"),
    )
}
COMBINATIONS = [
    (to, *job, *rest)
    for to, job, *rest in itertools.product(
        ("", "Ms. Lindqvist", "Dana Ruiz <dana@fernhill.example>"),
        (("", ""), ("Fernhill Transit", ""), ("Fernhill Transit", "Data Analyst")),
        (None, date(2026, 11, 12)),
        ("", "the new ticket gates"),
        ("", "my route map"),
    )
]


def filled(made, way):
    return SLOT.sub(lambda slot: FILLED[slot[1]][way], front(made.facts) + made.letter)


def judged(kind, text):
    options = pipeline.Options(now=NOW[kind])
    [report] = pipeline.check(["a.txt"], options, unsaved={"a.txt": text.encode()}).drafts
    return report


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_skeleton_has_nothing_to_mend(kind):
    for number, answers in enumerate(COMBINATIONS):
        text = filled(skeleton(Answers(kind, *answers)), number // 3 % 2)
        assert [(each.rule, each.text) for each in judged(kind, text).violations] == [], answers


@pytest.mark.parametrize("kind", KINDS)
def test_each_slot_is_found(kind):
    for answers in COMBINATIONS[::5]:
        made = skeleton(Answers(kind, *answers))
        text = front(made.facts) + made.letter
        found = {each.text for each in judged(kind, text).violations if each.rule == "no-placeholders"}
        assert found == {slot[0] for slot in SLOT.finditer(text)}, answers


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_skeleton_reads_as_its_kind(kind):
    made = skeleton(Answers(kind, interview=date(2026, 11, 12)))
    assert judged(kind, SLOT.sub(lambda slot: FILLED[slot[1]][0], made.letter)).kind.kind == kind


def test_what_was_said_stands_there(notelint):
    result = notelint(
        *("new", "thank-you", "--to", "Ms. Okafor", "--company", "Ashby Buses", "--position", "Planner"),
        *("--interview", "2026-11-24", "--topic", "the tram depot", "--promise", "my route map"),
    )
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(
        "---\nkind: thank-you\nsubject: Thank you: Planner interview\nto: Ms. Okafor\ncompany: Ashby Buses\n"
        "position: Planner\ntopics:\n- the tram depot\ninterview: 2026-11-24\n---\n\nDear Ms. Okafor,\n"
    )
    assert "You told me about the tram depot." in result.out
    assert "As I promised, I am sending you my route map with this letter." in result.out


def test_into_a_file(notelint):
    result = notelint("new", "reminder", "draft.md")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("Wrote draft.md. Fill what stands in [square brackets]")
    assert Path("draft.md").read_text(encoding="utf-8").startswith("---\nkind: reminder\n")


def test_a_file_that_is_there_stays(notelint):
    Path("draft.md").write_text("mine", encoding="utf-8")
    result = notelint("new", "reminder", "draft.md")
    assert (result.status, result.out) == (2, "")
    assert result.err == "notelint: draft.md: this file is there already; name another\n"
    assert Path("draft.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("file", ["gone/draft.md", "link.md"])
def test_a_file_that_cannot_be_written(notelint, file):
    Path("link.md").symlink_to("gone/draft.md")
    result = notelint("new", "thank-you", file)
    assert result.status == 2
    assert result.err.startswith(f"notelint: {file}: this ")


def test_nothing_is_left_of_what_cannot_be_written(notelint):
    result = notelint("new", "thank-you", "draft.md", "--to", "Ms. \udcff")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("notelint: draft.md: this cannot be written: ")
    assert not Path("draft.md").exists()


@pytest.mark.parametrize("file", ["draft.docx", "draft.DOCX", "draft.eml"])
def test_a_format_that_is_no_plain_text_is_not_made(notelint, file):
    result = notelint("new", "thank-you", file)
    assert (result.status, result.out) == (2, "")
    assert "is no plain text; name a .txt or .md file" in result.err
    assert not Path(file).exists()


@pytest.mark.parametrize("args", [["poem"], ["thank-you", "--interview", "soon"], []])
def test_what_cannot_be_asked_for(notelint, args):
    assert notelint("new", *args).status == 2


def test_on_a_terminal_it_asks(tmp_path):
    asking, terminal = pty.openpty()
    command = [sys.executable, "-m", "notelint", "new", "thank-you", "draft.md", "--to", "Ms. Okafor"]
    with subprocess.Popen(command, stdin=terminal, stderr=terminal, stdout=subprocess.PIPE, cwd=tmp_path) as running:
        for answer in ("Ashby Buses", "", "soon", "2026-11-24", "the tram depot", ""):
            os.write(asking, f"{answer}\n".encode())
        out, _ = running.communicate(timeout=60)
    assert running.returncode == 0
    assert out.startswith(b"Wrote draft.md.")
    text = (tmp_path / "draft.md").read_text(encoding="utf-8")
    assert "interview: 2026-11-24\n" in text
    assert "the [job title] position at Ashby Buses." in text
    assert "Dear Ms. Okafor,\n" in text
