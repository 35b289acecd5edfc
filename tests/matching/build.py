"""Analyses built by hand, and rules from YAML: what the matcher sees, without a language model.

A sentence is written as its tokens: `word`, `word/POS` or `word/lemma/POS`; `||` begins a new clause. A word without a
part of speech is a noun, a mark is punctuation. `s(tokens, clause, …)` gives the clauses their slots.
"""

from __future__ import annotations

import re
import textwrap

from notelint.catalogue.load import read_rule, word_classes
from notelint.catalogue.source import compose
from notelint.matching.compile import compile_catalogue
from notelint.matching.engine import Settings, judge
from notelint.types import (
    Analysis,
    Catalogue,
    Clause,
    Draft,
    Header,
    Headers,
    KindFinding,
    Paragraph,
    Sentence,
    Span,
    Token,
    Zone,
)

_GLUED = re.compile(r"[.,;:!?)]|n't|'\w+|-")


def split(phrase):
    """A tokenizer that knows one contraction and hyphens."""
    return tuple(re.sub(r"(?<=\w)n't\b", " n't", phrase.lower()).replace("-", " - ").split())


class S:
    """A sentence to be: its tokens, the slots of its clauses, its place."""

    def __init__(self, tokens, *clauses, region="body", new=False):
        self.words = [part.split() for part in tokens.split("||")]
        self.clauses = [dict(clause) for clause in clauses] + [{} for _ in self.words]
        self.region = region
        self.new = new


def note(*sentences, kind="thank-you", headers=(), suppressions=(), english=True):
    """An analysis of these sentences; a string is one body sentence, a new region begins a new paragraph."""
    specs = [S(item) if isinstance(item, str) else item for item in sentences]
    fields = dict(headers)
    text, entries = "", []
    if fields:
        text, entries = _head(fields)
    built, paragraphs, zones = [], [], []
    opened, before = 0, None
    for spec in specs:
        fresh = before is None or spec.new or spec.region != before.region
        if before is not None:
            text += "\n\n" if fresh else " "
        if fresh:
            paragraphs.append([spec.region, len(text), len(text)])
        sentence, text = _sentence(spec, text, len(built), len(paragraphs) - 1, opened)
        opened += spec.region == "body"
        paragraphs[-1][2] = len(text)
        built.append(sentence)
        before = spec
    text += "\n"
    if fields:
        zones.append(Zone("headers", Span(0, paragraphs[0][1] if paragraphs else len(text))))
    for place, (region, start, _) in enumerate(paragraphs):
        end = paragraphs[place + 1][1] if place + 1 < len(paragraphs) else len(text)
        zones.append(Zone(region, Span(start, end)))
    draft = Draft("note.txt", text, Headers("front-matter" if fields else "none", tuple(entries)), tuple(zones),
                  tuple(suppressions), (), (0, *(m.end() for m in re.finditer("\n", text))))  # fmt: skip
    pieces = tuple(
        Paragraph(index, region, text[start:end], tuple(range(start, end)), tuple(range(start + 1, end + 1)))
        for index, (region, start, end) in enumerate(paragraphs)
    )
    words = sum(len(sentence.tokens) for sentence in built)
    return Analysis(draft, KindFinding(kind, "header"), pieces, tuple(built), words, english)


def _head(fields):
    text, entries = "---\n", []
    for key, value in fields.items():
        start = len(text)
        text += f"{key}: {value}\n"
        at = start + len(key) + 2
        entries.append(
            Header(key, value, (value,) if value else (), Span(start, start + len(key)), Span(at, at + len(value)))
        )
    return text + "---\n", entries


def _sentence(spec, text, index, paragraph, opened):
    tokens, owns, start = [], [], len(text)
    for number, words in enumerate(spec.words):
        own = []
        for word in words:
            form, lemma, pos = _parts(word)
            if tokens and not _GLUED.fullmatch(form) and tokens[-1].text != "-":
                text += " "
            span = Span(len(text), len(text) + len(form))
            text += form
            own.append(len(tokens))
            tokens.append(
                Token(len(tokens), form, form.lower(), lemma, pos, span, number, form.isupper() and len(form) > 1)
            )
        owns.append(own)
    clauses = tuple(_clause(number, own, owns, spec.clauses[number], tokens) for number, own in enumerate(owns))
    opening = spec.region == "body" and opened < 2
    return Sentence(index, Span(start, len(text)), spec.region, paragraph, opening, tuple(tokens), clauses), text


def _parts(word):
    parts = word.split("/")
    pos = parts[-1] if len(parts) > 1 else ("NOUN" if parts[0][0].isalnum() else "PUNCT")
    return parts[0], (parts[1] if len(parts) == 3 else parts[0]).lower(), pos


def _clause(number, own, owns, slots, tokens):
    verbs = [i for i in own if tokens[i].pos == "VERB"] or [i for i in own if tokens[i].pos == "AUX"] or own[:1]
    head = verbs[0]
    predicate = (head, *(i for i in own if i > head and tokens[i].pos in {"ADJ", "NOUN"}))
    subtree = own if number else [i for part in owns for i in part]
    values = {
        "parent": 0 if number else None, "who": "nobody", "act": "statement", "frame": "own", "polarity": "positive",
        "modal": "", "time": "present", **slots,
    }  # fmt: skip
    return Clause(index=number, head=head, predicate=predicate, own=tuple(own), subtree=tuple(subtree), **values)


_FRAME = """
id: {id}
summary: A rule under test.
chapter: [8]
kinds: all
severity: error
message: "“{{text}}” is not wanted."
why: Because.
"""
_DEFAULTS = {"message", "kinds", "severity", "chapter", "why", "summary"}


def rule(body, name="rule-under-test"):
    """A rule from the part of its YAML that matters."""
    body = textwrap.dedent(body)
    given = {match[1] for match in re.finditer(r"^(\w+):", body, re.MULTILINE)}
    head = "\n".join(
        line for line in _FRAME.format(id=name).strip().splitlines() if line.split(":")[0] not in given & _DEFAULTS
    )
    if "require:" in body and "missing:" not in body:
        body += "\nmissing: {message: It is missing., zone: body}\n"
    path = f"rules/tone/{name}.yml"
    return read_rule(compose(f"{head}\n{body}", path), path, "tone")


def compiled(*rules, words="", weights=()):
    """These rules (YAML or made), compiled with word classes from YAML."""
    made = [rule(item) if isinstance(item, str) else item for item in rules]
    classes = {item.name: item for item in word_classes(compose(words, "words.yml"), "words.yml")} if words else {}
    return compile_catalogue(Catalogue({item.id: item for item in made}, classes, dict(weights)), split)


def report(rules, analysis, words="", **settings):
    """The report of one rule or several."""
    listed = [rules] if isinstance(rules, str) or not isinstance(rules, (list, tuple)) else rules
    return judge(analysis, compiled(*listed, words=words), Settings(**settings))


def marked(rules, analysis, words=""):
    """What is marked, in order."""
    return [violation.text for violation in report(rules, analysis, words).violations]
