"""Companies and jobs from other letters: which are found, what is said, and what is left alone."""

import pytest

from notelint.drafts import edits

from .conftest import letter

RULE = "match-company"
OURS = {"to": "Dana Ruiz", "company": "Northwind Trading Ltd.", "position": "Data Analyst (m/f/x)"}
FILES = {
    ".git/": "",
    "fabrikam/interview.yml": "company: Fabrikam GmbH\nposition: Data Engineer\n",
    "ashby/note.md": letter(company="The Ashby Company", position="Head of Data"),
    "meta/note.txt": letter(company="Square", position="Cook"),
}


@pytest.mark.parametrize(
    ("text", "marked", "message"),
    [
        ("I would love to join Fabrikam.", "Fabrikam", "“Fabrikam” is the company of ../fabrikam/interview.yml; this draft goes to Northwind Trading."),
        ("I was impressed by Ashby’s way with maps.", "Ashby", "“Ashby” is the company of ../ashby/note.md; this draft goes to Northwind Trading."),
        ("I learned a lot about the role at Fabrikam.", "Fabrikam", None),
        ("I spent a good hour in our conversation at Fabrikam.", "Fabrikam", None),
        ("How Fabrikam treats its clients stayed with me.", "Fabrikam", None),
        ("My experience would help the Fabrikam team.", "Fabrikam", None),
        ("At Fabrikam I could go on learning.", "Fabrikam", None),
        ("I look forward to working with you at Square.", "Square", None),
        ("I want to work for Nortwind Trading.", "Nortwind Trading", "“Nortwind Trading”: is it Northwind Trading?"),
        ("I want to work for Northwind Tradnig.", "Northwind Tradnig", None),
        ("Thank you for our talk about the Data Engineer position.", "Data Engineer", "“Data Engineer” is the position of ../fabrikam/interview.yml; this draft is about Data Analyst."),
        ("Thank you for our talk about the data engineer position.", "data engineer", None),
        ("Thank you for considering me for the post of Head of Data.", "Head of Data", None),
        ("I would be glad to start as your next office manager.", "office manager", "“office manager” is not the position in your headers (Data Analyst)."),
        ("Thank you for our talk about the Business Analyst position.", "Business Analyst", None),
        ("Thank you for our talk about the Data Analist position.", "Data Analist", "“Data Analist”: is it Data Analyst?"),
    ],
)  # fmt: skip
def test_what_comes_from_another_letter(folder, check, text, marked, message):
    whole = letter(text, **OURS)
    folder({**FILES, "northwind/a.md": whole})
    [found] = check(RULE, "northwind/a.md")["northwind/a.md"]
    assert found.text == marked
    assert message in {None, found.message}
    folder({"northwind/a.md": edits.apply(whole, found.suggestions[0].edits)})
    assert check(RULE, "northwind/a.md") == {"northwind/a.md": []}


@pytest.mark.parametrize(
    "text",
    [
        "I would love to join Northwind.",
        "I would love to join the Northwind Trading Company.",
        "NORTHWIND TRADING is where I want to work.",
        "I worked at Fabrikam for three years.",
        "At Fabrikam I led a team of five.",
        "At Ashby, my team moved such an archive.",
        "I led the pipeline work at Fabrikam before I moved here.",
        "My time at Fabrikam taught me patience.",
        "In my role at Fabrikam I kept the books.",
        "One of our largest clients was Fabrikam.",
        "Fabrikam, my last employer, did the same.",
        "Your partnership with Fabrikam came up twice.",
        "I left Fabrikam in May.",
        "Unlike Fabrikam, you keep the maps.",
        "The square outside your office is lovely.",
        "Square one was the hardest.",
        "I met Contoso’s director once.",
        "Thank you for our talk about the analyst role.",
        "Thank you for our talk about the Senior Data Analyst position.",
        "In my last role as Data Engineer I kept such a pipeline.",
        "I worked as a Data Engineer before.",
        "I hope to grow into a Head of Data role one day.",
        "As the project manager said, the data come late.",
        "Your Head of Data asked about the drains.",
        "Thank you for our talk about the open position.",
        "Thank you for our talk about the Saturday job.",
        "Data analysis and analytics are what I do.",
    ],
)
def test_what_is_no_slip(folder, check, text):
    folder({**FILES, "northwind/a.md": letter(text, **OURS)})
    assert check(RULE, "northwind/a.md") == {"northwind/a.md": []}


@pytest.mark.parametrize(
    ("own", "other", "text"),
    [
        pytest.param("Ashby Health", "Ashby", "Ashby is where I want to work.", id="a short form"),
        pytest.param(
            "Bristow",
            "Contoso",
            "I live in Bristol and would take the train to Bristol.",
            id="a town of nearly the same name",
        ),
        pytest.param("Martlin", "Contoso", "Ms. Martin showed me the cellar.", id="a person of nearly the same name"),
        pytest.param("Ashby", "Ashby Health", "Ashby Health is where I want to work.", id="a longer form"),
        pytest.param("Northwind", "Ruiz", "Ms. Ruiz showed me the cellar.", id="the reader is called so"),
        pytest.param("Northwind", "NORTHWIND Inc", "Northwind is where I want to work.", id="written otherwise"),
    ],
)
def test_names_that_belong_to_both(folder, check, own, other, text):
    folder({
        ".git/": "",
        "a.md": letter(text, to="Dana Ruiz", company=own, position="Nurse"),
        "b.md": letter(company=other, position="Nurse"),
    })  # fmt: skip
    assert check(RULE, "a.md") == {"a.md": []}


