"""Fuzz one part of notelint: `python fuzz/run.py TARGET [SECONDS]`, with `pip install atheris` for guidance by coverage.

What makes a target fail is kept in a file `crash-…` beside the corpus, whose place is said; without atheris the inputs are
changed blindly. How many inputs were tried is said at the end.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

_LONGEST = 20_000  # bytes of an input
_HANG = 30  # seconds after which an input counts as a hang


def main(target: str = "", seconds: str = "60") -> None:
    """Run a target for so many seconds."""
    try:
        import atheris
    except ModuleNotFoundError:
        import targets

        _blindly(_chosen(targets, target), float(seconds))
        return
    with atheris.instrument_imports(include=["notelint"]):
        import targets
    chosen, corpus = _chosen(targets, target), _corpus(targets, target)
    sys.stderr.write(f"corpus: {corpus}\n")
    limits = [f"-max_total_time={seconds}", f"-timeout={_HANG}", f"-max_len={_LONGEST}", "-rss_limit_mb=6000"]
    watched = _watched(chosen, corpus.parent)
    atheris.Setup(
        [sys.argv[0], *limits, "-print_final_stats=1", f"-artifact_prefix={corpus.parent}/", str(corpus)], watched
    )
    atheris.Fuzz()


def _chosen(targets, name):
    if name not in targets.TARGETS:
        sys.exit(f"name one of {', '.join(targets.TARGETS)}")
    return targets.TARGETS[name]


def _watched(target, folder: Path):
    """The target, which goes on after a failure; the first input of each kind of failure is kept."""
    seen = set()

    def watched(data: bytes) -> None:
        try:
            target(data)
        except Exception as problem:
            last = traceback.extract_tb(problem.__traceback__)[-1]
            kind = f"{type(problem).__name__}-{Path(last.filename).stem}-{last.lineno}"
            if kind not in seen:
                seen.add(kind)
                (folder / f"crash-{kind}").write_bytes(data)
                sys.stderr.write(f"FAILED, kept as crash-{kind}\n{traceback.format_exc()}\n")

    return watched


def _corpus(targets, name) -> Path:
    folder = Path(tempfile.gettempdir(), f"notelint-fuzz-{name}", "corpus")
    folder.mkdir(parents=True, exist_ok=True)
    for seed in targets.seeds(name):
        (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    return folder


def _blindly(target, seconds: float) -> None:
    import targets

    seeds = list(targets.seeds(next(name for name, each in targets.TARGETS.items() if each is target)))
    dice, end, count = random.Random(0), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data = bytearray(dice.choice(seeds))
        for _ in range(dice.randint(1, 8)):
            at = dice.randrange(len(data) + 1)
            data[at : at + dice.randint(0, 4)] = dice.choice(
                (dice.randbytes(2), bytes(data[:at][-20:]), dice.choice(seeds)[:50])
            )
        target(bytes(data))
        count += 1
    sys.stderr.write(f"{count} inputs\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
