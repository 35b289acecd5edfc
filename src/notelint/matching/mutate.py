"""Examples changed a little, to see which rules turn over.

Three changes leave the meaning as it is, so the verdict must stay: contractions, curly quotes, hard wraps. One takes
the words out of the letter, into quoted mail, so a rule that forbids must fall silent and one that requires must miss
them. Two change who says what: the words negated, and put into the reader's mouth; there a rule that forbids will
mostly, but not always, fall silent.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from notelint.matching import examples
from notelint.matching.compile import CompiledCatalogue
from notelint.matching.examples import Analyse
from notelint.types import Example, Rule, Source

Mutation = Literal["contractions", "curly quotes", "hard wraps", "quoted mail", "negated", "reader's mouth"]
Verdict = Literal["turned over", "still speaks", "fell silent"]

SAME: tuple[Mutation, ...] = ("contractions", "curly quotes", "hard wraps")
GONE: Mutation = "quoted mail"
OTHERS: tuple[Mutation, ...] = ("negated", "reader's mouth")

_WIDTH = 46
_LONG_FORMS = {
    "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't", "are not": "aren't",
    "was not": "wasn't", "were not": "weren't", "have not": "haven't", "has not": "hasn't", "had not": "hadn't",
    "would not": "wouldn't", "could not": "couldn't", "should not": "shouldn't", "cannot": "can't", "will not": "won't",
    "I am": "I'm", "you are": "you're", "we are": "we're", "they are": "they're", "it is": "it's", "that is": "that's",
    "I will": "I'll", "you will": "you'll", "we will": "we'll", "I would": "I'd",
}  # fmt: skip
_BARE = r"(?=\s+[a-z])(?!\s+(?:and|but|or|because|if|when|than|as|that|not)\b)"  # no contraction before a pause
_CONTRACT = re.compile(r"\b(" + "|".join(_LONG_FORMS) + rf")\b{_BARE}")
_EXPAND = {short: long for long, short in _LONG_FORMS.items() if short not in {"it's", "that's", "I'd"}}
_EXPANDED = re.compile(r"\b(" + "|".join(_EXPAND) + r")\b(?!')")
_AUXILIARY = re.compile(r"\b(am|is|are|was|were|will|would|could|should|can|may|might|must)\b(?! not|n't)")
_HAVE = re.compile(r"\b(have|has|had)\b(?= \w+(?:ed|en|t)\b)")
_LEADING = re.compile(r"(?:[-*+•>#]|\d+[.)]|On\b|From\b|P\.?S\b|\w+:)")  # would mean something at the start of a line


class Turn(Struct, frozen=True):
    """One example, changed in one way, and what the rule said of it."""

    rule: str
    source: Source
    mutation: Mutation
    verdict: Verdict
    text: str

    @property
    def wrong(self) -> bool:
        """Whether the rule must not have said this."""
        return self.verdict == "turned over" or (self.mutation == GONE and self.verdict == "still speaks")


def run(rule: Rule, compiled: CompiledCatalogue, analyse: Analyse) -> Iterator[Turn]:
    """Each example of a rule in each way that changes it.

    Args:
        rule: the rule.
        compiled: the catalogue it belongs to.
        analyse: the analysis, draft → Analysis.

    Yields:
        What turned over, and of the changes of meaning what the rule said; nothing of what stayed as it must.
    """
    for example, speaks in (*((one, True) for one in rule.violations), *((one, False) for one in rule.fine)):
        if examples.speaks(rule, example, compiled, analyse) != speaks:
            continue  # `notelint test` says so
        for mutation in (*SAME, GONE, *OTHERS):
            changed = _changed(rule, example, mutation, speaks=speaks)
            if changed is None or (mutation == GONE and not _matters(rule, example, compiled, analyse)):
                continue
            now = examples.speaks(rule, changed, compiled, analyse)
            verdict = _verdict(rule, mutation, before=speaks, now=now)
            if verdict:
                yield Turn(rule.id, example.source, mutation, verdict, changed.text)


def _matters(rule: Rule, example: Example, compiled: CompiledCatalogue, analyse: Analyse) -> bool:
    """Whether it is the example's words on which the verdict hangs, and not the letter around them."""
    bare = replace(example, text=examples.BODY, marks=())
    return examples.speaks(rule, bare, compiled, analyse) == bool(rule.require)


def _verdict(rule: Rule, mutation: Mutation, *, before: bool, now: bool) -> Verdict | None:
    if mutation in SAME:
        return "turned over" if now != before else None
    if rule.require:
        return "turned over" if not now else None
    return "still speaks" if now else "fell silent"


def _changed(rule: Rule, example: Example, mutation: Mutation, *, speaks: bool) -> Example | None:
    """The example changed in this way; None where it cannot be, or where that says nothing."""
    if mutation in SAME:
        if mutation == "contractions" and rule.check:
            return None  # a word more or less is another text to a rule that counts
        text = _TEXT[mutation](example.text) if example.place in _PLACES[mutation] else example.text
        return replace(example, text=text, marks=()) if text != example.text else None
    if rule.check or example.place != "body" or speaks == bool(rule.require):
        return None
    if mutation == GONE:
        return _quoted(example)
    if rule.require:
        return None
    text = _negated(example.text) if mutation == "negated" else f"You said to me: “{example.text.rstrip()}”"
    return replace(example, text=text, marks=()) if text != example.text else None


def _contracted(text: str) -> str:
    """All that can be contracted is; where nothing can, what is contracted is written out."""
    short = _CONTRACT.sub(lambda found: _LONG_FORMS[found[1]], text)
    return short if short != text else _EXPANDED.sub(lambda found: _EXPAND[found[1]], text)


def _curly(text: str) -> str:
    text = re.sub(r'(?:(?<=\s)|(?<=\()|^)"', "“", text).replace('"', "”")
    return re.sub(r"(?:(?<=\s)|(?<=\()|^)'(?=\w[^']*')", "‘", text).replace("'", "’")


def _wrapped(text: str) -> str:
    """Lines of the width that old mail programs had, each beginning with a plain word."""
    if "\n" in text:
        return text
    lines = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    made = lines[:1]
    for line in lines[1:]:
        plain = not _LEADING.match(line) and len(line.split()) > 1
        made = [*made, line] if plain else [*made[:-1], f"{made[-1]} {line}"]
    return "\n".join(made)


def _negated(text: str) -> str:
    """With a “not” after the first auxiliary; unchanged where there is none."""
    for pattern in (_AUXILIARY, _HAVE):
        negated = pattern.sub(r"\1 not", text, count=1)
        if negated != text:
            return negated.replace("can not", "cannot")
    return text


def _quoted(example: Example) -> Example:
    """The whole draft, in which the example's words stand below the letter as mail that is answered."""
    draft, _ = examples.draft_of(replace(example, text=examples.BODY, marks=()))
    quoted = "".join(f"> {line}\n" for line in example.text.splitlines())
    below = f"\nOn Mon, 2 Mar 2026 at 09:14, Amara Okafor <amara.okafor@northwind.example> wrote:\n\n{quoted}"
    return replace(example, text=draft.text + below, place="whole", marks=())


_TEXT: dict[Mutation, Callable[[str], str]] = {
    "contractions": _contracted,
    "curly quotes": _curly,
    "hard wraps": _wrapped,
}
_PLACES: dict[Mutation, tuple[str, ...]] = {
    "contractions": ("body", "greeting", "closing", "subject"),
    "curly quotes": ("body", "greeting", "closing", "subject"),
    "hard wraps": ("body",),
}
