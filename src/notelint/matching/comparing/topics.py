"""Whether a sentence takes up a topic: by a word that tells it from others, in any form, or one that means the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from notelint.drafts.fold import words as folded
from notelint.drafts.words import word_set
from notelint.matching.comparing import meanings
from notelint.types import Headers, Sentence, Token

_FUNCTION = word_set(
    "a an the and or but of in on at to for from with without about as by than that this these those into over"
    " under up my your their our his her its own i we you they it he she who what how whether if when where which"
    " be is are was were been being am do does did have has had having can could will would may might must should"
    " not no never yet only any some more less most very too so far also just still there lack lacking lacks little"
)
_COMMON = _FUNCTION | word_set(
    "experience experienced limited short few missing weak weakness enough insufficient need needs needed concern"
    " concerns worry worries doubt doubts question questions background knowledge skill skills ability familiarity"
    " exposure understanding work works working worked job jobs role roles position positions team teams company"
    " companies year years month months week weeks time times level long big large small new good well high low first"
    " last use uses used using make made get got both all love loves like likes share shared sharing interest"
    " interests interested hobby hobbies passion side thing things people person field area areas expect expects"
    " expected expectation expectations frequent often change changes changed changing period early late one two three"
    " part rate"
)
_SUFFIXES = (
    "ations", "ation", "itions", "ition", "ments", "ment", "nesses", "ness", "ships", "ship", "ances", "ance", "ences",
    "ence", "ingly", "ings", "ing", "ions", "ion", "ities", "ity", "ively", "ives", "ive", "ally", "als", "al", "ers",
    "er", "ors", "or", "ists", "ist", "ies", "ied", "ed", "es", "ly", "s", "y", "e",
)  # fmt: skip
_SHORTEST_STEM = 4
_SHORTEST_WORD = 3  # that a suffix may leave: rowing, rows
_MOST_MORE = 3  # letters by which one form's stem may be longer than another's


class Topic(Struct, frozen=True):
    """What is spoken of: as written, the words that tell it from others, their stems, and what means the same."""

    text: str
    words: frozenset[str]
    stems: frozenset[str]
    likes: tuple[re.Pattern[str], ...] = ()

    def is_in(self, words: Sequence[str]) -> bool:
        """Whether some of these folded words is one of the topic's, or a few of them in a row mean the same."""
        text = " ".join(words)
        return self.is_told_in(words) or any(like.search(text) for like in self.likes)

    def is_told_in(self, words: Iterable[str]) -> bool:
        """Whether one of these folded words is one of the topic's, in any form."""
        return any(_is_like(word, stem) for word in words for stem in self.stems)

    def is_named_in(self, words: Iterable[str]) -> bool:
        """Whether one of these folded words is a word of the topic as it is written."""
        return not self.words.isdisjoint(words)


def topic(text: str, elsewhere: Collection[str] = ()) -> Topic:
    """The topic that a few words name.

    Args:
        text: “no SQL experience”.
        elsewhere: folded words that are everywhere in the letter anyway, such as the position's; they tell nothing as
            long as there are others.
    """
    likes = meanings.taken_up_by(" ".join(folded(text)))
    found = [word for word in folded(text) if word not in _COMMON]
    if not found and not likes:
        found = [word for word in folded(text) if word not in _FUNCTION] or list(folded(text))
    told = [word for word in found if word not in elsewhere] or found
    return Topic(text, frozenset(told), frozenset(map(_stem, told)), likes)


def listed(headers: Headers, key: str) -> tuple[Topic, ...]:
    """The topics that a draft's headers list under a key; the words of its position and company tell nothing."""
    entry = headers.get(key)
    everywhere = {word for other in ("position", "company") for word in folded(headers.value(other))}
    return tuple(topic(item, everywhere) for item in (entry.items if entry else ()))


def words_of(sentence: Sentence) -> list[str]:
    """The folded words of a sentence that was parsed, in their forms and as the dictionary has them."""
    return in_order(sentence.tokens)


def in_order(tokens: Iterable[Token]) -> list[str]:
    """Folded words: all in their forms, then all as the dictionary has them."""
    kept = tuple(tokens)
    return [word for forms in ("text", "lemma") for token in kept for word in folded(getattr(token, forms))]


@lru_cache(maxsize=8192)
def _is_like(word: str, stem: str) -> bool:
    """“relocation” and the stem of “relocate”; short words only when they are equal."""
    own = _stem(word)
    if own == stem:
        return True
    shorter, longer = sorted((own, stem), key=len)
    return len(shorter) >= _SHORTEST_STEM and longer.startswith(shorter) and len(longer) - len(shorter) <= _MOST_MORE


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_WORD:
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) >= _SHORTEST_STEM and word[-1] == word[-2] else word
