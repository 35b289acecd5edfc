"""A folder with the files that the pages name, and a shell in it that runs notelint in this process."""

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from notelint.matching import rulebook
from notelint.ui.cli import run as notelint

from .shell import ROOT, Stage, Step, calls

DRAFT = """\
Hello Ms. Lindqvist,

Thank you for meeting me this morning about the Data Analyst position. I enjoyed hearing how your team rebuilt the winter
timetable from the gate counts of a single week. Could you give me some feedback on my interview?

At Ashby Buses I filled similar gaps with a small model in SQL and Python, and I would be glad to do the same for your
suburban lines. If references or a sample of my reports would help you decide, I will gladly send them.

Kind regards,
Amara Dell
"""
HEADERS = "---\nkind: thank-you\nto: Ida Lindqvist\nposition: Data Analyst\n---\n"
MAIL = "From: Amara Dell <amara@ashby.example>\nTo: Ida Lindqvist <ida@harrow.example>\nSubject: Thank you\n\n"
TEXTS = {
    "draft.txt": DRAFT,
    "draft.md": HEADERS + DRAFT,
    "reply.eml": MAIL + DRAFT,
    "drafts/lindqvist.txt": DRAFT,
    "drafts/ruiz.txt": DRAFT.replace("Lindqvist", "Ruiz").replace("your team", "your your team"),
}
ENDLESS = {"lsp", "serve", "--watch"}  # they run until somebody ends them
PROGRAMS = {
    "git",
    "jq",
    "sort",
    "uniq",
    "echo",
}  # beside notelint; a page that needs another one says why it is not run
SKIPPED = "skipped"


def lay(folder: Path) -> None:
    """The files that a page may name."""
    import docx

    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    document = docx.Document()
    for paragraph in DRAFT.split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(str(folder / "letter.docx"))
    shutil.copytree(ROOT / "examples", folder / "examples")


def lay_shown(step: Step, folder: Path) -> None:
    """Write a file that a page shows, or the key of it that the page shows anew; rules are then read anew."""
    path, text = folder / step.title, step.text
    path.parent.mkdir(parents=True, exist_ok=True)
    if step.part:
        old = path.read_text(encoding="utf-8")
        text = re.sub(rf"^{step.part}:\n(?:  .*\n)*", lambda _: step.text, old, flags=re.MULTILINE)
        assert text != old, f"{step.title} has no {step.part} to replace"
    path.write_text(text, encoding="utf-8")
    if path.suffix == ".yml":
        rulebook.forget()


class Shell:
    """Runs command lines in the current folder: notelint in this process, so that its model is read once."""

    def __init__(self, capsys, monkeypatch):
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def run(self, command: str) -> tuple[int, str]:
        """The status of a command line and all that it prints; of what runs until it is ended, (0, SKIPPED)."""
        status, printed = 0, ""
        for call in calls(command):
            if (call.joint == "&&" and status) or (call.joint == "||" and not status):
                continue
            data = b""
            for stage in call.stages:
                if ENDLESS & set(stage.words):
                    return 0, SKIPPED
                status, data, said = self._stage(stage, data)
                printed += said
            printed += data.decode("utf-8")
        return status, printed

    def _stage(self, stage: Stage, data: bytes) -> tuple[int, bytes, str]:
        """One program: its status, what the next one reads, and what it says on standard error."""
        program = stage.words[0].removeprefix(".venv/bin/")
        if stage.reads:
            data = Path(stage.reads).read_bytes()
        if program == "pbpaste":
            status, out, err = 0, DRAFT.encode(), ""
        elif program == "notelint":
            status, out, err = self._notelint(stage.words[1:], data)
        elif program not in PROGRAMS:
            raise AssertionError(f"{program}: say above the block why it is not run: <!-- not run: … -->")
        elif shutil.which(program) is None:
            status, out, err = 0, data, ""
        else:
            environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
            done = subprocess.run(stage.words, input=data, capture_output=True, env=environment, check=False)
            status, out, err = done.returncode, done.stdout, done.stderr.decode()
        if stage.writes:
            Path(stage.writes).write_bytes(out)
            out = b""
        return status, out, err

    def _notelint(self, words: tuple[str, ...], data: bytes) -> tuple[int, bytes, str]:
        self._capsys.readouterr()
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        status = notelint(list(words))
        out, err = self._capsys.readouterr()
        return status, out.encode("utf-8"), err
