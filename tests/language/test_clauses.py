"""Sentences and the slots of their clauses (clauses.yml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from notelint.language import analyse
from notelint.types import Clause, Draft, Header, Headers, Sentence, Span, Zone

TABLE = Path(__file__).with_name("clauses.yml")


class Expected(NamedTuple):
    who: str
    predicate: str
    act: str = "-"
    frame: str = "-"
    polarity: str = "-"
    modal: str = "-"
    time: str = "-"

    @classmethod
    def read(cls, line: str) -> Expected:
        return cls(*(cell.strip() for cell in line.split("|")))


def rows() -> list[Any]:
    found = []
    for topic, sentences in yaml.safe_load(TABLE.read_text("utf-8")).items():
        for text, entry in sentences.items():
            row = {"clauses": entry} if isinstance(entry, list) else entry
            marks = [pytest.mark.xfail(reason=row["limit"], strict=True)] if "limit" in row else []
            found.append(pytest.param(text, row, id=f"{topic}: {text}", marks=marks))
    return found


def draft_of(text: str, row: dict[str, Any]) -> Draft:
    greeting = f"{row['greeting']}\n\n" if "greeting" in row else ""
    body = Span(len(greeting), len(greeting) + len(text))
    entries = tuple(
        Header(key, row[key], tuple(row[key].split(", ")), Span(0, 0), Span(0, 0))
        for key in ("to", "company")
        if key in row
    )
    zones = (Zone("greeting", Span(0, len(greeting))),) if greeting else ()
    return Draft("x.txt", greeting + text, Headers(entries=entries), (*zones, Zone("body", body)))


def has_predicate(sentence: Sentence, clause: Clause, wanted: str) -> bool:
    if wanted == "-":
        return True
    words = iter(sentence.tokens[i] for i in clause.predicate)
    return all(any(word in {token.lemma, token.lower} for token in words) for word in wanted.split())


def slots(clause: Clause) -> tuple[str, ...]:
    return clause.who, clause.act, clause.frame, clause.polarity, clause.modal or "none", clause.time


def agrees(clause: Clause, expected: Expected) -> bool:
    wanted = (expected.who, *expected[2:])
    return all(cell == "-" or slot in cell.split("/") for cell, slot in zip(wanted, slots(clause), strict=True))


def show(sentence: Sentence) -> str:
    return "\n".join(
        " | ".join((" ".join(sentence.tokens[i].lemma for i in clause.predicate), *slots(clause)))
        for clause in sentence.clauses
    )


@pytest.mark.parametrize(("text", "row"), rows())
def test_clauses_have_these_slots(text: str, row: dict[str, Any]) -> None:
    sentences = [s for s in analyse(draft_of(text, row)).sentences if s.region == "body"]
    for line in row["clauses"]:
        expected = Expected.read(line)
        found = any(
            has_predicate(sentence, clause, expected.predicate) and agrees(clause, expected)
            for sentence in sentences
            for clause in sentence.clauses
        )
        assert found, f"{text}\nwanted {line}\n" + "\n".join(show(sentence) for sentence in sentences)
