"""Small tests on the words of a line: is it a name, an address, a contact line, a sentence?

They decide where a zone begins and ends and nothing else: which name or which close is a good one is a rule's matter.
"""

from __future__ import annotations

import re

from notelint.late import late

_TITLES = (
    r"mr|mrs|ms|mx|miss|dr|prof|professor|sir|madam|dame|rev|fr|hon|capt|lt|col|sgt|st|jr|sr|mme|mlle|herr|frau|engr"
    r"|dott|sig|sra|srta|dra|lic|avv|mevr|dhr|maj|cpl|cdr|cmdr|brig|gen|adm|insp|supt|revd|msgr|cllr|smt|shri|barr|atty"
    r"|arc|arch|arq|eng|surv|pharm|pst|evang|alh|bro|sis|mag|amb"
)
_ABBREVIATION = re.compile(rf"(?:^|[\s/-])(?:{_TITLES}|messrs|dipl|ing|[^\W\d_])\.?$", re.IGNORECASE)


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


_PARTICLES = word_set(
    "van von der den de da di du dos das del della la le el al ap bin ibn ben ter ten te zu zur y e o af av wa binti"
    " bint arap ole ould"
)
_STARTERS = word_set(
    "thank thanks thx thankyou i i'm i'd i've i'll we we're it it's this that these those there the a an my our your"
    " you he she they just hope hoping great nice good lovely so and but or if as when while although since because"
    " however also again first firstly second secondly thirdly finally yesterday today tomorrow tonight"
    " monday tuesday wednesday thursday friday saturday sunday"
    " please sorry looking following further regarding re per what who how why where last"
    " could can may might would will should do does did have has is are was were not no yes ok okay well honestly"
    " recently lately earlier meanwhile sincerely regards best cheers later overall altogether anyway besides otherwise"
    " indeed therefore thus hence moreover furthermore nonetheless nevertheless still instead next then afterwards"
    " lastly wow congratulations apologies hooray super amazing awesome brilliant perfect fantastic wonderful note"
    " update reminder pursuant anyways anyhow lol omg man dude btw gosh oh third fourth for in on at with after before"
    " during through"
)
_FUNCTION_WORDS = word_set(
    "i i'm i'd i've i'll you you're your we will would have has is am are was were my me it that this these those"
    " please thank thanks can could be do did not if so but because when they he she his her their our us"
)
_CONTACT = re.compile(
    r"\S+@\S+\.\w|https?://|www\.|\b[\w-]+\.(?:com|org|net|edu|io|dev|me|co|example|uk|de|ca)\b"
    r"|(?:^|[\s:(])\+?\(?\d[\d\s().+/-]{6,}\d"
    r"|^(?:tel|telephone|phone|mobile|mob|cell|fax|e-?mail|web|website|linkedin|github|portfolio|skype)\s*[.:]"
    r"|^[mtpewfhcd]\s*[.:]\s*[+(\d@]",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-*+•‣]|\(?\d{1,2}[.)])\s")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_DATE = late(
    rf"(?:date:?\s*)?(?:\w+day,?\s+)?(?:(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?:{_MONTHS}|{_SHORT_MONTHS})\.?"
    rf"|(?:{_MONTHS}|{_SHORT_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?|(?:date:?\s*)?\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}",
    re.IGNORECASE,
)
_STREET = late(r"\d+[a-z]?,?\s+\S*[^\W\d]|.*\b\d{4,6}(?:-\d{4})?$|.*\b[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}$")
_MATTER = late(r"\s*[*_]{0,2}(?:re|subject|ref|reference|via e-?mail|by e-?mail)\b\s*[:.]?", re.IGNORECASE)
_WRITING = r"\w\s!-/:-@\[-`{-~“”‘’–—…"
_SIGNS_BEFORE = re.compile(rf"(?:[^{_WRITING}]\s*)+(?=\w)")  # emoji and other ornaments before a name
_SIGNS_BEHIND = re.compile(rf"(?:[^{_WRITING}\u0300-\u036f]\s*)+")  # and behind it, read backwards
_BREAK = re.compile(r"<br\s*/?>$")
_LONGEST_LINE = 90
_LONGEST_NAME = 5


def plain(text: str) -> str:
    """The line without Markdown marks and hard breaks, curly apostrophes straight, for comparison only."""
    text = text.strip().removesuffix("\\").replace("’", "'").replace("\xa0", " ")
    return (_BREAK.sub("", text) if text.endswith(">") else text).strip(" \t*_#")


def bare(word: str) -> str:
    """A word in lower case without the marks around it."""
    return word.lower().replace("’", "'").strip(".,;:!?()[]“”\"'*_–—-")


def is_starter(word: str) -> bool:
    """Whether a sentence begins with this word more often than a name does."""
    return bare(word) in _STARTERS and not (len(word) == len("A.") and word[0].isupper() and word[1] == ".")


def ends_abbreviated(text: str) -> bool:
    """Whether the full stop after this text is that of a title or an initial."""
    return _ABBREVIATION.search(text) is not None


def has_open_quote(text: str) -> bool:
    """Whether what somebody says begins in a text, or ends there."""
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”")


