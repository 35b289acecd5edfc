"""Headers that a program gives beside a text: what each may be, and what is said of one that cannot be."""

import pytest

import notelint

LETTER = "Dear Ms. Okafor,\n\nThank you for your time.\n\nBest regards,\nLee Park\n"
HEADS = {
    "none": "",
    "front matter": "---\nkind: thank-you\n---\n",
    "mail": "From: lee@park.example\nTo: amara@northwind.example\n\n",
    "subject alone": "Subject: Data Analyst interview\n\n",
}
LISTED = "a text, a date or a list of texts"
RULED = "a text, a list of texts or a map from rules to reasons"


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ({"company": 5}, "the header `company` is a text or a date, not 5"),
        ({"company": b"Northwind"}, "the header `company` is a text or a date, not b'Northwind'"),
        ({"company": ["Northwind"]}, "the header `company` is a text or a date, not ['Northwind']"),
        ({"topics": [1]}, f"the header `topics` is {LISTED}, not [1]"),
        ({"topics": {"the": "tour"}}, f"the header `topics` is {LISTED}, not {{'the': 'tour'}}"),
        ({"ignore": 5}, f"the header `ignore` is {RULED}, not 5"),
        ({"ignore": {"no-gifts": None}}, f"the header `ignore` is {RULED}, not {{'no-gifts': None}}"),
        ({"company": "\ud83d"}, "the header `company` holds half of a surrogate pair; decode it again"),
        ({"topics": ["a", "\ud83d"]}, "the header `topics` holds half of a surrogate pair; decode it again"),
    ],
)
def test_a_header_of_another_type_is_named(head, headers, said):
    with pytest.raises(notelint.DraftError) as problem:
        notelint.check_text(head + LETTER, headers=headers, alone=True)
    assert str(problem.value) == f"draft.txt: {said}"


@pytest.mark.parametrize("given", [{"no-gifts": "a joke"}, {"no-gifts": ""}, ["no-gifts"]])
@pytest.mark.parametrize(("form", "head"), HEADS.items(), ids=HEADS)
def test_a_reason_stays_or_is_refused(form, head, given):
    if form in {"mail", "subject alone"} and given == {"no-gifts": "a joke"}:
        with pytest.raises(
            notelint.DraftError, match="mail headers have no place for the reasons of `ignore`; give a list"
        ):
            notelint.check_text(head + LETTER, headers={"ignore": given}, alone=True)
        return
    found = notelint.check_text(head + LETTER, headers={"ignore": given}, alone=True).draft.suppressions
    assert [(one.rule, one.reason) for one in found] == [
        ("no-gifts", given["no-gifts"] if isinstance(given, dict) else "")
    ]


@pytest.mark.parametrize("head", [HEADS["none"], HEADS["front matter"], HEADS["subject alone"]])
def test_a_list_of_readers_is_read_as_names(head):
    report = notelint.check_text(head + LETTER, headers={"to": ["Amara Okafor", "Ben Lee"]}, alone=True)
    assert report.draft.headers.value("to") == "Amara Okafor, Ben Lee"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "byte-order-mark"])
@pytest.mark.parametrize(
    ("headers", "place"),
    [
        pytest.param({"to": "Amara Okafor"}, (5, 7), id="in the text"),
        pytest.param({"interview": "04/05/2026"}, (None, None), id="in a given header"),
    ],
)
def test_the_place_of_a_fault_is_that_in_the_text(end, mark, headers, place):
    text = f"{mark}\n\n---\ncompany: Northwind\nsent: soon\n---\n{LETTER}".replace("\n", end)
    with pytest.raises(notelint.DraftError) as problem:
        notelint.check_text(text, headers=headers, alone=True)
    assert (problem.value.line, problem.value.column) == place


def test_half_a_character_is_told_by_its_offset_in_the_text():
    with pytest.raises(notelint.DraftError) as problem:
        notelint.check_text(f"\ufeff---\nto: A\n---\n{LETTER}\ud83d", headers={"company": "B"}, alone=True)
    assert f"offset {len(LETTER) + 15};" in str(problem.value)
