"""Where phrases hit: one walk of the trie over each sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from notelint.matching.phrases import Node, Trie
from notelint.types import Sentence, Token

Hit = tuple[int, int]  # first token, token after the last


def is_kind(token: Token, kind: str) -> bool:
    """Whether a token is of a part of speech, or of one of the two kinds WORD and CAP."""
    if kind == "WORD":
        return token.text.replace("-", "").replace("'", "").replace(".", "").isalpha()
    if kind == "CAP":
        return token.text[:1].isupper()
    return token.pos == kind or (kind == "NOUN" and token.pos == "PROPN")


class PhraseHits:
    """The hits of all phrase owners in one sentence; computed once, asked often."""

    def __init__(self, tokens: Sequence[Token], trie: Trie, classes: Mapping[str, Trie]) -> None:
        self._tokens = tokens
        self._classes = classes
        self._class_ends: dict[tuple[str, int], tuple[int, ...]] = {}
        self.by_owner: dict[int, list[Hit]] = {}
        for start in range(len(tokens)):
            for node, end in self._walk(trie.root, start):
                for owner in node.ends:
                    self.by_owner.setdefault(owner, []).append((start, end))

    def _walk(self, node: Node, at: int) -> Iterator[tuple[Node, int]]:
        if node.ends:
            yield node, at
        if at < len(self._tokens):
            token = self._tokens[at]
            for child in _next(node, token):
                yield from self._walk(child, at + 1)
            for kind, minus, child in node.kinds:
                if is_kind(token, kind) and not (minus and self.class_ends(minus, at)):
                    yield from self._walk(child, at + 1)
        for name, child in node.classes:
            for end in self.class_ends(name, at):
                yield from self._walk(child, end)
        for most, child in node.gaps:
            for skip in range(min(most, len(self._tokens) - at) + 1):
                yield from self._walk(child, at + skip)

    def class_ends(self, name: str, at: int) -> tuple[int, ...]:
        """Where a phrase of this class that starts at a token ends (empty: none does)."""
        key = (name, at)
        ends = self._class_ends.get(key)
        if ends is None:
            self._class_ends[key] = ()  # a class inside itself finds nothing
            trie = self._classes[name]
            found = {end for node, end in self._walk(trie.root, at) if end > at} if at < len(self._tokens) else set()
            ends = self._class_ends[key] = tuple(sorted(found))
        return ends


def _next(node: Node, token: Token) -> list[Node]:
    found: list[Node] = []
    if node.words:
        found += node.words.get(token.lower, ())
        if token.lemma != token.lower:
            found += [child for child in node.words.get(token.lemma, ()) if child not in found]
    if node.forms:
        found += node.forms.get(token.lower, ())
    return found


def vocabulary(sentences: Sequence[Sentence]) -> frozenset[str]:
    """All forms and lemmas of a draft."""
    return frozenset(word for sentence in sentences for token in sentence.tokens for word in (token.lower, token.lemma))
