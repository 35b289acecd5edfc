"""Paragraphs that were parsed before: the same parses, in order, each text parsed once, and no more held than the bound."""

import pytest

from notelint.language import model, recent
from notelint.language.recent import Recent, parsed

TEXTS = ("Thank you for your time.", "Kind regards,", "I would be glad to join the kitchen.", "Amara")


def said(docs):
    return [[(token.text, token.lemma_, token.tag_, token.dep_, token.head.i) for token in doc] for doc in docs]


def room(texts):
    return sum(len(doc) + recent._EACH for doc in model.load().pipe(texts))


class Counting:
    """The real model, and the texts that it was given."""

    def __init__(self):
        self.given = []

    def __call__(self, texts):
        self.given.append(texts)
        return model.load().pipe(texts)


@pytest.mark.parametrize(
    ("before", "asked", "parsed_now"),
    [
        ((), TEXTS, list(TEXTS)),
        (TEXTS, TEXTS, []),
        (TEXTS[:2], TEXTS, list(TEXTS[2:])),
        ((), (TEXTS[0], TEXTS[1], TEXTS[0], TEXTS[1]), list(TEXTS[:2])),
        (TEXTS[1:2], (TEXTS[1], TEXTS[0], TEXTS[1]), [TEXTS[0]]),
        ((), (), []),
    ],
)
def test_each_text_is_parsed_once(before, asked, parsed_now):
    known, parse = Recent(), Counting()
    list(parsed(before, known, parse))
    assert said(parsed(asked, known, parse)) == said(model.load().pipe(asked))
    assert parse.given[-1] == parsed_now


def test_the_paragraph_that_nobody_asked_for_the_longest_goes(monkeypatch):
    monkeypatch.setattr(recent, "_MOST", room(TEXTS[:3]))
    known, parse = Recent(), Counting()
    list(parsed(TEXTS[:3], known, parse))
    list(parsed(TEXTS[:1], known, parse))
    list(parsed(TEXTS[3:], known, parse))
    assert list(known.known(TEXTS)) == [TEXTS[0], TEXTS[2], TEXTS[3]]


def test_what_is_kept_is_small():
    known, parse = Recent(), Counting()
    long = "I would be glad to join the kitchen. " * 80
    list(parsed((*TEXTS, long), known, parse))
    kept = known.known((*TEXTS, long))
    assert list(kept) == list(TEXTS)
    assert all(doc.tensor.size == 0 and doc.tensor.base is None for doc in kept.values())


def test_a_text_that_is_known_for_one_list_and_goes_meanwhile_is_still_there(monkeypatch):
    monkeypatch.setattr(recent, "_MOST", room(TEXTS[:1]))
    known, parse = Recent(), Counting()
    list(parsed(TEXTS[:1], known, parse))
    assert said(parsed((TEXTS[1], TEXTS[2], TEXTS[0]), known, parse)) == said(
        model.load().pipe([TEXTS[1], TEXTS[2], TEXTS[0]])
    )
