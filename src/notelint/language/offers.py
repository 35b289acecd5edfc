"""Offers: “let me know if I can …”, “feel free to …”, “I would be glad to send …”, “shall I …”."""

from __future__ import annotations

from notelint.language import lexicon
from notelint.language.clauses import RawClause
from notelint.language.lexicon import word_set
from notelint.language.mood import allowed_to_me, is_counterfactual, is_imperative, is_inverted, is_wh_fronted

_WISHING = word_set("need want like require wish have prefer care")
_SELF_DOUBT = word_set("expect hope improve do did done better wrong fail perform")
_REACH = word_set("reach call contact phone ring email e-mail text write ask")
_MORE = word_set("anything something else further more")
_HANDED = word_set("send provide supply forward share bring show answer return submit help")
_ANY_TIME = word_set("any anytime whenever question questions further")
_UNASKED = frozenset({"by", "past", "round", "over"})
_OPEN = frozenset({"can", "could", "may", "might", "should", "shall"})
_COMPLEMENT = frozenset({"xcomp", "ccomp", "advcl"})


def is_offer(clause: RawClause) -> bool:
    """Whether the clause offers something to the reader; `who`, `modal` and `polarity` must be filled."""
    if is_imperative(clause):
        return _invites(clause)
    if clause.who == "reader":
        return _lets_reader(clause)
    if clause.who == "writer":
        return _willing(clause) or _proposes(clause)
    return is_inverted(clause) and _asks_for_need(clause)


def _invites(clause: RawClause) -> bool:
    """“Do not hesitate”, “feel free”, “let me know / call me / write if you need …”."""
    if clause.lemma == "hesitate" or (clause.lemma == "feel" and "free" in clause.words()):
        return True
    to_do = allowed_to_me(clause)
    if to_do is not None and to_do.lemma in lexicon.GIVE:
        return True
    return any(_opens(condition) for condition in clause.descendants())


def _opens(condition: RawClause) -> bool:
    """A condition under which the reader may turn to the writer: “if you need anything”, “should I send more”."""
    first = {token.lower for token in condition.own[:3]}
    words = condition.words_below()
    if not first & {"if", "should", "whether", "in"}:
        return "what" in first and bool(words & _MORE) and condition.lemma in _WISHING
    if condition.who == "writer":
        return condition.modal in _OPEN and not words & _SELF_DOUBT
    if condition.who == "reader":
        return condition.lemma in _WISHING and not words & {"time", "moment", "minute", "chance", "second", "news"}
    there = bool(words & _MORE) and condition.lemma in {"be", "need", "help", "remain"}
    return there and not words & {"wrong", "better", "missed"}


def _lets_reader(clause: RawClause) -> bool:
    if clause.lemma == "hesitate":
        return True
    if clause.lemma == "be" and "welcome" in clause.qualities():
        return any(child.infinitive for child in clause.children)
    if is_inverted(clause):
        return clause.modal == "would" and clause.lemma in _WISHING and bool(clause.words_below() & {"me", "i"})
    to_me = clause.modal in {"can", "may"} and clause.lemma in _REACH and bool(clause.words() & {"me", "us"})
    return to_me and (bool(clause.words() & _ANY_TIME) or any(map(_opens, clause.descendants())))


def _willing(clause: RawClause) -> bool:
    """“I can send”, “I will gladly bring”, “happy to answer”, “more than willing to come”."""
    if clause.polarity == "negative" or clause.time in {"past", "perfect"} or is_counterfactual(clause):
        return False
    if any(token.dep == "neg" for token in clause.head.children):
        return False  # “I could not help but smile”
    gladly = clause.modal == "would" and bool(clause.words() & {"gladly", "happily"})
    if clause.lemma == "come" and clause.words() & _UNASKED and not gladly:  # “I'll come by on Tuesday” asks nobody
        return False
    if clause.lemma in lexicon.GIVE and (gladly or clause.modal in {"can", "could", "will", "shall"}):
        main = clause.parent is None or clause.dep == "conj"
        return main and not is_inverted(clause) and "if" not in {token.lower for token in clause.head.children}
    if not clause.qualities() & lexicon.WILLING:
        return False
    return any(
        child.lemma in lexicon.GIVE and child.who == "writer" and child.dep in _COMPLEMENT for child in clause.children
    )


def _proposes(clause: RawClause) -> bool:
    """“Shall I send …?”, “can I bring anything?”."""
    return (
        is_inverted(clause)
        and not is_wh_fronted(clause)
        and clause.modal in _OPEN
        and clause.lemma in _HANDED
        and not any(token.lower == "if" for token in clause.own)
    )


def _asks_for_need(clause: RawClause) -> bool:
    """“Is there anything else you need?”, “would it help if I sent …?”."""
    below = list(clause.descendants())
    if clause.lemma == "be" and clause.words() & _MORE:
        wanted = [c for c in below if c.who == "reader" and c.lemma in _WISHING]
        return bool(wanted) or any(c.who == "writer" and c.modal in _OPEN and c.lemma in lexicon.GIVE for c in below)
    helps = clause.modal == "would" and clause.lemma in {"help", "be"}
    return helps and any(c.who == "writer" and c.lemma in lexicon.GIVE and "if" in c.words() for c in below)
