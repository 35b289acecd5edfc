"""The text of a draft as HTML, with the findings marked in place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from notelint.reporters.advice import adds
from notelint.reporters.markup import Html, join, tag
from notelint.types import SEVERITIES, Draft, Span, Violation

_FADED = frozenset({"headers", "quoted"})


def letter(draft: Draft, findings: Sequence[Violation], prefix: str) -> Html:
    """The whole text with its marks.

    Words in question are marked in the colour of the gravest finding; behind them stands its number, which leads to the
    finding. Where something is to be added only the number stands, since no words are wrong there.

    Args:
        draft: the draft.
        findings: in the order of their numbers.
        prefix: of the ids of this draft's elements.
    """
    marked = [one for one in findings if not adds(one) and one.span.start < one.span.end]
    ends = {at: _place(one) for at, one in enumerate(findings, 1)}
    cuts = {0, len(draft.text), *ends.values()}
    cuts.update(offset for one in marked for offset in one.span)
    cuts.update(offset for zone in draft.zones for offset in zone.span)
    done: list[Html] = _numbers(ends, 0, findings, prefix)
    for start, end in pairwise(sorted(cuts)):
        done.append(_piece(draft, Span(start, end), [one for one in marked if _covers(one.span, start)]))
        done += _numbers(ends, end, findings, prefix)
    return tag("div", *done, class_="letter", lang="en")


def number(at: int, finding: Violation, prefix: str) -> Html:
    """The number of a finding in the letter; it leads to the finding."""
    said = f"finding {at}: {finding.severity}"
    return tag("a", str(at), class_=f"number {finding.severity}", href=f"#{prefix}-{at}", title=said, aria_label=said)


def _place(finding: Violation) -> int:
    """Where the number of a finding stands: behind its words, or where something is to be added."""
    edits = [edit for suggestion in finding.suggestions[:1] for edit in suggestion.edits]
    return edits[0].span.start if adds(finding) and edits else finding.span.end


def _covers(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def _piece(draft: Draft, span: Span, covering: Sequence[Violation]) -> Html:
    words: Html = join(draft.slice(span))
    if covering:
        gravest = min((one.severity for one in covering), key=SEVERITIES.index)
        words = tag("mark", words, class_=gravest)
    zone = draft.zone_at(span.start)
    return tag("span", words, class_=zone) if zone in _FADED else words


def _numbers(ends: dict[int, int], offset: int, findings: Sequence[Violation], prefix: str) -> list[Html]:
    return [
        tag("sup", number(at, findings[at - 1], prefix), id=f"{prefix}-at-{at}")
        for at, end in ends.items()
        if end == offset
    ]
