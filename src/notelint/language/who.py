"""Who does it: the agent of each clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notelint.language import lexicon
from notelint.language.clauses import RawClause
from notelint.types import Headers

if TYPE_CHECKING:
    from notelint.language.model import SpacyToken

_WORD = re.compile(r"\w[\w'&-]*")
_OBJECT_CONTROL = frozenset(
    "ask tell invite want need allow help let expect urge advise encourage remind permit enable teach make have get see hear watch force".split()
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The reader's names, lower case: people and company from headers and greeting."""

    reader: frozenset[str] = frozenset()

    @classmethod
    def of(cls, headers: Headers, greeting: str) -> Parties:
        """Collect the names a draft gives: `to`, `company`, `interviewers` and the words of the greeting."""
        texts = [greeting]
        for key in ("to", "company", "interviewers"):
            entry = headers.get(key)
            texts += entry.items if entry else ()
        words = {word.lower() for text in texts for word in _WORD.findall(re.sub(r"<[^>]*>", "", text))}
        generic = {"dear", "hi", "hello", "hey", "good", "morning", "afternoon", "evening", "and", "the", "of", "to", "all"}
        return cls(frozenset(word for word in words if len(word) > 1) - generic)


def assign(clauses: Iterable[RawClause], parties: Parties) -> None:
    """Fill `who` of each clause; a clause without a subject inherits by its construction."""
    known: dict[int, str] = {}

    def resolve(clause: RawClause) -> str:
        if clause.index not in known:
            known[clause.index] = "nobody"  # a circle cannot happen, but must not hang
            known[clause.index] = _agent(clause, parties, resolve)
        return known[clause.index]

    for clause in clauses:
        clause.who = resolve(clause)


def _agent(clause: RawClause, parties: Parties, resolve) -> str:  # type: ignore[no-untyped-def]
    head = clause.head
    subject = clause.subject
    if subject is not None and subject.dep_ == "nsubjpass":
        return _passive(clause, subject, parties)
    if subject is not None and subject.dep_ in {"csubj", "csubjpass"}:
        return "it"
    if subject is not None:
        who = classify(subject, parties)
        if who == "it" and subject.lower_ in {"that", "which", "what"} and clause.dep == "relcl" and clause.parent:
            return classify(head.head, parties)
        return who
    if clause.dep == "relcl":
        pronoun = next((t for t in clause.own if t.lower_ in {"who", "that", "which"} and t.dep_ in {"nsubj", "nsubjpass"}), None)
        return classify(head.head, parties) if pronoun else _inherited(clause, resolve)
    return _without_subject(clause, parties, resolve)


def _passive(clause: RawClause, subject: SpacyToken, parties: Parties) -> str:
    if clause.lemma in lexicon.EXPERIENCED:
        return classify(subject, parties)
    agent = clause.child("agent")
    if agent is None:
        agent = next((t for t in clause.head.subtree if t.lower_ == "by" and t.dep_ in {"agent", "prep"}), None)
    objects = [] if agent is None else [t for t in agent.children if t.dep_ == "pobj"]
    if objects:
        who = classify(objects[0], parties)
        return who if who not in {"it", "third"} or objects[0].pos_ in {"PRON", "PROPN"} else who
    return "nobody"


def _without_subject(clause: RawClause, parties: Parties, resolve) -> str:  # type: ignore[no-untyped-def]
    head = clause.head
    if clause.parent is not None:
        if clause.dep == "acl" and head.tag_ in {"VBG", "VBN"}:
            if head.tag_ == "VBN" and not _misread_root(clause):
                return "nobody"
            return classify(head.head, parties)
        if clause.dep == "xcomp" and clause.parent.lemma in _OBJECT_CONTROL:
            target = clause.parent.child("dobj", "dative")
            if target is not None:
                return classify(target, parties)
        return _inherited(clause, resolve)
    if head.pos_ not in {"VERB", "AUX"}:
        moods = lexicon.WILLING | lexicon.GRATEFUL | {"sorry", "excited", "sure", "thank"}
        return "writer" if head.lemma_.lower() in moods else "nobody"
    if is_imperative(clause):
        return "reader"
    return "writer"


def _misread_root(clause: RawClause) -> bool:
    """“Your question made me think”, read as a noun with a participle: the participle has an object or complement."""
    parent = clause.parent
    verbless = parent is not None and parent.parent is None and parent.head.pos_ in {"NOUN", "PROPN"}
    return verbless and clause.child("dobj", "ccomp", "xcomp") is not None


