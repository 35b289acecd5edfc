"""How often each rule spoke."""

from __future__ import annotations

from collections.abc import Mapping


def statistics(rules: Mapping[str, int]) -> str:
    """One line a rule, the most frequent first: the number of its violations and its id; empty without violations."""
    wide = len(str(max(rules.values(), default=0)))
    ordered = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:>{wide}}  {rule}\n" for rule, number in ordered)
