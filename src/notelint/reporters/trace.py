"""How a rule came to its verdict: the clauses of each sentence with their slots, what hit, and what struck it out."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.matching.trace import Decision, Trace
from notelint.reporters.style import Style
from notelint.types import Draft, Source


def render(draft: Draft, trace: Trace, style: Style) -> str:
    """The trace of one rule over one draft.

    Args:
        draft: the draft.
        trace: what the matcher saw and decided.
        style: how to write.

    Returns:
        Lines with their line ends.
    """
    hits = sum(decision.counts for sentence in trace.sentences for decision in sentence.decisions)
    lines = [style.paint(f"{trace.rule} on {style.show(draft.path)}", "bold")]
    lines += style.wrap(trace.note and f"It does not look: {trace.note}.", "  ")
    lines += [line for said in trace.said for line in style.wrap(said, "  ", "    ")]
    for traced in trace.sentences:
        line = draft.position(traced.sentence.span.start).line
        lines += ["", *style.wrap(f"line {line}, {traced.sentence.region}: {traced.text}", "", "  ")]
        lines += [style.paint(f"    {style.show(clause)}", "dim") for clause in traced.clauses]
        for decision in traced.decisions:
            lines += _decision(decision, style)
    if not trace.note:
        lines += ["", f"{hits or 'No'} {'hit counts' if hits == 1 else 'hits count'}."]
    return style.fit("\n".join(lines) + "\n")


def _decision(decision: Decision, style: Style) -> Iterator[str]:
    found = f"“{decision.text}” by {_place(decision.pattern)}"
    if decision.weighed:
        found += f", weight {decision.weighed}"
    if decision.counts:
        yield from (style.paint(line, "green") for line in style.wrap(f"  counts: {found}", "  ", "      "))
    else:
        yield from (
            style.paint(line, "yellow")
            for line in style.wrap(f"  struck out: {found}, {_why(decision)}", "  ", "      ")
        )


def _why(decision: Decision) -> str:
    if decision.struck_by is None:
        return f"because the sentence weighs clearly more for {decision.outdone_by}"
    return f"because of `unless` at {_place(decision.struck_by)}"


def _place(source: Source) -> str:
    """`no-gifts.yml:12:7`; the folder is known from the rule."""
    name = source.path.rpartition("/")[2]
    return f"{name}:{source.line}:{source.column}"
