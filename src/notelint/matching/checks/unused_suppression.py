"""A suppression that silenced nothing."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from notelint.matching.checks.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """One finding for each suppression of no use; of a rule that does not exist, with the nearest that does."""
    for suppression in context.unused:
        rule = suppression.rule
        if rule in context.rules:
            yield Finding(suppression.span, f"Ignoring `{rule}` silences nothing here; take it out.")
            continue
        near = get_close_matches(rule, sorted(context.rules), n=1, cutoff=0.6)
        hint = f"; is it `{near[0]}`?" if near else "; take it out."
        yield Finding(suppression.span, f"There is no rule `{rule}` to ignore{hint}")
