"""How well the rules judge, on the labelled corpus.

    python benchmarks/judge.py                 all tuning authors: a table by rule, kept for the rule pages
    python benchmarks/judge.py NAME…           these tuning authors
    python benchmarks/judge.py --floors        fails when a rule is below its floor in corpus/floors.yml
    python benchmarks/judge.py --raise         raises the floors to what is reached now
    python benchmarks/judge.py --closed WHY    measures the closed authors, once, and logs it in corpus/measured.md

Precision: of the drafts in which a rule speaks, those in which it should. Recall: of those in which it should, those in
which it does. A closed author's sentences are never printed, and may be measured five times.
"""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

import corpus
import yaml
from corpus import CORPUS, Item, Note
from msgspec.structs import asdict

from notelint.catalogue.load import load, shipped
from notelint.catalogue.measured import FILE
from notelint.drafts.read import from_text
from notelint.language import analyse, model
from notelint.matching.compile import CompiledCatalogue, compile_catalogue
from notelint.matching.engine import judge
from notelint.types import DraftReport, Tally

FLOORS = CORPUS / "floors.yml"
LOG = CORPUS / "measured.md"
TIMES = 5
SAMPLE = 5  # floors are measured on every fifth item, so that the check takes a minute and a half
TOLERANCE = 0.02  # one item: another machine's parse may differ in the last digit
_T = TypeVar("_T")
_R = TypeVar("_R")


def answer(*, expected: bool, spoken: bool) -> Tally:
    """One answer of a rule."""
    return Tally(**{("tp" if spoken else "fn") if expected else ("fp" if spoken else "tn"): 1})


@dataclass(slots=True)
class Measure:
    """What was measured on some authors."""

    rules: dict[str, Tally] = field(default_factory=dict)
    undisputed: Tally = field(default_factory=Tally)
    clean: int = 0
    alarmed: int = 0
    crossing: Counter[str] = field(default_factory=Counter)
    notes: Tally = field(default_factory=Tally)
    faultless: int = 0
    unspoiled: int = 0
    alarms: int = 0
    alarming: Counter[str] = field(default_factory=Counter)
    kinds: int = 0
    kinds_right: int = 0
    kinds_unknown: int = 0

    @property
    def total(self) -> Tally:
        """All rules together."""
        return sum(self.rules.values(), Tally())


@cache
def rules() -> CompiledCatalogue:
    """The shipped rules."""
    return compile_catalogue(load(), model.split)


def report(text: str) -> DraftReport:
    """The report on a draft."""
    return judge(analyse(from_text(text, "draft.txt")), rules())


def spoken(item: Item) -> frozenset[str]:
    """The rules that speak about an item's text; of a rule that requires, those that speak anywhere in its letter."""
    found = report(item.draft)
    first, last = item.lines

    def touches(offset: int) -> bool:
        return first <= found.draft.position(offset).line <= last

    return frozenset(
        violation.rule
        for violation in found.violations
        if (item.requires and violation.rule == item.rule)
        or touches(violation.span.start)
        or touches(violation.span.end)
    )


def of_note(note: Note) -> tuple[list[str], str]:
    """The rules that speak about a whole note, once for each violation, and the kind that is inferred for it."""
    found = report(f"---\nkind: {note.kind}\n---\n{note.text}\n")
    return [violation.rule for violation in found.violations], analyse(from_text(note.text, "draft.txt")).kind.kind


def spread(function: Callable[[_T], _R], work: Sequence[_T]) -> list[_R]:
    """The function of each, in order, on all cores."""
    with multiprocessing.Pool() as pool:
        return pool.map(function, work, chunksize=32)


def measure(items: Iterable[Item], notes: Iterable[Note]) -> Measure:
    """Judge items and notes and count."""
    made, listed, whole = Measure(), list(items), list(notes)
    forbids = {rule.id for rule in rules().catalogue.rules.values() if rule.forbid}
    for item, found in zip(listed, spread(spoken, listed), strict=True):
        one = answer(expected=item.breaks, spoken=item.rule in found)
        made.rules[item.rule] = made.rules.get(item.rule, Tally()) + one
        if not item.disputed:
            made.undisputed += one
        if not item.breaks:
            made.clean += 1
            crossing = (found & forbids) - {item.rule} - item.also
            made.alarmed += bool(crossing)
            made.crossing.update(crossing)
    for note, (found, kind) in zip(whole, spread(of_note, whole), strict=True):
        _count_note(made, note, [rule for rule in found if rule in made.rules], kind)
    return made


def _count_note(made: Measure, note: Note, found: list[str], kind: str) -> None:
    for rule in made.rules:
        if rule not in note.disputed:
            made.notes += answer(expected=rule in note.breaks, spoken=rule in found)
    if not note.breaks:
        made.faultless += 1
        made.unspoiled += not found
        made.alarms += len(found)
        made.alarming.update(found)
    made.kinds += 1
    made.kinds_right += kind == note.kind
    made.kinds_unknown += kind == "unknown"


