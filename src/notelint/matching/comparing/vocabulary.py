"""The single words of a word class, for checks that compare words themselves."""

from __future__ import annotations

from collections.abc import Mapping

from notelint.catalogue import phrases
from notelint.types import WordClass

_kept: dict[str, tuple[Mapping[str, WordClass], frozenset[str]]] = {}
"""By name: the classes that were asked last, and the words; each draft of a run asks the same ones."""


def words(name: str, classes: Mapping[str, WordClass]) -> frozenset[str]:
    """The words in small letters that make up a class by themselves, those of the classes in it too.

    Args:
        name: of the class; one that does not exist has no words.
        classes: all, by name.
    """
    asked, found = _kept.get(name, (None, frozenset()))
    if asked is not classes:
        found = _words(name, classes)
        _kept[name] = classes, found
    return found


def _words(name: str, classes: Mapping[str, WordClass]) -> frozenset[str]:
    entries = classes[name].entries if name in classes else ()
    own = {word for entry in entries if " " not in entry for word in entry.split("|") if not word.startswith("<")}
    inside = dict.fromkeys(name for entry in entries for name in phrases.references(entry))
    return frozenset(own).union(*(_words(other, classes) for other in inside))
