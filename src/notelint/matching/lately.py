"""What was made of the sentences that were looked at last, for those that come again.

A sentence whose paragraph stood in another letter, or stood here at the check before, comes with the same clauses (see
`language.reread`): what hangs on its words and clauses alone need not be made again. In an editor that is nearly all.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Generic, TypeVar

from notelint.types import Clause, Sentence

_Value = TypeVar("_Value")


class Lately(Generic[_Value]):
    """Values by the clauses of a sentence, the same ones and not equal ones; the oldest go.

    What is taken is gone until it is put back, so two threads never share a value: the second makes its own. A `Lately`
    is part of the compiled rules that made its values, and is dropped with them.

    Args:
        most: how many are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[object, ...], tuple[tuple[Clause, ...], _Value]] = OrderedDict()

    def take(self, sentence: Sentence) -> _Value | None:
        """What was put for a sentence with these clauses, in this zone and place, or None."""
        found = self._kept.pop(_key(sentence), None)
        return None if found is None else found[1]

    def put(self, sentence: Sentence, value: _Value) -> None:
        """Keep a value; the clauses stay with it, so that no others are taken for them."""
        if not sentence.clauses:
            return  # all that have none have the same
        self._kept[_key(sentence)] = sentence.clauses, value
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled without what it holds."""
        return Lately, (self._most,)


def _key(sentence: Sentence) -> tuple[object, ...]:
    return id(sentence.clauses), sentence.region, sentence.opening
