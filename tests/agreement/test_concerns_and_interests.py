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


OTHERWISE = [
    ("employment gap", "Between 2021 and 2023 I cared for my mother.", True),
    ("gap in the CV", "From 2020 to 2022 I was at home with my son.", True),
    ("employment gap", "I spent 2022 on my studies of Polish.", False),
    ("gap between jobs", "After two years out of work I am more eager than ever.", True),
    ("two years unemployed", "In that time I kept my certificate up while I looked after my father.", True),
    ("career break", "In 2019 I returned to work.", True),
    ("gap", "I enjoyed the tour of the plant.", False),
    ("gap in employment", "At Ashby I ran the line for three years.", False),
    ("unexplained gap", "My parental leave ended in May.", True),
    ("notice period", "I could start on the first of March.", True),
    ("notice period", "I am free from May.", True),
    ("long notice period", "My employer would release me by June.", True),
    ("three months' notice", "I can join you in April.", True),
    ("availability", "I am available from Monday.", True),
    ("notice period", "I liked the start-up feeling of your office.", False),
    ("start date", "I liked the office.", False),
    ("too junior", "I have led two projects from start to finish.", True),
    ("too junior", "In six years I have grown into work that senior colleagues used to do.", True),
    ("too junior", "Thank you for the coffee.", False),
    ("not senior enough", "I have carried the responsibility for a ward at night.", True),
    ("little experience", "I learn quickly.", True),
    ("lack of experience", "Thank you for a look at the side of the plant.", False),
    ("lack of experience", "My experience is in kitchens.", True),
    ("inexperienced", "I have done this for four years.", True),
    ("young", "Thank you for the tour of the mill.", False),
    ("overqualified", "I want hands-on work again.", True),
    ("overqualified", "This is not a step back for me.", True),
    ("overqualified", "I mean to stay for years.", True),
    ("overqualified", "I liked your team.", False),
    ("over-qualified", "I chose this role on purpose.", True),
    ("relocation", "I am happy to move.", True),
    ("relocation", "My family and I have found a flat in Leeds.", True),
    ("relocation", "I plan to live within walking distance by May.", True),
    ("relocation to Leeds", "I enjoyed your plans for the depot.", False),
    ("moving to Leeds", "I can relocate in May.", True),
    ("visa", "I hold a residence permit until 2030.", True),
    ("work permit", "I have the right to work here.", True),
    ("visa sponsorship", "My green card arrived in March.", True),
    ("visa", "I visited your stall.", False),
    ("salary expectations", "The range that you named suits me.", True),
    ("salary", "The pay is right for me.", True),
    ("salary expectations", "I expect the parcel on Monday.", False),
    ("expected salary", "The figure that you named works for me.", True),
    ("no degree", "I am self-taught, and my code is on your shelf.", True),
    ("no degree", "I studied at night school.", True),
    ("lack of a degree", "Twenty years at the bench were my university.", True),
    ("no degree", "I enjoyed the degree of care in your kitchen.", True),
    ("no university degree", "I taught myself.", True),
    ("no degree", "It was ten degrees in the yard.", True),
    ("no degree", "I enjoyed the tour.", False),
    ("job-hopping", "I stayed six years at Ashby.", True),
    ("job hopping", "My last three jobs were fixed-term contracts.", True),
    ("frequent job changes", "I am looking for a place to stay.", True),
    ("short stays", "Each of those contracts ended when the project did.", True),
    ("job-hopping", "I enjoyed the job shadowing.", False),
    ("many jobs", "I would like to settle.", True),
    ("remote work", "I am used to working from home.", True),
    ("working remotely", "I would be in the office every day.", True),
    ("remote", "I liked your office dog.", True),
    ("hybrid working", "Three days on site suit me.", True),
    ("English", "I have begun a course in English.", True),
    ("language skills", "My German is fluent.", True),
    ("accent", "I speak before crowds of visitors every week.", True),
    ("no industry experience", "The trade is new to me, its customers are not.", True),
    ("change of industry", "I come from another sector.", True),
    ("childcare", "My children are at nursery until six.", True),
    ("driving licence", "I pass my driving test in May.", True),
    ("laid off", "The plant closed in March.", True),
    ("no Excel", "I have worked through a course on spreadsheets.", True),
    ("part-time", "I could do thirty hours.", True),
    ("age", "I have thirty years before me.", False),
    ("leading larger teams", "I was head of a department of nine.", True),
    ("SQL", "I have a lot of experience.", False),
]
ABOUT_NONE = [
    "Thank you for taking the time to show me the plant on Tuesday.",
    "I look forward to hearing from you.",
    "Please let me know if I can send you anything further.",
    "Our talk about the new depot stayed with me.",
    "I remain very interested in the position.",
    "I would be glad to join your team.",
    "It was a pleasure to meet you and Mr. Lee.",
    "Your account of the reports impressed me.",
    "I enjoyed seeing how the ward is run.",
    "Could you tell me what the next steps are?",
    "I can send two references whenever they are of use.",
    "Thank you for your time and for our conversation.",
    "At Ashby I planned the stock for two shops.",
    "Your plan to start a second line by May sounds right.",
    "What you said about guests coming back is what I believe too.",
]
CONCERNS = [
    "employment gap",
    "notice period",
    "too junior",
    "overqualified",
    "relocation",
    "visa",
    "salary expectations",
    "no degree",
    "job-hopping",
    "remote work",
    "English",
    "no industry experience",
    "childcare",
    "driving licence",
    "laid off",
    "no Excel",
    "part-time",
    "leading larger teams",
    "public speaking",
    "no SQL",
    "budget",
    "night shifts",
    "weekends",
    "lack of experience",
]


