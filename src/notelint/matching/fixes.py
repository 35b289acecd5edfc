"""Which of a report's fixes may be made, and which of those can be made together.

A fix is safe (`Violation.fix`); a rewrite is the first of a violation's suggestions when nothing in it is left open.
Neither touches quoted mail, headers, comments, or words about which the writer silenced a rule.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from msgspec import Struct

from notelint.types import Draft, DraftReport, Edit, Span, Suggestion, Violation

QUOTED = "it is in quoted mail or in the headers"
SILENCED = "a rule is silenced about these words"
SAID = "the draft says this already"
OVERLAPS = "another fix changed these words"

_NOT_THE_WRITERS = frozenset({"headers", "quoted"})
_SENTENCE = 4  # words: a suggestion of so many that stands in the draft already is not written again


class Fix(Struct, frozen=True):
    """What would be done about a violation; `refused` says why it is not, "" when it may be done."""

    violation: Violation
    suggestion: Suggestion
    safe: bool
    refused: str = ""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What it changes."""
        return self.suggestion.edits


def fixes(report: DraftReport, *, unsafe: bool = False, barred: Container[str] = ()) -> list[Fix]:
    """The fixes of a draft's violations, in the order in which they are made.

    Args:
        report: what was found in the draft.
        unsafe: whether rewrites are wanted too.
        barred: rules that are to fix nothing.

    Returns:
        Safe fixes first, then by start, end and rule; those that are refused too.
    """
    found = [
        Fix(violation, suggestion, safe, _refused(report, violation, suggestion, safe=safe))
        for violation in report.violations
        if violation.rule not in barred
        for suggestion, safe in _offered(report.draft, violation, unsafe=unsafe)
    ]
    return sorted(found, key=lambda fix: (not fix.safe, fix.violation.span, fix.violation.rule))


def together(found: Iterable[Fix]) -> tuple[list[Fix], list[Fix]]:
    """Those that can be made at once, the first of any that overlap winning, and the others.

    What touches counts as overlapping: of two insertions at one place each would have to know of the other.
    """
    made: list[Fix] = []
    others: list[Fix] = []
    for fix in found:
        clashes = any(_touch(edit, taken) for edit in fix.edits for other in made for taken in other.edits)
        repeats = _writes_sentence(fix.violation, fix.suggestion) and fix.suggestion.text in {
            one.suggestion.text for one in made
        }
        (others if clashes or repeats else made).append(fix)
    return made, others


def later(others: Iterable[Fix]) -> list[Fix]:
    """Those of the others that are made next, as far as can be told before: parts added at the place of another.

    What was to be rewritten with other words of its sentence is mostly gone with them.
    """
    return [fix for fix in others if fix.violation.missing]


def _offered(draft: Draft, violation: Violation, *, unsafe: bool) -> Iterator[tuple[Suggestion, bool]]:
    """The suggestion that is applied, if any, and whether it is safe."""
    if violation.fix is not None and _is_whole(draft, violation.fix):
        yield violation.fix, True
    elif unsafe and violation.suggestions and _is_whole(draft, violation.suggestions[0]):
        yield violation.suggestions[0], False


def _is_whole(draft: Draft, suggestion: Suggestion) -> bool:
    """Whether it changes something and leaves nothing to be filled in."""
    changes = any(draft.slice(edit.span) != edit.text for edit in suggestion.edits)
    return changes and not suggestion.slots


def _refused(report: DraftReport, violation: Violation, suggestion: Suggestion, *, safe: bool) -> str:
    draft = report.draft
    if draft.locked:
        return draft.locked
    if any(zone in _NOT_THE_WRITERS for edit in suggestion.edits for zone in _zones(draft, edit.span)):
        return QUOTED
    kept = [*draft.comments, *(silenced.span for silenced in report.suppressed)]
    if any(edit.span.overlaps(span) for edit in suggestion.edits for span in kept):
        return SILENCED
    if not safe and _writes_sentence(violation, suggestion) and _says(draft, suggestion):
        return SAID
    return ""


def _zones(draft: Draft, span: Span) -> Iterator[str]:
    """The kinds of the zones in which a span lies, or an insertion is made."""
    yield draft.zone_at(span.start)
    yield from (zone.kind for zone in draft.zones if zone.span.overlaps(span))


def _touch(one: Edit, other: Edit) -> bool:
    return one.span.start <= other.span.end and other.span.start <= one.span.end


def _writes_sentence(violation: Violation, suggestion: Suggestion) -> bool:
    return not violation.leaves_out(suggestion) and len(suggestion.text.split()) >= _SENTENCE


def _says(draft: Draft, suggestion: Suggestion) -> bool:
    """Whether the writer says the same elsewhere."""
    cuts = [zone.span for zone in draft.zones if zone.kind in _NOT_THE_WRITERS]
    cuts = sorted([*cuts, *(edit.span for edit in suggestion.edits)])
    kept, at = [], 0
    for start, end in cuts:
        kept.append(draft.text[at : max(at, start)])
        at = max(at, end)
    own = " ".join([*kept, draft.text[at:]])
    return " ".join(suggestion.text.split()).casefold() in " ".join(own.split()).casefold()
