"""A date phrase that stands alone, outside of any sentence: “within two weeks”, “by December 8”, “early December”."""

from __future__ import annotations

import re

from notelint.language.dates import words
from notelint.language.dates.grammar import Raw, scan
from notelint.language.dates.parts import phrase
from notelint.language.lexicon import word_set
from notelint.language.normalise import normalise
from notelint.late import late
from notelint.types import DatePhrase, Paragraph

_FILLER = word_set(
    "by on before until till no later than at the latest around about approximately roughly circa approx ca probably"
    " likely perhaps maybe or so some time sometime during in of from they them said says promised told me will want to"
    " decide answer reply hear back should i hope hopefully end after interview our my talk meeting hour hours morning"
    " afternoon evening noon close business eod cob"
)
_LENGTH = late(
    rf"(?:(?P<least>\d+|{'|'.join(words.NUMBERS)}) ?(?:-|–|to|or) ?)?"
    r"(?P<length>(?:about |around )?(?:\d+|a couple(?: of)?|a few|several"
    rf"|(?:{'|'.join(words.NUMBERS)})) (?:business |working )?(?:days?|weeks?|fortnights?|months?))\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*(?:in|by|on|within|over)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:'\w+)?")
_CLOCK = late(r"\b(?:at )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?|(?<=\d\d:\d\d))|\b\d{1,2} ?o'clock", re.IGNORECASE)


def alone(text: str) -> tuple[DatePhrase, ...]:
    """The phrase that a few words are, looking ahead; two when they name the least and the most: “2-3 weeks”.

    Args:
        text: the words, with nothing else but what belongs to a promise: “by Friday, they said”.

    Returns:
        The phrases; none when the words say more, or less, than one day or stretch of days.
    """
    plain = " ".join(normalise(text, 0, len(text)).text.split())
    length = _LENGTH.search(plain)
    if length and not _BARE.match(plain) and _is_filler(plain[: length.start()] + plain[length.end() :]):
        unit = length["length"].rsplit(" ", 1)[-1]
        counts = [f"{length['least']} {unit}"] if length["least"] else []
        return tuple(found for count in (*counts, length["length"]) if (found := _one(f"in {count}")))
    found = _one(plain) or _one(f"by {plain}")
    return (found,) if found else ()


def is_absolute(found: DatePhrase) -> bool:
    """Whether the words mean the same day whenever in a year they are said: “December 8”, “early December”."""
    return found.month is not None and found.which == ""


def _one(text: str) -> DatePhrase | None:
    found = scan(text)
    if len(found) != 1 or not _is_filler(text[: found[0].start] + " " + text[found[0].end :]):
        return None
    return _phrase(found[0], text)


def _phrase(raw: Raw, text: str) -> DatePhrase:
    places = tuple(range(len(text)))
    piece = Paragraph(0, "body", text, places, tuple(place + 1 for place in places))
    return phrase(raw, piece, 0, "future", deadline=False)


def _is_filler(text: str) -> bool:
    return all(word.lower() in _FILLER for word in _WORD.findall(_CLOCK.sub(" ", text)))
