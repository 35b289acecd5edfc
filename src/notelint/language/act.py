"""What a clause does: state, ask, request or offer.

The most valuable slot of all: “how your team gives feedback” and “could you give me some feedback” share every word
but this. A request found at a clause passes down to all clauses under it (complements, conditions, relative clauses),
not across coordination with a subject of its own, nor across a mere comma. It passes up to nobody.
"""

from __future__ import annotations

from notelint.language.clauses import RawClause, top_down
from notelint.language.mood import is_inverted, is_loose, is_tag, is_wh_fronted
from notelint.language.offers import is_offer
from notelint.language.requests import is_request
from notelint.types import Act

_MAIN = frozenset({"conj", "ccomp", "parataxis", "appos"})


def assign(clauses: list[RawClause]) -> None:
    """Fill `act` of the clauses of one sentence; `who`, `modal`, `polarity` and `time` must be filled."""
    asked = any(word[0] == "?" for clause in clauses for word in clause.words())
    for clause in top_down(clauses):
        clause.act = _act(clause, clauses, asked=asked)


def _act(clause: RawClause, clauses: list[RawClause], *, asked: bool) -> Act:
    if is_offer(clause):
        return "offer"
    parent = clause.parent
    passed: Act = parent.act if parent is not None and _takes_over(clause) else "statement"
    if is_request(clause):
        return "offer" if passed == "offer" else "request"
    if passed != "statement":
        return passed
    return "question" if _is_asked(clause, clauses, asked=asked) else "statement"


def _takes_over(clause: RawClause) -> bool:
    if clause.parent is not None and is_loose(clause):
        return is_tag(clause.parent)
    return clause.dep != "conj" or clause.subject is None


def _is_main(clause: RawClause) -> bool:
    return clause.parent is None or clause.dep in _MAIN


def _is_asked(clause: RawClause, clauses: list[RawClause], *, asked: bool) -> bool:
    """Whether the clause is a question: inverted or with a question word in front, or alone before a question mark."""
    if not _is_main(clause):
        return False
    if is_wh_fronted(clause) and is_inverted(clause):
        return True
    if not asked:
        return False
    fronted = [other for other in clauses if _is_main(other) and (is_inverted(other) or is_wh_fronted(other))]
    return clause in fronted or (not fronted and clause.parent is None)
