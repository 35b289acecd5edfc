"""The parts of a sentence that are weighed by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.types import Sentence

_LEAST = 5  # tokens of a main clause
_INNER = 8  # tokens of another clause
_LONG = 12  # words of a sentence in which a clause may go under
_JOINING = frozenset({"and", "but", "so", "yet", "though", "although", ";", ":", "–", "—", ".", "?", "!"})


def parts(sentence: Sentence) -> list[frozenset[int]]:
    """The tokens of each part of a sentence, each part once; none of a sentence of one clause.

    Parts are the main clauses that “and”, “but”, a semicolon … joins, and what is left: a letter thanks and asks in one
    breath, and the thanks must not outweigh what is asked. In a long sentence each clause is one, alone and with those
    under it: a complaint may stand in an aside.
    """
    found = _joined(sentence)
    if len(sentence.clauses) > 1 and sum(token.pos != "PUNCT" for token in sentence.tokens) >= _LONG:
        found += _clauses(sentence)
    return list(dict.fromkeys(found))


def _joined(sentence: Sentence) -> list[frozenset[int]]:
    """The main clauses that something joins to another, and what is left."""
    tokens = sentence.tokens
    if len(tokens) < 2 * _LEAST:
        return []
    root = next((clause.index for clause in sentence.clauses if clause.parent is None), None)
    found: list[frozenset[int]] = []
    for clause in sentence.clauses:
        below = clause.subtree
        if clause.parent != root or len(below) < _LEAST or any(not part.isdisjoint(below) for part in found):
            continue
        around = (below[0] - 1, below[0], below[-1], below[-1] + 1)
        if any(tokens[i].lower in _JOINING for i in around if 0 <= i < len(tokens) - 1):  # the last mark joins nothing
            found.append(frozenset(below))
    left = frozenset(range(len(tokens))).difference(*found)
    return [*found, left] if found and len(left) >= _LEAST else found


def _clauses(sentence: Sentence) -> Iterator[frozenset[int]]:
    """Each clause with those under it, and alone, where that leaves some of the sentence out."""
    most = len(sentence.tokens) - 3
    for clause in sentence.clauses:
        for tokens in (clause.subtree, clause.own):
            if _INNER <= len(tokens) <= most:
                yield frozenset(tokens)
