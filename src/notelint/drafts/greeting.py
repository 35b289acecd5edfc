"""The salutation: which lines, or which beginning of a line, greet somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from notelint.drafts.lines import Line
from notelint.drafts.words import (
    ends_abbreviated,
    has_capital,
    has_open_quote,
    is_address,
    is_bullet,
    is_head,
    is_name,
    is_particle,
    is_prose,
    is_starter,
    plain,
    word_set,
)
from notelint.late import late

_HELLO = re.compile(
    r"[*_“\"]{0,2}(?:(?:my )?(?:dear(?:est)?(?! me\b)|hi+|hello|hullo|hallo|hey+|hiya|heya|howdy|hola|olá|ciao|bonjour"
    r"|namaste|aloha|salaam|shalom|yo|kia ora|tēnā koe|g[’']day|greetings(?! card)|salutations"
    r"|good (?:morning|afternoon|evening|day)|guten (?:morgen|tag|abend)|buongiorno|buenos días|bom dia|hej|moin"
    r"|to whom(?:soever|ever)? (?:it|this) may concern)"
    r"|(?:(?:an?|the|my|most|very|warm(?:est)?|kind(?:est)?|hearty|cheerful) ){1,3}"
    r"(?:hello|hi|greetings?|(?:good )?(?:morning|afternoon|evening|day)) to you(?: both| all)?)"
    r"(?=$|[\s,:;!.–—…*])",
    re.IGNORECASE,
)
_WHOLE_LINE = late(
    r"(?:to the\b|to all\b|sirs?\b|madam\b|ma[’']am\b|gentlemen\b|ladies and gentlemen\b|(?:most |highly |much )?"
    r"(?:respected|esteemed|honou?red)\b|morning\b|afternoon\b|evening\b|happy (?:\w+day|new year|holidays|easter)\b"
    r"|merry christmas\b|team\b|all\b|everyone\b|folks\b|what[’']?s up\b|wassup\b|sup\b).{0,60}[,:!–—-]",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[,:;!](?=\s|$|[*_])|\.(?=\s|$)|…|—|\s[–-](?=\s|$)|–(?=\s|$)")
_SENTENCE = re.compile(
    r"\s(?:and )?(?:many )?(?:thank(?:s| you)?|thx|i(?:[’']\w+)?|just|hope (?:you|this|all|that|your)|hoping|it was"
    r"|it[’']s|my name|how are|what a|great (?:to|meeting)|nice (?:to|meeting))(?=[\s,!]+\w)",
    re.IGNORECASE,
)
_DEAR = re.compile(r"[\s*_“\"]*dear\b", re.IGNORECASE)
_VERB = re.compile(r"(?:was|is|were|are)\b")
_REMARK = re.compile(r"if (?:I|we) may|if you will allow", re.IGNORECASE)
_BRACKETS = re.compile(r"(?<=\()[^()]{1,80}(?=\))")
_FIRM = re.compile(r"\b(?:ltd|inc|corp|co|llc|plc)$", re.IGNORECASE)
_TITLED = re.compile(r"(?:mr|mrs|ms|mx|miss|dr|prof|professor|chef|sister|frau|herr)\.?\s+[^\W\d_]", re.IGNORECASE)
_OPENING = (
    r"(?:a (?:short|quick|brief)|many|much|thank\w*|thx|i|i[’']\w+|it|it[’']s|just|my|we|this|what|how|hope|hoping"
    r"|could|can|would|will|please|quick|following|here|great|nice|lovely|good)\b"
)
_NAMED = late(
    r"((?:[^\W\d_][\w.’'-]*\s+){0,3}[^\W\d_][\w’'-]*)(?:\s*,\s+|\s+[–—-]\s+|—\s*|!\s+|(?P<colon>:\s+))"
    rf"(?:(?={_OPENING})|(?P<capital>(?=(?-i:A|An|As|After|At|In|On|With|Since|To|The|Your|Our)\s)))",
    re.IGNORECASE,
)
_ELSE = re.compile(r"\band\b.*\b(?:who|that|else|all|everyone|everybody|others?)\b", re.IGNORECASE)
_JOINED = word_set(
    "and & or the of to from all both everyone everybody team there folks guys friends colleagues members member hiring"
    " manager managers recruiter recruiting committee panel department board search interview interviewers people sir"
    " madam again my dear your whole"
)
_LONGEST = 16
_LONGEST_INLINE = 7
_LONGEST_UNMARKED = 5
_LONGEST_NAMES = 10
_HEAD_LINES = 20
_WINDOW = 300
_SHORT = 45  # characters


class Greeting(NamedTuple):
    """Where the letter proper begins: indices into the lines given."""

    head: int  # lines above, an address block
    first: int  # first line of the greeting; equals `end` without one
    end: int  # index after the last greeting line
    cut: int | None  # offset at which the last greeting line goes on as body


def is_salutation(text: str) -> bool:
    """Whether a line begins with a word of greeting."""
    return _length(text) is not None


def find(lines: Sequence[Line]) -> Greeting:
    """The address block and the greeting at the beginning of a letter.

    Args:
        lines: the writer's visible lines (no blank ones), after front matter or mail headers, without quoted mail.

    Returns:
        A Greeting; without any salutation its `first` and `end` are equal.
    """
    loose = False
    for index, line in enumerate(lines[:_HEAD_LINES]):
        length = _length(line.text)
        if length is not None and not (loose and (length < len(line.text.rstrip()) or not _DEAR.match(line.text))):
            return _extend(lines, index, length)
        if not is_head(line.text):
            if not _is_above_dear(line.text):
                break
            loose = True
    for index, line in enumerate(lines[:_HEAD_LINES]):
        length = _by_name(lines, index)
        if length is not None:
            return _extend(lines, index, length)
        if not is_head(line.text):
            break
    head = _head_without_greeting(lines)
    return Greeting(head, head, head, None)


def _is_above_dear(text: str) -> bool:
    """Whether a line that reads like a sentence may still stand above a “Dear …” line ("Draft 2, do not send yet")."""
    return len(text) <= _SHORT and plain(text)[-1:] not in {".", "!", "?", ",", ":"} and not is_bullet(text)


def _head_without_greeting(lines: Sequence[Line]) -> int:
    head = 0
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if not is_head(line.text):
            break
        if is_address(line.text):
            head = index + 1
    return head if head < len(lines) else 0


def _extend(lines: Sequence[Line], index: int, length: int) -> Greeting:
    """Take in further greeting lines: a second `Dear …,` line, or the names that a comma or an *and* announces."""
    end = index
    while True:
        line = lines[end]
        if line.text[length:].strip(" \t*_\\"):
            return Greeting(index, index, end + 1, line.start + length)
        end += 1
        if end == len(lines) or not _adjoins(line, lines[end]):
            return Greeting(index, index, end, None)
        more = _length(lines[end].text)
        if more is None and not _continues(plain(line.text), plain(lines[end].text)):
            return Greeting(index, index, end, None)
        length = more if more is not None else len(lines[end].text)


def _adjoins(line: Line, following: Line) -> bool:
    return following.number == line.number + 1


def _continues(line: str, following: str) -> bool:
    open_end = line.endswith((",", " and", "&")) or _HELLO.fullmatch(line) is not None
    return open_end and following[-1:] in {",", ":", "–", "—"} and _addresses(following.rstrip(",:–— "))


def _length(text: str) -> int | None:
    """How many characters of a line greet; None when it does not begin with a salutation."""
    indent = len(text) - len(text.lstrip())
    body = _BRACKETS.sub(lambda remark: "x" * len(remark[0]), text.strip())
    match = _HELLO.match(body)
    if match is None:
        stripped = plain(body)
        whole = _WHOLE_LINE.fullmatch(stripped) and len(stripped.split()) <= _LONGEST_INLINE + 1
        return len(text) if whole else None
    length = _after_hello(body, match.end())
    if (
        length is None
        and body.endswith((",", ":"))
        and len(body.split()) <= _LONGEST
        and not is_prose(body[match.end() :])
    ):
        return len(text)
    return None if length is None else indent + length


def _after_hello(text: str, hello: int) -> int | None:
    start = hello
    for count, (stop, after) in enumerate(_boundaries(text, hello)):
        segment = text[start:stop].strip(" *_")
        at_end = after == len(text)
        if not count and _VERB.match(segment):
            return None
        sentence = _SENTENCE.search(text, start, start + _WINDOW)
        if sentence and sentence.start() < stop and not _REMARK.fullmatch(segment):
            cut = start if count else sentence.start()
            return _up_to(text, cut) if count or _greets(text[hello:cut]) else None
        if count and not (_addresses(segment) or _REMARK.fullmatch(segment) or (at_end and _ends_list(text, segment))):
            return _up_to(text, start)
        if text[stop:after].startswith(".") and not at_end:
            return _up_to(text, after) if _greets(segment) or count else None
        if not count and len(segment.split()) > (_LONGEST if at_end else _LONGEST_INLINE):
            return None
        start = after
    return len(text)


def _greets(words: str) -> bool:
    """Whether these words alone, with no mark behind them, are those of a greeting."""
    named = words.strip(" *_")
    return (
        not named
        or _addresses(named)
        or (len(named.split()) < _LONGEST_UNMARKED - 1 and not is_prose(f"{named} x x x"))
    )


def _boundaries(text: str, start: int) -> list[tuple[int, int]]:
    """Where the words of greeting may end: begin and end of each mark, and the line's end."""
    found = []
    for match in _BOUNDARY.finditer(text, start, start + _WINDOW):
        words = text[start : match.start()]
        if match[0] == "." and (ends_abbreviated(words) or _FIRM.search(words)):
            continue
        found.append((match.start(), match.end()))
    if not found or text[found[-1][1] :].strip(" *_\\"):
        found.append((len(text), len(text)))
    else:
        found[-1] = (found[-1][0], len(text))
    return found


