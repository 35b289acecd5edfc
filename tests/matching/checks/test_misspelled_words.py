"""Misspellings typical of such letters, with what is offered; and all that is no misspelling."""

import pytest

from notelint.drafts.read import from_text
from notelint.language import analyse, misspellings
from notelint.matching.checks import Absent, Context, misspelled_words

TYPICAL = """
recieved received; beleive believe; definately definitely; seperate separate; occured occurred; oppurtunity opportunity
experiance experience; intrested interested; foward forward; sincerly sincerely; apreciate appreciate; greatful grateful
becuase because; untill until; tommorow tomorrow; acheive achieve; managment management; profesional professional
responsability responsibility; collegues colleagues; enviroment environment; developement development
buisness business; succesful successful; knowlege knowledge; reccomend recommend; avaliable available
convienent convenient; writting writing; adress address; begining beginning; comming coming
truely truly; immediatly immediately; arguement argument; embarassed embarrassed; excelent excellent
independant independent; maintainance maintenance; neccessary necessary; priviledge privilege; relevent relevant
unfortunatly unfortunately; accomodate accommodate; accross across; didnt didn't; wouldnt wouldn't; wasnt wasn't
infact in_fact; aswell as_well; teh the; adn and; thier their; wich which; taht that; interveiw interview
intervew interview; vaccancy vacancy; conversaton conversation; qualifcations qualifications; dont don't
"""
PAIRS = [
    (wrong, right.replace("_", " "))
    for line in TYPICAL.strip().splitlines()
    for wrong, right in map(str.split, line.split("; "))
]


def found(body, words=(), headers="", closing="Kind regards,\nDana Whitfield", greeting="Dear Ms. Okafor,"):
    text = f"---\nkind: thank-you\n{headers}---\n{greeting}\n\n{body}\n\n{closing}\n"
    return text, list(misspelled_words.check(Context(analyse(from_text(text, "draft.txt")), words=words)))


def marked(*args, **fields):
    text, said = found(*args, **fields)
    return [text[one.span.start : one.span.end] for one in said]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_one_that_can_only_mean_one_word_has_a_safe_fix(wrong, right):
    text, [one] = found(f"I can say that {wrong} is here.")
    assert text[one.span.start : one.span.end] == wrong
    assert one.message == f"“{wrong}” is misspelt; write “{right}”."
    assert (one.fix.text, one.confidence) == (right, "full")
    assert one.fix == one.suggestion


@pytest.mark.parametrize("wrong", ["realy", "doesnt", "youre", "wether", "womens", "happend"])
def test_one_that_may_mean_several_is_a_suggestion_without_a_fix(wrong):
    _, [one] = found(f"I can say that {wrong} is here.")
    assert (one.fix, one.confidence) == (None, "low")
    assert 2 <= 1 + len(one.others) <= 3
    assert one.message.startswith(f"“{wrong}”: do you mean “{one.suggestion.text}” or “")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param("Recieving it was a joy. Thats all.", ["Recieving", "Thats"], id="a sentence begins with it"),
        pytest.param("Thier mill is old.", ["Thier"], id="a short one that can be no name"),
        pytest.param("It was a well-recieved plan.", ["recieved"], id="part of a word with a hyphen"),
        pytest.param("I work with the managment's plan (definately).", ["managment", "definately"], id="among marks"),
        pytest.param("I didn’t recieve it.", ["recieve"], id="beside a curly apostrophe"),
        pytest.param("I re\N{SOFT HYPHEN}cieved it.", ["re\N{SOFT HYPHEN}cieved"], id="with something invisible in it"),
        pytest.param("P.S. I recieved it.", ["recieved"], id="in a postscript"),
        pytest.param("- I recieved it\n- Recieved too", ["recieved", "Recieved"], id="in a list"),
        pytest.param("i recieved it adn i beleive it", ["recieved", "adn", "beleive"], id="without capitals"),
    ],
)
def test_where_it_is_found(body, words):
    assert marked(body) == words


def test_it_is_found_in_the_subject_and_the_close():
    assert marked("I thank you.", headers="subject: Your oppurtunity\n") == ["oppurtunity"]
    assert marked("I thank you.", closing="Sincerly,\nDana Whitfield") == ["Sincerly"]


def test_a_capital_stays():
    _, [one] = found("Recieving it was a joy.")
    assert one.fix.text == one.fix.edits[0].text == "Receiving"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("I spoke with Hande Demir, Damon Canva and Udo Wirth of BASF.", id="names"),
        pytest.param(
            "Ines and Udo met me. Ines, Udo and you were kind. Hande Demir came.", id="names that begin a sentence"
        ),
        pytest.param("I spoke with Handel. Handel smiled.", id="a name seen elsewhere"),
        pytest.param("See https://example.com/recieve, www.recieve.example and recieve@example.com.", id="addresses"),
        pytest.param("It is in recieve.py, src/recieve, recieve_it, `recieve`, recieve(), --recieve.", id="code"),
        pytest.param("I use recieveMessage and TEH and WICH.", id="capitals inside a word"),
        pytest.param("It was teh2 and 2nd recieve3.", id="digits"),
        pytest.param("The sign said “recieve here”.", id="quoted"),
        pytest.param("The colour of the programme, the cheque, a grey tyre, to organise, travelled.", id="British"),
        pytest.param("The color of the program, the check, a gray tire, to organize, traveled.", id="American"),
        pytest.param("We despatched earlies under arbitral rules from an artic by the bund.", id="terms"),
        pytest.param(
            "I work in onboarding, DevOps, Kubernetes, kubectl and fintech with KPIs and an ehr.", id="trades"
        ),
        pytest.param("I saw the experi-\nence of it.", id="cut at a line end"),
        pytest.param("We were goin' home with 'em.", id="clipped"),
        pytest.param("Zoë’s naïve résumé and the café’s façade", id="accents"),
    ],
)
def test_what_is_no_misspelling(body):
    assert marked(body) == []


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"words": ("Teh", "Recieve")}, id="the config"),
        pytest.param({"headers": "company: Teh Recieve Ltd\n"}, id="the company"),
        pytest.param({"headers": "interviewers: [Recieve Teh, Lee Park]\n"}, id="a list of people"),
        pytest.param({"greeting": "hello teh recieve,"}, id="the greeting"),
        pytest.param({"closing": "Best,\nteh recieve"}, id="the signature"),
    ],
)
def test_known_words(fields):
    assert marked("i said that recieve is with teh") == ["recieve", "teh"]
    assert marked("i said that recieve is with teh", **fields) == []


def test_without_the_list_it_says_what_it_needs(monkeypatch):
    monkeypatch.setattr(misspellings, "_path", lambda: None)
    assert found("I recieved it.")[1] == [Absent("spelling")]
