"""What the phrases of all rules hit in one draft: computed once, asked by every rule."""

from __future__ import annotations

from collections.abc import Sequence

from notelint.matching.compile import CompiledCatalogue
from notelint.matching.hits import Hit, PhraseHits, is_kind
from notelint.matching.phrases import Element
from notelint.types import Clause, Sentence, Token

_COPULAS = frozenset("be seem feel look sound become get stay remain".split())
_VERBAL = frozenset({"AUX", "VERB"})


class Scan:
    """The hits of all phrase owners in an analysis.

    Attributes:
        words: for each sentence the hits of each `words` owner.
        does: for each sentence and clause the `does` owners that hit.
        seen: all owners that hit anywhere; a rule whose owners are not among them cannot fire.
    """

    def __init__(self, sentences: Sequence[Sentence], compiled: CompiledCatalogue) -> None:
        self.words: list[dict[int, list[Hit]]] = []
        self.does: list[list[frozenset[int]]] = []
        seen: set[int] = set()
        for sentence in sentences:
            hits = PhraseHits(sentence.tokens, compiled.trie, compiled.classes).by_owner
            self.words.append(hits)
            does = [_does(sentence, clause, compiled) for clause in sentence.clauses]
            self.does.append(does)
            seen.update(hits, *does)
        self.seen = frozenset(seen)


def _does(sentence: Sentence, clause: Clause, compiled: CompiledCatalogue) -> frozenset[int]:
    """Owners of the predicate phrases that are an ordered part of the clause's own words around its head."""
    tokens = sentence.tokens
    first = min((i for i in clause.own if tokens[i].pos in _VERBAL), default=clause.head)
    words = [tokens[i] for i in clause.own if i >= first]
    words += [tokens[i] for i in clause.predicate if i not in clause.own]
    core = {clause.head}
    if tokens[clause.head].lemma in _COPULAS:
        core.update(clause.predicate)
    found = set()
    for place, token in enumerate(words):
        for key in {token.lower, token.lemma, ""}:
            for owner, sequence in compiled.does.get(key, ()):
                if owner not in found and _fits(words, place, sequence, core):
                    found.add(owner)
    return frozenset(found)


def _fits(words: list[Token], place: int, sequence: tuple[Element, ...], core: set[int]) -> bool:
    touched = False
    at = place
    for number, element in enumerate(sequence):
        while at < len(words) and not _is(words[at], element):
            if number == 0:
                return False
            at += 1
        if at == len(words):
            return False
        touched = touched or words[at].i in core
        at += 1
    return touched


def _is(token: Token, element: Element) -> bool:
    if element.kind == "pos":
        return is_kind(token, element.names[0])
    return token.lower in element.names or (element.kind == "word" and token.lemma in element.names)
