"""What a violation offers to write, for all formats alike."""

from __future__ import annotations

from notelint.drafts import edits
from notelint.matching.message_slots import is_slot
from notelint.types import Draft, Edit, Suggestion, Violation


def offered(violation: Violation) -> tuple[Suggestion, ...]:
    """What may be written instead, best first: the fix that is safe, then the suggestions."""
    return tuple(dict.fromkeys((*([violation.fix] if violation.fix else []), *violation.suggestions)))


def adds(violation: Violation) -> bool:
    """Whether something is to be put beside the words, rather than in their place."""
    first = [edit for suggestion in violation.suggestions[:1] for edit in suggestion.edits]
    return violation.missing and all(edit.span.start == edit.span.end for edit in first)


def word(violation: Violation, suggestion: Suggestion) -> str:
    """What is to be done with an offer: “Add” it, write it “Instead”, or something “Such as” it.

    One without edits is an example: in the place of the words it would take away something that the letter needs.
    """
    if adds(violation):
        return "Add"
    return "Instead" if suggestion.edits else "Such as"


def offer(violation: Violation, suggestion: Suggestion) -> str:
    """An offer in one line; one that is but a slot says in words what to write: “Write what belongs here.”."""
    text = suggestion.text
    if violation.leaves_out(suggestion):
        return text
    return f"Write {text.strip('[]')}." if is_slot(text) else f"{word(violation, suggestion)}: {text}"


def message(draft: Draft, violation: Violation) -> str:
    """What is wrong; with its line where a format can only name the file, since the text was read out of it."""
    line = draft.position(violation.span.start).line
    return f"{violation.message} (line {line} of its text)" if draft.decoded else violation.message


def written(draft: Draft, edit: Edit) -> str:
    """The words of an edit as `--fix` would write them, with the line ends of the lines around."""
    return edits.words(draft.text, edit)
