"""Whether a word is an ordinary English word, by the tables that the model's lemmatizer brings.

A word in capitals that is an ordinary word is shouted; one that is not is an acronym or a name.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from notelint.language import model
from notelint.language.lexicon import word_set

if TYPE_CHECKING:
    from spacy.language import Language

_ADDED = ("d", "s", "ly")
_ENDINGS = ("ed", "ing", "es", "er", "est")  # before these a word loses its last e, or doubles its last letter
_SHORTEST_NOUN = 5  # WordNet lists many acronyms of three and four letters as nouns
_SHORTEST = 4
_STEM = 3
_SHORT = word_set(
    "all any not now you yes big bad job day top one two six ten few far new too the and but our out own see ask say "
    "try win fun joy no so"
)
_ROMAN = frozenset("ivxlcdm")


class Ordinary:
    """The ordinary words of a model."""

    def __init__(self, nlp: Language) -> None:
        tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        index = tables.get_table("lemma_index")
        irregular = tables.get_table("lemma_exc")
        self._function = frozenset(nlp.Defaults.stop_words) - {
            "it",
            "us",
            "who",
            "am",
            "re",
            "ca",
            "via",
            "may",
            "per",
            "his",
            "her",
            "its",
            "has",
        }
        self._words = frozenset(word for kind in ("verb", "adj", "adv") for word in (*index[kind], *irregular[kind]))
        self._all_nouns = (*index["noun"], *irregular["noun"])
        self._nouns = frozenset(word for word in self._all_nouns if len(word) >= _SHORTEST_NOUN)

    def __contains__(self, word: str) -> bool:
        """Whether this lower-case word, or the word it is inflected from, is ordinary."""
        if _ROMAN.issuperset(word):
            return False
        return self._base(word) or any(
            word.endswith(ending) and len(word) - len(ending) >= _STEM and stem(word[: -len(ending)])
            for stem, endings in ((self._base, _ADDED), (self._stem, _ENDINGS))
            for ending in endings
        )

    def lists(self, word: str) -> bool:
        """Whether the tables have this very word, however rare or short it is."""
        return word in self._words or word in self._short_nouns or word in self._nouns

    @cached_property
    def _short_nouns(self) -> frozenset[str]:
        return frozenset(word for word in self._all_nouns if len(word) < _SHORTEST_NOUN)

    def _base(self, word: str) -> bool:
        return (
            word in self._function
            or word in _SHORT
            or (len(word) >= _SHORTEST and word in self._words)
            or word in self._nouns
        )

    def _stem(self, stem: str) -> bool:
        return self._base(stem) or self._base(stem + "e") or (stem[-1] == stem[-2] and self._base(stem[:-1]))


def is_listed(word: str) -> bool:
    """Whether the tables have this very lower-case word, however rare or short it is."""
    return _ordinary().lists(word)


@lru_cache(maxsize=1)
def _ordinary() -> Ordinary:
    return Ordinary(model.tables())


def is_ordinary(word: str) -> bool:
    """Whether this lower-case word is an ordinary English word; the tables are read when first asked."""
    return word in _ordinary()
