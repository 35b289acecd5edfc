"""The text of a draft as HTML, with the violations marked in place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from notelint.reporters.advice import adds
from notelint.reporters.markup import Html, join, tag
from notelint.types import SEVERITIES, Draft, Span, Violation

_FADED = frozenset({"headers", "quoted"})


def letter(draft: Draft, violations: Sequence[Violation], prefix: str) -> Html:
    """The whole text with its marks.

    Words in question are marked in the colour of the gravest violation; behind them stands its number, which leads to
    it. Where something is to be added only the number stands, since no words are wrong there.

    Args:
        draft: the draft.
        violations: in the order of their numbers.
        prefix: of the ids of this draft's elements.
    """
    marked = [one for one in violations if not adds(one) and one.span.start < one.span.end]
    ends = {at: _place(one) for at, one in enumerate(violations, 1)}
    cuts = {0, len(draft.text), *ends.values()}
    cuts.update(offset for one in marked for offset in one.span)
    cuts.update(offset for zone in draft.zones for offset in zone.span)
    done: list[Html] = _numbers(ends, 0, violations, prefix)
    for start, end in pairwise(sorted(cuts)):
        done.append(_piece(draft, Span(start, end), [one for one in marked if _covers(one.span, start)]))
        done += _numbers(ends, end, violations, prefix)
    return tag("div", *done, class_="letter", lang="en")


def number(at: int, violation: Violation, prefix: str) -> Html:
    """The number of a violation in the letter; it leads to the violation."""
    said = f"point {at}: {violation.severity}"
    return tag("a", str(at), class_=f"number {violation.severity}", href=f"#{prefix}-{at}", title=said, aria_label=said)


def _place(violation: Violation) -> int:
    """Where the number of a violation stands: behind its words, or where something is to be added."""
    edits = [edit for suggestion in violation.suggestions[:1] for edit in suggestion.edits]
    return edits[0].span.start if adds(violation) and edits else violation.span.end


def _covers(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def _piece(draft: Draft, span: Span, covering: Sequence[Violation]) -> Html:
    words: Html = join(draft.slice(span))
    if covering:
        gravest = min((one.severity for one in covering), key=SEVERITIES.index)
        words = tag("mark", words, class_=gravest)
    zone = draft.zone_at(span.start)
    return tag("span", words, class_=zone) if zone in _FADED else words


def _numbers(ends: dict[int, int], offset: int, violations: Sequence[Violation], prefix: str) -> list[Html]:
    return [
        tag("sup", number(at, violations[at - 1], prefix), id=f"{prefix}-at-{at}")
        for at, end in ends.items()
        if end == offset
    ]
