"""The sums of `learn.py`: sentences as rows of numbers, and what a logistic regression over them has learned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from notelint.matching.weights import share

LEAST_TELLING = 0.05  # log-odds: what tells nothing by itself may still tell beside others


def matrix(rows: Sequence[Iterable[str]], columns: dict[str, int]) -> csr_matrix:
    """Rows of features as a sparse matrix."""
    ends, places, counts = [0], [], []
    for row in rows:
        listed = list(row)
        known = [columns[feature] for feature in listed if feature in columns]
        places += known
        counts += [share(len(listed))] * len(known)
        ends.append(len(places))
    return csr_matrix((np.array(counts), places, ends), shape=(len(rows), len(columns)))


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned for one rule: the columns of its features, what each is worth, and the base."""

    columns: dict[str, int]
    worth: np.ndarray
    base: float

    def values(self, rows: Sequence[Iterable[str]]) -> np.ndarray:
        """What sentences weigh."""
        weights: np.ndarray = matrix(rows, self.columns) @ self.worth + self.base
        return weights


def telling(table: csr_matrix, counts: Sequence[bool], worth: Sequence[float]) -> np.ndarray:
    """How much each feature tells by itself: the root of its log-odds between what counts and what does not.

    A regression over features so scaled leans on those that tell, not on the many that a corpus has by chance (after
    Wang and Manning, “Baselines and Bigrams”, ACL 2012).
    """
    there, weight = (table > 0).T.astype(float), np.array(worth)
    good, bad = (weight * (np.array(counts) == side) for side in (True, False))
    odds = np.log((there @ good + 1) / (good.sum() + 1)) - np.log((there @ bad + 1) / (bad.sum() + 1))
    scale: np.ndarray = np.sqrt(np.maximum(np.abs(odds), LEAST_TELLING))
    return scale / np.sqrt((scale**2).mean())
