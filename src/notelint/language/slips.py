"""Slips of the fingers in the words that nearly every letter after an interview has.

Lists of known misspellings come from encyclopaedias and source code, where “interveiw” and “vaccancy” are rare. A
word counts as such a slip when two neighbouring letters of one of the words below are exchanged, or one is left out
or doubled.
"""

from __future__ import annotations

from collections.abc import Iterator

from notelint.language.lexicon import word_set

_WORDS = word_set(
    "account additional afternoon already another answers anything application applications appreciate appreciated "
    "appreciation arrange arrived assistant availability available because believe between briefly building calendar "
    "campaign candidate candidates certificate certificates changed children clients colleague colleagues commitment "
    "committee communication community companies company compared consideration considering continue contract "
    "contribute contribution conversation coordinator culture customer customers decision delighted department "
    "described details developer development director discussed discussion documents engineer enjoyed enthusiasm "
    "enthusiastic environment evening everybody everyone everything exactly example expected experience experiences "
    "explain explained faithfully families february finished followed following forward friendly further getting "
    "grateful happens happily hearing helpful hesitate hospital hundred imagine included information initiative "
    "innovative interest interested interview interviewed interviewer interviewers interviews joining knowing "
    "knowledge laboratory languages laughed learned learning letters library looking maintenance management manager "
    "meeting members message minutes missing morning nothing numbers officer operations opportunities opportunity "
    "organisation organisations organization organizations patience patients pharmacy picture pleasant pleased "
    "pleasure position positions practical preparation prepared problem process program programme project provide "
    "qualification qualifications qualified question questions quickly reading receiving reception recommendation "
    "recommendations recruiter recruiters recruitment reference references relevant remember reports request require "
    "requirements respectfully responsibilities responsibility samples schedule scheduled selection sending service "
    "session settled similar sincerely somebody someone something station straight strategies strategy supervisor "
    "support teacher teaching technical technician telephone thankful thinking thought thousand through timely "
    "timetable together tomorrow trained training trouble understand understood vacancies vacancy volunteer "
    "volunteered waiting wanting warehouse warmly wednesday weekend welcome whatever whenever whether without "
    "wondered wonderful working writing yesterday"
)
_JOINED = {"dont": "don't", "ive": "I've", "thankyou": "thank you"}
_ENGLISH = word_set("earing meting strategise technica timey")  # rare, and in no table of words
_CAPITALS = word_set("february wednesday")


def listed() -> dict[str, str]:
    """All such slips, without capitals, each with the word that is meant by it where it is no English word."""
    right = _WORDS | _ENGLISH
    found = {slip: word for word in sorted(_WORDS) for slip in _of(word) if slip not in right}
    return {slip: word.capitalize() if word in _CAPITALS else word for slip, word in found.items()} | _JOINED


def _of(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + letter + word[at:]
        yield word[:at] + word[at + 1 : at + 2] + letter + word[at + 2 :]
