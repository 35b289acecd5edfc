"""What a clause does: state, ask, request or offer.

The most valuable slot of all: “how your team gives feedback” and “could you give me some feedback” share every word
but this. A request found at a clause passes down to all clauses under it (complements, conditions, relative clauses),
not across coordination with a subject of its own. It passes up to nobody, except from a condition to nothing at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from notelint.language import lexicon
from notelint.language.clauses import RawClause
from notelint.language.frame import _top_down
from notelint.language.who import is_imperative

_PLEASE = frozenset({"please", "pls", "plz", "kindly"})
_INVITATIONS = (("hesitate",), ("feel", "free"), ("let", "know", "if"), ("reach", "out"), ("contact", "if"), ("call", "if"))
_OFFER_CONDITIONS = frozenset("i me my anything you further more".split())
_WH = frozenset("who what when where why how which whose whether if".split())
_OPENERS = frozenset("write call email e-mail contact follow want wish like love need have allow take reach drop hope be try get".split())
_DEMANDS = frozenset("need want require expect demand insist deserve".split())


def assign(clauses: Sequence[RawClause]) -> None:
    """Fill `act` of the clauses of one sentence; `who`, `modal` and `polarity` must be filled."""
    if not clauses:
        return
    tokens = [token for clause in clauses for token in clause.own]
    asked = any(token.text.startswith("?") for token in tokens)
    own: dict[int, str] = {}
    for clause in _top_down(clauses):
        own[clause.index] = _own_act(clause, clauses)
    for clause in _top_down(clauses):
        act = own[clause.index]
        if act == "statement" and asked and _is_asked(clause, clauses):
            act = "question"
        parent = clause.parent
        if act in {"statement", "question"} and parent is not None and parent.act != "statement" and _passes(clause):
            act = parent.act
        clause.act = act


def _passes(clause: RawClause) -> bool:
    return clause.dep != "conj" or clause.subject is None


def _is_asked(clause: RawClause, clauses: Sequence[RawClause]) -> bool:
    """Whether the question mark belongs to this main clause: inverted or wh-fronted, or no clause of the sentence is."""
    if clause.parent is not None and clause.dep not in {"conj", "ccomp", "parataxis"}:
        return False
    main = [other for other in clauses if other.parent is None or other.dep in {"conj", "ccomp", "parataxis"}]
    fronted = [other for other in main if _inverted(other)]
    return clause in fronted or (not fronted and clause.parent is None)


def _inverted(clause: RawClause) -> bool:
    subject = clause.subject
    if subject is not None:
        before = [t for t in clause.own if t.i < subject.i and (t.pos_ == "AUX" or t.tag_ == "MD")]
        if before:
            return True
    first = next((t for t in clause.own if t.is_alpha and t.dep_ not in {"cc", "intj"}), None)
    return first is not None and first.lower_ in _WH - {"if", "whether"} and clause.dep not in {"ccomp", "advcl", "relcl"}


def _own_act(clause: RawClause, clauses: Sequence[RawClause]) -> str:
    for test in (_offer, _request):
        act = test(clause, clauses)
        if act:
            return act
    return "statement"


def _children(clause: RawClause, clauses: Sequence[RawClause]) -> list[RawClause]:
    return [other for other in clauses if other.parent is clause]


# ---------------------------------------------------------------- offers


def _offer(clause: RawClause, clauses: Sequence[RawClause]) -> str:
    below = {token.lower_ for token in clause.head.subtree}
    lemma = clause.lemma
    words = clause.words()
    if is_imperative(clause) or (clause.who == "reader" and clause.modal in {"can", "may", "could"}):
        if lemma == "hesitate" or ("free" in words and lemma == "feel"):
            return "offer"
        if _invites(clause, clauses, below):
            return "offer"
    if clause.who == "writer" and _willing(clause, clauses):
        return "offer"
    inverted = _inverted(clause)
    if inverted and clause.who == "writer" and clause.modal in {"shall", "should", "can", "may", "could"} and lemma in lexicon.GIVE:
        return "offer"
    if inverted and clause.who == "reader" and clause.modal == "would" and lemma in {"like", "prefer", "want", "care"}:
        return "offer" if below & {"me", "i"} else ""
    if inverted and lemma in {"help", "be"} and clause.modal == "would" and {"if", "i"} <= below:
        return "offer"
    return ""


def _invites(clause: RawClause, clauses: Sequence[RawClause], below: set[str]) -> bool:
    """“Let me know / call me / ask if I can …, if you need …, should you want …”."""
    conditions = [
        other
        for other in clauses
        if other is not clause and _under(other, clause)
        and (any(t.lower_ in {"if", "should", "whether", "in"} for t in other.own[:3]))
    ]  # fmt: skip
    for condition in conditions:
        words = {token.lower_ for token in condition.head.subtree}
        helps = condition.who == "writer" and condition.modal in {"can", "could", "may", "might", "should"} and not (
            words & {"expect", "hope", "improve", "done", "better"}
        )
        wants = condition.who == "reader" and condition.lemma in {"need", "want", "like", "require", "wish", "have", "prefer"}
        there = "anything" in words and condition.lemma in {"be", "need", "help", "remain"} and not words & {"wrong", "better", "missed"}
        if helps or wants or there:
            return True
    return False


def _under(clause: RawClause, top: RawClause) -> bool:
    at: RawClause | None = clause
    for _ in range(12):
        if at is None:
            return False
        if at is top:
            return True
        at = at.parent
    return False


def _willing(clause: RawClause, clauses: Sequence[RawClause]) -> bool:
    lemma, modal = clause.lemma, clause.modal
    if lemma in lexicon.GIVE and modal in {"can", "could", "will", "shall"} and clause.parent is None and clause.polarity == "positive":
        return not any(t.lower_ in {"if"} and t.head.i == clause.head.i for t in clause.own)
    attributes = {t.lemma_.lower() for t in clause.head.children if t.dep_ in {"acomp", "attr", "oprd"}} | {lemma}
    if clause.time in {"past", "perfect"} or not attributes & lexicon.WILLING or clause.polarity == "negative":
        return False
    return any(other.lemma in lexicon.GIVE and other.dep in {"xcomp", "ccomp", "advcl"} for other in _children(clause, clauses)) or any(
        t.lemma_.lower() in lexicon.GIVE and t.dep_ == "xcomp" for a in clause.head.children for t in a.children
    )


# ---------------------------------------------------------------- requests


def _request(clause: RawClause, clauses: Sequence[RawClause]) -> str:
    words = clause.words()
    if _PLEASE & set(words) and clause.lemma not in {"find", "accept", "know", "forgive", "excuse", "pardon"}:
        return "request"
    if is_imperative(clause):
        return "" if clause.lemma in {"accept", "find", "rest"} else "request"
    if _asks_reader(clause) or _asks_leave(clause):
        return "request"
    if clause.parent is None and clause.head.pos_ not in {"VERB", "AUX"} and _verbless(clause):
        return "request"
    if clause.who == "writer" and _writer_asks(clause, clauses):
        return "request"
    return "request" if _would_help(clause, clauses) else ""


def _asks_reader(clause: RawClause) -> bool:
    if clause.who != "reader" or clause.frame == "hypothetical":
        return False
    if _inverted(clause):
        return clause.modal in {"can", "could", "will", "would", "might", "may"} or (
            clause.lemma in {"know", "have", "mind", "think", "happen"} and clause.time == "present" and clause.lemma != "have"
        )
    conditional = any(t.lower_ in {"if", "when", "as", "that", "what", "how", "which", "where", "whether"} for t in clause.own)
    return clause.modal in {"could", "might", "can", "would"} and clause.lemma in lexicon.TELL and not conditional and clause.dep != "relcl"


def _asks_leave(clause: RawClause) -> bool:
    """“May I ask …”, “could I get …”, “might we have …”."""
    if clause.who != "writer" or not _inverted(clause) or clause.modal not in {"may", "can", "could", "might"}:
        return False
    return clause.lemma in lexicon.ASK_VERBS | lexicon.LEARN | {"trouble", "bother", "suggest", "beg", "expect", "arrange", "speak", "meet"}


def _verbless(clause: RawClause) -> bool:
    """“Any news on …?”, “Some feedback would …” parsed as a noun phrase."""
    words = clause.words()
    first = next((word for word in words if word.isalpha()), "")
    return "?" in words and first in {"any", "some", "what", "how", "is", "no", "chance", "thoughts", "feedback", "update", "updates", "news"}


def _writer_asks(clause: RawClause, clauses: Sequence[RawClause]) -> bool:
    lemma, modal = clause.lemma, clause.modal
    below = [t for t in clause.head.subtree if t.i != clause.head.i]
    if lemma == "wonder":
        return clause.time == "present" or any(t.tag_ == "VBG" for t in clause.own) or clause.modal == ""
    if lemma in lexicon.ASK_VERBS and clause.polarity == "positive":
        # “I asked them to wait” tells; “I am writing to ask …” and “I wanted to ask …” ask
        infinitive = any(t.lower_ == "to" and t.dep_ == "aux" for t in clause.head.children)
        if infinitive and clause.parent is not None:
            return clause.parent.lemma in _OPENERS
        return clause.time in {"present", "future"} and clause.dep not in {"relcl", "advcl", "acl"}
    wish = modal in {"would", "could", "should"} or lemma in _DEMANDS or any(t.lower_ in {"hoping", "hope"} for t in clause.own)
    attributes = {t.lemma_.lower() for t in clause.head.children if t.dep_ in {"acomp", "attr", "oprd", "advmod"}} | {lemma}
    if attributes & lexicon.GRATEFUL and (lemma in lexicon.COPULAS or lemma in lexicon.GRATEFUL):
        return _grateful_asks(clause, attributes, below, wish=wish)
    if lemma == "appreciate" and wish:
        return True
    if lemma in {"love", "like", "welcome", "value", "want", "need", "enjoy", "require", "expect", "demand", "prefer", "hope", "deserve"} and (
        wish or clause.time == "present"
    ):
        return _wants_answer(clause, clauses, wish=wish)
    return False


def _grateful_asks(clause: RawClause, attributes: set[str], below: list, *, wish: bool) -> bool:  # type: ignore[type-arg]
    lemmas = {t.lemma_.lower() for t in below}
    lowers = {t.lower_ for t in below}
    if attributes & {"curious"}:
        return clause.time == "present"
    if not wish:
        # “I am keen to know where things stand”: a request; “I am eager to hear from you” waits, it asks nothing
        return bool(lemmas & {"know", "learn", "see", "understand"} and lowers & _WH)
    if attributes & {"interested", "keen", "eager", "glad", "happy", "pleased", "delighted"}:
        return bool(lemmas & lexicon.LEARN - {"be", "gain", "have", "get"}) or bool(lowers & {"if"} and lowers & {"you"})
    things = [t.lemma_.lower() for t in below if t.dep_ == "pobj" and t.head.lower_ == "for"]
    return not (things and things[0] in lexicon.WANT_NOUNS_NOT_ASKED and not lemmas & lexicon.LEARN - {"be", "gain", "have", "get"})


def _wants_answer(clause: RawClause, clauses: Sequence[RawClause], *, wish: bool) -> bool:
    complements = [c for c in _children(clause, clauses) if c.dep in {"xcomp", "ccomp", "advcl"}]
    for complement in complements:
        if complement.lemma in lexicon.PERFORMATIVE_FINE:
            continue
        if complement.who == "reader" and complement.dep in {"ccomp", "xcomp", "advcl"} and clause.lemma != "love":
            return clause.lemma != "hope" or complement.modal in {"can", "could", "will", "would", "might"} and complement.lemma in lexicon.TELL
        if complement.lemma in lexicon.LEARN and complement.who == "writer":
            if clause.lemma == "hope":
                return complement.lemma not in {"hear", "see", "have", "be"}
            return complement.lemma not in {"be", "have", "get", "see", "gain", "discover", "find"} or _object_asked(complement)
        if complement.lemma in lexicon.ASK_VERBS:
            return True
    if complements:
        return False
    return wish and clause.lemma != "hope" and _object_asked(clause)


def _object_asked(clause: RawClause) -> bool:
    thing = clause.child("dobj")
    return thing is not None and thing.pos_ == "NOUN" and thing.lemma_.lower() not in lexicon.WANT_NOUNS_NOT_ASKED


def _would_help(clause: RawClause, clauses: Sequence[RawClause]) -> bool:
    """“It would be good to know …”, “a line would mean a lot”, “any pointers would help”."""
    if clause.modal not in {"would", "could", "might"} or clause.who in {"writer", "employer"} or clause.polarity == "negative":
        return False
    if clause.dep in {"relcl", "advcl", "acl"}:
        return False
    lemma = clause.lemma
    attributes = {t.lemma_.lower() for t in clause.head.children if t.dep_ in {"acomp", "attr", "oprd", "advmod"}} | {lemma}
    attributes |= {t.lower_ for t in clause.own if t.dep_ in {"acomp", "attr"}}
    helpful = lemma in lexicon.HELPS or (
        lemma in {*lexicon.COPULAS, *lexicon.WELCOME, "set", "put", "make"} and bool(attributes & (lexicon.WELCOME | {"appreciate", "set"}))
    )
    if not helpful:
        return False
    subject = clause.subject
    if subject is None or subject.lower_ in {"it", "that", "this"}:
        return any(
            child.lemma in lexicon.LEARN or child.who == "reader" or (child.own and child.own[0].lower_ == "if")
            for child in clauses if _under(child, clause) and child is not clause
        )  # fmt: skip
    return not any(token.lower_ in {"my", "i"} for token in subject.subtree) or subject.lemma_ in {"chance", "score"}
