"""How well each rule judges: what was measured on the labelled corpus, for the rules' pages."""

from __future__ import annotations

import json

from notelint.catalogue.load import shipped
from notelint.types import Measured, Tally

FILE = "measured.json"


def figures() -> dict[str, Measured]:
    """What was measured of each shipped rule, by id; empty when the file is not there."""
    path = shipped() / FILE
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {rule: {part: Tally(**tally) for part, tally in parts.items()} for rule, parts in known.items()}
