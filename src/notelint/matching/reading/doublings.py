"""Whether a word that stands twice in a row is a slip of the pen, or English.

“What it is is”, “the team I work with with pleasure”, “came in in May”: a clause may end with the word that begins
the next. So most words count only where nothing before them lets a clause end there, and a few never.
"""

from __future__ import annotations

from collections.abc import Sequence

from notelint.language.lexicon import word_set
from notelint.language.ordinary import is_listed, is_ordinary
from notelint.types import Token

_NEVER = word_set(
    "that had do not so very really no yes ok okay ha he hee ho oh ah hm hmm wow bye now then well there here hear "
    "tut knock night long many much more far too again please sorry sure all half fifty win chop choo chow cha pom "
    "boo ding dong aye blah yum tap tick tock go hush never ever la da di quick big old deep high low good bad same "
    "bang beep clap drip pop quack ring thump toot woof tutu baba dada papa mama lap dodo pooh "
    "her this these what who first agar one two three four five six seven eight nine ten"
)
_ALWAYS = word_set(
    "the a an and or but my your our their its i we they she than if because although whether me us him them his"
)
_SHORT = word_set(
    "is was are were be been have has did does will would can could should may might must to for from with at by of "
    "in on about into up out off over through down as when while which who how why where you it"
)
_PARTICLES = word_set("in on up out off over through down back away along around by about under inside outside")
_PHRASAL = word_set(
    "bring take fill hand let call check sign put turn get move send phase draw log show keep have join"
)
_NEAR = 5  # words that may stand between a verb and its particle
_OPENERS = word_set(
    "what whatever which whichever who whom whoever where wherever how all everything anything something"
)
_HOLDERS = word_set("those one ones any few many much all everything everyone anyone someone something anything")
_WHEN = word_set(
    "monday tuesday wednesday thursday friday saturday sunday week month year day morning afternoon evening time "
    "moment yesterday today tomorrow january february march april june july august september october november "
    "december"
)
_SUBJECTS = word_set("i we you they he she it")
_OBJECTS = word_set("me us you him her them it this that")
_LINKS = word_set("if when that because whether and but or since while though although until once as")
_CLAUSES = word_set("when if as while since once until more less after before because although")
_ARTICLES = frozenset({("a", "the"), ("an", "the"), ("the", "an"), ("a", "an")})  # not “the a la carte menu”
_LABELLED = word_set(
    "option plan vitamin part section grade type class level category question group team point item letter folder"
)
_AFTER = {
    "can": word_set("the a our your"),
    "as": word_set("well much far long soon good same such known"),
    "a": _LABELLED,
}
"""After which words a doubling is English: “as well as as a carer”, “question a a colleague answered”."""

_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEGINS = frozenset({"DET", "PRON", "PROPN"})


def is_slip(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words from token `first` to token `last` of a sentence, all the same, are one too many.

    Args:
        tokens: those of the sentence.
        first: the index of the first of them.
        last: that of the last.
    """
    word = tokens[first].lower
    before = tokens[first - 1] if first else None
    if word in _NEVER or not _is_plain(tokens[first], tokens[last]):
        return False
    if before is not None and before.lower in _AFTER.get(word, ()):
        return False
    if word in _ALWAYS:
        return True
    if word in {"you", "it"}:
        return _is_itself(before, tokens[last + 1] if last + 1 < len(tokens) else None)
    return not (_is_another(word, tokens[:first]) or _belongs(tokens, first) or _may_end(tokens, first))


def _is_another(word: str, before: Sequence[Token]) -> bool:
    """Whether it is no common word, or may be two of different clauses: “when I read read receipts”."""
    if word in _SHORT:
        return False
    known = is_ordinary(word) or is_listed(word)  # no “mahi mahi”, “tuk tuk”
    return not known or not _CLAUSES.isdisjoint(token.lower for token in before)


def is_slip_of_articles(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether two different articles in a row are a slip; “question a the team had” names the question."""
    before = tokens[first - 1].lower if first else ""
    return (tokens[first].lower, tokens[last].lower) in _ARTICLES and before not in _LABELLED


def _is_plain(one: Token, other: Token) -> bool:
    """Whether neither is a name: “Duran Duran”, “Mark mark”, “the The Times”; a sentence begins with a capital."""
    if one.lower == "i":
        return True
    if not one.text[0].isupper():
        return not other.text[0].isupper()
    return not other.text[0].isupper() and one.i == 0 and one.lower in (_ALWAYS | _SHORT) - {"will", "may"}


def _is_itself(before: Token | None, after: Token | None) -> bool:
    """“Hearing from you you.”, “if you you have”; not “if I can help you you need only ask”."""
    closes = after is None or not (after.text[0].isalnum() or "'" in after.text)
    return closes or before is None or before.lower in _LINKS


def _may_end(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause may end with the word: “what it is”, “the team I work with”, “someone to talk to”."""
    if tokens[0].pos == "ADP" and tokens[first].pos in _NOMINAL and not _acts(tokens[:first]):
        return True  # “In the end end users decide”
    for place, token in enumerate(tokens[:first]):
        if token.lower in _OPENERS:
            return True
        ahead = tokens[place + 1]
        holds = (token.pos in _NOMINAL or token.lower in _HOLDERS) and token.lower not in _WHEN
        if holds and place + 1 < first and (ahead.lower in {*_SUBJECTS, "that", "to"} or ahead.pos in _BEGINS):
            return True
    return False


def _acts(tokens: Sequence[Token]) -> bool:
    return any(token.pos in {"VERB", "AUX"} or token.lower in _SUBJECTS for token in tokens)


def _belongs(tokens: Sequence[Token], first: int) -> bool:
    """Whether the first word goes with a verb before it: “came in in May”, “take me on on Monday”, “fill it in in ink”.

    Only of particles; the verb may have an object between.
    """
    if not first or tokens[first].lower not in _PARTICLES:
        return False
    before = tokens[first - 1]
    if before.pos == "VERB" or before.lower == "been" or before.lower in _OBJECTS:
        return True
    return any(token.pos == "VERB" and token.lemma in _PHRASAL for token in tokens[max(first - _NEAR, 0) : first])
