"""The people whom headers name: “Ruiz, Dana”, “Dr. Amara Okafor <a@ashby.example>”, “Park Min-jun (he/him)”."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

from notelint.drafts.words import has_capital, is_particle, word_set
from notelint.language.names import alike
from notelint.types import Header

TITLES = word_set(
    "canon councillor major retd mama mr mrs ms miss mx mister dr doctor prof professor sir madam dame rev"
    " reverend fr father hon capt captain lt col colonel sgt sergeant mme mlle herr frau sr sra srta señor señora"
    " sister brother rabbi imam pastor engr ing barr cllr smt shri"
    " cpl cdr cmdr insp supt revd msgr atty surv pharm"
    " madame mesdames monsieur messieurs maître docteur frau fräulein doktor doktorin professorin dipl diplom magister"
    " signor signora signorina sig dott dott.ssa dottor dottore dottoressa ingegnere avvocato avv professore"
    " professoressa señorita srta profesor profesora doctora dra licenciado licenciada lic ingeniero ingeniera"
    " senhor senhora doutor doutora professora meneer mevrouw mevr mijnheer dhr pán paní panna gospodin gospođa"
    " gospodja gospa domnul doamna kyrios kyria fru herra rouva hanım encik puan datuk cik sahib saheb shrimati kumari"
)
PERHAPS_TITLES = word_set(
    "don doña dona dom pan pani bey hanım hanim bay bayan sensei san sama ssi ji efendi sri pak bapak"
)
"""Titles in other languages that are names too, or stand behind one: “Don Luis”, “Tanaka sensei”."""
_FIRM = word_set(
    "ltd limited llc llp plc inc corp corporation gmbh company group holdings university college school academy"
    " hospital clinic bank council ministry agency service services operations solutions systems technologies"
    " consulting studio studios labs industries enterprises institute association foundation society library"
    " museum theatre hotel restaurant bakery logistics crew desk centre center unit division reception kitchen"
    " surgery practice"
)  # by their last word firms, their parts and houses are no people
_SUFFIXES = word_set(
    "jr sr junior senior ii iii iv phd ph.d md m.d dphil mba msc mph bsc rn cpa esq esquire frcs mrcp dds jd llm"
    " pe pmp cfa obe mbe cbe he him his she her hers they them theirs"
)
OFFICES = word_set(
    "editor-in-chief team hiring recruiting recruitment recruiter recruiters hr human resources talent"
    " acquisition careers jobs office department dept committee panel board search selection admissions staff"
    " staffing personnel manager director head lead chief officer info contact noreply reception everyone all both"
    " colleagues members interviewer interviewers ceo cto cfo coo vp president chair coordinator assistant"
    " administrator secretary partner founder owner engineer analyst designer developer scientist nurse matron"
    " teacher principal supervisor associate consultant specialist executive editor architect accountant of for"
    " and the at may might concern"
)
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ.‐-][^\W\d_]+)*\.?")
_ADDRESS = re.compile(r"<[^>]*>|\S+@\S+")
_BRACKETS = re.compile(r"\(([^)]*)\)|[“\"]([^”\"]+)[”\"]")
_BETWEEN = re.compile(r"\s*(?:;|\n|\s/\s|&|\band\b)\s*")
_AFFILIATION = re.compile(r"\s(?:[|–—-]|at|of|from)\s")
_PAIR = 2


class Person(Struct, frozen=True):
    """Somebody as a header or a greeting names them.

    Attributes:
        text: the name as one reads it, given name first, with particles, without title and degrees.
        names: the words by which it is told from others, particles left out.
        titled: whether a title stands before it, so that a single name is likely a family name.
        also: further words that name the same person: what stands between brackets or quotes.
    """

    text: str
    names: tuple[str, ...]
    titled: bool = False
    also: tuple[str, ...] = ()


def people(header: Header | None) -> tuple[Person, ...]:
    """The people in a header such as `to` or `interviewers`; an address or an office alone is none."""
    items = (unicodedata.normalize("NFC", item) for item in (header.items if header else ()))
    found = (person(name) for item in items for name in _each(item))
    return tuple(one for one in found if one is not None)


def has_unnamed(header: Header | None) -> bool:
    """Whether a header such as `to` also names a team, a firm, an office or a mere address."""
    return any(person(name) is None for item in (header.items if header else ()) for name in _each(item))


def person(text: str) -> Person | None:
    """The person that a name without an address means, None when it is no person's."""
    also = tuple(word[0] for match in _BRACKETS.finditer(text) for word in WORD.finditer(match[1] or match[2] or ""))
    bare = _AFFILIATION.split(_BRACKETS.sub(" ", text).strip(), maxsplit=1)[0]
    words = [match[0] for match in WORD.finditer(bare)]
    titled = bool(words) and _plain(words[0]) in TITLES
    while words and _plain(words[0]) in TITLES:
        words.pop(0)
    while words and _plain(words[-1]) in _SUFFIXES:
        words.pop()
    if not words or _plain(words[0]) == "the" or all(_plain(word) in OFFICES for word in words):
        return None
    if _plain(words[-1]) in OFFICES | _FIRM:
        return None
    return Person(
        " ".join(words), told_apart(words, titled=titled), titled, tuple(w for w in also if _plain(w) not in _SUFFIXES)
    )


