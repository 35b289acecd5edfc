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
import os
import sys
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from notelint import __version__, store
from notelint.language import slips
from notelint.language.lexicon import word_set
from notelint.language.ordinary import is_listed, is_ordinary

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
        slip = _list().slips.get(word)
        return () if slip is None or is_ordinary(word) else (slip,)
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
    listed = _list()
    return word not in _WRONG and any(
        one in _RIGHT or (listed.get(one) is not None and is_listed(one)) for one in (word, *stems) if one not in _WRONG
    )


class _List(NamedTuple):
    """The entries, of which a letter looks up a hundred of 65,000, and slips that are not among them.

    Attributes:
        text: the entries by their first letters, each between line ends.
        places: of the first letters of words, where in the text their entries begin and end.
        slips: what is meant by each.
    """

    text: str = ""
    places: dict[str, tuple[int, int]] = {}  # noqa: RUF012 - nobody writes into it
    slips: dict[str, str] = {}  # noqa: RUF012 - likewise

    def get(self, word: str) -> str | None:
        """What the list has after the arrow for this word; to look for one is quicker than to take all apart."""
        start, end = self.places.get(word[:_FIRST], (0, 0))
        before = f"\n{word}->"
        at = self.text.rfind(before, start, end)
        return None if at < 0 else self.text[at + len(before) : self.text.index("\n", at + 1)]


@cache
def _list() -> _List:
    path = _path()
    if path is None:
        return _List()
    about = (_FIRST, sys.version, __version__, str(path), *_stamp(path), *_stamp(slips.__file__), *_stamp(__file__))
    key = blake2b(repr(about).encode(), digest_size=20)
    kept = store.get(_KIND, key.hexdigest())
    if kept is not None:
        with suppress(ValueError, EOFError, TypeError):
            return _List(*marshal.loads(kept))  # noqa: S302 - the store gives back only what this user wrote
    made = _made(path.read_text(encoding="utf-8"))
    store.put(_KIND, key.hexdigest(), marshal.dumps(tuple(made)))
    return made


def _stamp(path: str | Path) -> tuple[int, ...]:
    """Size and times of a file; nothing of one that cannot be asked, as where all modules are one file."""
    with suppress(OSError):
        found = os.stat(path)  # noqa: PTH116 - of a module's path, which is text
        return found.st_size, found.st_mtime_ns, found.st_ctime_ns
    return ()


def _made(text: str) -> _List:
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        found.setdefault(line.partition("->")[0][:_FIRST], []).append(line)
    places: dict[str, tuple[int, int]] = {}
    sections: list[str] = ["\n"]
    at = 0
    for first, lines in found.items():
        sections.append("".join(f"{line}\n" for line in lines))
        places[first] = at, at + len(sections[-1]) + 1
        at += len(sections[-1])
    return _List("".join(sections), places, slips.listed())


@cache
def _path() -> Path | None:
    spec = find_spec(_PACKAGE)
    folders = (spec.submodule_search_locations if spec else None) or ()
    return next((Path(folder) / _LIST for folder in folders if (Path(folder) / _LIST).is_file()), None)
