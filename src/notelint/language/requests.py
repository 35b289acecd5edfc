"""Requests: commands, pleas, demands, and the indirect forms (“I would appreciate”, “a line would help”)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notelint.language import lexicon
from notelint.language.clauses import RawClause
from notelint.language.lexicon import word_set
from notelint.language.mood import (
    is_condition,
    is_counterfactual,
    is_imperative,
    is_inverted,
    is_loose,
    is_performative,
    is_wh_fronted,
    is_wish,
    pleads,
)
from notelint.language.wants import finds_out, wants_answer

if TYPE_CHECKING:
    from notelint.language.parsed import Word

_OPENERS = word_set(
    "write call email e-mail contact follow want wish like love need have allow take reach drop hope be try get"
)
_TURNING_TO_YOU = word_set("write call email e-mail contact")
_OBLIGED = word_set("grateful thankful obliged oblige appreciative")
_ME = frozenset({"me", "us", "my", "our"})
_PERHAPS = frozenset({"perhaps", "maybe", "possibly", "kindly"})
_BOUND = frozenset({"relcl", "advcl", "acl"})
_IMPOSING = word_set("trouble bother suggest expect arrange speak meet talk discuss")
_LEAVE = lexicon.ASK_VERBS | lexicon.KNOWING | lexicon.RECEIVING | _IMPOSING
_POSSIBLE = word_set("possible ok okay alright right acceptable convenient")
_VERBLESS = word_set("any some what how is no chance thought thoughts feedback update updates news word possible")
_PARDONING = word_set("mind forgive excuse pardon")
_ASKING = word_set("asking inquiring enquiring")
_CHANCE = frozenset({"chance", "way", "possibility", "possible", "hope"})
_ENOUGH = frozenset({"nicely", "fine", "perfectly"})
_SET_AT_REST = frozenset({"set", "put", "make", "take", "do"})


def is_request(clause: RawClause) -> bool:
    """Whether the clause itself asks the reader for something; `who`, `modal`, `polarity`, `time` must be filled."""
    if is_performative(clause) or is_wish(clause):
        return False
    if pleads(clause) or is_imperative(clause) or _asks_without_verb(clause):
        return True
    if is_counterfactual(clause):
        return False
    if clause.who == "reader":
        return _asks_reader(clause) or _demands(clause)
    return _writer_asks(clause) if clause.who == "writer" else _would_help(clause)


# ---------------------------------------------------------------- of the reader


def _is_main(clause: RawClause) -> bool:
    return clause.parent is None or clause.dep == "conj" or is_loose(clause)


def _asks_reader(clause: RawClause) -> bool:
    """“Could you tell me …”, “do you know …”, “perhaps you could share …”, “if you could send me the address.”."""
    if clause.subject is None or is_wh_fronted(clause):
        return False
    if clause.lemma in _PARDONING and clause.words_below() & _ASKING:  # “you won't mind my asking what happens next”
        return True
    if is_condition(clause):
        return clause.parent is None and clause.modal in {"could", "would", "can"} and clause.lemma in lexicon.TELL
    if is_inverted(clause):
        if clause.modal:
            return clause.modal in {"can", "could", "will", "would", "might", "may"}
        return clause.lemma in {"know", "mind", "happen"} and clause.time == "present"
    return _invited(clause)


def _invited(clause: RawClause) -> bool:
    """“Perhaps you could tell me …”, “is there any chance you could tell me …”."""
    words = clause.words()
    chance = clause.parent is not None and is_inverted(clause.parent) and bool(clause.parent.words() & _CHANCE)
    invited = clause.modal in {"could", "might", "can", "would"} and clause.lemma in lexicon.TELL
    if chance and invited:
        return True
    if clause.polarity == "negative" or not _is_main(clause):
        return False
    before = {token.lower for token in clause.own if token.i < clause.head.i}
    return invited and not before & lexicon.QUESTION_WORDS and bool(words & (_ME | _PERHAPS))


def _demands(clause: RawClause) -> bool:
    """“You must let me know”, “you need to tell me”, “you have to decide”."""
    if (
        clause.subject is None
        or is_inverted(clause)
        or clause.dep in _BOUND
        or clause.polarity == "negative"
        or clause.time != "present"
    ):
        return False
    if clause.modal in {"must", "ought"} or (clause.modal == "should" and clause.words() & _ME):
        return clause.lemma in lexicon.DEMANDED
    return clause.lemma in {"need", "have", "ought"} and any(
        child.lemma in lexicon.DEMANDED and child.infinitive for child in clause.children
    )


def _asks_without_verb(clause: RawClause) -> bool:
    """“Any news on …?”, “any pointers welcome”."""
    if clause.verbal or clause.parent is not None:
        return False
    words = clause.words()
    first = next((token.lower for token in clause.own if token.form.alpha), "")
    if "?" in words:
        return first in _VERBLESS
    return first in _VERBLESS and bool(words & {"welcome", "appreciated"})


# ---------------------------------------------------------------- of the writer's own needs


def _asks_leave(clause: RawClause) -> bool:
    """“May I ask …”, “could I get …”, “might we have …”."""
    fronted = is_inverted(clause) and not is_wh_fronted(clause) and not is_condition(clause)
    return fronted and clause.modal in {"may", "can", "could", "might"} and clause.lemma in _LEAVE


def _writer_asks(clause: RawClause) -> bool:
    if clause.lemma == "wonder":
        return clause.modal == "" and clause.polarity == "positive"
    if _asks_leave(clause) or _asks_in_so_many_words(clause):
        return True
    return (clause.time != "past" or _is_tentative(clause)) and _wishes(clause)


def _wishes(clause: RawClause) -> bool:
    """“I would be grateful …”, “I'd appreciate …”, “I insist …”, “I would like to know …”."""
    lemma = clause.lemma
    wish = clause.modal in {"would", "could", "should"}
    qualities = clause.qualities() & lexicon.GRATEFUL
    if qualities and (lemma in lexicon.COPULAS or lemma in lexicon.GRATEFUL):
        return _grateful_asks(clause, qualities, wish=wish)
    if lemma == "appreciate":
        return wish
    if finds_out(clause):
        return wish and "rather" in clause.words()
    if lemma in lexicon.DEMANDING:
        return clause.polarity == "positive" and clause.dep not in _BOUND
    return lemma in lexicon.WANTING and wants_answer(clause, wish=wish or lemma in lexicon.NEEDING)