@pytest.mark.parametrize(("named", "sentence", "taken"), OTHERWISE)
def test_a_doubt_that_is_met_without_its_name(named, sentence, taken):
    from notelint.drafts.fold import words

    assert topic(named).is_in(words(sentence)) is taken


@pytest.mark.parametrize("concern", CONCERNS)
def test_what_every_letter_says_meets_no_doubt(concern):
    from notelint.drafts.fold import words

    assert [sentence for sentence in ABOUT_NONE if topic(concern).is_in(words(sentence))] == []


def test_an_apology_for_something_else_is_none_for_the_concern(folder, messages):
    body = "I am sorry that I had to go away early on Tuesday. In 2023 I cared for my father."
    folder({"a.md": letter(body, kind="thank-you", concerns="[employment gap]")})
    assert messages("address-concerns")["a.md"] == []


def test_the_words_of_the_position_tell_nothing():
    assert not topic("data modelling", {"data", "analyst"}).is_in(["the", "data", "warehouse"])
    assert topic("data", {"data", "analyst"}).is_in(["the", "data", "warehouse"])


def test_a_concern_that_is_left_out_gets_a_sentence_to_fill_in(folder, check):
    text = letter("Thank you for your time.", kind="thank-you", concerns="[no SQL, driving]")
    folder({"a.md": text})
    first, second = check("address-concerns")["a.md"]
    assert {first.message, second.message} == {
        "You do not answer their concern “no SQL”.",
        "You do not answer their concern “driving”.",
    }
    assert first.missing
    assert first.fingerprint != second.fingerprint
    sql = first if "SQL" in first.message else second
    assert "Thank you for your time. You asked about SQL: [what you do about it]." in edits.apply(
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
    left_out = ["You do not answer their concern “driving”."]
    assert messages("address-concerns") == {
        "a.md": left_out,
        "b.md": left_out,
        "c.md": ["You do not answer their concern “SQL”."],
    }


def test_an_interest_is_put_in_where_it_is_missing(folder, check):
    text = letter("Thank you for your time.", kind="thank-you", shared_interests="[sailing, chess]")
    folder({"a.md": text})
    [found] = check("mention-shared-interests")["a.md"]
    assert (found.severity, found.message) == ("suggestion", "You share “sailing” and more, but do not mention it.")
    folder({"a.md": edits.apply(text, found.suggestions[0].edits)})
    assert check("mention-shared-interests") == {"a.md": []}


def test_the_only_thanks_are_not_taken_away_for_a_concern(folder, check):
    folder(
        {"a.md": letter("Thank you for your time, and I am sorry that I lack SQL.", kind="thank-you", concerns="[SQL]")}
    )
    [found] = check("address-concerns express-gratitude")["a.md"]
    assert found.rule == "address-concerns"
    assert [suggestion.edits for suggestion in found.suggestions] == [()]
