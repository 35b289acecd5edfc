"""Have a corpus file labelled a second time by a reader who does not see the labels.

    python scripts/labels.py sheet corpus/tuning/NAME.yml          # the items without labels, in shuffled order
    python scripts/labels.py merge corpus/tuning/NAME.yml SECOND   # where the two readers differ
    python scripts/labels.py merge corpus/tuning/NAME.yml SECOND THIRD
    python scripts/labels.py crossing PART                         # clean texts in which another rule speaks
    python scripts/labels.py also PART ANSWERS                     # write down which of those alarms are right

An answer file holds one line an item, `NUMBER breaks` or `NUMBER keeps`, and one line a note, `note NUMBER: rule, rule`
(`note NUMBER:` alone for a faultless one), the numbers being those of the sheet. Merging with a third file writes the
decided labels: where the second reader differs from the author the third one's answer decides, and the item is marked
`disputed: true` (a note: `disputed: [rule, …]`).

An author labels a text for one rule, and it may break another. `crossing` lists each clean text with a rule that
speaks about it besides its own, and as many times with one that does not, so that a reader cannot tell; the rules that
it breaks by that reader's answers become its `also: [rule, …]`.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import corpus
import judge
from corpus import BREAKS, REQUIRES

VERDICTS = {
    ("forbids", True): "violation",
    ("forbids", False): "fine",
    ("requires", True): "lacking",
    ("requires", False): "satisfies",
}
ORDER = ("author", "rule", "verdict", "level", "kind", "place", "disputed", "also", "text")


def notes_of(file: Path) -> list[Path]:
    """The notes by the author of a corpus file, in order."""
    return sorted((file.parent / "notes").glob(f"{file.stem}-[0-9]*.yml"))


def shuffled(file: Path, length: int) -> list[int]:
    """The order of a sheet: the same for the same file, and blind, so that no number tells a label."""
    order = list(range(length))
    random.Random(file.stem).shuffle(order)
    return order


def sheet(file: Path) -> None:
    """Print what a second reader needs and no more."""
    items = yaml.safe_load(file.read_text(encoding="utf-8"))
    for number, index in enumerate(shuffled(file, len(items)), 1):
        item = items[index]
        where = ", ".join([item.get("kind", "thank-you"), item.get("place", "body")])
        print(f"{number} | {item['rule']} | {where} | {item['text'].strip()!r}")  # noqa: T201
    notes = notes_of(file)
    for number, index in enumerate(shuffled(file, len(notes)), 1):
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
            if key == "also":
                lines.append(f"also: {_flow(value)}")
                continue
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


def merge(file: Path, second: str, third: str | None) -> None:
    """Decide the labels, write them, and print where the two readers differ (or what the third has still to decide)."""
    items = yaml.safe_load(file.read_text(encoding="utf-8"))
    items2, notes2 = answers(second)
    items3, notes3 = answers(third) if third else ({}, {})
    differ = 0
    for number, index in enumerate(shuffled(file, len(items)), 1):
        item = items[index]
        if BREAKS[item["verdict"]] == items2[number]:
            continue
        differ += 1
        where = ", ".join([item.get("kind", "thank-you"), item.get("place", "body")])
        print(f"{number} | {item['rule']} | {where} | {item['text'].strip()!r}")  # noqa: T201
        if third:
            side = "requires" if item["verdict"] in REQUIRES else "forbids"
            item["verdict"], item["disputed"] = VERDICTS[side, items3[number]], True
    notes = notes_of(file)
    for number, index in enumerate(shuffled(file, len(notes)), 1):
        note = yaml.safe_load(notes[index].read_text(encoding="utf-8"))
        disputed = set(note["expect"]) ^ notes2[number]
        if not disputed:
            continue
        print(f"\n=== note {number} | {note['kind']} | decide: {', '.join(sorted(disputed))}\n{note['text'].strip()}")  # noqa: T201
        if third:
            decided = (set(note["expect"]) & notes2[number]) | (disputed & notes3[number])
            known = {**note, "expect": sorted(decided), "disputed": sorted(disputed)}
            notes[index].write_text(dump_note(known), encoding="utf-8")
    print(f"{file.stem}: {differ} of {len(items)} items differ", file=sys.stderr)  # noqa: T201
    if third:
        file.write_text("\n".join(map(dump_item, items)) or "[]\n", encoding="utf-8")


def pairs(part: str) -> list[tuple[int, str, dict[str, Any], str]]:
    """Author's number, author, item and rule of what is asked in a sheet of alarms, in a blind order."""
    forbids = sorted(rule.id for rule in judge.rules().catalogue.rules.values() if rule.forbid)
    listed = [item for item in corpus.items(part) if not item.breaks]
    found = judge.spread(judge.spoken, listed)
    raw = {name: _items(part, name) for name in corpus.authors(part)}
    clean = [
        (n, name, item) for name, items in raw.items() for n, item in enumerate(items) if not BREAKS[item["verdict"]]
    ]
    chance = random.Random(part)
    asked = []
    for (n, name, item), rules in zip(clean, found, strict=True):
        crossing = rules.intersection(forbids) - {item["rule"]}
        silent = [rule for rule in forbids if rule not in rules and rule != item["rule"]]
        asked += [(n, name, item, rule) for rule in (*sorted(crossing), *chance.sample(silent, len(crossing)))]
    chance.shuffle(asked)
    return asked


def _items(part: str, name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((corpus.CORPUS / part / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def crossing(part: str) -> None:
    """Print the sheet of alarms."""
    for number, (_, _, item, rule) in enumerate(pairs(part), 1):
        where = ", ".join([item.get("kind", "thank-you"), item.get("place", "body")])
        print(f"{number} | {rule} | {where} | {item['text'].strip()!r}")  # noqa: T201


def also(part: str, path: str) -> None:
    """Write the rules that a clean text breaks besides its own into its `also`."""
    given, _ = answers(path)
    asked = pairs(part)
    if len(asked) != len(given):
        sys.exit(f"labels: {len(asked)} alarms now, but {len(given)} answers; the rules have changed since the sheet")
    found: dict[str, dict[int, set[str]]] = {}
    for number, (n, name, _, rule) in enumerate(asked, 1):
        if given[number]:
            found.setdefault(name, {}).setdefault(n, set()).add(rule)
    for name, broken in found.items():
        items = _items(part, name)
        for n, rules in broken.items():
            items[n]["also"] = sorted({*items[n].get("also", ()), *rules})
        target = corpus.CORPUS / part / f"{name}.yml"
        target.write_text("\n".join(dump_item(item) for item in items), encoding="utf-8")


def main() -> None:
    """Run one of the commands."""
    match sys.argv[1:]:
        case ["crossing", part]:
            crossing(part)
        case ["also", part, path]:
            also(part, path)
        case ["sheet", file]:
            sheet(Path(file))
        case ["merge", file, second, *third] if len(third) <= 1:
            merge(Path(file), second, *(third or [None]))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
