"""Whose words a clause gives: the writer's own, reported, quoted, or supposed.

A frame holds for a clause and what hangs under it. It ends at a coordinated clause whose subject is the writer, and at
“so I …”, “but I …”: the small model hangs those under the reported clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from notelint.language import lexicon
from notelint.language.clauses import RawClause, top_down
from notelint.language.lexicon import word_set
from notelint.language.mood import is_condition, is_imperative, is_loose
from notelint.types import Frame

if TYPE_CHECKING:
    from notelint.language.parsed import Word

_SPEAKERS = frozenset({"reader", "person", "third", "employer", "nobody"})
_AGREED = word_set("ask request suggest promise agree advise recommend indicate")  # “as you asked, I enclose”
_TURNS = word_set("so but and yet hence therefore")


def assign(clauses: list[RawClause], quoted: frozenset[int]) -> None:
    """Fill `frame`.

    Args:
        clauses: the clauses of a sentence, with `who` and `act` filled.
        quoted: indices (in spaCy's Doc) of the tokens between quotation marks.
    """
    for clause in top_down(clauses):
        clause.frame = _frame(clause, quoted)


def _frame(clause: RawClause, quoted: frozenset[int]) -> Frame:
    if clause.head.i in quoted and _is_said_whole(clause, quoted):
        return "quoted"
    if is_condition(clause):
        return "hypothetical"
    parent = clause.parent
    if (parent is not None and _reports(clause, parent)) or any(map(_attributes, _asides(clause))):
        return "reported"
    if parent is None or parent.frame == "quoted" or is_loose(clause) or _turns_to_writer(clause):
        return "own"
    return parent.frame


def _is_said_whole(clause: RawClause, quoted: frozenset[int]) -> bool:
    """Whether not a word or two of a clause are quoted but what is said: its subject too, or a sign in capitals."""
    subject = clause.subject
    if subject is None or subject.i in quoted:
        return True
    words = [token.form for token in clause.own if token.i in quoted and token.form.alpha]
    return len(words) > 1 and all(word.capitals for word in words)


def _turns_to_writer(clause: RawClause) -> bool:
    """“…, so I trust …”, “… and I have heard nothing”: a clause of the writer's that begins with so, but or and."""
    subject = clause.subject
    if subject is None or clause.who != "writer":
        return False
    if clause.dep == "conj":
        return True
    before = subject.doc[subject.i - 1].lower if subject.i else ""
    return clause.dep not in {"ccomp", "relcl"} and before in _TURNS


# ---------------------------------------------------------------- reported speech


def _reports(clause: RawClause, parent: RawClause) -> bool:
    governor = clause.head.head
    if clause.dep in {"acl", "relcl", "ccomp"} and governor.lemma in lexicon.RAISING_NOUNS:
        theirs = any(child.dep == "poss" and child.lower not in lexicon.WRITER for child in governor.children)
        return theirs and any(token.lower == "that" and token.dep == "mark" for token in clause.head.children)
    if clause.dep != "ccomp" or parent.lemma not in lexicon.RAISING or parent.who not in _SPEAKERS:
        return False
    if parent.modal or parent.act != "statement" or is_imperative(parent):  # “please note that I am away”
        return False
    return parent.head.i < clause.head.i or _ends_with_comma(clause)


def _ends_with_comma(clause: RawClause) -> bool:
    """“We need a nurse, you said.”: the saying comes last."""
    doc = clause.head.doc
    last = clause.last()
    return doc[last].text == "," or (last + 1 < len(doc) and doc[last + 1].text == ",")


def _asides(clause: RawClause) -> list[Word]:
    """The words hanging on the clause that may say whose words it gives."""
    return [child for token in clause.own for child in token.children if child.dep in _ASIDE and child.i != token.i]


_ASIDE = frozenset({"advcl", "ccomp", "parataxis", "dep", "prep"})


def _attributes(aside: Word) -> bool:
    """“As you put it”, “…, you said, …”, “according to you”."""
    if aside.lower == "according":
        return not any(token.lower in lexicon.WRITER for token in aside.subtree)
    lemma = aside.lemma
    if lemma == "in":  # “in your words”
        words = [child for child in aside.children if child.lemma in {"word", "words", "phrase"}]
        return any(
            owner.lower not in lexicon.WRITER for word in words for owner in word.children if owner.dep == "poss"
        )
    if lemma not in lexicon.RAISING and lemma not in {"put", "call"}:
        return False
    subject = next((token for token in aside.children if token.dep == "nsubj"), None)
    if subject is None or subject.lower in lexicon.WRITER or subject.pos not in {"PRON", "NOUN", "PROPN"}:
        return False
    first = min(token.i for token in aside.subtree)
    if aside.doc[first].lower == "as":
        return lemma not in _AGREED
    return aside.dep == "parataxis" and not any(token.dep in {"dobj", "ccomp"} for token in aside.children)
