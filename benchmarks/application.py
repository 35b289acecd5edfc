"""A folder of drafts checked against each other, beside the time that parsing them takes.

    python benchmarks/application.py [DRAFTS]

Two folders of 1,000 drafts (or as many as named) under one interview file: letters put together from the sentences of
the corpus, and one template sent to all with a word changed here and there, which is the worst case. Reading is what a
draft sees of the others; comparing is every rule that looks at other drafts, on every draft. Ends with 1 when that
takes longer than parsing.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import yaml

from notelint.drafts.library import Library
from notelint.drafts.read import read
from notelint.language import model
from notelint.language.paragraphs import paragraphs
from notelint.matching import checks
from notelint.types import Analysis, Draft, KindFinding

CORPUS = Path(__file__).parents[1] / "corpus" / "tuning" / "notes"
SHORTEST = 30  # characters of a sentence
RULES = {
    "customize-each-note": {"share": 0.6},
    "limit-follow-ups": {"most": 2},
    "reminder-due": {},
    "write-to-each-interviewer": {},
}
SHARED = "company: Northwind\nposition: Data Analyst\ninterviewers: [Amara Okafor]\nexpected_reply: 2026-11-20\n"
TEMPLATE = (
    "Thank you for taking the time to talk with me {0} about the {1} position.",
    "I {2} hearing how your team {3} the {4}, and how much of it you did by hand.",
    "At my last post I {3} a {4} of that size, with {5} in it, and I would like to do so again.",
    "What you said about the {4} and the {5} stayed with me all the way home.",
    "Please let me know if there is anything else that would help you to decide.",
    "I look forward to hearing from you and remain very interested in the {1} position.",
)
WORDS = (
    ("today", "yesterday", "this morning", "on Tuesday"),
    ("open", "new", "second", "senior"),
    ("enjoyed", "liked", "loved", "valued"),
    ("moved", "mended", "sorted", "built"),
    ("archive", "warehouse", "orchard", "ledger", "kiln"),
    ("maps", "letters", "seeds", "invoices", "tiles"),
)


def from_corpus(draw: random.Random, count: int) -> Iterator[list[str]]:
    """Letters of eight sentences that people wrote."""
    texts = [yaml.safe_load(path.read_text(encoding="utf-8"))["text"] for path in sorted(CORPUS.glob("*.yml"))]
    pool = sorted(
        {part for text in texts for part in re.split(r"(?<=[.?!])\s+", " ".join(text.split())) if len(part) > SHORTEST}
    )
    for _ in range(count):
        yield draw.sample(pool, 8)


def from_template(draw: random.Random, count: int) -> Iterator[list[str]]:
    """One letter with other words here and there."""
    for _ in range(count):
        yield [sentence.format(*(draw.choice(words) for words in WORDS)) for sentence in TEMPLATE]


def lay(folder: Path, letters: Iterator[list[str]]) -> list[str]:
    """Write the drafts of a folder; returns their paths."""
    (folder / "interview.yml").write_text(SHARED, encoding="utf-8")
    paths = []
    for number, sentences in enumerate(letters):
        name = f"{chr(65 + number % 26)}{chr(97 + number // 26 % 26)}{chr(97 + number // 676)} Reader{number}"
        path = folder / f"{number:05}.md"
        body = f"{' '.join(sentences[:3])}\n\n{' '.join(sentences[3:])}"
        path.write_text(
            f"---\nto: {name}\n---\nDear {name},\n\n{body}\n\nKind regards,\nDana Whitfield\n", encoding="utf-8"
        )
        paths.append(str(path))
    return paths


def judged(draft: Draft) -> Analysis:
    """What the rules about other drafts look at of the draft that is judged: all but its parse."""
    return Analysis(draft, KindFinding("thank-you", "header"), paragraphs(draft), (), 0, english=True)


def compare(library: Library, analyses: list[Analysis]) -> int:
    """Run every rule that looks at other drafts on every draft; returns the number of faults."""
    now = datetime(2026, 11, 25, 10)  # noqa: DTZ001 - as `--now` gives it
    contexts = [
        (analysis, checks.Context(analysis, options, now, surroundings=library))
        for analysis in analyses
        for options in RULES.values()
    ]
    return sum(
        isinstance(said, checks.Fault)
        for (_, context), rule in zip(contexts, list(RULES) * len(analyses), strict=True)
        for said in checks.run(rule, context)
    )


def timed(what: Callable[[], object]) -> tuple[float, object]:
    """Seconds that a call takes, and what it returns."""
    start = time.perf_counter()
    found = what()
    return time.perf_counter() - start, found


def main() -> None:
    """Time both folders and print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    model.load()
    slow = False
    for name, make in (("from the corpus", from_corpus), ("from one template", from_template)):
        with tempfile.TemporaryDirectory() as folder:
            paths = lay(Path(folder), make(random.Random(1), count))
            library = Library(lambda _: ())
            drafts = [library.headed(read(path)) for path in paths]
            reading, _ = timed(lambda: library.application(drafts[0]))  # noqa: B023 - called at once
            analyses = [judged(draft) for draft in drafts]
            comparing, found = timed(lambda: compare(library, analyses))  # noqa: B023
            texts = [piece.text for draft in drafts for piece in paragraphs(draft)]
            parsing, _ = timed(lambda: list(model.load().pipe(texts)))  # noqa: B023
        share = (reading + comparing) / parsing
        slow = slow or share >= 1
        print(
            f"{count} drafts {name:18} reading {reading:5.1f} s, comparing {comparing:5.1f} s ({found} faults),",
            end=" ",
        )
        print(f"parsing {parsing:5.1f} s: {share:.2f}")
    sys.exit(int(slow))


if __name__ == "__main__":
    main()
