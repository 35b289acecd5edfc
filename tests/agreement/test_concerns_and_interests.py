"""Concerns that are taken up, or not, or badly; interests that are mentioned once."""

import pytest

from notelint.drafts import edits
from notelint.matching.comparing.topics import topic

from .conftest import letter


@pytest.mark.parametrize(
    ("named", "sentence", "taken"),
    [
        ("SQL", "I have begun a course in SQL.", True),
        ("no SQL experience", "My SQL grows every week.", True),
        ("SQL", "I have a lot of experience.", False),
        ("relocation", "I can relocate in May.", True),
        ("relocation", "I am happy to move.", True),
        ("managing larger teams", "At Ashby I was the manager of nine.", True),
        ("leadership", "I led nine people.", True),
        ("employment gap", "I took a career break.", True),
        ("missing certificate", "My diploma is on its way.", True),
        ("German", "My Germanic studies ended.", True),
        ("port handling", "My portfolio is attached.", False),
        ("public speaking", "I spoke before eighty people.", True),
        ("C", "See the attached plan.", False),
        ("R", "R is what I use every day.", True),
        ("the budget", "Costs were mine to watch, and spending fell.", True),
        ("lack of experience", "My experience is in kitchens.", True),
        ("night shifts", "Nights are no trouble.", True),
        ("rowing", "You row on the Tyne, as my brother does.", True),
        ("skiing", "I ski wherever there is snow.", True),
        ("sewing", "I still sew my own shirts.", True),
        ("king penguins", "The wing of the museum is new.", False),
        ("weekend availability", "Saturdays suit me as well as Mondays.", True),
        ("no experience in healthcare", "Two summers at a hospital taught me its hours.", True),
        ("salary expectations", "The pay that you named is right for me.", True),
    ],
)
def test_a_topic_in_other_words(named, sentence, taken):
    from notelint.drafts.fold import words

    assert topic(named).is_in(words(sentence)) is taken


def test_the_words_of_the_position_tell_nothing():
    assert not topic("data modelling", {"data", "analyst"}).is_in(["the", "data", "warehouse"])
    assert topic("data", {"data", "analyst"}).is_in(["the", "data", "warehouse"])


def test_a_concern_that_is_left_out_gets_a_sentence_to_fill_in(folder, check):
    text = letter("Thank you for your time.", kind="thank-you", concerns="[no SQL, driving]")
    folder({"a.md": text})
    first, second = check("address-concerns")["a.md"]
    assert {first.message, second.message} == {
        "The concern “no SQL” is not taken up.",
        "The concern “driving” is not taken up.",
    }
    assert first.missing
    assert first.fingerprint != second.fingerprint
    sql = first if "SQL" in first.message else second
    assert "Thank you for your time. You asked about no SQL: [what you do about it]." in edits.apply(
        text, sql.suggestions[0].edits
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("I am sorry that my SQL is thin. I have begun a course.", "This apologises for the concern “SQL”; say what you do about it instead."),
        ("Unfortunately I have no SQL.", "This apologises for the concern “SQL”; say what you do about it instead."),
        ("As you saw, I have no SQL.", "This only admits the concern “SQL”; say what you do about it."),
        ("I do not know SQL. I look forward to hearing from you.", "This only admits the concern “SQL”; say what you do about it."),
        ("I do not know SQL. I have begun a course.", None),
        ("I do not know SQL, but I know the shape of your tables.", None),
        ("My SQL is two years old and in daily use.", None),
        ("I would bring SQL to your team.", None),
        ("I'm sorry that the file was missing. My SQL test is attached.", None),
        ("I am sorry to hear that your SQL server broke; at Ashby I rebuilt one like it.", None),
        ("Your SQL server was, unfortunately, down when we met, and I liked how you bore it.", None),
    ],
)  # fmt: skip
def test_how_a_concern_is_taken_up(folder, messages, body, message):
    folder({"a.md": letter(body, kind="thank-you", concerns="[SQL]")})
    assert messages("address-concerns")["a.md"] == ([message] if message else [])


def test_a_concern_of_the_interview_file_is_taken_up_by_one_of_its_drafts(folder, messages):
    folder({
        "interview.yml": "concerns: [SQL, driving]\n",
        "a.md": letter("I have begun a course in SQL.", kind="thank-you"),
        "b.md": letter("Thank you for your time.", kind="thank-you"),
        "c.md": letter("Thank you for your time.", kind="thank-you", concerns="[SQL]"),
    })  # fmt: skip
    left_out = ["The concern “driving” is not taken up."]
    assert messages("address-concerns") == {
        "a.md": left_out,
        "b.md": left_out,
        "c.md": ["The concern “SQL” is not taken up."],
    }


def test_an_interest_is_put_in_where_it_is_missing(folder, check):
    text = letter("Thank you for your time.", kind="thank-you", shared_interests="[sailing, chess]")
    folder({"a.md": text})
    [found] = check("mention-shared-interests")["a.md"]
    assert (found.severity, found.message) == ("suggestion", "You share “sailing” and more, but do not mention it.")
    folder({"a.md": edits.apply(text, found.suggestions[0].edits)})
    assert check("mention-shared-interests") == {"a.md": []}
