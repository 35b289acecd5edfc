"""The keys of the features of many sentences and parts of sentences at once; `features` has their names.

Each token is read once, whatever it counts in: all that is left is arithmetic with arrays of its hashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from notelint.language.hashing import hashed
from notelint.matching.features import (
    AROUND,
    CONTENT,
    END,
    LONGEST,
    MARKS,
    SPARE,
    STAND_INS,
    START,
    STEP,
    Passage,
    chained,
    hashes_of,
    length,
    of_clause,
)
from notelint.types import Clause, Sentence

MOST = 1 << int(SPARE)  # passages at once
_MARK, _WORD, _CONTENT = 0, 1, 2  # what a token counts as
_KIND_OF = {"PUNCT": _MARK, **dict.fromkeys(CONTENT, _CONTENT)}
_FIRST, _LAST = 0, 1  # the places of the ends of a passage among the tokens

_Found = tuple[np.ndarray, np.ndarray]
"""Keys, and the number of the passage of each."""


def keys_of(passages: Sequence[Passage]) -> tuple[np.ndarray, np.ndarray]:
    """The keys of the features of at most `MOST` passages, in order, and the number of the passage of each; each once.

    Raises:
        ValueError: there are more.
    """
    if len(passages) > MOST:
        raise ValueError(f"{len(passages)} passages at once; there is room for {MOST}")
    tokens = _Tokens({id(sentence): sentence for sentence, _ in passages}.values())
    places = _Places(passages, tokens)
    found = [*places.of_words(), *places.of_forms(), *places.of_clauses()]
    both = np.concatenate([key >> SPARE << SPARE | number for key, number in found])
    both.sort()
    is_new = np.ones(len(both), bool)
    np.not_equal(both[1:], both[:-1], out=is_new[1:])
    both = both[is_new]
    return both >> SPARE, (both & np.uint64(MOST - 1)).astype(np.uint16)


class _Tokens:
    """What the tokens of some sentences count as, in arrays, behind the two ends of a passage.

    Attributes:
        starts: of each sentence, by its `id`, the place of its first token, and of its first clause.
        kinds: what each counts as.
        words, forms: their hashes.
        inside: the clause of each, as its sentence counts them.
        heads: of each clause the hash of its head's lemma.
        clauses: of each the hashes of who, of what is done and of its polarity, and its three keys as a whole: in rows.
    """

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self.starts: dict[int, tuple[int, int]] = {}
        kinds: list[int] = [_MARK, _MARK]
        words, forms, inside = ["", ""], [START, END], [0, 0]
        clauses: list[tuple[int, ...]] = []
        heads: list[str] = []
        named = STAND_INS.get
        for sentence in sentences:
            self.starts[id(sentence)] = len(words), len(clauses)
            tokens = sentence.tokens
            kinds += [_KIND_OF.get(token.pos, _WORD) or token.text in MARKS for token in tokens]
            words += [named(token.pos, token.lemma) for token in tokens]
            forms += ["=" + named(token.pos, token.lower) for token in tokens]
            inside += [token.clause for token in tokens]
            clauses += [_of_clause(each) for each in sentence.clauses]
            heads += [tokens[each.head].lemma for each in sentence.clauses]
        self.kinds = np.array(kinds, np.uint8)
        self.words, self.forms, self.heads = hashed(words), hashed(forms), hashed(heads)
        self.inside = np.array(inside, np.intp)
        self.clauses = np.array(clauses, np.uint64).reshape(-1, 6).T


class _Places:
    """Where the tokens and the clauses of passages lie among all tokens and clauses."""

    def __init__(self, passages: Sequence[Passage], tokens: _Tokens) -> None:
        self._tokens = tokens
        listed: list[int] = []
        sizes, before = [], []  # of each passage its tokens with both ends, and the clauses of the passages before it
        clauses: list[int] = []
        taken: list[bool] = []
        owners: list[int] = []
        for number, (sentence, part) in enumerate(passages):
            first, clause = tokens.starts[id(sentence)]
            own = range(first, first + len(sentence.tokens)) if part is None else [first + i for i in sorted(part)]
            listed += (_FIRST, *own, _LAST)
            sizes.append(len(own) + 2)
            before.append(len(clauses))
            clauses += range(clause, clause + len(sentence.clauses))
            taken += [part is None or each.head in part for each in sentence.clauses]
            owners += [number] * len(sentence.clauses)
        self._at = np.array(listed, np.intp)
        self._sizes = np.array(sizes, np.intp)
        self._passages = np.arange(len(passages), dtype=np.uint64).repeat(self._sizes)
        self._kinds = tokens.kinds[self._at]
        self._before = np.array(before, np.intp)
        self._clauses = np.array(clauses, np.intp)
        self._taken = np.array(taken, bool)  # of each clause of each passage whether its head is in the passage
        self._owners = np.array(owners, np.uint64)

    def of_words(self) -> list[_Found]:
        """One, two, three words in a row; the first, and how many there are."""
        is_word = self._kinds != _MARK
        hashes, passages = self._tokens.words[self._at[is_word]], self._passages[is_word]
        pairs = chained(hashes[:-1], hashes[1:])
        two, three = passages[1:] == passages[:-1], passages[2:] == passages[:-2]
        triples = chained(pairs[:-1], hashes[2:])
        return [
            (hashes, passages),
            (pairs[two], passages[1:][two]),
            (triples[three], passages[2:][three]),
            *self._of_wholes(hashes, is_word),
        ]

    def _of_wholes(self, hashes: np.ndarray, is_word: np.ndarray) -> list[_Found]:
        counts = np.add.reduceat(is_word, self._sizes.cumsum() - self._sizes, dtype=np.intp)
        numbers = np.arange(len(counts), dtype=np.uint64)
        firsts = np.full(len(counts), _hash(""))
        firsts[counts > 0] = hashes[(counts.cumsum() - counts)[counts > 0]]
        lengths = _lengths()[np.minimum(counts // STEP, LONGEST)]
        return [(chained(_hash("first:"), firsts), numbers), (lengths, numbers)]

    def of_forms(self) -> list[_Found]:
        """Two words as they are written, side by side or around another; the ends stand around nothing."""
        hashes, passages = self._tokens.forms[self._at], self._passages
        pairs = chained(hashes[:-1], hashes[1:])
        around = chained(hashes[1:-3], _hash(AROUND), hashes[3:-1])
        two, inside = passages[1:] == passages[:-1], passages[4:] == passages[:-4]
        return [(pairs[two], passages[1:][two]), (around[inside], passages[4:][inside])]

    def of_clauses(self) -> list[_Found]:
        """Content words by who does and what is done, the heads by what becomes of them, and clauses as a whole."""
        tokens = self._tokens
        at, passages = self._at, self._passages
        place = self._before.repeat(self._sizes) + tokens.inside[at]
        is_content = self._kinds == _CONTENT
        is_content &= self._taken[place]
        words, passages = tokens.words[at[is_content]], passages[is_content]
        by, to, *_ = tokens.clauses[:, self._clauses[place[is_content]]]
        which, owners = self._clauses[self._taken], self._owners[self._taken]
        who, _, polarity, *wholes = tokens.clauses[:, which]
        done = chained(who, tokens.heads[which], polarity)
        return [(chained(by, words), passages), (chained(to, words), passages), (done, owners)] + [
            (whole, owners) for whole in wholes
        ]


def _of_clause(clause: Clause) -> tuple[int, ...]:
    return _of_slots(clause.who, clause.act, clause.polarity, clause.time, clause.modal)


@lru_cache(1 << 14)
def _of_slots(who: str, act: str, polarity: str, time: str, modal: str) -> tuple[int, ...]:
    """The hashes of who, of what is done and of the polarity, and the keys of the clause as a whole."""
    parts = hashed([f"{who}:", f"{act}:", polarity]).tolist()
    return (*parts, *hashes_of(of_clause(who, act, polarity, time, modal)).tolist())


@lru_cache(1)
def _lengths() -> np.ndarray:
    """The keys of a passage's length, by steps."""
    return hashes_of([length(STEP * steps) for steps in range(LONGEST + 1)])


@lru_cache(1 << 10)
def _hash(text: str) -> np.ndarray:
    """The hash of a text, as an array of one."""
    return hashed([text])
