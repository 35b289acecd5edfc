"""The list of known misspellings that the package codespell brings, read as data when it is first asked for.

A list of misspellings flags no name, no company and no term of a trade, as every dictionary of right words does. It
is not part of notelint: its words are under CC BY-SA 3.0, and the program around them under GPL 2. So the package is
an extra (`spelling`), its folder is found without running it, and none of its code is imported.

A line of the list is `misspelling->correction`, or `misspelling->first, second,` where several may be meant. Text
after the last comma is a reason for which the entry is not to be used. Some entries are English after all; those are
left out. What the list lacks of the words of such letters, `slips` has.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from notelint import store
from notelint.language import slips
from notelint.language.lexicon import word_set
from notelint.language.ordinary import is_listed, is_ordinary
from notelint.shelf import Shelf

EXTRA = "spelling"
_PACKAGE = "codespell_lib"
_LIST = Path("data", "dictionary.txt")
_KIND = "spelling"
_FIRST = 3  # letters that name a section
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly")
_SHORTEST = 4
_OF_THREE = word_set("the and you")  # shorter ones are taken for abbreviations, but for slips in these words

_RIGHT = word_set(
    "advices affaires allo artic alltime bord bund bunds cancelation chambre delink deriver dieing earlies earnt "
    "espace expresso foto gardai goole bootle frome ilkley invokable jewelery meda meta momento monickers moreso muti "
    "neet parm pilon projet raison requestor revaluated scaleable serie solum synching targetted targetting technics "
    "troupe tweek underlaying unmistakeably wapping welp woking chanel collison holliday shepard skelton tennant "
    "wonderous worthing exemple objet"
)
"""Variants that dictionaries have, terms, towns, and words of French menus and law."""

_WRONG = word_set(
    "ect incase hinderance ceratin negociate negociated negociating anser collogue collogues publically doctorial "
    "dependance makin takin wether lates succuss pervious"
)
"""Words that a large dictionary has, and that in a letter are something else misspelt."""


def installed() -> bool:
    """Whether the list is there."""
    return _path() is not None


@lru_cache(maxsize=4096)  # letters share most of their words
def corrections(word: str) -> tuple[str, ...]:
    """What may be meant by a word; empty when it is no known misspelling, or the list is not there.

    Args:
        word: a word without capitals, its apostrophes straight.
    """
    listed = _list().get(word)
    if listed is None:
        slip = slips.meant(word)
        return () if slip is None or not _list() or is_ordinary(word) else (slip,)
    if _is_right(word):
        return ()
    *before, last = (one.strip() for one in listed.split(","))
    if before and last:
        return ()  # an entry with a reason not to use it
    found = tuple(one for one in before or (last,) if one != word)
    return found if len(word) >= _SHORTEST or _OF_THREE.issuperset(found) else ()


def _is_right(word: str) -> bool:
    """Whether the word, or the one it is inflected from, is English although the list has it (“despatched”)."""
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return word not in _WRONG and any(
        one in _RIGHT or (one in _list() and is_listed(one)) for one in (word, *stems) if one not in _WRONG
    )


class _List:
    """The entries, in sections by their first letters: a letter looks up a hundred of 65,000."""

    def __init__(self, sections: Mapping[str, bytes]) -> None:
        self._sections = Shelf(sections, _entries)

    def __bool__(self) -> bool:
        return bool(self._sections)

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def get(self, word: str) -> str | None:
        """What the list has after the arrow for this word."""
        return self._sections.get(word[:_FIRST], {}).get(word)


@cache
def _list() -> _List:
    path = _path()
    if path is None:
        return _List({})
    status = path.stat()
    key = blake2b(repr((_FIRST, sys.version, str(path), status.st_size, status.st_mtime_ns)).encode(), digest_size=20)
    kept = store.get(_KIND, key.hexdigest())
    if kept is not None:
        with suppress(ValueError, EOFError, TypeError):
            return _List(marshal.loads(kept))  # noqa: S302 - the store gives back only what this user wrote
    sections = _sections(path.read_text(encoding="utf-8"))
    store.put(_KIND, key.hexdigest(), marshal.dumps(sections))
    return _List(sections)


def _sections(text: str) -> dict[str, bytes]:
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        found.setdefault(line.partition("->")[0][:_FIRST], []).append(line)
    return {first: "\n".join(lines).encode() for first, lines in found.items()}


def _entries(section: bytes) -> dict[str, str]:
    lines = section.decode().splitlines()
    return {wrong: right for wrong, arrow, right in (line.partition("->") for line in lines) if arrow}


@cache
def _path() -> Path | None:
    spec = find_spec(_PACKAGE)
    folders = (spec.submodule_search_locations if spec else None) or ()
    return next((Path(folder) / _LIST for folder in folders if (Path(folder) / _LIST).is_file()), None)
