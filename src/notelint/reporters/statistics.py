"""How often each rule spoke."""

from __future__ import annotations

from collections import Counter

from notelint.types import Report


def statistics(report: Report) -> str:
    """One line a rule, the most frequent first: the number of its findings and its id; empty without findings."""
    rules = Counter(violation.rule for draft in report.drafts for violation in draft.violations)
    wide = len(str(max(rules.values(), default=0)))
    ordered = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:>{wide}}  {rule}\n" for rule, number in ordered)
