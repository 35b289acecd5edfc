"""What was made of a sentence is taken again when it comes again, and judged as if it had never come before."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from notelint.config import Config
from notelint.drafts.read import from_text, read
from notelint.language import analyse
from notelint.matching import predicates, weights
from notelint.matching.engine import judge
from notelint.matching.lately import Lately
from notelint.matching.rulebook import compiled

LETTERS = sorted((Path(__file__).parents[1] / "letters").glob("*.txt"))
LETTER = """\
Dear Ms Oda,

Thank you for the talk on Tuesday. {}

I hated how long I had to wait in your hall.

Kind regards,
Bo Lind
"""


@pytest.fixture
def afresh(monkeypatch):
    """A function that judges a draft as if no sentence had come before."""

    def judged(draft):
        with monkeypatch.context() as without:
            without.setattr(predicates, "_lately", Lately(0))
            without.setattr(weights, "_lately", Lately(0))
            return judge(analyse(draft), compiled(Config()))

    return judged


def sentence():
    return analyse(from_text(LETTER.format(""), "draft.txt")).sentences[1]


def test_what_was_put_is_taken_once():
    kept, one = Lately(2), sentence()
    assert kept.take(one, "rules") is None
    kept.put(one, "rules", "value")
    assert kept.take(replace(one, index=7), "rules") == "value"
    assert kept.take(one, "rules") is None


@pytest.mark.parametrize(
    ("other", "rules"),
    [
        pytest.param(lambda one: one, "others", id="by other rules"),
        pytest.param(lambda one: replace(one, region="postscript"), "rules", id="in another zone"),
        pytest.param(lambda one: replace(one, opening=False), "rules", id="at another place"),
        pytest.param(lambda one: replace(one, clauses=(*one.clauses,)), "rules", id="equal clauses, not the same"),
    ],
)
def test_nothing_else_is_taken_for_it(other, rules):
    kept, one = Lately(2), sentence()
    assert one.opening
    kept.put(one, "rules", "value")
    assert kept.take(other(one), rules) is None


def test_the_oldest_go():
    kept, all_of = Lately(2), analyse(from_text(LETTER.format(""), "draft.txt")).sentences[:3]
    for number, one in enumerate(all_of):
        kept.put(one, "rules", number)
    assert [kept.take(one, "rules") for one in all_of] == [None, 1, 2]


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_letter_that_comes_again_is_judged_as_the_first_time(path, afresh):
    draft, rules = read(str(path)), compiled(Config())
    first = afresh(draft)
    assert [judge(analyse(draft), rules) for _ in range(3)] == [first] * 3


def test_the_paragraphs_of_a_letter_that_stay_are_judged_as_in_a_new_one(afresh):
    rules = compiled(Config())
    for said in ("", "I liked the ward.", "Please let me know what you thought of me.", "", "I BEG you!"):
        draft = from_text(LETTER.format(said), "draft.txt")
        assert judge(analyse(draft), rules) == afresh(draft)


def test_a_sentence_that_moves_to_another_zone_is_judged_there(afresh):
    rules = compiled(Config())
    for moved in ("", "PS: "):
        draft = from_text(LETTER.format("").replace("I hated", f"{moved}I hated"), "draft.txt")
        for _ in range(3):
            assert judge(analyse(draft), rules) == afresh(draft)
