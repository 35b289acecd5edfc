"""A paragraph that was read before, in this letter or in another: its sentences are those that reading it anew gives."""

from __future__ import annotations

import pytest

from notelint.drafts.read import from_text
from notelint.language import analyse, model, reread
from notelint.language.recent import Recent
from notelint.language.sentences import SentenceBuilder

SHARED = "Thank you for the tour. Marsh asked who could mend the old press, and I can."


def letter(*paragraphs: str, to: str = "", greeting: str = "Dear Ms. Iyer,", line: str = "\n") -> str:
    head = f"---\nto: {to}\n---\n" if to else ""
    return (head + "\n\n".join((greeting, *paragraphs, "Kind regards,\nAmara Dell")) + "\n").replace("\n", line)


def anew(text: str, monkeypatch: pytest.MonkeyPatch) -> object:
    """The analysis by a process that has parsed nothing before."""
    monkeypatch.setattr(model._loaded(model.DEFAULT), "recent", Recent())
    return analyse(from_text(text, "draft.txt"))


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(letter(SHARED), id="the same letter"),
        pytest.param(letter("I was glad to come.", SHARED), id="further down"),
        pytest.param(letter("I was glad to come. It was cold.", "The tea helped.", SHARED), id="no longer its opening"),
        pytest.param(letter("I liked it.", f"P.S. {SHARED}"), id="another zone"),
        pytest.param(letter(SHARED, to="Jo Marsh"), id="by the reader's name"),
        pytest.param(letter(SHARED, greeting="Dear Jo Marsh,"), id="by the name of the greeting"),
        pytest.param(letter(SHARED, line="\r\n"), id="other line ends"),
        pytest.param(letter(SHARED.replace(" tour", "\ntour")), id="wrapped"),
        pytest.param(letter(SHARED.replace(" tour", "\r\ntour")), id="wrapped by two characters"),
        pytest.param(letter(SHARED.replace("Thank", "\u00adThank")), id="with an invisible character"),
        pytest.param(letter(SHARED, SHARED), id="twice"),
    ],
)
@pytest.mark.parametrize(
    "before", [letter(SHARED), letter(SHARED, to="Jo Marsh"), letter(SHARED.replace(" tour", "\r\ntour"))]
)
def test_what_was_read_before_is_as_if_read_anew(before, after, monkeypatch):
    expected = anew(after, monkeypatch)
    anew(before, monkeypatch)
    for text in (before, before, after, before):  # kept from the second time on
        analyse(from_text(text, "draft.txt"))
    assert analyse(from_text(after, "draft.txt")) == expected


def test_a_paragraph_is_read_twice_and_then_moved(monkeypatch):
    anew(letter("I was glad to come."), monkeypatch)
    reads: list[str] = []
    plain = SentenceBuilder._read
    monkeypatch.setattr(
        SentenceBuilder, "_read", lambda self, piece, doc: (reads.append(piece.text), plain(self, piece, doc))[1]
    )
    for number in range(4):
        analyse(from_text(letter(f"I came on day {number}.", SHARED), "draft.txt"))
    assert reads.count(SHARED) == 2


def test_what_is_asked_for_once_is_not_kept(monkeypatch):
    anew(letter(SHARED), monkeypatch)
    known = model._loaded(model.DEFAULT).recent.known([SHARED])
    assert known[SHARED].user_data == {reread._KEY: None}
