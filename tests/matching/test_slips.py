"""Slips of the pen: what is quick to see leaves nothing out."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from notelint.matching.checks import match_weekday
from notelint.matching.comparing import slips
from notelint.types import ORDINALS

WORDS = st.text(st.sampled_from("abcdé"), min_size=1, max_size=12)
EDITS = st.lists(
    st.tuples(st.sampled_from(["put", "take", "swap", "change"]), st.integers(0, 12), st.sampled_from("abxé"))
)


def edited(word, edits):
    """A word after some slips."""
    for kind, place, letter in edits:
        at = min(place, len(word))
        rest = {
            "put": letter + word[at:],
            "take": word[at + 1 :],
            "swap": word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
            "change": letter + word[at + 1 :],
        }
        word = word[:at] + rest[kind]
    return word


@given(WORDS, EDITS)
def test_a_slip_is_within_a_letter_or_two_by_the_distance_itself(right, edits):
    word = edited(right, edits)
    most = (len(right) >= 5) + (len(right) >= 9)
    plural = word in {f"{right}s", f"{right}es"} or right == f"{word}s"
    is_near = word != right and word[:1] == right[:1] and not plural and OSA.distance(word, right) <= most
    assert slips.is_slip(word, right) is is_near


@settings(deadline=None)  # the first asks for the list of ordinary words
@given(st.lists(WORDS, min_size=1, max_size=3), EDITS, st.lists(WORDS, max_size=4))
def test_a_text_with_slips_in_a_row_has_a_word_that_is_one(right, edits, around):
    text = " ".join([*around, *(edited(word, edits) for word in right), *around])
    if list(slips.misspelt(text, right)):
        assert slips.has_slip(text, right)


def test_no_words_are_misspelt_nowhere():
    assert list(slips.misspelt("the ward, the rota", ())) == []


def test_the_number_of_a_day_is_looked_for_far_enough():
    assert max(map(len, ORDINALS)) + 60 <= match_weekday._FAR
