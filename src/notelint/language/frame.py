"""Whose words a clause gives: the writer's own, reported, quoted, or supposed.

A frame holds for a clause and what hangs under it. It ends at a coordinated clause whose subject is the writer, and at
“so I …”, “but I …”: the small model hangs those under the reported clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from notelint.language import lexicon
from notelint.language.clauses import RawClause

_CONDITIONS = frozenset({"if", "unless", "lest", "case", "provided", "assuming", "supposing", "whenever", "once"})
_SPEAKERS = frozenset({"reader", "person", "third", "employer", "nobody"})


def assign(clauses: Sequence[RawClause], quoted: frozenset[int]) -> None:
    """Fill `frame`.

    Args:
        clauses: the clauses of a sentence, with `who` filled.
        quoted: indices (in spaCy's Doc) of the tokens between quotation marks.
    """
    for clause in _top_down(clauses):
        clause.frame = _frame(clause, quoted)


def _top_down(clauses: Iterable[RawClause]) -> list[RawClause]:
    def depth(clause: RawClause) -> int:
        steps, at = 0, clause
        while at.parent is not None and steps < len(order):
            at, steps = at.parent, steps + 1
        return steps

    order = list(clauses)
    return sorted(order, key=depth)


def _frame(clause: RawClause, quoted: frozenset[int]) -> str:
    if clause.head.i in quoted:
        return "quoted"
    parent = clause.parent
    if parent is None:
        return "reported" if _parenthetical(clause) else "own"
    if _is_condition(clause):
        return "hypothetical"
    if _reports(clause, parent):
        return "reported"
    if _parenthetical(clause):
        return "reported"
    if parent.frame == "quoted" or (clause.dep == "conj" and _own_subject(clause)):
        return "own"
    if _breaks_out(clause):
        return "own"
    return parent.frame


def _own_subject(clause: RawClause) -> bool:
    return clause.subject is not None and clause.who == "writer"


def _breaks_out(clause: RawClause) -> bool:
    """“…, so I trust …”: a clause of the writer's that begins with so, but or and I."""
    if clause.subject is None or clause.who != "writer" or clause.dep in {"ccomp", "relcl"}:
        return False
    before = clause.subject.i - 1
    return before >= 0 and clause.head.doc[before].lower_ in {"so", "but", "and", "yet", "hence", "therefore"}


def _is_condition(clause: RawClause) -> bool:
    marks = {token.lower_ for token in clause.head.children if token.dep_ in {"mark", "advmod"}}
    if clause.dep in {"advcl", "ccomp", "conj", "dep"} and marks & _CONDITIONS:
        # “I wonder if you could …”, “let me know if …”: an embedded question, no supposition
        asked = clause.parent is not None and clause.parent.lemma in {"wonder", "ask", "know", "see", "check", "tell", "say", "confirm"}
        return not (clause.dep == "ccomp" and asked)
    first = clause.own[0].lower_
    return clause.dep == "advcl" and first in {"had", "were", "should"} and clause.subject is not None


def _reports(clause: RawClause, parent: RawClause) -> bool:
    if clause.dep == "ccomp" and parent.lemma in lexicon.RAISING:
        before = parent.head.i < clause.head.i
        return before and parent.who in _SPEAKERS and parent.modal == "" and parent.act == "statement"
    if clause.dep in {"acl", "relcl", "ccomp"} and clause.head.head.lemma_.lower() in lexicon.RAISING_NOUNS:
        noun = clause.head.head
        theirs = any(child.dep_ == "poss" and child.lower_ not in lexicon.WRITER for child in noun.children)
        return theirs and any(token.lower_ == "that" and token.dep_ == "mark" for token in clause.head.children)
    return False


def _parenthetical(clause: RawClause) -> bool:
    """“As you put it, …” and “…, you said, …” around this clause."""
    for child in clause.head.children:
        if child.dep_ not in {"advcl", "ccomp", "parataxis", "dep"} or child.lemma_ not in (*lexicon.RAISING, "put", "call"):
            continue
        subject = next((token for token in child.children if token.dep_ == "nsubj"), None)
        if subject is None or subject.lower_ in lexicon.WRITER or subject.pos_ not in {"PRON", "NOUN", "PROPN"}:
            continue
        first = min(token.i for token in child.subtree)
        as_said = clause.head.doc[first].lower_ == "as"
        if as_said or (child.dep_ in {"ccomp", "parataxis"} and not any(t.dep_ in {"dobj", "ccomp"} for t in child.children)
                       and child.i > clause.head.i - 8 and child.dep_ == "parataxis"):
            return True
    return False
