"""Token phrases: how they are written, and which of their elements they are looked up by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import product
from math import prod

from msgspec import Struct
from msgspec.structs import force_setattr

from notelint.catalogue.phrases import TOKEN_KINDS
from notelint.types import Token

_INNER = str.maketrans("", "", "-'.")
_MARK = "\0"  # before a key that is no word: no token begins with it, and forms are in lower case, kinds in capitals
_KIND = re.compile(r"([A-Z]{3,5})(?:-<([\w-]+)>)?")

Split = Callable[[str], tuple[str, ...]]
Owner = int | str
"""Whose phrases they are: a number for a list in a pattern, a name for a word class."""


class Element(Struct, frozen=True):
    """One element of a phrase.

    Attributes:
        kind: "word" (lemma or form), "form", "pos", "gap" or "class".
        names: the alternatives of a word.
        name: the part of speech, or the class.
        most: the longest gap, in tokens.
        minus: the class that a part of speech leaves out, or "".
        optional: whether the element may be absent.
        keys: of an element that is one token, the keys (see `keys_of`) of which that token has one; made of the others.
    """

    kind: str
    names: frozenset[str] = frozenset()
    name: str = ""
    most: int = 0
    minus: str = ""
    optional: bool = False
    keys: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        keys = self.names
        if self.kind in {"form", "pos"}:
            keys = frozenset(f"{_MARK}{name}" for name in (self.names if self.kind == "form" else (self.name,)))
        force_setattr(self, "keys", keys)

    @property
    def worded(self) -> bool:
        """Whether the element is a word that must be there."""
        return self.kind in {"word", "form"} and not self.optional

    @property
    def single(self) -> bool:
        """Whether the element is one token that must be there (`minus` left aside)."""
        return bool(self.keys) and not self.optional


def keys_of(tokens: Iterable[Token]) -> list[frozenset[str]]:
    """The keys that each token has: its word and lemma, and, marked, its form and its kinds.

    The kinds are a part of speech (a proper noun is a NOUN too), and what holds of WORD, CAP and SHOUT: WORD is
    anything of letters, with hyphens, apostrophes and full stops in it (no number, address or link), CAP what begins
    with a capital, SHOUT an ordinary word in capitals.
    """
    return [_keys(token.text, token.lower, token.lemma, token.pos, token.shouted) for token in tokens]


@lru_cache(maxsize=1 << 13)
def _keys(text: str, lower: str, lemma: str, pos: str, shouted: bool) -> frozenset[str]:
    kinds = [pos, *(["NOUN"] if pos == "PROPN" else []), *(["SHOUT"] if shouted else [])]
    kinds += [*(["CAP"] if text[:1].isupper() else []), *(["WORD"] if text.translate(_INNER).isalpha() else [])]
    return frozenset((lower, lemma, *(f"{_MARK}{mark}" for mark in (lower, *kinds))))


Elements = tuple[Element, ...]
MOST = 4096  # that a phrase stands for; those of the shipped rules stand for at most 23


def parse(phrase: str, split: Split) -> list[Elements]:
    """The element sequences of a phrase; several when an alternative is itself several tokens (“can't|won't”).

    Args:
        phrase: as written in a rule.
        split: the tokenizer of the language model.

    Raises:
        ValueError: there are more than `MOST`.
    """
    options = [_options(word, split) for word in phrase.split()]
    if prod(map(len, options)) > MOST:
        raise ValueError(f"“{phrase[:50]}” stands for more than {MOST} phrases; make it shorter, or several")
    return [tuple(element for part in parts for element in part) for parts in product(*options)] if options else []


def _options(word: str, split: Split) -> list[Elements]:
    optional = len(word) > 1 and word.endswith("?")
    word = word[:-1] if optional else word
    if word[0] == "*" and word[1:].isdigit():
        return [(Element("gap", most=int(word[1:])),)]
    parts = word.split("|")
    others = [element for part in parts if (element := _other(part, optional=optional))]
    words = "|".join(part for part in parts if _other(part, optional=optional) is None)
    options: list[Elements] = [(element,) for element in others]
    return options + (_words(words or word, split, optional=optional) if words or not options else [])


def _other(word: str, *, optional: bool) -> Element | None:
    """The element of an alternative that is no word: a class or a part of speech."""
    if word[:1] == "<" and word[-1] == ">" and len(word) > 2:  # noqa: PLR2004 - something between the brackets
        return Element("class", name=word[1:-1], optional=optional)
    match = _KIND.fullmatch(word)
    if match and match[1] in TOKEN_KINDS:
        return Element("pos", name=match[1], minus=match[2] or "", optional=optional)
    return None


def _words(word: str, split: Split, *, optional: bool) -> list[Elements]:
    form = word[0] == "=" and len(word) > 1
    names = word[1:] if form else word
    kind = "form" if form else "word"
    alternatives = [name for name in names.lower().split("|") if name] if len(names) > 1 else [names]
    pieces = [split(name) or (name,) for name in alternatives]
    single = frozenset(piece[0] for piece in pieces if len(piece) == 1)
    options: list[Elements] = [(Element(kind, single, optional=optional),)] if single else []
    options += [
        tuple(Element(kind, frozenset({part}), optional=optional) for part in piece)
        for piece in pieces
        if len(piece) > 1
    ]
    return options


def merged(sequences: Iterable[Elements]) -> list[Elements]:
    """The same phrases, each once, those of a single word as one phrase with many alternatives."""
    names: dict[str, set[str]] = {}
    rest: list[Elements] = []
    for sequence in dict.fromkeys(sequences):
        if len(sequence) == 1 and sequence[0].worded:
            names.setdefault(sequence[0].kind, set()).update(sequence[0].names)
        else:
            rest.append(sequence)
    return [(Element(kind, frozenset(words)),) for kind, words in names.items()] + rest


def frequencies(sequences: Iterable[Elements]) -> Counter[str]:
    """How often each word occurs in phrases."""
    return Counter(name for sequence in sequences for element in sequence if element.worded for name in element.names)


def anchor(sequence: Elements, counts: Counter[str]) -> int | None:
    """The place of the rarest word of a phrase, else of a class, else of a part of speech; None in an empty phrase."""

    def cost(place: int) -> tuple[int, int]:
        element = sequence[place]
        if element.worded:
            return 0, sum(counts[name] for name in element.names)
        return (1 if element.kind == "class" else 2), 0

    places = [place for place, element in enumerate(sequence) if element.kind != "gap" and not element.optional]
    return min(places, key=cost, default=None)


def without_optional(sequence: Elements) -> Iterator[Elements]:
    """The sequences that a sequence with optional elements stands for."""
    choices = [((element,), ()) if element.optional else ((element,),) for element in sequence]
    for parts in product(*choices):
        yield tuple(element for part in parts for element in part)
