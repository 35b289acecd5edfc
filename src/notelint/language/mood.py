"""The mood of a clause: command, wish, inversion, condition; what act, who and frame all need to know."""

from __future__ import annotations

from notelint.language import lexicon
from notelint.language.clauses import RawClause, supposes_by_inversion
from notelint.language.lexicon import word_set

_CONDITIONS = word_set("if unless lest case provided assuming supposing whenever once")
_EMBEDDING = word_set("wonder ask know see check tell say confirm inquire enquire")
_EMBEDDED = frozenset({"ccomp", "advcl", "relcl", "acl", "pcomp"})
_TAG = 3  # words of a tag question at most
_WISHES = word_set("have enjoy stay get")
_PERFORMED = word_set("accept find know note forgive excuse pardon rest")  # “please accept my thanks”


def pleads(clause: RawClause) -> bool:
    """Whether the clause itself says please."""
    if not clause.words() & lexicon.PLEASE:
        return False
    if clause.subject is not None and clause.time in {"past", "perfect"}:  # “you kindly gave me your number”
        return False
    return clause.lemma != "please" or clause.subject is None  # “few things would please me more”


def is_imperative(clause: RawClause) -> bool:
    """Whether the clause is a command or plea: a base-form verb without a subject, not an elliptic “Hope …”."""
    if clause.subject is not None or not clause.verbal or clause.head.tag not in {"VB", "VBP"}:
        return False
    if any(token.dep == "aux" and token.lower not in {"do", "don't"} for token in clause.head.children):
        return False
    pleased = pleads(clause)
    if clause.lemma in lexicon.ELLIPTIC and not (pleased or clause.words() & {"me", "us"}):
        return False
    return _may_command(clause, pleased=pleased)


def _may_command(clause: RawClause, *, pleased: bool) -> bool:
    parent = clause.parent
    if parent is None:
        return True
    if clause.dep == "conj":
        return pleased or is_imperative(parent) or _is_bare_root(parent)
    if clause.dep in {"ccomp", "parataxis"}:
        return pleased or clause.head.i < parent.head.i
    return pleased and clause.dep == "dep"


def _is_bare_root(clause: RawClause) -> bool:
    """“Thank you for the tour and …”."""
    auxiliary = any(token.dep == "aux" for token in clause.head.children)
    return clause.parent is None and clause.head.tag in {"VB", "VBP"} and clause.subject is None and not auxiliary


def is_wish(clause: RawClause) -> bool:
    """“Have a lovely weekend”, “take care”, “keep up the good work”: an imperative that asks for nothing."""
    if not is_imperative(clause) or clause.words_below() & {"me", "us", "my"}:
        return False
    things = {token.lemma for token in clause.head.children}
    return clause.lemma in _WISHES or (
        clause.lemma in {"take", "keep"} and bool(things & {"care", "time", "up", "work"})
    )


def is_performative(clause: RawClause) -> bool:
    """“Please find attached”, “rest assured”, “let me thank you”: an imperative in form that only says something."""
    if not is_imperative(clause):
        return False
    if clause.lemma == "be":
        return bool(clause.qualities() & {"assured", "assure", "aware", "advised", "inform", "informed"})
    said = allowed_to_me(clause)
    return clause.lemma in _PERFORMED or (said is not None and said.lemma in lexicon.SAYING)


def allowed_to_me(clause: RawClause) -> RawClause | None:
    """The clause of what I am to do in “let me …”, “allow me to …”."""
    if clause.lemma not in {"let", "allow", "permit"} or not clause.words_below() & {"me", "us"}:
        return None
    return next((child for child in clause.children if child.dep in {"ccomp", "xcomp", "advcl"}), None)


def is_inverted(clause: RawClause) -> bool:
    """Whether an auxiliary stands before the subject."""
    return clause.auxiliary is not None


def is_tag(clause: RawClause) -> bool:
    """“…, was it?”, “…, haven't you?”: a question about the statement before it."""
    words = [token for token in clause.own if token.form.alpha or token.lower == "n't"]
    return (
        is_inverted(clause)
        and all(token.pos in {"AUX", "PRON", "PART", "VERB"} for token in words)
        and len(words) <= _TAG
    )


def is_wh_fronted(clause: RawClause) -> bool:
    """Whether the clause begins with a question word: “how did I do”, “who decides”."""
    words = (token for token in clause.own if token.form.alpha and token.dep not in {"cc", "intj"})
    first = next(words, None)
    return first is not None and first.lower in lexicon.QUESTION_WORDS and clause.dep not in _EMBEDDED


def is_condition(clause: RawClause) -> bool:
    """Whether the clause supposes: “if …”, “unless …”, “should you …”; not “I wonder if …”."""
    marks = {token.lower for token in clause.head.children if token.dep in {"mark", "advmod"}}
    if clause.dep in {"advcl", "ccomp", "conj", "dep", "ROOT"} and marks & _CONDITIONS:
        embedded = clause.parent is not None and clause.parent.lemma in _EMBEDDING
        return not (embedded and clause.dep == "ccomp")
    opening = [token.lower for token in clause.own[:2]]
    if opening == ["in", "case"] or (clause.dep == "acl" and clause.head.head.lower == "case"):
        return True
    return supposes_by_inversion(clause)


def is_counterfactual(clause: RawClause) -> bool:
    """“You could have told me”, “a call would have been nice”: too late to ask for it."""
    return clause.modal in {"would", "could", "might", "should"} and clause.time == "past"


def is_loose(clause: RawClause) -> bool:
    """Whether only a comma, dash or semicolon joins the clause to its parent: “I liked it, could you tell me …”."""
    parent = clause.parent
    if parent is None or clause.subject is None or clause.dep not in {"ccomp", "parataxis", "dep"}:
        return False
    said = parent.lemma in lexicon.RAISING and parent.subject is not None
    if said or any(token.dep == "mark" for token in clause.head.children):
        return False
    if clause.dep == "parataxis":
        return True
    if clause.head.i > parent.head.i:
        return False
    last = clause.last()
    return any(token.form.punct for token in clause.head.doc[last : last + 2])
