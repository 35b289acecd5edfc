"""What was made of the sentences that were looked at last, for those that come again.

A sentence whose paragraph stood in another letter, or stood here at the check before, comes with the same clauses (see
`language.reread`): what hangs on its words and clauses alone need not be made again. In an editor that is nearly all.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

from notelint.types import Clause, Sentence

_Value = TypeVar("_Value")


class Lately(Generic[_Value]):
    """Values by the clauses of a sentence, the same ones and not equal ones; the oldest go.

    What is taken is gone until it is put back, so that two threads never hold the same.

    Args:
        most: how many are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[object, ...], tuple[tuple[Clause, ...], object, _Value]] = OrderedDict()

    def take(self, sentence: Sentence, by: object) -> _Value | None:
        """What was put for a sentence with these clauses, in this zone and place, or None.

        Args:
            sentence: the sentence.
            by: the rules by which it was made.
        """
        found = self._kept.pop(_key(sentence, by), None)
        return None if found is None else found[2]

    def put(self, sentence: Sentence, by: object, value: _Value) -> None:
        """Keep a value; the clauses and the rules stay with it, so that no others are taken for them."""
        self._kept[_key(sentence, by)] = sentence.clauses, by, value
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)


def _key(sentence: Sentence, by: object) -> tuple[object, ...]:
    return id(sentence.clauses), id(by), sentence.region, sentence.opening
