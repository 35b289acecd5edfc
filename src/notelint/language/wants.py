"""What the writer wants: to learn something, which asks for it, or only to work, to meet, to thank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notelint.language import lexicon
from notelint.language.clauses import RawClause
from notelint.language.mood import is_condition

if TYPE_CHECKING:
    from notelint.language.parsed import Word

_ALWAYS_ASKS = frozenset({"know", "hear"})
_COMPLEMENT = frozenset({"xcomp", "ccomp", "advcl"})


def wants_answer(clause: RawClause, *, wish: bool) -> bool:
    """Whether “I would like / want / need / hope …” asks the reader for something.

    Args:
        clause: a clause of the writer's with such a verb, `who` filled in it and below.
        wish: whether it is said as a wish (“would”) or need, so that a bare object may be what is asked for.
    """
    complements = [child for child in clause.children if child.dep in _COMPLEMENT and not is_condition(child)]
    if any(_is_asked_for(clause, complement) for complement in complements):
        return True
    if complements or clause.lemma == "hope" or not (wish or clause.lemma in {"want", "expect"}):
        return False
    return asks_for_thing(clause.child("dobj"), bare=clause.lemma in {"like", "want"})


def finds_out(clause: RawClause) -> bool:
    """Whether the clause is of learning or getting an answer: “to know”, “to hear whether”, “to get an update”."""
    lemma = clause.lemma
    if lemma in _ALWAYS_ASKS:
        return not is_condition(clause)
    if lemma in lexicon.KNOWING:
        about = (token for token in clause.own if token.dep == "pobj" and token.head.lower in {"of", "about"})
        return _leads_to_question(clause) or any(map(_is_information, about))  # “to learn of your decision”
    if lemma in lexicon.RECEIVING:
        return _is_information(clause.child("dobj"))
    return False


def asks_for_thing(thing: Word | None, *, bare: bool) -> bool:
    """Whether this object of wanting is something to ask the reader for.

    Args:
        thing: the object's head.
        bare: whether any thing counts that is not what applicants hope for anyway.
    """
    if thing is None or thing.pos not in {"NOUN", "PROPN"} or thing.lemma in lexicon.NOT_ASKED:
        return False
    yours = any(child.lower in {"your", "you"} for child in thing.subtree)
    return bare or _is_information(thing) or yours


def _is_asked_for(clause: RawClause, complement: RawClause) -> bool:
    lemma = complement.lemma
    if complement.who == "reader":
        if clause.lemma == "hope":
            return complement.modal in {"can", "could", "will", "would", "might"} and lemma in lexicon.TELL
        told = lemma in {"know", "understand", "believe"}  # “I want you to know how much …” says so itself
        return clause.lemma != "love" and complement.dep != "advcl" and not told
    if lemma in lexicon.SAYING:
        return False
    if clause.lemma == "hope":  # “I hope to hear from you” waits
        return lemma in {"know", "learn"} and _leads_to_question(complement)
    if lemma in lexicon.ASK_VERBS or finds_out(complement):
        return True
    return complement.who not in {"writer", "reader"} and clause.lemma in lexicon.NEEDING


def _leads_to_question(clause: RawClause) -> bool:
    """Whether a question follows the verb: “learn *when*”, “find out *whether*”."""
    after = clause.head.doc[clause.head.i + 1 : clause.head.i + 3]
    return any(token.lower in lexicon.QUESTION_WORDS | {"if", "whether"} for token in after)


def _is_information(thing: Word | None) -> bool:
    if thing is None:
        return False
    words = {thing.lemma} | {child.lemma for child in thing.subtree if child.dep in {"pobj", "conj"}}
    return bool(words & lexicon.INFORMATION)
