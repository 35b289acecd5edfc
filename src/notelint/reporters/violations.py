"""The violations of one draft for a reader: the words underlined, why they hurt, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from notelint.reporters.advice import adds, offer, offered
from notelint.reporters.excerpt import excerpts
from notelint.reporters.style import Style, shorten
from notelint.types import SEVERITIES, Draft, DraftReport, Severity, Span, Suggestion, Violation

COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "suggestion": "blue"}
_LONGEST = 160  # of a message on a terminal; it repeats words that are underlined above it
_QUOTED = 40  # of these words at least


def violations(report: DraftReport, style: Style, *, verbose: bool) -> Iterator[str]:
    """The lines for all violations of a draft.

    Those at the same words stand under one excerpt, with one piece of advice; parts that are missing come last, without
    an excerpt, since no words are wrong there. What was said once is not said again.

    Args:
        report: what was found in the draft.
        style: how to write.
        verbose: whether to show every suggestion and to repeat every reason.

    Yields:
        Lines without line ends; an empty one before each violation.
    """
    groups: dict[Span, list[Violation]] = {}
    absent = [violation for violation in report.violations if adds(violation)]
    for violation in report.violations:
        if not adds(violation):
            groups.setdefault(_core(report.draft, violation.span), []).append(violation)
    said: set[str] = set()
    for group in groups.values():
        yield ""
        yield from _excerpt(report.draft, group, style)
        yield from _group(report.draft, group, said, style, verbose=verbose)
    if absent:
        yield ""
        yield "  " + style.paint("Missing:", "bold")
        for violation in sorted(absent, key=lambda one: SEVERITIES.index(one.severity)):
            yield from _group(report.draft, [violation], said, style, verbose=verbose)


def _group(draft: Draft, group: list[Violation], said: set[str], style: Style, *, verbose: bool) -> Iterator[str]:
    adviser = next(filter(_mends, group), next(filter(offered, group), None))
    for violation in group:
        yield from _message(violation, style)
        yield from _related(draft, violation, style)
        if verbose or violation.why not in said:
            yield from style.wrap(violation.why, "      ")
        said.add(violation.why)
        best = offered(violation)
        if verbose:
            yield from _advice(violation, best, style)
        elif violation is adviser and (violation.leaves_out(best[0]) or best[0].text not in said):
            yield from _advice(violation, best[:1], style)
            said.add(best[0].text)


def _mends(violation: Violation) -> bool:
    """Whether what it offers first can be put there as it is."""
    return any(suggestion.edits for suggestion in offered(violation)[:1])


def _core(draft: Draft, span: Span) -> Span:
    """The words of a span without the marks around them, or all marks that stand together: “Cheers,” is “Cheers”."""
    start, end = span
    text = draft.text
    if any(c.isalnum() for c in draft.slice(span)):
        while not text[start].isalnum():
            start += 1
        while not text[end - 1].isalnum():
            end -= 1
        return Span(start, end)
    while start > 0 and _is_mark(text[start - 1]):
        start -= 1
    while end < len(text) and _is_mark(text[end]):
        end += 1
    return Span(start, end)


def _is_mark(c: str) -> bool:
    return not c.isalnum() and not c.isspace()


def _excerpt(draft: Draft, group: list[Violation], style: Style) -> Iterator[str]:
    colour = COLOURS[min((violation.severity for violation in group), key=list(COLOURS).index)]
    span = Span(min(one.span.start for one in group), max(one.span.end for one in group))
    label = len(f"  line {draft.position(span.end).line}: ")
    for shown in excerpts(draft, span, style, max(style.width - label, 20)):
        head = f"  line {shown.line}: " if shown.line else "  "
        if shown.text:
            yield style.paint(head, "dim") + shown.text
        if shown.text and shown.marks:
            yield " " * len(head) + style.paint(shown.marks, colour, "bold").rstrip()


def _message(violation: Violation, style: Style) -> Iterator[str]:
    rule = f"[{violation.rule}]"
    message = _brief(violation.message)
    lines = style.wrap(f"{violation.severity}: {message} {rule}", "    ", "      ")
    lines[0] = lines[0].replace(violation.severity, style.paint(violation.severity, COLOURS[violation.severity]), 1)
    lines[-1] = lines[-1].replace(rule, style.paint(rule, "dim"))
    yield from lines


def _brief(message: str) -> str:
    """A message of which, if it is long, the words that it quotes are cut: its own say what to do."""
    before, opening, rest = message.partition("“")
    quoted, closing, behind = rest.rpartition("”")
    room = max(_LONGEST - len(before) - len(behind), _QUOTED)
    return f"{before}{opening}{shorten(quoted, room)}{closing}{behind}" if closing else message


def _related(draft: Draft, violation: Violation, style: Style) -> Iterator[str]:
    """The other places that belong to a violation."""
    for span in violation.related:
        words = shorten(draft.slice(span), style.width - 24)
        yield from style.wrap(f"line {draft.position(span.start).line}: “{style.show(words)}”", "      ", " " * 8)


def _advice(violation: Violation, suggestions: Iterable[Suggestion], style: Style) -> Iterator[str]:
    for words in dict.fromkeys(offer(violation, suggestion) for suggestion in suggestions):
        yield from (style.paint(line, "green") for line in style.wrap(words, "      ", " " * 8))
