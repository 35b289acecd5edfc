"""Whether a letter names a job as somebody else's business: the reader also fills it, a friend applies for it."""

from __future__ import annotations

import re

from notelint.drafts.words import word_set
from notelint.types import Clause, Sentence

_WRITER = word_set("i me my mine myself we us our")
_SUBJECTS = word_set("i we")
_KNOWS = word_set(
    "hear know see read notice understand gather learn realise realize remember think believe guess assume suppose find"
)
_OTHERS = re.compile(
    r"\b(?:my|an?|any|some) (?:\w+ )?(?:friend|brother|sister|cousin|niece|nephew|son|daughter|husband|wife|neighbou?r"
    r"|flatmate|roommate|classmate|former colleague|old colleague|acquaintance)s?\b"
    r"|\b(?:somebody|someone|anyone|anybody|whoever|others|those|people|candidates|applicants)\b (?:\w+ ){0,3}"
    r"(?:appl|interest|tak|fill|want|look|seek|suit)\w*\b",
    re.IGNORECASE,
)
_WISHED = re.compile(r"\b(?:good luck|best of luck|congratulat\w+|well done)\b", re.IGNORECASE)
_TOO = re.compile(r"^ ?(?:\w+ )?,? ?(?:too|as well|also|besides|at the same time|in parallel)\b", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:also|besides|other|another|additional(?:ly)?|too|as well)\b", re.IGNORECASE)
_GONE = word_set("fill go take give close leave pass fall")
_DECIDED = word_set("decide choose announce answer reply")  # what the reader does about the writer's job
_ELSE = frozenset({"reader", "third", "person", "employer"})
_HANDED = word_set("pass forward recommend refer spread share mention")


def is_others(sentence: Sentence, first: int, last: int, text: str) -> bool:
    """Whether the words around a job title leave it to others.

    Args:
        sentence: in which the title stands.
        first: its first token.
        last: the one after its last.
        text: of the draft.
    """
    clause = sentence.clauses[sentence.tokens[first].clause]
    whole = " ".join(text[sentence.span.start : sentence.span.end].split())
    after = " ".join(text[sentence.tokens[last - 1].span.end : sentence.span.end].split())
    if _OTHERS.search(whole) or _WISHED.search(whole) or _TOO.match(after):
        return True
    lemmas = {sentence.tokens[place].lemma.lower() for place in clause.predicate}
    if _is_subject(clause, first, sentence):
        return bool(lemmas & _GONE) or _AMONG.search(after) is not None
    if clause.who == "writer":
        return bool(lemmas & _HANDED)
    if clause.who == "third" and clause.act in {"question", "request"}:
        return False  # “How is the search going?”
    return clause.who in _ELSE and not lemmas & _DECIDED and not _has_writer(clause, sentence)


def _is_subject(clause: Clause, first: int, sentence: Sentence) -> bool:
    """Whether the title stands before the verb of its clause, with nobody who does something there."""
    verbs = [place for place in clause.predicate if sentence.tokens[place].pos in {"VERB", "AUX"}]
    while first > 0 and sentence.tokens[first - 1].pos in {"DET", "PRON", "ADJ"}:
        first -= 1
    if first > 0 and sentence.tokens[first - 1].pos == "ADP":  # “the search for the waiter position”
        return False
    return bool(verbs) and first < min(verbs) and clause.who != "writer"


def _has_writer(clause: Clause, sentence: Sentence) -> bool:
    """Whether the writer has a part in the clause, or in one above it: “thank you for talking with me about …”.

    Who only hears or knows has none: “I hear you also interview for …”.
    """
    around: Clause | None = clause
    while around is not None:
        own = {sentence.tokens[place].lower for place in around.own}
        knows = any(sentence.tokens[place].lemma.lower() in _KNOWS for place in around.predicate)
        if own & (_WRITER - _SUBJECTS if knows else _WRITER):
            return True
        around = None if around.parent is None else sentence.clauses[around.parent]
    return False
