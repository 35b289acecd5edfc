"""What the form says becomes headers of the draft, and comes back from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.drafts import headers
from notelint.drafts.keys import KNOWN_KEYS, LIST_KEYS
from notelint.errors import DraftError
from notelint.ui.page.facts import clean, compose, opened

LETTER = "Dear Ms. Okafor,\n\nThank you.\n"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"company": " Ashby\n Buses "}, {"company": ("Ashby Buses",)}, id="one line"),
        pytest.param({"company": "", "to": None, "position": 3}, {}, id="nothing said"),
        pytest.param({"concerns": ["no SQL", "", " "]}, {"concerns": ("no SQL",)}, id="a list without its gaps"),
        pytest.param({"company": "-", "concerns": ["?", "no SQL"]}, {"concerns": ("no SQL",)}, id="no marks alone"),
        pytest.param({"subject": "!!!"}, {"subject": ("!!!",)}, id="marks that are sent"),
        pytest.param({"colour": "red"}, {}, id="no header of notelint"),
        pytest.param({"company": ["A", "B"]}, {"company": ("A",)}, id="one text where one is meant"),
        pytest.param({"company": "A\u2028B\x00C"}, {"company": ("A BC",)}, id="no line end of another kind"),
    ],
)
def test_clean(given, expected):
    assert clean(given) == expected


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        pytest.param(LETTER, "---\ncompany: Ashby\n---\n" + LETTER, id="no headers"),
        pytest.param(
            f"---\nkind: reminder\n---\n{LETTER}",
            f"---\ncompany: Ashby\nkind: reminder\n---\n{LETTER}",
            id="front matter",
        ),
        pytest.param(f"---  \ncompany: Own\n---\n{LETTER}", f"---  \ncompany: Own\n---\n{LETTER}", id="its own wins"),
        pytest.param(
            f"\nFrom: Jo\nTo: Ann\n\n{LETTER}",
            f"\nX-Notelint-Company: Ashby\nFrom: Jo\nTo: Ann\n\n{LETTER}",
            id="mail headers",
        ),
        pytest.param(
            f"Subject: Hello\n\n{LETTER}", f"---\ncompany: Ashby\nSubject: Hello\n---\n\n{LETTER}", id="a lone subject"
        ),
        pytest.param(f"---\nkind: x\n{LETTER}", f"---\nkind: x\n{LETTER}", id="broken headers stay as they are"),
    ],
)
def test_compose(letter, expected):
    assert compose(letter, {"company": ("Ashby",)}).text == expected


def test_without_facts_the_letter_is_the_draft():
    assert compose(LETTER, {}).text == LETTER


@pytest.mark.parametrize("letter", [LETTER, f"Subject: Hello\n\n{LETTER}", f"From: Jo\nTo: Ann\n\n{LETTER}"])
def test_facts_among_any_headers_are_read(letter):
    facts = clean({"company": "Ashby", "concerns": ["no SQL", "no car"], "interview": "2026-11-24 14:30"})
    found, _ = headers.parse(compose(letter, facts).text, "letter.txt")
    assert {key: found.get(key).items for key in facts} == facts


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="[{"), max_size=30)  # open ones are faults
GIVEN = st.fixed_dictionaries(
    {}, optional={key: st.lists(TEXT, max_size=3) if key in LIST_KEYS else TEXT for key in KNOWN_KEYS}
)
UNCHECKED = {"kind", "interview", "sent", "expected_reply", "last_contact", "ignore", "to"}


@given(GIVEN)
def test_whatever_is_said_comes_back(given):
    facts = {key: values for key, values in clean(given).items() if key not in UNCHECKED}
    held = compose(LETTER, facts)
    found, end = headers.parse(held.text, "letter.txt")
    assert {entry.key: entry.items for entry in found.entries} == facts
    assert held.text[end:] == LETTER


def test_open():
    data = f"---\ncompany: Ashby\nconcerns: [no SQL, no car]\n---\n\n{LETTER}".encode()
    assert opened(data, "a.md") == (LETTER, {"company": ("Ashby",), "concerns": ("no SQL", "no car")})


def test_a_name_with_a_comma_among_mail_headers_is_one():
    held = compose(f"To: a@x.example\nSubject: b\n\n{LETTER}", {"interviewers": ("Lee, Ben", "Ana Ruiz")})
    found, _ = headers.parse(held.text, "letter.txt")
    assert found.get("interviewers").items == ("Lee, Ben", "Ana Ruiz")


def test_quotes_among_mail_headers_are_words():
    held = compose(f"To: a@x.example\nSubject: b\n\n{LETTER}", {"topics": ('the "new" gates', "pricing")})
    found, _ = headers.parse(held.text, "letter.txt")
    assert found.get("topics").items == ('the "new" gates', "pricing")


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("tags: [mine]\ncompany: Ashby\n", id="a key of another program"),
        pytest.param("# ask Ana first\ncompany: Ashby\n", id="a comment"),
        pytest.param("ignore: {no-gifts: she asked for it}\n", id="a reason"),
    ],
)
def test_headers_that_hold_more_than_facts_stay_in_the_letter(head):
    text = f"---\n{head}---\n\n{LETTER}"
    assert opened(text.encode(), "a.md") == (text, {})


def test_a_value_with_the_sign_of_a_comment_is_a_fact():
    held = compose(LETTER, {"position": ("C# Developer",), "topics": ("ticket #4521",)})
    assert opened(held.text.encode(), "a.md") == (LETTER, {"position": ("C# Developer",), "topics": ("ticket #4521",)})


def test_what_cannot_be_opened_is_one_line():
    with pytest.raises(DraftError):
        opened(b"\x00\xff\xfe\xfa", "a.docx")
