"""Zones of any text: a partition, blank lines in the zone before, the same for every line end, none changed by a quote."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, example, given, reject
from hypothesis import strategies as st

from notelint.drafts.read import from_text
from notelint.errors import DraftError

PROGRAMS = yaml.safe_load(Path(__file__).with_name("mail_programs.yml").read_text(encoding="utf-8"))
ATTRIBUTIONS = [line for programs in PROGRAMS["attributions"].values() for line in programs.values()]

INVISIBLE = " \t\xa0\xad\u200b\x0b\u2028"
WORDS = [
    "Anna",
    "Dear ",
    "Thank you.",
    "I ",
    "you wrote:",
    "On Tuesday ",
    "3 May 2026, 17:42 ",
    "Best, ",
    "yours",
    "\u200b",
]
MARKS = [
    ",",
    ":",
    "!",
    "> ",
    ">> ",
    "-- ",
    "–",
    "___",
    "_" * 12,
    "- item\n",
    "😀",
    "e\u0301",
    "\xad",
    "\xa0",
    " ",
    "\t",
]
LINES = [
    *("Dear Ms. Okafor,\n", "Hi Tom, ", "Thank you for your time.\n", "Kind regards,\n", "Best, Ana\n", "Ana Lund\n"),
    *(
        "P.S. One more thing.\n",
        "PS ",
        "Sent from my iPhone\n",
        "anna@lund.example\n",
        "12 Elm Street\n",
        "\n\n",
        "\n",
        " \n",
    ),
    *("On 3 May 2026 at 17:42, Tom wrote:\n", "On 3 May 2026\n", "<tom@firm.example> wrote:\n", "> Can you come?\n"),
    *(
        "From: a\nSent: 3 May 2026\nTo: c\n",
        "From: a\n",
        "Date: 3 May 2026\n",
        "Subject: c\n",
        "-----Original Message-----\n",
    ),
    *("This e-mail is confidential and intended for the addressee only.\n", "\u2028", "\x0b"),
]
PIECES = st.sampled_from([*WORDS, *MARKS, *LINES])
LETTERS = st.lists(PIECES, max_size=25).map("".join)
QUOTES = st.one_of(
    st.sampled_from(ATTRIBUTIONS).map(lambda line: f"{line}\n> Can you come?\n>\n> Tom\n"),
    st.sampled_from([line for line in ATTRIBUTIONS if "@" in line]).map(
        lambda line: f"{line}\n\nCan you come?\n\nTom\n"
    ),
    st.sampled_from(PROGRAMS["announcements"]).map(lambda line: f"{line}\nFrom: Tom\n\nCan you come?\n"),
    st.sampled_from(PROGRAMS["fields"]).map(lambda names: _block(names.split("|"))),
)


def _block(names):
    values = ("Tom Lowe <tom@firm.example>", "3 November 2026 17:42", "Ana Lund", "Talk")
    return "".join(f"{name}: {value}\n" for name, value in zip(names, values, strict=True)) + "\nCan you come?\n"


def zones(text):
    try:
        draft = from_text(text, "letter.txt")
    except DraftError:  # a date of the headers that is none
        reject()
    return [(zone.kind, draft.slice(zone.span)) for zone in draft.zones]


@given(st.one_of(st.text(), LETTERS, st.lists(st.one_of(PIECES, st.sampled_from(["\r", "\r\n"]))).map("".join)))
@example("\u0344\u0344 Dear Tom,\n\ne\u0301\u0301.")
@example("\u0958\u0958, Best,\nAna")
def test_zones_are_a_partition(text):
    assume(not text.startswith("---"))
    found = zones(text)
    assert "".join(words for _, words in found) == text
    assert all(words for _, words in found)
    assert all(one != other for (one, _), (other, _) in pairwise(found))


@given(LETTERS)
@example("Dear Tom,\n \n\nThank you.\n\n\u200b\n\nBest,\nAna\n")
def test_blank_lines_belong_to_the_zone_before(text):
    later = [words for _, words in zones(text)[1:]]
    assume(later)
    assert all(re.split(r"\r\n|\r|\n", words)[0].strip(INVISIBLE) for words in later)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@given(LETTERS)
def test_line_ends_change_no_zone(end, text):
    assert [(kind, words.replace(end, "\n")) for kind, words in zones(text.replace("\n", end))] == zones(text)


@given(LETTERS, QUOTES)
def test_a_quoted_mail_below_changes_nothing_before_it(text, quote):
    visible = [line for line in text.split("\n") if line.strip(INVISIBLE)]
    assume(visible and not re.fullmatch(r"[\W_]+", visible[-1]))  # a bar goes with the mail below it
    before = text.rstrip("\n") + "\n\n"
    alone = zones(before)
    assume(alone[-1][0] != "headers")  # of fields below headers nobody knows whose they are
    if alone[-1][0] == "quoted":
        alone[-1] = ("quoted", alone[-1][1] + quote)
    else:
        alone.append(("quoted", quote))
    assert zones(before + quote) == alone


@given(LETTERS)
def test_front_matter_changes_no_zone_below_it(text):
    head, text = "---\nkind: reminder\n---\n", f"Dear Tom,\n\n{text}"
    assert zones(head + text) == [("headers", head), *zones(text)]
