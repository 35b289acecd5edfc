"""The pieces of a draft that are analysed one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from notelint.drafts.read import from_text
from notelint.language.paragraphs import paragraphs

LETTER = """\
---
subject: Thank you: the ward post
to: Ms. Roy
---
Dear Ms. Roy,

Thank you for
today.

I can offer

- nine years at the lathe
- a licence
  for cranes

Kind regards,
Ola Berg
+44 20 7946 0000

P.S. I found my glove.

On Tue, 3 May 2022, Ms. Roy wrote:
> See you at ten.
"""


def pieces(text: str, path: str = "letter.txt") -> list[tuple[str, str]]:
    return [(piece.region, piece.text) for piece in paragraphs(from_text(text, path))]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=ascii)
def test_letter_falls_into_its_pieces(line_end: str) -> None:
    assert pieces(LETTER.replace("\n", line_end)) == [
        ("subject", "Thank you: the ward post"),
        ("greeting", "Dear Ms. Roy,"),
        ("body", "Thank you for today."),
        ("body", "I can offer"),
        ("body", "nine years at the lathe"),
        ("body", "a licence for cranes"),
        ("closing", "Kind regards,"),
        ("signature", "Ola Berg"),
        ("signature", "+44 20 7946 0000"),
        ("postscript", "P.S. I found my glove."),
    ]


@pytest.mark.parametrize("bullet", ["-", "*", "+", "•", "–", "1.", "2)", "(3)"])
def test_list_items_are_paragraphs_without_their_bullets(bullet: str) -> None:
    text = f"Dear Ms. Roy,\n\nI bring\n{bullet} patience\n{bullet} a van\n\nKind regards,\nOla Berg\n"
    assert [piece for region, piece in pieces(text) if region == "body"] == ["I bring", "patience", "a van"]


def test_blank_line_with_spaces_ends_a_paragraph() -> None:
    body = [piece for region, piece in pieces("Dear Ms. Roy,\n\nOne day.\n \t\nTwo days.\n") if region == "body"]
    assert body == ["One day.", "Two days."]


def test_comments_of_markdown_are_no_prose() -> None:
    text = "Dear Ms. Roy,\n\nThanks a **lot**.\n\n<!-- notelint-ignore no-gifts: a joke -->\nThe jam was good.\n"
    body = [piece for region, piece in pieces(text, "letter.md") if region == "body"]
    assert body == ["Thanks a lot.", "The jam was good."]


def test_indices_and_maps_fit() -> None:
    draft = from_text(LETTER, str(Path("letter.txt")))
    for index, piece in enumerate(paragraphs(draft)):
        assert piece.index == index
        assert len(piece.text) == len(piece.starts) == len(piece.ends)
        assert draft.slice(piece.span(0, len(piece.text))).split() == piece.text.split()


def test_empty_range_is_an_empty_span() -> None:
    piece = paragraphs(from_text(LETTER, "letter.txt"))[1]
    assert piece.span(0, 0) == (piece.starts[0], piece.starts[0])
    assert piece.span(len(piece.text), len(piece.text)) == (piece.ends[-1], piece.ends[-1])


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t"], ids=ascii)
def test_nothing_has_no_paragraphs(text: str) -> None:
    assert pieces(text) == []
