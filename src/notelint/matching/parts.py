"""The main clauses of a sentence that are weighed by themselves."""

from __future__ import annotations

from notelint.types import Sentence

_LEAST = 5  # tokens of a part
_JOINING = frozenset({"and", "but", "so", "yet", "though", "although", ";", ":", "–", "—", ".", "?", "!"})


def parts(sentence: Sentence) -> list[frozenset[int]]:
    """The tokens of each main clause that “and”, “but”, a semicolon … joins to another, and of what is left.

    A letter thanks and asks in one breath, and the thanks must not outweigh what is asked. None when there is but one.
    """
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
