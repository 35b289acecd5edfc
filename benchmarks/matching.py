"""The share of matching: parse and judgement of notes in one warm process.

    python benchmarks/matching.py [FILE…]

Without files, the examples. Prints milliseconds a draft for the parse alone, as notelint does it, and for all rules.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from notelint.drafts.read import read
from notelint.language import analyse, model
from notelint.language.paragraphs import paragraphs
from notelint.matching import rulebook
from notelint.matching.engine import judge

ROOT = Path(__file__).parents[1]


def _median(action: Callable[[], object], rounds: int = 9) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print one line a draft."""
    files = sys.argv[1:] or [str(path) for path in sorted((ROOT / "examples").iterdir()) if path.is_file()]
    compiled = rulebook.compile_rules(())
    print(f"{'draft':32} {'words':>6} {'parse':>8} {'rules':>8}")
    for name in files:
        draft = read(name)
        texts = [paragraph.text for paragraph in paragraphs(draft)]
        analysis = analyse(draft)
        parse = _median(lambda texts=texts: list(model.load().pipe(texts)))
        rules = _median(lambda analysis=analysis: judge(analysis, compiled))
        print(f"{Path(name).name:32} {analysis.words:6} {parse:6.1f}ms {rules:6.1f}ms")


if __name__ == "__main__":
    main()
