"""What kind of letter a letter is, when nobody says so (kinds.yml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from notelint.drafts.read import from_text
from notelint.language import analyse

TABLE = Path(__file__).with_name("kinds.yml")


def letters() -> list[Any]:
    found = []
    for kind, entries in yaml.safe_load(TABLE.read_text("utf-8")).items():
        for name, entry in entries.items():
            limit = entry.get("limit") if isinstance(entry, dict) else None
            marks = [pytest.mark.xfail(reason=limit, strict=True)] if limit else []
            text = entry["text"] if isinstance(entry, dict) else entry
            found.append(pytest.param(text, kind, id=f"{kind}: {name}", marks=marks))
    return found


@pytest.mark.parametrize(("text", "kind"), letters())
def test_kind_is_inferred(text: str, kind: str) -> None:
    draft = from_text(text, "letter.txt")
    finding = analyse(draft).kind
    shown = [draft.slice(evidence.span) for evidence in finding.evidence]
    assert (finding.kind, finding.source) == (kind, "inferred"), shown
    assert bool(shown) == (kind != "unknown")
