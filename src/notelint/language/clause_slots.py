"""Polarity, modal and time of each clause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from notelint.language.clauses import RawClause
from notelint.language.lexicon import word_set
from notelint.types import Time

if TYPE_CHECKING:
    from notelint.language.parsed import Word

_NEGATIONS = word_set(
    "not n't never hardly scarcely barely rarely seldom without neither nor no nobody nothing none nowhere"
)
_MODALS = {
    "can": "can", "ca": "can", "could": "could", "may": "may", "might": "might", "must": "must", "shall": "shall",
    "should": "should", "will": "will", "wo": "will", "'ll": "will", "would": "would", "'d": "would", "ought": "ought",
    "need": "need",
}  # fmt: skip
_EMPHATIC_AFTER = word_set("only just merely simply least but short")  # “not only”, “nothing but”
_NO_SUCH = word_set("trouble doubt problem problems wonder bother")  # “no trouble at all”
_WITHOUT = word_set("doubt question fail hesitation exception")
_NEVER_DONE = word_set("hesitate fail doubt")  # not hesitating is doing
_PRAISED = word_set("thank say stress emphasise emphasize praise recommend express overstate")
_BEST = word_set("be feel agree ask hope imagine wish have want")  # “could not be happier”
_TIMELY = word_set("sooner earlier later longer less")
_AUXILIARY = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def assign(clauses: Iterable[RawClause]) -> None:
    """Fill `polarity`, `modal` and `time`; without a finite verb, modal and time are those of the parent."""
    done: set[int] = set()
    for clause in clauses:
        _tense(clause, done)
        if not clause.words().isdisjoint(_NEGATIONS) and any(_negates(token, clause) for token in clause.own):
            clause.polarity = "negative"


# ---------------------------------------------------------------- polarity


def _negates(token: Word, clause: RawClause) -> bool:
    lower = token.lower
    if lower not in _NEGATIONS:
        return False
    if lower in {"never", "nobody", "nothing", "none", "not", "n't"} and _surpasses(clause):
        return False
    after = token.doc[token.i + 1].lower if token.i + 1 < len(token.doc) else ""
    before = token.doc[token.i - 1].lower if token.i else ""
    if after in _EMPHATIC_AFTER or before == "or" or (lower, after) == ("nothing", "better"):
        return False
    if lower == "no":
        return token.head.lemma not in _NO_SUCH
    if lower == "without":  # “I called without an appointment” denies the appointment, not the call
        return token.i == clause.own[0].i and not any(child.lower in _WITHOUT for child in token.children)
    return clause.lemma not in _NEVER_DONE


def _surpasses(clause: RawClause) -> bool:
    """“Could not be happier”, “can't thank you enough”, “cannot wait”: a negation that praises."""
    able = {token.lower for token in clause.own} & {"can", "ca", "could", "cannot"}
    if not able:
        return False
    degrees = {token.lower for token in clause.own if token.tag in {"JJR", "RBR"}}
    if degrees:
        return clause.lemma in _BEST and not degrees & _TIMELY
    words = clause.words()
    if clause.lemma == "help":
        return "but" in words or any(child.head.tag == "VBG" for child in clause.children)
    return clause.lemma == "wait" or (clause.lemma in _PRAISED and "enough" in clause.words_below())


# ---------------------------------------------------------------- modal and time


def _tense(clause: RawClause, done: set[int]) -> None:
    if clause.index in done:
        return
    done.add(clause.index)
    direct = [token for token in clause.head.children if token.dep in _AUXILIARY]
    if clause.verb is not clause.head:
        direct.append(clause.head)
    auxiliaries = [*direct, *(token for other in direct for token in other.children if token.dep in _AUXILIARY)]
    parent = clause.parent
    if parent is not None and not any(token.tag in _FINITE for token in [*auxiliaries, clause.head]):
        _tense(parent, done)
        clause.modal, clause.time = parent.modal, parent.time
        if any(token.lower in {"having", "have"} for token in auxiliaries):
            clause.time = "perfect"
        elif clause.infinitive and _is_going_to(parent):
            clause.time = "future"
        return
    clause.modal = next((modal for token in auxiliaries if (modal := _modal(token))), "")
    clause.time = _time(clause, auxiliaries)


def _modal(token: Word) -> str:
    if token.lemma == "have":  # “I'd hoped”
        return ""
    modal = token.tag == "MD" or token.lower in {"'d", "need"}  # “you need not answer”
    return _MODALS.get(token.lower, "") if modal else ""


def _time(clause: RawClause, auxiliaries: list[Word]) -> Time:
    if clause.modal in {"will", "shall"} or (not clause.modal and _is_going_to(clause)):
        return "future"
    lowers = {token.lower for token in auxiliaries}
    if "had" in lowers or ("'d" in lowers and not clause.modal):
        return "past"
    has = bool(lowers & {"have", "has", "'ve"}) or ("'s" in lowers and _is_perfect_s(clause, lowers))
    if has:
        return "past" if clause.modal else "perfect"
    return "past" if any(token.tag == "VBD" for token in [*auxiliaries, clause.head]) else "present"


def _is_going_to(clause: RawClause) -> bool:
    return clause.head.lower == "going" and any(child.infinitive for child in clause.children)


def _is_perfect_s(clause: RawClause, lowers: set[str]) -> bool:
    return "been" in lowers or (clause.head.tag == "VBN" and not clause.passive)
