"""Which of many phrases may occur in a sentence: all phrases and all sentences of a draft are asked in one step.

A phrase needs words, each of them one of several: it cannot occur where one of its needs is not met. What is left is
looked at closely. Asked phrase by phrase, without tables of numpy, the same took four times as long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

import numpy as np

from notelint.types import Sentence

Key = str
Need = frozenset[Key]
"""Keys of which one must be in the sentence."""

_ASKED = 4  # needs of a phrase that are asked, its rarest ones: more would turn away few more


def form_key(form: str) -> Key:
    """The key of a form that is to be found as it stands, not by its lemma."""
    return f"\0{form}"


def keys(sentence: Sentence) -> set[Key]:
    """The keys that a sentence has: its words and lemmas in lower case, and its forms."""
    forms = {token.lower for token in sentence.tokens}
    return forms | {token.lemma for token in sentence.tokens} | set(map(form_key, forms))


class Sieve:
    """Knows what each of a list of phrases needs.

    Args:
        needs: of each phrase its needs, none when it may occur anywhere.
    """

    def __init__(self, needs: Sequence[Iterable[Need]] = ()) -> None:
        listed = [list(dict.fromkeys(each)) for each in needs]
        counts = Counter(key for each in listed for need in each for key in need)
        numbers = {need: at for at, need in enumerate(dict.fromkeys(need for each in listed for need in each))}
        rarity = {need: sum(counts[key] for key in need) for need in numbers}
        self._always = len(numbers)  # the need that any sentence meets
        asked = np.full((len(listed), _ASKED), self._always, dtype=np.intp)
        for row, each in zip(asked, listed, strict=True):
            rarest = sorted(each, key=rarity.__getitem__)[:_ASKED]
            row[: len(rarest)] = [numbers[need] for need in rarest]
        self._others = [asked[:, at].copy() for at in range(1, _ASKED)]
        self._waiting = np.argsort(asked[:, 0], kind="stable")  # the phrases by their rarest need
        self._starts = np.searchsorted(asked[self._waiting, 0], np.arange(self._always + 2))
        met: dict[Key, list[int]] = {}
        for need, number in numbers.items():
            for key in need:
                met.setdefault(key, []).append(number)
        self._met = {key: np.array(found, dtype=np.intp) for key, found in met.items()}

    @property
    def keys(self) -> Collection[Key]:
        """The keys that any phrase asks for."""
        return self._met.keys()

    def sift(self, sentences: Sequence[Iterable[Key]]) -> list[list[int]]:
        """For each sentence, given by its keys, the numbers of the phrases that may occur in it, in order."""
        if not sentences:
            return []
        present = self._present(sentences)
        row, need = np.divmod(np.flatnonzero(present), self._always + 1)
        counts = self._starts[need + 1] - self._starts[need]
        ends = np.cumsum(counts)
        phrase = self._waiting[np.repeat(self._starts[need] - ends + counts, counts) + np.arange(ends[-1])]
        row = np.repeat(row, counts)
        for needed in self._others:
            kept = present.take(row * (self._always + 1) + needed[phrase])
            row, phrase = row[kept], phrase[kept]
        many = len(self._waiting) or 1
        row, phrase = np.divmod(np.sort(row * many + phrase), many)
        ends, found = np.searchsorted(row, np.arange(len(sentences) + 1)).tolist(), phrase.tolist()
        return [found[start:end] for start, end in pairwise(ends)]

    def _present(self, sentences: Sequence[Iterable[Key]]) -> np.ndarray:
        """A row for each sentence with a column for each need: whether it is met."""
        met, wide = self._met, self._always + 1
        found = [[met[key] for key in keys if key in met] for keys in sentences]
        flat = np.concatenate([np.zeros(0, dtype=np.intp), *(part for each in found for part in each)])
        flat += np.repeat(np.arange(len(found)) * wide, [sum(map(len, each)) for each in found])
        present = np.zeros((len(found), wide), dtype=bool)
        present.reshape(-1)[flat] = True
        present[:, self._always] = True
        return present