def table(made: Measure) -> list[str]:
    """The figures as lines of text."""
    lines = [f"{'rule':28} {'tp':>4} {'fp':>4} {'fn':>4} {'tn':>5}   prec    rec"]
    for rule, tally in [*sorted(made.rules.items()), ("all rules", made.total)]:
        counts = f"{tally.tp:4} {tally.fp:4} {tally.fn:4} {tally.tn:5}"
        lines.append(f"{rule:28} {counts}  {tally.precision:5.3f}  {tally.recall:5.3f}")
    without, notes = made.undisputed, made.notes
    lines += [
        f"without disputed labels: precision {without.precision:.3f}, recall {without.recall:.3f}",
        f"cross-alarms: {made.alarmed} of {made.clean} clean sentences, {per_thousand(made):.1f} in 1,000",
        "  by " + ", ".join(f"{rule} {times}" for rule, times in made.crossing.most_common()),
        (
            f"whole notes: precision {notes.precision:.3f}, recall {notes.recall:.3f}; "
            f"{made.unspoiled} of {made.faultless} faultless ones clean, "
            f"{made.alarms / max(1, made.faultless):.3f} false alarms each"
        ),
        "  by " + ", ".join(f"{rule} {times}" for rule, times in made.alarming.most_common()),
        f"kinds inferred: {made.kinds_right} of {made.kinds} right, {made.kinds_unknown} unknown",
    ]
    return lines


def per_thousand(made: Measure) -> float:
    """Clean sentences with an alarm of another rule, in 1,000."""
    return 1000 * made.alarmed / max(1, made.clean)


# ---------------------------------------------------------------- floors and figures


def floors(made: Measure) -> dict[str, dict[str, float]]:
    """What is reached, by rule."""
    return {
        rule: {"precision": _down(tally.precision), "recall": _down(tally.recall)}
        for rule, tally in sorted(made.rules.items())
    }


def _down(value: float) -> float:
    return int(value * 1000) / 1000


def below(made: Measure, wanted: dict[str, dict[str, float]]) -> list[str]:
    """Where a rule is below its floor, one sentence each."""
    reached = floors(made)
    return [
        f"{rule}: {name} {reached.get(rule, {}).get(name, 0):.3f} is below its floor {floor:.3f}"
        for rule, named in wanted.items()
        for name, floor in named.items()
        if reached.get(rule, {}).get(name, 0) < floor - TOLERANCE
    ]


def record(part: str, made: Measure) -> None:
    """Put the figures of a part into the file that the rule pages show."""
    path = shipped() / FILE
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for rule, tally in made.rules.items():
        known.setdefault(rule, {})[part] = asdict(tally)
    path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def closed(why: str) -> None:
    """Measure the closed authors and log it.

    Raises:
        SystemExit: they have been measured as often as they may be.
    """
    names = ", ".join(corpus.authors("closed"))
    log = LOG.read_text(encoding="utf-8") if LOG.exists() else "# Runs on closed authors\n"
    runs = [line.split(", ") for line in re.findall(r"^Authors: (.+)$", log, re.MULTILINE)]
    times = max(sum(name in run for run in runs) for name in corpus.authors("closed"))
    if times >= TIMES:
        sys.exit(f"judge: of {names} some were measured {TIMES} times; make them tuning authors and ask for new ones")
    made = measure(corpus.items("closed"), corpus.notes("closed"))
    git = ("git", "-C", str(CORPUS))
    commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True).stdout
    dirty = subprocess.run(
        [*git, "status", "--porcelain", "../rules", "../src"], capture_output=True, text=True, check=True
    )
    changed = " with changes" if dirty.stdout else ""
    day = dt.datetime.now(tz=dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
    head = f"\n## {day}, commit {commit.strip()}{changed}: {why}\n\nAuthors: {names}\n\n"
    LOG.write_text(f"{log}{head}```text\n" + "\n".join(table(made)) + "\n```\n", encoding="utf-8")
    record("untuned", made)
    print("\n".join(table(made)))
    print(f"run {times + 1} of {TIMES} on these authors, logged in {LOG.name}")


def main() -> None:
    """Run one of the commands."""
    match sys.argv[1:]:
        case ["--closed", why]:
            closed(why)
            return
        case ["--floors" | "--raise" as action]:
            names: list[str] = []
        case names:
            action = ""
            if any(name.startswith("-") for name in names):
                sys.exit(__doc__)
    unknown = set(names) - set(corpus.authors("tuning"))
    if unknown:
        sys.exit(f"judge: no tuning author {', '.join(sorted(unknown))}")
    step = SAMPLE if action else 1
    chosen = [item for item in corpus.items("tuning") if not names or item.author in names][::step]
    made = measure(chosen, [note for note in corpus.notes("tuning") if not names or note.author in names][::step])
    print("\n".join(table(made)))
    if action == "--raise":
        FLOORS.write_text(_commented(yaml.safe_dump(floors(made))), encoding="utf-8")
    elif not action and not names:
        record("tuned", made)
    elif action:
        fallen = below(made, yaml.safe_load(Path(FLOORS).read_text(encoding="utf-8")))
        if fallen:
            sys.exit("\n".join(fallen))


def _commented(text: str) -> str:
    head = "# What each rule reached on every fifth item of the tuning authors, by `benchmarks/judge.py --raise`."
    return f"{head}\n{text}"


if __name__ == "__main__":
    main()