def _up_to(text: str, offset: int) -> int:
    """The offset after the white space that follows."""
    return offset + len(text[offset:]) - len(text[offset:].lstrip())


def _ends_list(text: str, segment: str) -> bool:
    """Whether the last words of a line that ends with a comma or a colon name further people."""
    words = segment.split()
    if not words or text[-1:] not in ",:" or is_starter(words[0]):
        return False
    return len(words) < 4 or (len(words) <= _LONGEST and _ELSE.search(segment) is not None)  # noqa: PLR2004  "ana and raj"


def _addresses(segment: str) -> bool:
    """Whether every word is a name, a title or a word that joins them."""
    words = segment.split()
    if not words or (is_starter(words[0]) and words[0].lower() not in _JOINED) or len(words) > _LONGEST_NAMES:
        return False
    if has_open_quote(segment) or segment.lower().startswith("greetings from "):
        return False
    named = [word for word in words if has_capital(word) or not any(char.isalnum() for char in word)]
    return all(word in named or word.lower() in _JOINED or is_particle(word) for word in words) and (
        bool(named) or words[-1].lower() in _JOINED
    )


def _by_name(lines: Sequence[Line], index: int) -> int | None:
    """How much of a line greets by a name alone ("Marcus,"; "Ms. Okafor –"; "Marcus, thank you …")."""
    line = lines[index]
    text = plain(line.text)
    name = text.rstrip(",:–—-! ")
    if is_bullet(line.text):
        return None
    if index + 1 < len(lines) and name and _stands_alone(lines, index, text, name):
        return len(line.text)
    match = _NAMED.match(line.text.lstrip()) if index == 0 else None
    if match is None:
        return None
    titled = _TITLED.match(match[1]) is not None
    if not titled and (match["colon"] or match["capital"] is not None or not _is_called(match[1])):
        return None
    return len(line.text) - len(line.text.lstrip()) + match.end()


def _stands_alone(lines: Sequence[Line], index: int, text: str, name: str) -> bool:
    """Whether a line is a name that greets, and nothing else."""
    if text.endswith((",", ":", "–", "—", " -", "--")) and (_addresses(name) or _is_titled(name)):
        return True
    if index:
        return False
    if text.endswith(","):
        return is_name(name, lower=True)
    marked = name == text or text.endswith("!")
    apart = not _adjoins(lines[0], lines[1]) and not is_address(lines[1].text)
    return marked and apart and is_name(name) and _addresses(name) and _is_called(name)


def _is_titled(name: str) -> bool:
    return _TITLED.match(name) is not None and len(name.split()) < _LONGEST_UNMARKED


def _is_called(name: str) -> bool:
    """Whether a name can be what somebody is called by, not an adverb or a participle at a sentence's beginning."""
    words = name.split()
    if any(is_starter(word) or word.endswith("ly") for word in words):
        return False
    return is_name(name) and not (len(words) == 1 and len(name) > len("Fleming") and name.endswith("ing"))
