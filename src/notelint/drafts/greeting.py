"""The salutation: which lines, or which beginning of a line, greet somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from notelint.drafts.lines import Line
from notelint.drafts.words import (
    ends_abbreviated,
    has_capital,
    is_address,
    is_head,
    is_name,
    is_particle,
    is_prose,
    is_starter,
    plain,
    word_set,
)

_HELLO = re.compile(
    r"[*_“\"]{0,2}(?:my )?(?:dear(?:est)?|hi+|hello|hullo|hallo|hey+|hiya|heya|howdy|hola|ciao|bonjour|namaste|aloha|yo"
    r"|g[’']day|greetings|salutations|good (?:morning|afternoon|evening|day)|to whom(?:soever|ever)? it may concern)"
    r"(?=$|[\s,:;!.–—…*])",
    re.IGNORECASE,
)
_WHOLE_LINE = re.compile(
    r"(?:to the\b|to all\b|sirs?\b|madam\b|ma[’']am\b|gentlemen\b|ladies and gentlemen\b|respected\b|esteemed\b"
    r"|hono(?:u)?red\b|morning\b|afternoon\b|evening\b|happy \w+day\b|team\b|all\b|everyone\b|folks\b|what[’']?s up\b"
    r"|wassup\b|sup\b).{0,60}[,:!–—-]",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[,:;!](?=\s|$|[*_])|\.(?=\s|$)|…|—|\s[–-](?=\s|$)|–(?=\s|$)")
_SENTENCE = re.compile(
    r"\s(?:and )?(?:many )?(?:thank(?:s| you)?|thx|i(?:[’']\w+)?|just|hope (?:you|this|all|that|your)|hoping|it was"
    r"|it[’']s|my name|how are|what a|great (?:to|meeting)|nice (?:to|meeting))(?=[\s,!]+\w)",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?:was|is|were|are)\b")
_NAMED = re.compile(
    r"((?:[^\W\d_][\w.’'-]*\s+){0,3}[^\W\d_][\w’'-]*)(?:\s*,\s+|\s+[–—-]\s+|—\s*)"
    r"(?=(?:many\s+)?thank|i\b|i[’']|it was|just\b)",
    re.IGNORECASE,
)
_JOINED = word_set(
    "and & or the of to from all both everyone everybody team there folks guys friends colleagues members member hiring"
    " manager managers recruiter recruiting committee panel department board search interview interviewers people sir"
    " madam again my dear"
)
_LONGEST = 16
_LONGEST_INLINE = 7
_LONGEST_UNMARKED = 5
_HEAD_LINES = 20
_WINDOW = 300


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
    for index, line in enumerate(lines[:_HEAD_LINES]):
        length = _length(line.text)
        if length is not None:
            return _extend(lines, index, length)
        if not is_head(line.text):
            break
    for index, line in enumerate(lines[:_HEAD_LINES]):
        length = _by_name(lines, index)
        if length is not None:
            return _extend(lines, index, length)
        if not is_head(line.text):
            break
    head = _head_without_greeting(lines)
    return Greeting(head, head, head, None)


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
    body = text.strip()
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
        sentence = _SENTENCE.search(text, start, start + _WINDOW)
        if sentence and sentence.start() < stop:
            cut = start if count else sentence.start()
            return _up_to(text, cut) if count or len(text[hello:cut].split()) <= _LONGEST_UNMARKED else None
        if count and not (_addresses(segment) or (at_end and _short_rest(text, segment))):
            return _up_to(text, start)
        if not count and (len(segment.split()) > (_LONGEST if at_end else _LONGEST_INLINE) or _VERB.match(segment)):
            return None
        start = after
    return len(text)


def _boundaries(text: str, start: int) -> list[tuple[int, int]]:
    """Where the words of greeting may end: begin and end of each mark, and the line's end."""
    found = []
    for match in _BOUNDARY.finditer(text, start, start + _WINDOW):
        if match[0] == "." and ends_abbreviated(text[start : match.start()]):
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


def _short_rest(text: str, segment: str) -> bool:
    words = segment.split()
    return 0 < len(words) < 4 and text[-1:] in ",:" and not is_starter(words[0])  # noqa: PLR2004  "ana and raj"


def _addresses(segment: str) -> bool:
    """Whether every word is a name, a title or a word that joins them."""
    words = segment.split()
    if not words or (is_starter(words[0]) and words[0].lower() not in _JOINED) or len(words) > _LONGEST_INLINE:
        return False
    named = [word for word in words if has_capital(word) or not any(char.isalpha() for char in word)]
    return all(word in named or word.lower() in _JOINED or is_particle(word) for word in words) and (
        bool(named) or words[-1].lower() in _JOINED
    )


def _by_name(lines: Sequence[Line], index: int) -> int | None:
    """How much of a line greets by a name alone ("Marcus,"; "Ms. Okafor –"; "Marcus, thank you …")."""
    line = lines[index]
    text = plain(line.text)
    name = text.rstrip(",:–—- ")
    if index + 1 < len(lines) and name:
        if text.endswith((",", ":", "–", "—", " -")) and _addresses(name):
            return len(line.text)
        if index == 0 and text.endswith(",") and is_name(name, lower=True):
            return len(line.text)
        if (
            index == 0
            and name == text
            and is_name(name)
            and _addresses(name)
            and not _adjoins(line, lines[1])
            and not is_address(lines[1].text)
        ):
            return len(line.text)
    match = _NAMED.match(line.text.lstrip()) if index == 0 else None
    if match and is_name(match[1]) and not any(is_starter(word) or word.endswith("ly") for word in match[1].split()):
        return len(line.text) - len(line.text.lstrip()) + match.end()
    return None
