"""Who is meant: people in headers, people in greetings, and whether two words are one name."""

import pytest

from notelint.drafts.read import from_text
from notelint.language.greeted import greeted
from notelint.language.names import alike
from notelint.language.paragraphs import paragraphs
from notelint.language.people import people


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("Amara Okafor", ["Amara Okafor"]),
        ("Dr. Amara Okafor", ["Amara Okafor"]),
        ("Amara Okafor <amara@ashby.example>", ["Amara Okafor"]),
        ('"Ruiz, Dana" <dana@ashby.example>', ["Dana Ruiz"]),
        ("Ruiz, Dana", ["Dana Ruiz"]),
        ("Okafor, Amara <amara@ashby.example>", ["Amara Okafor"]),
        ("de la Cruz, María", ["María de la Cruz"]),
        ("Okafor, Amara, PhD", ["Amara Okafor"]),
        ("Amara Okafor, Head of Data", ["Amara Okafor"]),
        ("Amara Okafor, PhD", ["Amara Okafor"]),
        ("Amara Okafor (she/her)", ["Amara Okafor"]),
        ("Amara Okafor | Ashby Buses", ["Amara Okafor"]),
        ("Amara Okafor – Ashby Buses", ["Amara Okafor"]),
        ("Amara Okafor at Ashby Buses", ["Amara Okafor"]),
        ("Park Min-jun", ["Park Min-jun"]),
        ("A. Okafor", ["A. Okafor"]),
        ("Ms. Okafor, Mr. Lee", ["Okafor", "Lee"]),
        ("Amara Okafor, Ben Lee", ["Amara Okafor", "Ben Lee"]),
        ("Amara Okafor and Ben Lee", ["Amara Okafor", "Ben Lee"]),
        ("Amara Okafor & Ben Lee", ["Amara Okafor", "Ben Lee"]),
        ("Amara Okafor; Ben Lee", ["Amara Okafor", "Ben Lee"]),
        ("Amara, Ben, Chidi", ["Amara", "Ben", "Chidi"]),
        ("[Amara Okafor, 'Lee, Ben']", ["Amara Okafor", "Ben Lee"]),
        ('Amara Okafor <a@x.example>, "Lee, Ben" <b@x.example>, hr@x.example', ["Amara Okafor", "Ben Lee"]),
        ("Amara Okafor (CTO), Ben Lee (COO)", ["Amara Okafor", "Ben Lee"]),
        ("amara@ashby.example", []),
        ("Hiring Team", []),
        ("the hiring team at Ashby", []),
        ("Ashby Recruiting <jobs@ashby.example>", []),
        ("HR", []),
        ("李娜 <li@ashby.example>", ["李娜"]),
    ],
)
def test_people_in_headers(to, expected):
    draft = from_text(f"---\nto: {to}\n---\nHello,\n", "a.txt")
    assert [person.text for person in people(draft.headers.get("to"))] == expected


@pytest.mark.parametrize(("to", "words"), [('Robert "Bob" Chen', ("Bob",)), ("Robert (Bob) Chen (he/him)", ("Bob",))])
def test_another_name_of_the_same_person(to, words):
    [person] = people(from_text(f"---\nto: {to}\n---\n", "a.txt").headers.get("to"))
    assert (person.text, person.also) == ("Robert Chen", words)


@pytest.mark.parametrize(
    ("greeting", "expected"),
    [
        ("Dear Ms. Okafor,", ["Ms. Okafor"]),
        ("Dear Amara,", ["Amara"]),
        ("dear amara,", ["amara"]),
        ("Hello Amara Okafor!", ["Amara Okafor"]),
        ("Good morning, Dr. Okafor:", ["Dr. Okafor"]),
        ("Happy Monday, Amara,", ["Amara"]),
        ("Dear Ms. Okafor and Mr. Lee,", ["Ms. Okafor", "Mr. Lee"]),
        ("Dear Amara, Ben and Chidi,", ["Amara", "Ben", "Chidi"]),
        ("Dear Amara/Ben,", ["Amara", "Ben"]),
        ("Dear Mr. and Mrs. Park,", ["Mrs. Park"]),
        ("Dear Ms. de la Cruz,", ["Ms. de la Cruz"]),
        ("Dear Min-jun,", ["Min-jun"]),
        ("Dear O’Brien,", ["O’Brien"]),
        ("Dear Ms. Okafor and team,", ["Ms. Okafor"]),
        ("Dear Amara (and everyone),", ["Amara"]),
        ("Dear Dr. Okafor, Head of Nursing,", ["Dr. Okafor"]),
        ("Dear Amara from Ashby,", ["Amara"]),
        ("Dear Hiring Manager Okafor,", ["Okafor"]),
        ("Dear J.P.,", ["J.P."]),
        ("Dear hiring team,", []),
        ("Dear Northwind team,", []),
        ("Dear Hiring Manager,", []),
        ("Hi all,", []),
        ("Dear Ame\u0301lie,", ["Ame\u0301lie"]),
    ],
)
def test_people_in_greetings(greeting, expected):
    draft = from_text(f"{greeting}\n\nThank you for your time.\n\nKind regards,\nDana\n", "a.txt")
    found = greeted(paragraphs(draft))
    assert [draft.slice(one.span) for one in found] == expected


@pytest.mark.parametrize(
    ("word", "right", "likeness", "meant"),
    [
        ("Ruiz", "Ruiz", "same", ""),
        ("ruiz", "Ruiz", "same", ""),
        ("Ruis", "Ruiz", "near", "Ruiz"),
        ("Riuz", "Ruiz", "near", "Ruiz"),
        ("Okafo", "Okafor", "near", "Okafor"),
        ("Okaforr", "Okafor", "near", "Okafor"),
        ("Lindquist", "Lindqvist", "near", "Lindqvist"),
        ("Ruis", "Ruiz-Ortega", "near", "Ruiz"),
        ("Ruiz", "Ruiz-Ortega", "same", ""),
        ("Ruiz-Ortega", "Ruiz", "same", ""),
        ("Minjun", "Min-jun", "same", ""),
        ("Amélie", "Ame\u0301lie", "same", ""),
        ("Amelie", "Amélie", "plain", "Amélie"),
        ("Amélie", "Amelie", "same", ""),
        ("Mueller", "Müller", "plain", "Müller"),
        ("Müller", "Mueller", "same", ""),
        ("Sørensen", "Sorensen", "same", ""),
        ("O’Brien", "O'Brien", "same", ""),
        ("OBrien", "O'Brien", "same", ""),
        ("A.", "Amara", "same", ""),
        ("Amara", "A.", "same", ""),
        ("B.", "Amara", "other", ""),
        ("Bob", "Robert", "same", ""),
        ("Robert", "Bob", "same", ""),
        ("Alex", "Alexandra", "same", ""),
        ("Dan", "Dana", "near", "Dana"),
        ("Leo", "Lee", "near", "Lee"),
        ("Lopez", "Okafor", "other", ""),
        ("Li", "Lu", "other", ""),
    ],
)
def test_whether_a_word_is_the_name(word, right, likeness, meant):
    assert alike(word, right) == (likeness, meant)
