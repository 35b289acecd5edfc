"""The slots of messages and suggestions: {name}, {company}, {position}, {day}, {topic}, {conversation}, {text}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from notelint.drafts import moments
from notelint.types import MONTHS, WEEKDAYS, Analysis, Headers

_SLOT = re.compile(r"\{(name|company|position|day|topic|conversation|text|calm)\}|\[([a-z][^\]\n]*)\]")
_ALONE = re.compile(r"\[[^\]\n]*\]")
_SALUTATION = re.compile(
    r"(?:dear|hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|greetings)\b[\s,]*(?:again\b[\s,]*)?",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:sir|madam|team|manager|committee|panel|whom|all|everyone|there|department|recruiter|colleagues|members|staff)\b"
    r"|[\[{<_]|^\W*$",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
_VERBS_TOO = frozenset({"March", "May"})
_CAPITAL = re.compile(rf"\b(?:i|{'|'.join({*WEEKDAYS, *MONTHS} - _VERBS_TOO)})\b", re.IGNORECASE)
_PLAIN = {"name": "the reader", "company": "the company", "position": "the position", "day": "that day"}
_PLAIN |= {"topic": "what you talked about"}
_OPEN = {"topic": "a topic of your conversation"}  # what an open slot says where its name alone would say too little
_MOST = 3  # topics that a message names
_MARKS = " .,;:!?"


def known(analysis: Analysis, *, greeting: bool = True) -> dict[str, str]:
    """What the draft tells of the slots: the name greeted or addressed, and what its headers say.

    Args:
        analysis: of the draft.
        greeting: whether its greeting tells a name; not for a rule that finds none in it.
    """
    headers = analysis.draft.headers
    values = {key: headers.value(key).strip() for key in ("company", "position")}
    values["name"] = (_greeted(analysis) if greeting else "") or _addressed(headers)
    interview = moments.of(headers, "interview")
    values["day"] = f"{interview.day.day} {MONTHS[interview.day.month - 1]}" if interview else ""
    entry = headers.get("topics")
    talked = [topic for item in (entry.items if entry else ()) if (topic := item.strip(_MARKS))]
    values["topic"] = talked[0] if talked else ""
    values["conversation"] = f"your conversation about {_joined(talked)}" if talked else "your conversation"
    return {slot: value for slot, value in values.items() if value}


def fill(template: str, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Fill a template.

    Returns:
        The text, in which an unknown slot stays as `[slot]`, and the names of the slots that stayed.
    """
    left: list[str] = []

    def put(match: re.Match[str]) -> str:
        slot = match[1] or match[2]
        if match[1] and slot in values:
            return values[slot]
        slot = _OPEN.get(slot, slot) if match[1] else slot
        left.append(slot)
        return f"[{slot}]"

    return _SLOT.sub(put, template), tuple(dict.fromkeys(left))


def choose(templates: Iterable[str], values: Mapping[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """The templates that can be filled whole, in order; when none can, the first with its open slots.

    One without words, which leaves out what is there, stands beside either.
    """
    filled = [fill(template, values) for template in templates]
    worded = [entry for entry in filled if entry[0]]
    taken = [entry for entry in worded if not entry[1]] or worded[:1]
    return [entry for entry in filled if not entry[0] or entry in taken]


def is_slot(text: str) -> bool:
    """Whether a text is an open slot and no more: “[what belongs here]” says what to write, and mends nothing."""
    return _ALONE.fullmatch(text) is not None


def calm(text: str, *, begins: bool = False) -> str:
    """Words without shouting: small letters, one mark where there were several.

    “I”, days and months keep their capital, and so does the first word where it begins a sentence. Letters that are set
    apart are put together.
    """
    if re.fullmatch(r"[^\W\d_](?:[ -][^\W\d_]){3,}", text):
        text = re.sub(r"[ -]", "", text)
    small = _CAPITAL.sub(lambda word: word[0].capitalize(), text.lower()) if text.isupper() else text
    small = small[:1].upper() + small[1:] if begins else small
    small = small.replace("‽", "?")
    return re.sub(r"([!?])[\s!?]*[!?]", lambda marks: "?" if "?" in marks[0] else "!", small)


def message(template: str, values: Mapping[str, str]) -> str:
    """A message: an unknown name is “the reader”, other unknown slots read naturally too."""
    return fill(template, {**_PLAIN, **values})[0]


def _joined(topics: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”, “a, b, c and more”."""
    named = [*topics[:_MOST], *(["more"] if len(topics) > _MOST else [])]
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _greeted(analysis: Analysis) -> str:
    line = next((paragraph.text for paragraph in analysis.paragraphs if paragraph.region == "greeting"), "")
    return _name(_SALUTATION.sub("", line, count=1) if _SALUTATION.match(line) else line)


def _addressed(headers: Headers) -> str:
    entry = headers.get("to")
    first = entry.items[0] if entry and entry.items else ""
    name = re.sub(r"\s*<[^>]*>", "", first).strip(" \"'")
    return "" if "@" in name else _name(name)


def _name(words: str) -> str:
    name = words.strip(" ,:;!-–—.")
    return "" if _NOBODY.search(name) or len(name) > _LONGEST_NAME else name
