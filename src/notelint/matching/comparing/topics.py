"""Whether a sentence takes up a topic: by a word that tells it from others, in any form, or one that means the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from notelint.drafts.fold import words as folded
from notelint.drafts.words import word_set
from notelint.types import Sentence

_COMMON = word_set(
    "a an the and or but of in on at to for from with without about as by than that this these those into over"
    " under up my your their our his her its own i we you they it he she who what how whether if when where which"
    " be is are was were been being am do does did have has had having can could will would may might must should"
    " not no never yet only any some more less most very too so far also just still there experience experienced"
    " lack lacking lacks little limited short few missing weak weakness enough insufficient need needs needed"
    " concern concerns worry worries doubt doubts question questions background knowledge skill skills ability"
    " familiarity exposure understanding work works working worked job jobs role roles position positions team"
    " teams company companies year years month months week weeks time times level long big large small new good"
    " well high low first last use uses used using make made get got both all love loves like likes share shared"
    " sharing interest interests interested hobby hobbies passion side thing things people person field area areas"
)
_MEANING = (
    "relocate relocation move moving moved",
    "commute commuting travel travelling drive driving distance journey train ride",
    "notice start starting available availability",
    "gap break leave pause sabbatical away caring",
    "qualification qualified certificate certification certified licence license degree diploma accreditation course",
    "manage management manager managing lead leadership leading led supervise supervision supervising",
    "visa permit sponsorship sponsor authorisation authorization citizen",
    "present presentation presenting speak speaking spoke audience",
    "remote remotely home distributed",
    "budget budgeting spending costs finance financial",
    "client clients customer customers",
    "sale sales sell selling sold",
    "train training teach teaching taught coach coaching mentor mentoring",
    "night nights shift shifts rota",
    "stay staying stayed tenure hopping turnover stint",
    "overqualified senior step",
    "weekend weekends saturday saturdays sunday sundays",
    "salary pay compensation wage wages",
    "health healthcare hospital hospitals clinic clinics patient patients ward wards",
    "sql database databases",
    "career change switch transition changing switching",
    "programming coding code program programme",
    "write writing wrote written",
    "run running ran runner jog jogging marathon",
    "sail sailing sailor boat boats",
    "cycle cycling bike bikes bicycle",
    "hike hiking walk walking",
    "read reading book books",
    "cook cooking bake baking",
)
"""Words that mean the same where somebody's doubts or pastimes are spoken of; a word may stand in several rows."""

_SUFFIXES = (
    "ations", "ation", "itions", "ition", "ments", "ment", "nesses", "ness", "ships", "ship", "ances", "ance", "ences",
    "ence", "ingly", "ings", "ing", "ions", "ion", "ities", "ity", "ively", "ives", "ive", "ally", "als", "al", "ers",
    "er", "ors", "or", "ists", "ist", "ies", "ied", "ed", "es", "ly", "s", "y", "e",
)  # fmt: skip
_SHORTEST_STEM = 4
_SHORTEST_WORD = 3  # that a suffix may leave: rowing, rows
_MOST_MORE = 3  # letters by which one form's stem may be longer than another's


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of: as written, the words that tell it from others, and the stems of these and of their likes."""

    text: str
    words: frozenset[str]
    stems: frozenset[str]

    def is_in(self, words: Iterable[str]) -> bool:
        """Whether some of these folded words is one of the topic's, or means the same."""
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
    found = [word for word in folded(text) if word not in _COMMON] or list(folded(text))
    told = [word for word in found if word not in elsewhere] or found
    stems = frozenset(stem for word in told for stem in (_stem(word), *_meanings(word)))
    return Topic(text, frozenset(told), stems)


def words_of(sentence: Sentence) -> list[str]:
    """The folded words of a sentence that was parsed, in their forms and as the dictionary has them."""
    return [word for token in sentence.tokens for form in (token.text, token.lemma) for word in folded(form)]


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


@lru_cache(maxsize=1024)
def _meanings(word: str) -> frozenset[str]:
    own = _stem(word)
    rows = (row.split() for row in _MEANING)
    return frozenset(_stem(other) for row in rows if own in {_stem(each) for each in row} for other in row)
