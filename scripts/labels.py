"""Have a corpus file labelled a second time by a reader who does not see the labels.

    python scripts/labels.py sheet corpus/tuning/NAME.yml          # the items without labels, in shuffled order
    python scripts/labels.py merge corpus/tuning/NAME.yml SECOND   # where the two readers differ
    python scripts/labels.py merge corpus/tuning/NAME.yml SECOND THIRD

An answer file holds one line an item, `NUMBER breaks` or `NUMBER keeps`, and one line a note, `note NUMBER: rule, rule`
(`note NUMBER:` alone for a faultless one), the numbers being those of the sheet. Merging with a third file writes the
decided labels: where the second reader differs from the author the third one's answer decides, and the item is marked
`disputed: true` (a note: `disputed: [rule, …]`).
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from corpus import BREAKS, REQUIRES

VERDICTS = {
    ("forbids", True): "violation",
    ("forbids", False): "fine",
    ("requires", True): "lacking",
    ("requires", False): "satisfies",
}
ORDER = ("author", "rule", "verdict", "level", "kind", "place", "disputed", "text")


def notes_of(corpus: Path) -> list[Path]:
    """The notes by the author of a corpus file, in order."""
    return sorted((corpus.parent / "notes").glob(f"{corpus.stem}-[0-9]*.yml"))


def shuffled(corpus: Path, length: int) -> list[int]:
    """The order of a sheet: the same for the same file, and blind, so that no number tells a label."""
    order = list(range(length))
    random.Random(corpus.stem).shuffle(order)
    return order


def sheet(corpus: Path) -> None:
    """Print what a second reader needs and no more."""
    items = yaml.safe_load(corpus.read_text(encoding="utf-8"))
    for number, index in enumerate(shuffled(corpus, len(items)), 1):
        item = items[index]
        where = ", ".join([item.get("kind", "thank-you"), item.get("place", "body")])
        print(f"{number} | {item['rule']} | {where} | {item['text'].strip()!r}")  # noqa: T201
    notes = notes_of(corpus)
    for number, index in enumerate(shuffled(corpus, len(notes)), 1):
        note = yaml.safe_load(notes[index].read_text(encoding="utf-8"))
        print(f"\n=== note {number} | {note['kind']}\n{note['text'].strip()}")  # noqa: T201


def answers(path: str) -> tuple[dict[int, bool], dict[int, set[str]]]:
    """A reader's answers: number of an item to whether it breaks its rule; number of a note to the rules it breaks."""
    items: dict[int, bool] = {}
    notes: dict[int, set[str]] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        name, colon, rules = line.partition(":")
        if colon:
            notes[int(name.removeprefix("note"))] = {rule.strip() for rule in rules.split(",") if rule.strip()}
        elif line.strip():
            number, word = line.split()
            items[int(number)] = {"breaks": True, "keeps": False}[word]
    return items, notes


def dump_item(item: dict[str, Any]) -> str:
    """One item as it stands in a corpus file."""
    lines = []
    for key in ORDER:
        if key in item:
            value = item[key].strip() if key == "text" else item[key]
            text = yaml.safe_dump(value, allow_unicode=True, width=10**9, default_style='"' if key == "text" else None)
            lines.append(f"{key}: {text.removesuffix('...' + chr(10)).rstrip()}")
    return "- " + "\n  ".join(lines) + "\n"


def dump_note(note: dict[str, Any]) -> str:
    """One note as it stands in its file."""
    head = "".join(f"{key}: {_flow(note[key])}\n" for key in ("author", "kind", "expect", "disputed") if key in note)
    body = "\n".join(f"  {line}".rstrip() for line in note["text"].strip().splitlines())
    return f"{head}text: |\n{body}\n"


def _flow(value: str | list[str]) -> str:
    return value if isinstance(value, str) else f"[{', '.join(value)}]"


def merge(corpus: Path, second: str, third: str | None) -> None:
    """Decide the labels, write them, and print where the two readers differ (or what the third has still to decide)."""
    items = yaml.safe_load(corpus.read_text(encoding="utf-8"))
    items2, notes2 = answers(second)
    items3, notes3 = answers(third) if third else ({}, {})
    differ = 0
    for number, index in enumerate(shuffled(corpus, len(items)), 1):
        item = items[index]
        if BREAKS[item["verdict"]] == items2[number]:
            continue
        differ += 1
        where = ", ".join([item.get("kind", "thank-you"), item.get("place", "body")])
        print(f"{number} | {item['rule']} | {where} | {item['text'].strip()!r}")  # noqa: T201
        if third:
            side = "requires" if item["verdict"] in REQUIRES else "forbids"
            item["verdict"], item["disputed"] = VERDICTS[side, items3[number]], True
    notes = notes_of(corpus)
    for number, index in enumerate(shuffled(corpus, len(notes)), 1):
        note = yaml.safe_load(notes[index].read_text(encoding="utf-8"))
        disputed = set(note["expect"]) ^ notes2[number]
        if not disputed:
            continue
        print(f"\n=== note {number} | {note['kind']} | decide: {', '.join(sorted(disputed))}\n{note['text'].strip()}")  # noqa: T201
        if third:
            decided = (set(note["expect"]) & notes2[number]) | (disputed & notes3[number])
            known = {**note, "expect": sorted(decided), "disputed": sorted(disputed)}
            notes[index].write_text(dump_note(known), encoding="utf-8")
    print(f"{corpus.stem}: {differ} of {len(items)} items differ", file=sys.stderr)  # noqa: T201
    if third:
        corpus.write_text("\n".join(dump_item(item) for item in items), encoding="utf-8")


def main() -> None:
    """Run one of the two commands."""
    match sys.argv[1:]:
        case ["sheet", corpus]:
            sheet(Path(corpus))
        case ["merge", corpus, second, *third] if len(third) <= 1:
            merge(Path(corpus), second, *(third or [None]))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
