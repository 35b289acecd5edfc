"""How well each rule judges: what was measured on the labelled corpus, for the rules' pages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from notelint.catalogue.load import shipped
from notelint.types import Measured, Rule, Tally

FILE = "measured.json"


def figures() -> dict[str, Measured]:
    """What was measured of each shipped rule, by id; empty when the file is not there."""
    path = shipped() / FILE
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {rule: {part: Tally(**tally) for part, tally in parts.items()} for rule, parts in known.items()}


def of(rules: Iterable[Rule]) -> dict[str, Measured]:
    """What was measured of these rules, by id; nothing of what a pack has made of a shipped rule."""
    shipped_ids = [rule.id for rule in rules if Path(rule.source.path).is_relative_to(shipped())]
    known = figures() if shipped_ids else {}
    return {rule: known[rule] for rule in shipped_ids if rule in known}
