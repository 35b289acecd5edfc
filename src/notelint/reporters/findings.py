"""The findings of one draft for a reader: the words underlined, why they hurt, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.reporters.excerpt import excerpts, line_span
from notelint.reporters.style import Style, shorten
from notelint.types import Draft, DraftReport, Severity, Span, Violation

COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "suggestion": "blue"}
_LONGEST = 160  # of a message on a terminal; it repeats words that are underlined above it


def findings(report: DraftReport, style: Style, *, verbose: bool) -> Iterator[str]:
    """The lines for all violations of a draft; those with the same span stand under one excerpt.

    Args:
        report: what was found in the draft.
        style: how to write.
        verbose: whether to show every suggestion, not only the first.

    Yields:
        Lines without line ends; an empty one before each finding.
    """
    groups: dict[Span, list[Violation]] = {}
    for violation in report.violations:
        groups.setdefault(violation.span, []).append(violation)
    for group in groups.values():
        yield ""
        yield from _excerpt(report.draft, group, style)
        advised = False
        for violation in group:
            yield from _reason(violation, style)
            if _adds(violation) or verbose or not advised:
                yield from _advice(violation, style, all_of_it=verbose)
            advised = advised or bool(violation.suggestions or violation.fix)


def _excerpt(draft: Draft, group: list[Violation], style: Style) -> Iterator[str]:
    colour = COLOURS[min((violation.severity for violation in group), key=list(COLOURS).index)]
    span = _place(draft, group[0]) if all(_adds(violation) for violation in group) else group[0].span
    label = len(f"  line {draft.position(span.end).line}: ")
    for shown in excerpts(draft, span, style, max(style.width - label, 20)):
        head = f"  line {shown.line}: " if shown.line else "  "
        yield (style.paint(head, "dim") + shown.text).rstrip()
        if shown.marks and shown.text:
            yield " " * len(head) + style.paint(shown.marks, colour, "bold").rstrip()


def _adds(violation: Violation) -> bool:
    """Whether something is to be put beside the words, rather than in their place."""
    edits = [edit for suggestion in violation.suggestions[:1] for edit in suggestion.edits]
    return violation.missing and all(edit.span.start == edit.span.end for edit in edits)


def _place(draft: Draft, violation: Violation) -> Span:
    """Where something is missing: at the insertion of its suggestion when that has words beside it, else at its end."""
    for suggestion in violation.suggestions:
        for edit in suggestion.edits:
            line = line_span(draft, draft.position(edit.span.start).line)
            if edit.span.start == edit.span.end and draft.slice(line).strip():
                return Span(min(edit.span.start, line.end), min(edit.span.start, line.end))
    return Span(violation.span.end, violation.span.end)


def _reason(violation: Violation, style: Style) -> Iterator[str]:
    rule = f"[{violation.rule}]"
    message = shorten(violation.message, _LONGEST)
    lines = style.wrap(f"{violation.severity}: {message} {rule}", "    ", "      ")
    lines[0] = lines[0].replace(violation.severity, style.paint(violation.severity, COLOURS[violation.severity]), 1)
    lines[-1] = lines[-1].replace(rule, style.paint(rule, "dim"))
    yield from lines
    yield from style.wrap(violation.why, "      ")


def _advice(violation: Violation, style: Style, *, all_of_it: bool) -> Iterator[str]:
    offered = (*((violation.fix,) if violation.fix else ()), *violation.suggestions)
    word = "Add:" if _adds(violation) else "Instead:"
    for suggestion in offered if all_of_it else offered[:1]:
        lines = style.wrap(f"{word} {suggestion.text}", "      ", " " * 8)
        yield from (style.paint(line, "green") for line in lines)