def _is_tentative(clause: RawClause) -> bool:
    """“I was hoping”, “I wanted to hear”: a past that asks now."""
    had = any(token.lower in {"had", "'d"} for token in clause.head.children)  # “I had hoped” is over
    return clause.lemma in {"hope", "want"} and clause.dep not in _BOUND and not had


def _asks_in_so_many_words(clause: RawClause) -> bool:
    """“I am writing to ask …”, “just checking in”; not “I asked them to wait”, “I check each weld”."""
    if clause.polarity == "negative" or clause.dep in {"relcl", "acl"}:
        return False
    parent = clause.parent
    if clause.lemma not in lexicon.ASK_VERBS:
        return parent is not None and clause.infinitive and parent.lemma in _TURNING_TO_YOU and finds_out(clause)
    if clause.infinitive and parent is not None:
        return parent.lemma in _OPENERS
    if clause.time not in {"present", "future"} or clause.dep == "advcl":
        return False
    words = clause.words_below()
    if clause.lemma == "check":
        return clause.head.tag == "VBG" and bool(words & {"in", "on", "if", "whether", "back", "up"})
    asked = next((token for token in clause.head.children if token.dep == "dobj"), None)
    other = asked is not None and asked.lower not in lexicon.READER  # “I could ask my old supervisor”
    modest = clause.modal in {"may", "might", "could", "should"} and not other  # “I thought I might ask how …”
    return modest or clause.modal in {"must", "would"} or bool(words & {"you", "your"})


def _grateful_asks(clause: RawClause, qualities: set[str], *, wish: bool) -> bool:
    if clause.polarity == "negative":
        return False
    if "curious" in qualities:
        return clause.time == "present"
    if not wish:  # “I am keen to know where things stand” asks; “I am eager to hear from you” waits
        known = any(child.lemma in lexicon.KNOWING - {"hear"} and child.infinitive for child in clause.children)
        return known and bool(clause.words_below() & (lexicon.QUESTION_WORDS | {"if", "whether"}))
    learns = any(finds_out(child) for child in clause.descendants())
    depends = any(is_condition(child) and child.who != "writer" for child in clause.children)
    return learns or depends or _would_be_grateful_for(clause, qualities)


def _would_be_grateful_for(clause: RawClause, qualities: set[str]) -> bool:
    """“… grateful for any hint”, “… glad of an update”; not “… grateful for the chance”."""
    things = (token for token in clause.own if token.dep == "pobj" and token.head.lower in {"for", "in", "of"})
    thing = next(things, None)
    if thing is None:
        return False
    grateful = bool(qualities & _OBLIGED) and thing.head.lower == "for" and thing.lemma not in lexicon.NOT_ASKED
    return grateful or thing.lemma in lexicon.INFORMATION


# ---------------------------------------------------------------- of what would help


def _would_help(clause: RawClause) -> bool:
    """“It would be good to know …”, “a line would mean a lot”, “any pointers would help”."""
    if clause.modal not in {"would", "could", "might"} or clause.polarity == "negative" or clause.dep in _BOUND:
        return False
    welcome = lexicon.WELCOME | (_POSSIBLE if is_inverted(clause) else frozenset())
    qualities = clause.qualities()
    settles = clause.lemma in _SET_AT_REST and bool(clause.words() & {"mind", "rest", "difference"})
    settles = settles or (clause.lemma == "do" and bool(clause.words() & _ENOUGH))  # “a single line would do nicely”
    helpful = clause.lemma in lexicon.HELPS or (clause.lemma in lexicon.COPULAS and qualities & welcome)
    received = clause.lemma in {"appreciate", "welcome"} or (clause.lemma == "receive" and clause.passive)
    if not (helpful or settles or received):
        return False
    subject = clause.subject
    if subject is None or subject.lower in lexicon.IT or subject.dep in {"csubj", "csubjpass"}:
        return any(_hoped_for(child) for child in clause.children)
    return _is_askable(subject, clause)


def _hoped_for(child: RawClause) -> bool:
    """What “it would be great” is said of: to hear, to get an answer, if you could send it."""
    if finds_out(child) or any(finds_out(other) for other in child.children if other.dep == "xcomp"):
        return True
    if not is_condition(child):
        return child.who == "reader" and child.infinitive
    return child.who != "writer" or child.lemma in _LEAVE | {"call", "visit", "talk", "come"}


def _is_askable(subject: Word, clause: RawClause) -> bool:
    lemma = subject.lemma
    if lemma in lexicon.INFORMATION or subject.lower in {"anything", "something", "whatever"}:
        return True
    mine = any(token.lower in {"my", "i", "our", "we"} for token in subject.subtree)
    named = subject.pos != "NOUN" or lemma in lexicon.TIMES | lexicon.NOT_ASKED
    return not (mine or named) and clause.who not in {"reader", "employer", "person", "nobody"}
