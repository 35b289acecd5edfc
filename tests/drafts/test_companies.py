"""What of a company's name counts."""

import pytest

from notelint.drafts.companies import core, short
from notelint.drafts.fold import tokens, words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Northwind", "Northwind"),
        ("Northwind Ltd", "Northwind"),
        ("Northwind, Inc.", "Northwind"),
        ("Northwind GmbH & Co. KG", "Northwind"),
        ("Northwind S.A.", "Northwind"),
        ("Northwind S.p.A.", "Northwind"),
        ("The Northwind Trading Company", "Northwind Trading"),
        ("Barnes & Hale LLP", "Barnes & Hale"),
        ("A.B.C. Buses", "A.B.C. Buses"),
        ("Sainsbury's", "Sainsbury"),
        ("Café Löwe", "Café Löwe"),
        ("The Company Ltd", "The Company Ltd"),
        ("", ""),
    ],
)
def test_a_company_as_one_says_it(name, said):
    assert short(name) == said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northwind Ltd.", "NORTHWIND"),
        ("The Northwind Company", "Northwind, Inc."),
        ("Barnes & Hale", "Barnes and Hale LLP"),
        ("Nestle\u0301 S.A.", "Nestlé"),
        ("A.B.C. Buses", "ABC Buses"),
        ("O’Neill", "O'Neill Ltd"),
    ],
)
def test_the_same_company_written_in_two_ways(one, other):
    assert core(one) == core(other)


def test_words_stand_where_they_were():
    text = "Straße & O’Neill’s A.B.C. tea"
    assert words(text) == ("strasse", "and", "oneill", "abc", "tea")
    assert [text[start:end] for _, start, end in tokens(text)] == ["Straße", "&", "O’Neill", "A.B.C.", "tea"]
