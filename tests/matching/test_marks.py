"""What is marked can be quoted: no word is cut, no bracket stays open, no end hangs in the air."""

import pytest

from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching.marks import readable


@pytest.mark.parametrize(
    ("text", "words", "shown", "of_words"),
    [
        pytest.param("I haven't stopped smiling.", "n't stopped", "haven't stopped", "haven't stopped", id="cut word"),
        pytest.param(
            "I left on the strength of what you said, and went home.", "left on the strength of",
            "left on the strength of what you said", "left on the strength of", id="a word that leads on",
        ),
        pytest.param(
            "I sent a request (your dog is adorable) to Ann.", "sent a request (your",
            "sent a request (your dog is adorable)", "sent a request (your", id="open bracket",
        ),
        pytest.param("It runs out on the 28th.", "runs out on", "runs out on the 28th", "runs out on", id="full stop"),
        pytest.param("I waited an hour, alone.", "waited an hour", "waited an hour", "waited an hour", id="whole"),
        pytest.param("I asked if I'm still wanted.", "if I", "if I'm still wanted", "if I'm", id="cut at the end"),
        pytest.param(
            "It runs out on the twenty-eighth of May.", "runs out on",
            "runs out on the twenty-eighth of May", "runs out on", id="a hyphen ends no word",
        ),
        pytest.param("You came, dear.", ", dear", ", dear", ", dear", id="a comma is no piece of a word"),
    ],
)  # fmt: skip
def test_what_is_marked_can_be_quoted(text, words, shown, of_words):
    analysis = analyse(from_text(f"Dear Ann,\n\n{text}\n\nKind regards,\nLee Park\n", "draft.txt"))
    sentence = next(each for each in analysis.sentences if each.region == "body")
    start = analysis.draft.text.index(words)
    inside = [at for at, token in enumerate(sentence.tokens) if start <= token.span.start < start + len(words)]
    found = [readable(sentence, inside[0], inside[-1] + 1, on=on) for on in (True, False)]
    assert [analysis.draft.slice(sentence.hull(*each)) for each in found] == [shown, of_words]
