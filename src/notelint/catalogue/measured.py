"""How well each rule judges: what was measured on the labelled corpus, for the rules' pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from notelint.catalogue.load import shipped

FILE = "measured.json"


@dataclass(frozen=True, slots=True)
class Tally:
    """A rule's right and wrong answers: it spoke rightly (tp), wrongly (fp), should have spoken (fn), was silent (tn)."""

    tp: int
    fp: int
    fn: int
    tn: int

    @property
    def size(self) -> int:
        """The number of sentences."""
        return self.tp + self.fp + self.fn + self.tn


Measured = Mapping[str, Tally]
"""`tuned` and `untuned`: on authors whom the rules were tuned on, and on others."""


def figures() -> dict[str, Measured]:
    """What was measured of each shipped rule, by id; empty when the file is not there."""
    path = shipped() / FILE
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {rule: {part: Tally(**tally) for part, tally in parts.items()} for rule, parts in known.items()}