@pytest.mark.parametrize("repository", [True, False])
def test_where_other_applications_are_looked_for(folder, messages, repository):
    folder({
        **({".git/": ""} if repository else {}),
        "a/note.md": letter("I want to work for Fabrikam.", company="Northwind", position="Cook"),
        "b/note.md": letter(company="Fabrikam", position="Cook"),
    })  # fmt: skip
    assert len(messages(RULE, "a")["a/note.md"]) == repository


def test_a_signature_may_name_another_firm(folder, check):
    folder({**FILES, "northwind/a.md": letter(**OURS, name="Dana Whitfield\nFabrikam GmbH")})
    assert check(RULE, "northwind/a.md") == {"northwind/a.md": []}


OTHERS = [
    "I hear you also interview for the dishwasher job.",
    "You also interview for the dishwasher position this week, so I will not keep you.",
    "You mentioned that you are also interviewing for the dishwasher role.",
    "Since you are also hiring for the sous chef position, my friend Ana may apply.",
    "Good luck with the search for the baker position.",
    "You said that the dishwasher position is still open too.",
    "I know that you have had many applicants for the waiter job.",
    "My brother applied for the dishwasher position.",
    "My friend Ana is interested in the pastry chef role.",
    "You told me about the dishwasher who left.",
    "The dishwasher job was filled last week, you said.",
    "I saw that the position of head waiter is open as well.",
    "If the dishwasher role is still open, my cousin would be glad to hear of it.",
    "I would pass the word on about the dishwasher job.",
    "I passed the dishwasher job on to a friend.",
    "You are also looking for a driver, and I know one.",
    "Thank you for telling me about the dishwasher job too.",
    "The team also interviews for the head chef position.",
    "She interviewed for the waitress job before me.",
    "The person who is to fill the sous chef position will decide the menu with me.",
    "I understand that the sous chef role reports to the cook.",
    "Anyone who wants the waiter job should call, you said.",
    "You mentioned the other role, the dishwasher position.",
    "Congratulations on filling the sous chef position.",
    "I would report to the head chef position.",
    "I would work closely with whoever takes the baker position.",
    "I heard that the waiter job went to Ben.",
    "When you created the sous chef role, the menu grew.",
    "I am glad that the dishwasher job has been filled.",
]
OURS_NAMED = [
    "When we met for the waiter job, your colleague showed me the kitchen.",
    "Thank you for considering me, among others, for the waiter job.",
    "I also want to thank you for considering me for the waiter position.",
    "I know how much the waiter position asks of me.",
    "You told me that the waiter position comes with early shifts.",
    "I hope you consider me for the waiter position.",
    "I understand that you will decide about the waiter job on Monday.",
    "I would be someone you can count on in the waiter position.",
    "How is the search for the waiter position going?",
    "You were kind to talk with me about the baker position.",
    "I remember how you described the waiter position to me.",
    "What you told me about the waiter role stayed with me.",
    "Your picture of the waiter role stayed with me.",
    "Please consider me for the waiter position.",
    "It was a pleasure to interview for the waiter position.",
    "Meeting you about the waiter position was a pleasure.",
    "The waiter position would let me grow.",
    "My experience makes me a good fit for the waiter role.",
    "Thank you for interviewing me for the dishwasher job.",
    "Thank you for the interview for the waiter position.",
    "I would love the dishwasher job.",
    "I am very interested in the waiter role.",
    "Thank you for considering me for the position of baker.",
    "I enjoyed our talk about the dishwasher position.",
    "I applied for the waiter job.",
    "I look forward to hearing about the waiter position.",
    "Could you tell me where things stand with the waiter role?",
    "The waiter position is just what I am looking for.",
    "I am writing about the waiter position.",
    "Thank you for telling me more about the waiter position.",
    "After our talk I am sure that the waiter role is right for me.",
    "I would be glad to start as your next waiter.",
    "Has a decision been made about the waiter position?",
    "You interviewed me for the baker job on Monday.",
    "Is the waiter position still open?",
    "My interest in the waiter position has grown.",
    "I interviewed for the waiter role on Tuesday.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_a_job_that_is_somebody_elses_business(folder, check, text):
    folder({"a.md": letter(text, kind="thank-you", company="Northwind", position="Cook")})
    assert check(RULE, "a.md") == {"a.md": []}


@pytest.mark.parametrize("text", OURS_NAMED)
def test_a_job_that_the_letter_is_about(folder, check, text):
    folder({"a.md": letter(text, kind="thank-you", company="Northwind", position="Cook")})
    assert len(check(RULE, "a.md")["a.md"]) == 1
