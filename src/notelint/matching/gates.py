"""What a hit must pass: the slots of clauses, frames, regions, and being together in one scope."""

from __future__ import annotations

from collections.abc import Iterable

from notelint.types import Analysis, Clause, ClauseSlots, Pattern, Scope, Sentence

_FOREIGN = frozenset({"reported", "quoted"})
_EDGES = frozenset({"PUNCT", "CCONJ"})


def in_regions(sentence: Sentence, regions: Iterable[str]) -> bool:
    """Whether a sentence lies in one of these regions; “opening” are the body's first two sentences."""
    return sentence.region in regions or (sentence.opening and "opening" in regions)


def frame_passes(frames: tuple[str, ...], clause: Clause, *, loose: bool) -> bool:
    """Whether the frame of a clause is one of these.

    Args:
        frames: as written; empty for the default, which leaves out what is reported or quoted.
        clause: the clause.
        loose: no frame is left out by default (in `unless`).
    """
    if frames:
        return "any" in frames or clause.frame in frames
    return loose or clause.frame not in _FOREIGN


def stopped_by(pattern: Pattern, clause: Clause, *, loose: bool, framed: bool = True) -> str:
    """The first of the gates `act`, `polarity` and `frame` that a clause does not pass; empty when it passes all.

    Args:
        pattern: the pattern with its gates.
        clause: the clause.
        loose: see `frame_passes`.
        framed: whether the default frame applies; to composite patterns it does not, as their members have it.
    """
    if pattern.act and clause.act not in pattern.act:
        return "act"
    if pattern.polarity is not None and clause.polarity != pattern.polarity:
        return "polarity"
    if (framed or pattern.frame) and not frame_passes(pattern.frame, clause, loose=loose):
        return "frame"
    return ""


def slots_fit(pattern: ClauseSlots, clause: Clause) -> bool:
    """Whether the slots of a clause (`does` and `about` aside) are as the pattern wants them."""
    return (
        (not pattern.who or clause.who in pattern.who)
        and (not pattern.act or clause.act in pattern.act)
        and (pattern.polarity is None or clause.polarity == pattern.polarity)
        and (not pattern.modal or (clause.modal or "none") in pattern.modal)
        and (not pattern.time or clause.time in pattern.time)
    )


def unlike(pattern: ClauseSlots, clause: Clause) -> tuple[str, ...]:
    """The slots because of which `slots_fit` is False, for a trace."""
    wanted = (
        ("who", pattern.who, clause.who),
        ("act", pattern.act, clause.act),
        ("polarity", (pattern.polarity,) if pattern.polarity else (), clause.polarity),
        ("modal", pattern.modal, clause.modal or "none"),
        ("time", pattern.time, clause.time),
    )
    return tuple(slot for slot, values, value in wanted if values and value not in values)


def own_range(sentence: Sentence, clause: Clause) -> tuple[int, int]:
    """The tokens from the first to the last of a clause's own, without punctuation and conjunctions at the edges."""
    inner = [i for i in clause.own if sentence.tokens[i].pos not in _EDGES] or clause.own
    return inner[0], inner[-1] + 1


def together(one: tuple[int, int], other: tuple[int, int], scope: Scope, analysis: Analysis) -> bool:
    """Whether two hits, given as sentence and clause, lie in one unit of this scope.

    A clause here is the clause with all that hangs under it.
    """
    a, b = analysis.sentences[one[0]], analysis.sentences[other[0]]
    if scope in {"match", "clause"}:
        if a is not b:
            return False
        first, second = a.clauses[one[1]], a.clauses[other[1]]
        return first.head in second.subtree or second.head in first.subtree
    if scope == "sentence":
        return a is b
    if scope == "neighbours":
        return abs(a.index - b.index) <= 1 and a.region == b.region
    if scope == "paragraph":
        return a.paragraph == b.paragraph
    return scope == "draft" or a.region == b.region


def units(analysis: Analysis, here: Sentence, scope: Scope) -> Iterable[int]:
    """The sentences that may lie with this one in a unit of the scope."""
    everywhere = analysis.sentences
    if scope == "neighbours":
        return range(max(here.index - 1, 0), min(here.index + 2, len(everywhere)))
    if scope == "paragraph":
        return [other.index for other in everywhere if other.paragraph == here.paragraph]
    if scope == "zone":
        return [other.index for other in everywhere if other.region == here.region]
    return range(len(everywhere)) if scope == "draft" else (here.index,)
