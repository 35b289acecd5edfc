"""Numbers that stand for text: the same in every run, unlike those of Python's own `hash`."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np


def hashed(texts: Collection[str]) -> np.ndarray:
    """The 64-bit hash of each of some texts (MurmurHash2, as spaCy's string store has it), in order.

    Kept where spaCy is the same alone: another version may count otherwise.
    """
    try:  # spaCy comes as late as its model
        from spacy.strings import hash_string  # type: ignore[attr-defined]  # noqa: PLC0415
    except ImportError:  # it is not documented; what is takes three times as long, and counts spaCy's own symbols
        from spacy.strings import get_string_id  # noqa: PLC0415

        return np.fromiter((get_string_id(f"\0{text}") for text in texts), np.uint64, len(texts))
    return np.fromiter(map(hash_string, texts), np.uint64, len(texts))
