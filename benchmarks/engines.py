"""The recipes of docs/recipes run as they are, on this machine; writes docs/recipes/measured.md.

    python -m venv engines && engines/bin/pip install . dask distributed 'ray[data]' pyspark    (Spark needs Java 17)
    engines/bin/python benchmarks/engines.py                 20,000 synthetic drafts, all engines
    engines/bin/python benchmarks/engines.py --drafts 2000 dask spark

First each engine must give the same violations as the command on 500 drafts. Then it runs over one draft a core, which
is its start-up, and over all drafts. Memory is that of all its processes together, read ten times a second.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from notes import note
from speed import machine
from table import Section

ROOT = Path(__file__).parents[1]
RECIPES = ROOT / "examples" / "recipes"
PAGE = ROOT / "docs" / "recipes" / "measured.md"
ENGINES = {"dask": "distributed", "ray": "ray", "spark": "pyspark"}
COMMAND = "the command"
SHARD = 500  # drafts in a file
SAME = 500  # drafts of which the violations are compared
HEAD = """# The recipes, measured

Made by `python benchmarks/engines.py`, on {machine}, on {day}. Ratios hold elsewhere; seconds do not.
"""


def main() -> None:
    """Compare and measure the engines that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engines", nargs="*", metavar="ENGINE", help=" ".join(ENGINES))
    parser.add_argument("--drafts", type=int, default=20_000, help="synthetic drafts")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.engines if name not in ENGINES]
    if unknown:
        parser.error(f"there is no engine {unknown[0]}; there are {', '.join(ENGINES)}")
    engines = chosen.engines or list(ENGINES)
    head = HEAD.format(machine=machine(), day=time.strftime("%Y-%m-%d"))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NOTELINT_CACHE_DIR"] = str(Path(folder) / "cache")
        same = _compared(engines, Path(folder))
        print(same, flush=True)
        section = _measured(engines, chosen.drafts, Path(folder), same)
    print(section.text())
    if not chosen.engines:
        PAGE.write_text(f"{head}\n{section.text()}", encoding="utf-8")


def _compared(engines: list[str], folder: Path) -> str:
    """One sentence when all engines say the same as the command, draft by draft; else the run ends."""
    lay(folder / "same", SAME)
    said = json.loads(_command(folder / "same", "json", folder))
    wanted = {Path(draft["path"]).name: _findings(draft) for draft in said["drafts"]}
    assert len(wanted) == SAME
    for engine in engines:
        _recipe(engine, folder / "same.jsonl", folder / f"same-{engine}")
        found = {one["path"]: _findings(one) for one in results(folder / f"same-{engine}")}
        if found != wanted:
            odd = sorted(name for name in wanted if found.get(name) != wanted[name])
            sys.exit(f"{engine} says something else than the command of {len(odd)} drafts, such as {odd[0]}")
    number = sum(len(violations) for violations in wanted.values())
    return f"{', '.join(engines)} gave the same {number} violations in {SAME} drafts as the command."


def _measured(engines: list[str], drafts: int, folder: Path, same: str) -> Section:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    lay(folder / "one", cores, shard=1)
    lay(folder / "all", drafts)
    rows, best = [], 0.0
    for engine in [COMMAND, *engines]:
        start, _ = _timed(engine, folder, "one")
        whole, memory = _timed(engine, folder, "all")
        rate = drafts / (whole - start)
        best = max(best, rate / cores if engine != COMMAND else 0)
        name = f"{engine} {version(ENGINES[engine])}" if engine in ENGINES else engine
        rows.append((name, f"{start:.1f}", f"{whole:.0f}", f"{rate:.0f}", f"{rate / cores:.1f}", f"{memory:.0f}"))
    return Section(
        f"{drafts} drafts on {cores} cores",
        f"Start-up is a run over one draft a core. {same}",
        ("", "start-up, s", "all drafts, s", "drafts a second after the start", "of them a core", "memory, MB"),
        list(rows),
        f"At {best:.1f} drafts a second a core, 100 million drafts take {1e8 / best / 3600:.0f} hours of a core: "
        f"a day on {1e8 / best / 86400:.0f} cores.",
    )


def _timed(engine: str, folder: Path, name: str) -> tuple[float, float]:
    """Seconds, and the most megabytes."""
    target = folder / f"{name}-{engine.replace(' ', '-')}"
    words, environment = _words(engine, folder / f"{name}.jsonl", target)
    if engine == COMMAND:
        words = [sys.executable, "-m", "notelint", "--no-cache", "--format", "json", str(folder / name)]
    start, most = time.perf_counter(), 0.0
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        running = subprocess.Popen(words, stdout=out, stderr=err, env=environment)
        while running.poll() is None:
            most = max(most, _memory(running.pid))
            time.sleep(0.1)
    taken = time.perf_counter() - start
    _ended(engine, running.returncode, (folder / "err").read_bytes())
    shutil.rmtree(target, ignore_errors=True)
    return taken, most


def _memory(root: int) -> float:
    """Megabytes of a process and all below it, shared pages counted once for each sharer's part."""
    listed = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(pid): int(parent) for pid, parent in map(str.split, listed.splitlines())}
    tree = {root}
    for _ in range(6):
        tree |= {pid for pid, parent in parents.items() if parent in tree}
    return sum(_kilobytes(pid) for pid in tree) / 1024


def _kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _recipe(engine: str, source: Path, target: Path) -> None:
    words, environment = _words(engine, source, target)
    done = subprocess.run(words, capture_output=True, check=False, env=environment)
    _ended(engine, done.returncode, done.stderr)


def _words(engine: str, source: Path, target: Path) -> tuple[list[str], dict[str, str]]:
    """The command line of a recipe, and an environment in which all stays on this machine."""
    alone = {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "RAY_USAGE_STATS_ENABLED": "0"}
    return [sys.executable, str(RECIPES / f"{engine}_drafts.py"), str(source), str(target)], os.environ | alone


def _command(place: Path, form: str, folder: Path) -> bytes:
    words = [sys.executable, "-m", "notelint", "--no-cache", "--format", form, str(place)]
    done = subprocess.run(words, capture_output=True, check=False, cwd=folder)
    _ended(COMMAND, done.returncode, done.stderr, frozenset({0, 1}))
    return done.stdout


def _ended(name: str, status: int, said: bytes, well: frozenset[int] = frozenset({0, 1})) -> None:
    if status not in well:
        sys.exit(f"{name} ended with {status}: {said.decode(errors='replace').strip()[-2000:]}")


def lay(place: Path, count: int, shard: int = SHARD) -> None:
    """Write drafts twice: as files, each in a folder of its own, and as JSON Lines in `place`.jsonl/."""
    shards = place.with_name(f"{place.name}.jsonl")
    shards.mkdir(parents=True)
    for first in range(0, count, shard):
        numbers = range(first, min(first + shard, count))
        lines = [json.dumps({"path": f"{number:06}.txt", "text": note(number)}) + "\n" for number in numbers]
        (shards / f"{first:06}.jsonl").write_text("".join(lines), encoding="utf-8")
    for number in range(count):
        folder = place / f"{number:06}"
        folder.mkdir(parents=True)
        (folder / f"{number:06}.txt").write_text(note(number), encoding="utf-8")


def results(target: Path) -> Iterator[dict[str, object]]:
    """What a recipe wrote: a draft a line, with Ray as a text in a column."""
    for path in sorted(target.iterdir()):
        if path.name.startswith(("_", ".")):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            yield json.loads(one["draft"]) if set(one) == {"draft"} else one


def _findings(draft: dict[str, object]) -> object:
    return draft["violations"]


if __name__ == "__main__":
    main()
