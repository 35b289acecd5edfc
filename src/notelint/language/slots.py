"""Polarity, modal and time of each clause."""

from __future__ import annotations

from collections.abc import Iterable

from notelint.language.clauses import RawClause

_NEGATIONS = frozenset("not n't never hardly scarcely barely rarely seldom without neither nor no nobody nothing none nowhere".split())
_MODALS = {
    "can": "can", "ca": "can", "could": "could", "may": "may", "might": "might", "must": "must", "shall": "shall", "should": "should",
    "will": "will", "wo": "will", "'ll": "will", "would": "would", "'d": "would", "ought": "ought", "need": "need",
}  # fmt: skip
_NOT_NEGATIVE = (
    ("hesitate",), ("wait",), ("thank", "enough"), ("agree", "more"), ("help", "but"), ("trouble",), ("doubt",), ("only",),
    ("problem",), ("question",), ("fail",), ("worry",), ("ask", "better"), ("say", "enough"), ("stress", "enough"), ("emphasise", "enough"),
)  # fmt: skip


def assign(clauses: Iterable[RawClause]) -> None:
    """Fill `polarity`, `modal` and `time`; a clause without a finite verb of its own takes modal and time from its parent."""
    for clause in clauses:
        clause.polarity = _polarity(clause)
    done: set[int] = set()
    for clause in clauses:
        _tense(clause, done)


def _polarity(clause: RawClause) -> str:
    negative = any(token.lower_ in _NEGATIONS for token in clause.own)
    if not negative:
        return "positive"
    lemmas = {token.lemma_.lower() for token in clause.own}
    below = {token.lemma_.lower() for token in clause.head.subtree}
    softened = any(entry[0] in lemmas and set(entry[1:]) <= below for entry in _NOT_NEGATIVE)
    return "positive" if softened else "negative"


def _tense(clause: RawClause, done: set[int]) -> None:
    if clause.index in done:
        return
    done.add(clause.index)
    auxiliaries = [token for token in clause.head.children if token.dep_ in {"aux", "auxpass"}]
    modal = next((_modal(token) for token in auxiliaries if _modal(token)), "")
    finite = [token for token in [*auxiliaries, clause.head] if token.tag_ in {"VBD", "VBP", "VBZ", "MD"}]
    parent = clause.parent
    if not finite and parent is not None:
        _tense(parent, done)
        clause.modal, clause.time = parent.modal, parent.time
        if any(token.lower_ in {"having", "have"} for token in auxiliaries):
            clause.time = "perfect"
        return
    clause.modal = modal
    clause.time = _time(clause, auxiliaries, modal)


def _modal(token) -> str:  # type: ignore[no-untyped-def]
    if token.lower_ == "'d" and token.head.tag_ in {"VBN", "VBD"}:
        return ""
    return _MODALS.get(token.lower_, "") if token.tag_ == "MD" or token.lower_ == "'d" else ""


def _time(clause: RawClause, auxiliaries: list, modal: str) -> str:  # type: ignore[type-arg]
    if modal in {"will", "shall"}:
        return "future"
    lowers = {token.lower_ for token in auxiliaries}
    if lowers & {"had"} or (not modal and "'d" in lowers):
        return "past"
    if lowers & {"have", "has", "'ve"} and clause.head.tag_ in {"VBN", "VBD"}:
        return "perfect" if not modal else "past"
    if "going" in clause.words() and any(token.dep_ == "xcomp" for token in clause.head.children):
        return "future"
    tags = {token.tag_ for token in [*auxiliaries, clause.head]}
    if "'s" in lowers and clause.head.tag_ == "VBN" and not any(t.dep_ == "nsubjpass" for t in clause.head.children):
        return "perfect"
    return "past" if "VBD" in tags else "present"