def _inherited(clause: RawClause, resolve) -> str:  # type: ignore[no-untyped-def]
    parent = clause.parent
    if parent is None:
        return "nobody"
    who = str(resolve(parent))
    # “It was kind of you to stay”, “good of you”: the complement's agent is the person of the of-phrase
    if who == "it" and clause.dep in {"advcl", "xcomp", "ccomp", "acl"}:
        for token in parent.own:
            if token.lower_ in {"of", "for"}:
                for child in token.children:
                    if child.lower_ in lexicon.READER:
                        return "reader"
                    if child.lower_ in lexicon.WRITER:
                        return "writer"
        if clause.dep != "ccomp" and parent.lemma in lexicon.COPULAS:
            return "writer"  # “it would be good to know”
    if who in {"it", "nobody"} and clause.dep in {"advcl", "xcomp", "pcomp", "acl"} and parent.head.pos_ not in {"VERB", "AUX"}:
        return "writer"
    return who


def is_imperative(clause: RawClause) -> bool:
    """Whether the clause is a command or plea: a base-form verb without a subject, not an elliptic “Hope …”."""
    head = clause.head
    if clause.subject is not None or head.pos_ not in {"VERB", "AUX"}:
        return False
    pleased = any(token.lower_ in {"please", "pls", "plz", "kindly"} for token in clause.own)
    if head.tag_ not in {"VB", "VBP"} or any(t.dep_ == "aux" and t.lower_ not in {"do", "don't"} for t in head.children):
        return False
    if clause.parent is not None and clause.dep not in {"conj", "ccomp", "parataxis"}:
        return pleased and clause.dep == "dep"
    if clause.parent is not None and clause.dep == "ccomp" and not (pleased or head.i < clause.parent.head.i):
        return False
    if clause.lemma in lexicon.ELLIPTIC:
        return pleased
    return clause.parent is None or clause.dep != "conj" or clause.parent.subject is None or pleased


def classify(token: SpacyToken, parties: Parties) -> str:
    """The party that a noun or pronoun stands for.

    Args:
        token: head of the noun phrase.
        parties: the reader's names.

    Returns:
        One of writer, reader, employer, process, person, third, it, nobody.
    """
    lower, lemma = token.lower_, token.lemma_.lower()
    for words, who in (
        (lexicon.WRITER, "writer"), (lexicon.READER, "reader"), (lexicon.NOBODY, "nobody"), (lexicon.EVERYONE, "reader"),
    ):  # fmt: skip
        if lower in words:
            return who
    inner = _partitive(token)
    if inner is not None:
        return classify(inner, parties)
    if token.pos_ == "PRON" or lower in lexicon.IT:
        return _pronoun(lower)
    if any(child.lower_ == "no" and child.dep_ == "det" for child in token.children):
        return "nobody"
    return _noun(token, lower, lemma, parties)


def _pronoun(lower: str) -> str:
    if lower in lexicon.IT:
        return "it"
    return "person" if lower in {"he", "she", "him", "her"} else "third"


def _noun(token: SpacyToken, lower: str, lemma: str, parties: Parties) -> str:
    marks = {child.lower_ for child in token.children}
    ours = bool(marks & {"my", "our"})
    yours = "your" in marks
    if lemma in lexicon.EMPLOYER_ALONE or (
        lemma in lexicon.EMPLOYER_NOUNS and not yours and (ours or marks & lexicon.EMPLOYER_MARKS)
    ):
        return "employer"
    if ours and lemma in lexicon.PERSON_NOUNS:
        return "person"
    if lemma in lexicon.PROCESS_NOUNS:
        return "process"
    if ours:
        return "writer"
    if yours:
        return "reader"
    if token.pos_ == "PROPN" or lower in lexicon.TITLES:
        return "reader" if lower in parties.reader else "person"
    hiring = bool(marks & lexicon.HIRING) and lemma in lexicon.READER_ROLES
    definite = bool(marks & {"the", "this", "whole", "entire", "'s"}) or not marks
    if hiring or (lemma in lexicon.READER_NOUNS and definite) or lower in parties.reader:
        return "reader"
    if lower in {"people", "person", "woman", "man", "lady", "gentleman", "colleague", "nurse", "guy"} and _met(token):
        return "reader"
    return "person" if lemma in lexicon.PERSON_NOUNS else "third"


def _met(token: SpacyToken) -> bool:
    return any(child.dep_ == "relcl" and child.lemma_ in {"meet", "interview", "speak", "talk", "show", "see"} for child in token.children)


def _partitive(token: SpacyToken) -> SpacyToken | None:
    if token.lower_ not in lexicon.PARTITIVES and token.lemma_.lower() not in lexicon.PARTITIVES:
        return None
    for child in token.children:
        if child.lower_ == "of":
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None
