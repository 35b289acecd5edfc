"""Whether two words can be the same name: accents, hyphens, initials, short forms, and how near a miss is."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

from notelint.drafts.fold import fold

Likeness = Literal["same", "near", "other"]

_SHORT = """
    alexander alexandra: alex, alec, sandy, sandra, sasha, lex
    andrew andrea: andy, drew, andi
    anthony antonio antonia: tony, toni
    benjamin: ben, benny, benji
    catherine katherine kathleen katharine: kate, katie, kathy, cathy, kat, cat, kit, kitty, kay
    charles charlotte: charlie, chuck, chas, lottie, char
    christopher christine christina: chris, kit, tina, chrissy, topher
    daniel danielle: dan, danny, dani
    david: dave, davy
    deborah: deb, debbie
    dorothy dorothea: dot, dottie, thea
    edward edwin edmund: ed, eddie, ted, ned
    eleanor helen elena: ellie, nell, nelly, nora, lena
    elizabeth elisabeth: liz, lizzie, beth, betty, eliza, libby, lisa, elsie, bess, ella
    frances francis francesca francisco: fran, frank, frankie, cisco, paco
    frederick frederica: fred, freddie
    gerald geraldine gerard: gerry, jerry
    gregory: greg
    harold henry: harry, hal, hank
    jacob jack john jonathan: jake, jack, jon, johnny, jonny, john
    james: jim, jimmy, jamie, jem
    jennifer: jen, jenny, jenn
    jessica: jess, jessie
    joseph joanna josephine: joe, joey, jo, josie
    joshua: josh
    judith: judy, jude
    kenneth: ken, kenny
    lawrence laurence: larry, lawrie, laurie
    leonard: len, lenny, leo
    margaret: meg, maggie, peggy, greta, margo, madge, daisy
    matthew: matt, matty
    michael michelle michaela: mike, mick, micky, shelly
    nathan nathaniel: nate, nat
    nicholas nicola nicole: nick, nicky, nic, nico
    pamela: pam
    patrick patricia: pat, paddy, trish, tricia, patty, rick
    peter: pete
    philip phillip philippa: phil, pip
    rebecca: becky, becca, bex
    richard: rick, rich, dick, richie, ricky
    robert roberta: rob, bob, bobby, robbie, bert, robin
    ronald: ron, ronnie
    rosemary rose: rosie, romy
    samuel samantha: sam, sammy
    sarah: sally, sadie
    stephen steven stephanie: steve, steph, stevie
    susan susanna suzanne: sue, susie, suzie
    terence theresa teresa: terry, tess, tessa, tracy
    theodore: ted, teddy, theo
    thomas: tom, tommy
    timothy: tim, timmy
    victoria victor: vicky, vic, tori
    vincent: vince, vinny
    virginia: ginny, ginger
    walter: walt, wally
    william: bill, will, billy, liam, willy
    zachary: zach, zack
"""  # in use among English speakers; those that merely cut the end off need not stand here
_LONG_FORMS: dict[str, frozenset[str]] = {}  # of a short form
for _line in _SHORT.strip().splitlines():
    _long, _, _cut = _line.partition(":")
    for _name in _cut.replace(",", " ").split():
        _LONG_FORMS[_name] = _LONG_FORMS.get(_name, frozenset()).union(_long.split())
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_SHORTEST_CUT, _LEAST_CUT = 3, 2  # letters that a short form keeps at least, and leaves out
_ONE_SLIP, _TWO_SLIPS = 3, 7  # letters from which one or two slips make a near miss


@lru_cache(maxsize=16384)
def alike(word: str, right: str) -> tuple[Likeness, str]:
    """Compare a word of a name with the name that is right.

    Args:
        word: as it is written somewhere, “Ruis”.
        right: as the person writes it, “Ruiz-Ortega”; a name without accents does not say that it has none.

    Returns:
        How alike they are, and for a near miss the right word or the part of it that is meant, “Ruiz”.
    """
    parts = [part for part in right.replace("‐", "-").split("-") if part]
    candidates = [right, *parts] if len(parts) > 1 else [right]
    found = [(_compare(word, candidate), candidate) for candidate in candidates]
    if any(likeness == "same" for likeness, _ in found) or _is_part(word, right):
        return "same", ""
    near = [candidate for likeness, candidate in found if likeness == "near"]
    return (
        ("near", min(near, key=lambda candidate: _slips(letters(word), letters(candidate)))) if near else ("other", "")
    )


@lru_cache(maxsize=4096)
def letters(word: str) -> str:
    """The folded letters of a word alone: “O’Brien” is obrien, “J.-P.” jp."""
    return "".join(char for char in fold(word) if char.isalnum())


def is_initial(word: str) -> bool:
    """Whether a word is one letter, or letters with full stops: “A.”, “J.P.”."""
    return len(letters(word)) == 1 or ("." in word.rstrip(".") and len(letters(word)) == len(word.replace(".", "")))


def _compare(word: str, right: str) -> Likeness:
    mine, theirs = letters(word), letters(right)
    if is_initial(word) or is_initial(right):
        return "same" if mine[:1] == theirs[:1] else "other"
    if mine == theirs:
        return "near" if _loses_accents(word, right) else "same"
    if _spelt_out(word) == _spelt_out(right):
        return "near" if _loses_accents(word, right) else "same"
    if _is_short_form(mine, theirs) or _is_short_form(theirs, mine):
        return "same"
    return "near" if _slips(mine, theirs) <= _allowed(mine, theirs) else "other"


def _is_part(word: str, right: str) -> bool:
    """Whether “Ruiz-Ortega” is written for somebody who is called Ruiz."""
    return "-" in word and letters(right) in {letters(part) for part in word.split("-")}


def _loses_accents(word: str, right: str) -> bool:
    return not _plain(right).isascii() and _plain(word) != _plain(right)


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", word.casefold()) if char.isalnum())


def _spelt_out(word: str) -> str:
    return letters(_plain(word).translate(_SPELT_OUT))


def _is_short_form(short: str, long: str) -> bool:
    if long in _LONG_FORMS.get(short, ()):
        return True
    return len(short) >= _SHORTEST_CUT and len(long) - len(short) >= _LEAST_CUT and long.startswith(short)


def _slips(word: str, right: str) -> int:
    """Letters that must be changed, added, taken out or swapped with their neighbour."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - slow to import, and most greetings are right

    return OSA.distance(word, right)


def _allowed(word: str, right: str) -> int:
    shorter = min(len(word), len(right))
    return (shorter >= _ONE_SLIP) + (shorter >= _TWO_SLIPS and word[:1] == right[:1])
