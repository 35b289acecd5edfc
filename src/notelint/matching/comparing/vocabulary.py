"""The single words of a word class, for checks that compare words themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from notelint.catalogue import phrases
from notelint.types import WordClass


def words(name: str, classes: Mapping[str, WordClass]) -> frozenset[str]:
    """The words in small letters that make up a class by themselves, those of the classes in it too.

    Args:
        name: of the class; one that does not exist has no words.
        classes: all, by name.
    """
    found = classes.get(name)
    return frozenset() if found is None else _words(found.entries, tuple(_inside(found, classes)))


def _inside(word_class: WordClass, classes: Mapping[str, WordClass]) -> list[frozenset[str]]:
    names = dict.fromkeys(name for entry in word_class.entries for name in phrases.references(entry))
    return [words(name, classes) for name in names]


@lru_cache(maxsize=64)
def _words(entries: tuple[str, ...], inside: tuple[frozenset[str], ...]) -> frozenset[str]:
    own = {word for entry in entries if " " not in entry for word in entry.split("|") if not word.startswith("<")}
    return frozenset(own).union(*inside)
