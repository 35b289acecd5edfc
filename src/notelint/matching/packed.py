"""The indexes of compiled rules in a packed form: only what a draft's words wake is made, when it is asked for.

`pack` gives for each kind of index a function and its arguments, as `pickle` wants it; the function makes an index that
behaves as the one that was packed. It is only read.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

from notelint.matching.index import PhraseIndex
from notelint.matching.predicates import PredicateIndex
from notelint.matching.waking import Waking
from notelint.shelf import Drawer

Recipe = tuple[Callable[..., Any], tuple[Any, ...]]


def pack(index: Any, pickled: Callable[[Any], bytes]) -> Recipe | None:
    """How an index is made again; None for what is no index.

    Args:
        index: the index.
        pickled: what pickles its parts.
    """
    if isinstance(index, PhraseIndex | PredicateIndex):
        waiting = {owner: pickled(each) for owner, each in index.waiting.items()}
        return _phrases, (type(index), list(map(pickled, index.phrases.values())), waiting)
    if isinstance(index, Waking):
        return _waking, (index.wide, index.free, index.met, index.regions, index.slots, index.classes)
    return None


def _phrases(kind: Any, packed: list[bytes], waiting: dict[Any, bytes]) -> Any:
    return kind(Drawer(packed, pickle.loads), Drawer(waiting, pickle.loads))


def _waking(*packed: Any) -> Waking:
    return Waking(*packed)
