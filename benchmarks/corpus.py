"""The labelled corpus as drafts: each item set into a faultless letter, and the whole notes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CORPUS = Path(__file__).parents[1] / "corpus"
BREAKS = {"violation": True, "lacking": True, "fine": False, "satisfies": False}
REQUIRES = frozenset({"lacking", "satisfies"})
THANKS = frozenset({"express-gratitude", "open-with-gratitude"})
PLACES = frozenset({"subject", "greeting", "body", "closing", "postscript"})
NAMING = frozenset({"name-the-position", "reference-earlier-contact"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled text set into a letter.

    Attributes:
        author: who wrote it.
        rule: the only rule that is judged on it.
        breaks: whether it breaks the rule.
        requires: whether the rule asks for something, so that it may speak anywhere in the letter.
        disputed: whether the first two readers differed.
        draft: the letter with its front matter.
        lines: the first and last line of the text in it, from 1.
        also: the other rules that a clean text is known to break.
    """

    author: str
    rule: str
    breaks: bool
    requires: bool
    disputed: bool
    draft: str
    lines: tuple[int, int]
    also: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Note:
    """A whole labelled note: its kind, its text without front matter, the rules that it breaks."""

    name: str
    author: str
    kind: str
    text: str
    breaks: frozenset[str]
    disputed: frozenset[str]


def authors(part: str) -> list[str]:
    """The authors of a part of the corpus, `tuning` or `closed`."""
    return sorted(path.stem for path in (CORPUS / part).glob("*.yml"))


def items(part: str) -> Iterator[Item]:
    """The items of a part, author by author."""
    carriers = _load(CORPUS / "carriers.yml")
    for author in authors(part):
        for entry in _load(CORPUS / part / f"{author}.yml"):
            yield _item(author, entry, carriers)


def notes(part: str) -> Iterator[Note]:
    """The whole notes of a part."""
    for path in sorted((CORPUS / part / "notes").glob("*.yml")):
        entry = _load(path)
        disputed = frozenset(entry.get("disputed", ()))
        yield Note(path.stem, entry["author"], entry["kind"], entry["text"], frozenset(entry["expect"]), disputed)


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)


def _item(author: str, entry: dict[str, Any], carriers: list[dict[str, Any]]) -> Item:
    rule, text, place = entry["rule"], entry["text"].strip(), entry.get("place", "body")
    kind, requires = entry.get("kind", "thank-you"), entry["verdict"] in REQUIRES
    choices = [
        carrier for carrier in carriers if carrier["kind"] == ("thank-you" if kind == "thank-you" else "follow-up")
    ]
    carrier = choices[hashlib.sha256(text.encode()).digest()[0] % len(choices)]
    parts = {"greeting": carrier["greeting"], "closing": carrier["closing"], "subject": carrier["subject"]}
    dropped = THANKS if rule == "open-with-gratitude" else frozenset({rule})
    body = [s["text"] for s in carrier["sentences"] if not (requires and dropped.intersection(s["serves"]))]
    if rule == "open-with-gratitude" and BREAKS[entry["verdict"]]:  # a letter without any thanks lacks another rule's
        body += [s["text"] for s in carrier["sentences"] if dropped.intersection(s["serves"])]
    if place not in PLACES:
        raise ValueError(f"a text of {author} for {rule} stands in `{place}`; there are {', '.join(sorted(PLACES))}")
    if place in parts:
        parts[place] = text
    elif requires and rule in THANKS:
        body.insert(0, text)
    else:
        body.append(text)
    if place != "subject" and rule in NAMING:
        parts["subject"] = "A short note"  # the text alone must deliver what these two ask for
    head = f"---\nkind: {kind}\nsubject: {json.dumps(parts['subject'], ensure_ascii=False)}\n---\n"
    draft = head + "\n\n".join((parts["greeting"], *body, parts["closing"])) + "\n"
    return Item(
        author, rule, BREAKS[entry["verdict"]], requires, entry.get("disputed", False), draft,
        _lines(draft, text, 0 if place == "subject" else len(head)), frozenset(entry.get("also", ())),
    )  # fmt: skip


def _lines(draft: str, text: str, after: int) -> tuple[int, int]:
    start = draft.find(text, after)
    first = draft.count("\n", 0, max(start, 0)) + 1
    return first, first + text.count("\n")
