"""A suppression that silenced nothing."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from notelint.matching.checks.said import Context, Fault


def check(context: Context) -> Iterator[Fault]:
    """One fault for each suppression of no use; of a rule that does not exist, with the nearest that does.

    One in the interview file is for all its drafts, so only a rule that does not exist is none of use.
    """
    for suppression in context.unused:
        rule = suppression.rule
        if suppression.origin and rule in context.rules:
            continue  # it may silence something in another draft
        if rule in context.rules:
            yield Fault(suppression.span, f"Ignoring `{rule}` silences nothing here; take it out.")
            continue
        near = get_close_matches(rule, sorted(context.rules), n=1, cutoff=0.6)
        hint = f"; is it `{near[0]}`?" if near else "; take it out."
        where = f"{suppression.origin}: there" if suppression.origin else "There"
        yield Fault(suppression.span, f"{where} is no rule `{rule}` to ignore{hint}")
