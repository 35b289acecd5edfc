"""What was made of a sentence is taken again when it comes again, and judged as if it had never come before."""

import gc
import pickle
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from notelint.config import Config
from notelint.drafts.read import from_text, read
from notelint.language import analyse
from notelint.matching import rulebook
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


def anew():
    """The rules, by which no sentence was looked at before."""
    rules = compiled(Config())
    return replace(rules, lately=Lately(256), weights=replace(rules.weights, lately=Lately(256)))


def afresh(draft):
    """The report on a draft as if no sentence had come before."""
    return judge(analyse(draft), anew())


@pytest.fixture
def short_switches():
    """Threads take turns a hundred times as often."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 100)
    yield
    sys.setswitchinterval(usual)


def sentence():
    return analyse(from_text(LETTER.format(""), "draft.txt")).sentences[1]


def test_what_was_put_is_taken_once():
    kept, one = Lately(2), sentence()
    assert kept.take(one) is None
    kept.put(one, "value")
    assert kept.take(replace(one, index=7)) == "value"
    assert kept.take(one) is None


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda one: replace(one, region="postscript"), id="in another zone"),
        pytest.param(lambda one: replace(one, opening=False), id="at another place"),
        pytest.param(lambda one: replace(one, clauses=(*one.clauses, *one.clauses[:0])), id="equal clauses"),
    ],
)
def test_nothing_else_is_taken_for_it(other):
    kept, one = Lately(2), sentence()
    assert one.opening
    assert other(one).clauses is not one.clauses or other(one) != one
    kept.put(one, "value")
    assert kept.take(other(one)) is None


def test_nothing_is_kept_of_a_sentence_without_clauses():
    kept, one = Lately(2), replace(sentence(), clauses=())
    kept.put(one, "value")
    assert kept.take(replace(one, tokens=one.tokens[:1])) is None


def test_the_oldest_go():
    kept, all_of = Lately(2), analyse(from_text(LETTER.format(""), "draft.txt")).sentences[:3]
    for number, one in enumerate(all_of):
        kept.put(one, number)
    assert [kept.take(one) for one in all_of] == [None, 1, 2]


def test_it_is_pickled_without_what_it_holds():
    kept, one = Lately(2), sentence()
    kept.put(one, "value")
    assert pickle.loads(pickle.dumps(kept)).take(one) is None


def test_what_is_kept_goes_with_the_rules(monkeypatch, tmp_path):
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(tmp_path))
    rulebook.forget()
    rules = rulebook.compile_rules(())
    for _ in range(3):
        judge(analyse(from_text(LETTER.format(""), "draft.txt")), rules)
    gone = weakref.ref(rules.lately)
    del rules
    rulebook.forget()
    gc.collect()
    assert gone() is None


def test_the_sentences_that_come_again_are_not_looked_at_again():
    rules, draft = anew(), from_text(LETTER.format(""), "draft.txt")
    for _ in range(3):
        judge(analyse(draft), rules)
    sentences = analyse(draft).sentences
    assert all(rules.lately.take(each) is not None for each in sentences)
    assert all(rules.weights.lately.take(each) is not None for each in sentences)


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_letter_that_comes_again_is_judged_as_the_first_time(path):
    draft, rules, others = read(str(path)), anew(), anew()
    first = afresh(draft)
    assert [judge(analyse(draft), each) for each in (rules, others, rules, others)] == [first] * 4


def test_the_paragraphs_of_a_letter_that_stay_are_judged_as_in_a_new_one():
    rules = anew()
    for said in ("", "I liked the ward.", "Please let me know what you thought of me.", "", "I BEG you!"):
        draft = from_text(LETTER.format(said), "draft.txt")
        assert judge(analyse(draft), rules) == afresh(draft)


def test_a_sentence_that_moves_to_another_zone_is_judged_there():
    rules = anew()
    for moved in ("", "PS: "):
        draft = from_text(LETTER.format("").replace("I hated", f"{moved}I hated"), "draft.txt")
        for _ in range(3):
            assert judge(analyse(draft), rules) == afresh(draft)


def test_threads_that_judge_at_once_find_the_same(short_switches):
    rules = anew()
    analyses = [analyse(read(str(path))) for path in LETTERS[:8]] * 4
    alone = [judge(each, anew()) for each in analyses[:8]]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda each: judge(each, rules), analyses)) == alone * 4
