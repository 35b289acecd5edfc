"""Long sentences, prose of long words, and what is no trouble."""

import pytest

from notelint.catalogue.options import typed
from notelint.drafts.read import from_text
from notelint.language import analyse
from notelint.matching.checks import Context, readable_prose

PONDEROUS = (
    "The multidimensional perspective which you articulated substantially reinforced my professional conviction. "
    "My previous responsibilities encompassed methodological improvements, the standardisation of administrative "
    "documentation and the continuous optimisation of interdepartmental communication. "
    "Consequently, I remain exceptionally motivated regarding the possibility of contributing to strategic objectives."
)
LONG = "I saw the " + "old " * 30 + "mill that you run by the canal in Leeds."


def said(body, **options):
    text = f"---\nkind: thank-you\n---\nDear Ms. Okafor,\n\n{body}\n\nKind regards,\nDana Whitfield\n"
    analysis = analyse(from_text(text, "draft.txt"))
    return [
        (" ".join(text[found.span.start : found.span.end].split()), found.message)
        for found in readable_prose.check(Context(analysis, typed("readable-prose", options)))
    ]


@pytest.mark.parametrize(("olds", "speaks"), [(28, False), (29, True)])
def test_a_sentence_has_up_to_forty_words(olds, speaks):
    sentence = "I saw the " + "old " * olds + "mill that you run by the canal in Leeds."
    found = said(f"Thank you for your time. {sentence} I liked it.")
    assert [marked for marked, _ in found] == ([sentence] if speaks else [])
    assert all("has 41 words; up to 40 read well. Split it in two." in message for _, message in found)


def test_the_sentence_may_be_hard_wrapped():
    assert said(LONG.replace(" the canal", "\nthe canal"))[0][0] == LONG


def test_each_long_sentence_is_marked():
    assert [marked for marked, _ in said(f"{LONG} {LONG}")] == [LONG, LONG]


def test_ponderous_prose_is_marked_at_its_hardest_sentence():
    [(marked, message)] = said(PONDEROUS)
    assert marked.startswith("My previous responsibilities")
    assert message.startswith("An average sentence has 9 long words (two to four read well), this one 12")


@pytest.mark.parametrize(
    ("options", "speaks"),
    [
        ({"long_words_a_sentence": "12"}, False),
        ({"words_a_sentence": "15"}, True),
        ({"words_a_sentence": "15", "long_words_a_sentence": "12"}, True),
    ],
)
def test_the_limits_can_be_set(options, speaks):
    assert bool(said(PONDEROUS, **options)) is speaks


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Thank you.", id="too short to have an average"),
        pytest.param(PONDEROUS.partition(". ")[0] + ".", id="one hard sentence"),
        pytest.param(
            "Konstantina Papadopoulou, Bartholomew Ravenscroft and Elisabetta Montgomery of Featherstonehaugh "
            "Manufacturing met me. Then Christopher Wolverhampton and Alexandra Cholmondeley came. I liked Nottingham.",
            id="names",
        ),
        pytest.param(
            "We cut 1,250,000.00 to 980,000.00, which is 21.6%. See https://example.com/portfolio/2023/reports. "
            "Write to dana.whitfield@example.com or ring 020 7946 0018. I would be glad.",
            id="numbers and addresses",
        ),
        pytest.param(
            "I know:\n\n- Kubernetes and PostgreSQL\n- infrastructure monitoring\n- Elasticsearch\n\nI hope this helps.",
            id="a list",
        ),
        pytest.param(
            "I organised the theatre programme and catalogued the jewellery. The labour was ours. I favour a grey "
            "cheque over a fulfilled manoeuvre.",
            id="British spelling",
        ),
        pytest.param(
            "Dr. Iyer met me at 9.30 a.m. on Mon. 3 Nov. at No. 4, High St. It was good. I would be glad to come back.",
            id="abbreviations",
        ),
    ],
)
def test_no_trouble(body):
    assert said(body) == []