def told_apart(words: Sequence[str], *, titled: bool = False) -> tuple[str, ...]:
    """The words of a name without its particles; all of them when there is nothing else.

    With a capital in the first place it is a given name, such as Ben or Al, unless a title stands before it, after
    which the family name begins: “Mr. De Vries”.
    """
    given = 0 if not titled and words and has_capital(words[0]) else -1
    kept = [word for at, word in enumerate(words) if not is_particle(word) or at == given]
    return tuple(kept or words)


def _plain(word: str) -> str:
    return word.casefold().rstrip(".")


def _each(item: str) -> Iterator[str]:
    """The names in one entry, addresses left out."""
    if "<" in item or "@" in item:
        yield from _addressed(item)
        return
    for part in _BETWEEN.split(item):
        yield from _commas(part)


def _addressed(item: str) -> Iterator[str]:
    """The names in a list of addresses: “"Ruiz, Dana" <d@x.example>, Lee Park <l@x.example>”."""
    held = ""
    for piece in re.findall(r"(?:\"[^\"]*\"|<[^>]*>|\([^)]*\)|[^,;\"<(])+", item):
        name = _ADDRESS.sub("", piece).strip(" '")
        if name == piece.strip(" '") and "@" not in piece and piece != item:
            held = f"{held}, {name}" if held else name  # “Okafor, Amara <a@x.example>” without quotes
            continue
        quoted = re.fullmatch(r"\s*\"([^\"]*)\"\s*", name)
        whole = quoted[1] if quoted else name
        yield from _commas(f"{held}, {whole}") if held else _commas(whole) if whole else ("",)
        held = ""
    if held:
        yield from _commas(held)


def _commas(text: str) -> Iterator[str]:
    """The names in a text with commas: several people, “Family, Given”, or a name and what follows it."""
    parts = [part.strip() for part in text.split(",") if not _SUFFIXES.issuperset(_plain(part).split())]
    found = [person(part) for part in parts]
    known = [one for one in found if one is not None]
    if len(parts) == _PAIR and len(known) == _PAIR and _is_reversed(*known):
        yield f"{parts[1]} {parts[0]}"
    elif len(known) == len(parts):
        yield from parts
    else:
        yield from parts[:1]


def _is_reversed(family: Person, given: Person) -> bool:
    """Whether what stands before the comma is a family name, and what follows it the given names."""
    return not family.titled and not given.titled and min(len(family.names), len(given.names)) == 1


def is_same(one: Person, other: Person) -> bool:
    """Whether each word of the shorter name is, or is nearly, a word of the longer: “Ms. Ruiz” and “Dana Ruiz”."""
    shorter, longer = sorted((one, other), key=lambda person: len(person.names))
    words = (*longer.names, *longer.also)
    return all(any(alike(name, word)[0] != "other" for word in words) for name in shorter.names) or any(
        alike(name, word)[0] == "same" for name in shorter.also for word in words
    )