def is_name(text: str, *, lower: bool = False) -> bool:
    """Whether a text can be a person's name: one to five words with capitals, perhaps degrees or a remark behind it.

    Args:
        text: the line or a part of one.
        lower: whether a name may be written without capitals.
    """
    if text.rstrip()[-1:] in {"?", "!", ":", ";"}:
        return False
    shown = _unadorned(plain(text).lstrip("–—-~/ "))
    name, *more = re.split(r"[,(|/•·]|\s[–—-]\s|\sx{1,4}$|\s(?:[:;]-?\)|<3)", shown, maxsplit=1)
    name, words = name.strip(), name.split()
    if not 0 < len(words) <= _LONGEST_NAME or is_starter(words[0]) or _has_function_word(" ".join(more)):
        return False
    if name.endswith(".") and not ends_abbreviated(name[:-1]) and len(words) > 1:
        return False
    if has_open_quote(name) or any(char.isdigit() or char in "@<>{}=&%" for char in name):
        return False
    if lower and len(words) < _LONGEST_NAME - 1 and name.replace(" ", "").replace("-", "").replace("'", "").isalpha():
        return not _has_function_word(name)
    return _capital(words[-1]) and all(_capital(word) or bare(word) in _PARTICLES for word in words)


def _unadorned(text: str) -> str:
    before, behind = _SIGNS_BEFORE.match(text), _SIGNS_BEHIND.match(text[::-1])
    return text[before.end() if before else 0 : len(text) - (behind.end() if behind else 0)]


def _has_function_word(text: str) -> bool:
    return any(bare(word) in _FUNCTION_WORDS for word in text.split())


def _capital(word: str) -> bool:
    first = next((char for char in word if char.isalpha()), "")
    return bool(first) and (first.isupper() or first.lower() == first.upper())


def is_particle(word: str) -> bool:
    """Whether a word can stand in a name without a capital (van, de, al …)."""
    return bare(word) in _PARTICLES


def has_capital(word: str) -> bool:
    """Whether the first letter of a word is a capital, or has no case."""
    return _capital(word)


def is_contact(text: str) -> bool:
    """Whether a line gives a telephone number, an address in the net or an e-mail address, and is no sentence."""
    line = plain(text)
    ended = line.endswith((".", "!", "?")) and len(line.split()) > _LONGEST_NAME - 1
    return _has_contact(text) and not ended and not is_prose(line)


def _has_contact(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and _CONTACT.search(plain(text)) is not None


def is_bullet(text: str) -> bool:
    """Whether a line begins a list item."""
    return _BULLET.match(text) is not None


def is_address(text: str) -> bool:
    """Whether a line above a letter can only be part of its head: a date, a street, a contact, the matter."""
    line = plain(text)
    if len(line) > _LONGEST_LINE:
        return False
    return (
        bool(_DATE.fullmatch(line) or _matter_line(line))
        or is_contact(line)
        or (not is_prose(line) and _STREET.match(line) is not None)
    )


def _matter_line(line: str) -> bool:
    match = _MATTER.match(line)
    return (match is not None and match[0].rstrip().endswith((":", "."))) or line.lower().startswith("via ")


def is_head(text: str) -> bool:
    """Whether a line can be part of the head above a greeting: short, and no sentence."""
    line = plain(text)
    if is_address(line):
        return True
    ends = line.endswith((".", "!", "?")) and not re.search(
        r"\b(?:inc|ltd|co|corp|st|ave|rd|gmbh|dept|no)\.$", line, re.IGNORECASE
    )
    return len(line) <= _LONGEST_LINE * 2 // 3 and not ends and not is_prose(line) and not is_bullet(text)


def is_prose(text: str) -> bool:
    """Whether a line reads like a sentence and not like a label."""
    words = plain(text).split()
    return len(words) > 3 and _has_function_word(" ".join(words))  # noqa: PLR2004  a label is short


def is_label(text: str) -> bool:
    """Whether a line names a thing as headings do, with capitals and no full stop ("Food & Beverage, Hotel Elm")."""
    line = plain(text)
    words = [word for word in line.split() if word.isalpha()]
    long = [word for word in words if len(word) > len("and")]
    return (
        bool(words)
        and len(words) < _LONGEST_NAME * 2
        and line[-1:] not in ".!?,;:"
        and not is_bullet(text)
        and all(has_capital(word) for word in [words[0], *long])
    )


def is_signature_line(text: str) -> bool:
    """Whether a line below a close can be part of the signature: a name, a title, a firm, a contact."""
    line = plain(text)
    pieces = re.split(r"\s[|•·]\s", line)
    if len(pieces) > 2:  # noqa: PLR2004  all of a signature on one line
        return all(is_signature_line(piece) for piece in pieces if piece.strip())
    if _has_contact(line) and len(line.split()) <= _LONGEST_NAME * 2:
        return True
    if len(line) > _LONGEST_LINE or line.endswith(("?", ";")) or is_bullet(text):
        return False
    if line[:1] in {"“", '"'}:
        return True
    ended = line.endswith((".", "!")) and (len(line.split()) > _LONGEST_NAME or is_starter(line.split()[0]))
    return not ended and not is_prose(line)
