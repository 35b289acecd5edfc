"""What of a sentence is weighed, by name and by key: both tell the same."""

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from notelint.config import Config
from notelint.drafts.read import from_text, read
from notelint.language import analyse
from notelint.language.hashing import hashed
from notelint.matching import weights
from notelint.matching.feature_keys import MOST, keys_of
from notelint.matching.features import features, keys
from notelint.matching.lately import Lately
from notelint.matching.parts import parts
from notelint.matching.rulebook import compiled
from notelint.matching.weights import Scales

LETTERS = sorted((Path(__file__).parents[1] / "letters").glob("*.txt"))
ODD = "Dear Ms Oda,\n\n?\n\n… !\n\nThank you, 3 times, Ms Oda; I < you > him, and I had not even asked you for it!\n\nKind regards,\nBo\n"


def anew():
    """The weights of the rules, by which no sentence was weighed before."""
    return replace(compiled(Config()).weights, lately=Lately(0))


def units(draft):
    sentences = analyse(draft).sentences
    return [(each, None) for each in sentences] + [(each, part) for each in sentences for part in parts(each)]


def by_name(unit):
    return set(keys(sorted(features(*unit))).tolist())


def test_there_are_letters():
    assert len(LETTERS) > 10


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_keys_are_those_of_the_names(path):
    listed = units(read(str(path)))
    found, numbers = keys_of(listed)
    for number, unit in enumerate(listed):
        own = found[numbers == number].tolist()
        assert len(own) == len(set(own)) == len(features(*unit))
        assert set(own) == by_name(unit)


def test_they_are_of_marks_and_of_single_words_too():
    listed = units(from_text(ODD, "draft.txt"))
    found, numbers = keys_of(listed)
    assert [set(found[numbers == n].tolist()) for n in range(len(listed))] == list(map(by_name, listed))


def test_they_come_in_order_and_each_once_for_a_unit():
    listed = units(from_text(ODD, "draft.txt"))
    found, numbers = keys_of((listed * MOST)[:MOST])
    assert (np.diff(found.astype(float)) >= 0).all()
    assert len(set(zip(found.tolist(), numbers.tolist(), strict=True))) == len(found)
    assert numbers.max() == MOST - 1


def test_there_is_room_for_no_more():
    with pytest.raises(ValueError, match="room"):
        keys_of(units(from_text(ODD, "draft.txt")) * MOST)


def test_units_are_weighed_a_few_at_a_time(monkeypatch):
    sentences = analyse(read(str(LETTERS[0]))).sentences
    known = anew()
    whole = Scales(known, sentences)
    monkeypatch.setattr(weights, "MOST", 3)
    parted = Scales(known, sentences)
    assert len(sentences) > 3
    for name in known.columns:
        assert np.array_equal(
            [whole.weight(each, name) for each in sentences],
            [parted.weight(each, name) for each in sentences],
            equal_nan=True,
        )
        assert whole._with_heavy_part(name) == parted._with_heavy_part(name)


def test_drafts_weighed_together_weigh_what_each_weighs_alone():
    known = anew()
    drafts = [
        *(analyse(read(str(path))).sentences for path in LETTERS[:5]),
        (),
        analyse(from_text(ODD, "d.txt")).sentences,
    ]
    for scales, sentences in zip(Scales.all_of(known, drafts), drafts, strict=True):
        alone = Scales(known, sentences)
        for name in known.columns:
            weights_of = ([one.weight(each, name) for each in sentences] for one in (scales, alone))
            assert np.array_equal(*weights_of, equal_nan=True)
            assert scales._with_heavy_part(name) == alone._with_heavy_part(name)


def test_no_draft_at_all_is_weighed():
    assert Scales.all_of(anew(), []) == []


def test_where_there_is_no_sentence_nothing_weighs():
    pattern = next(node.pattern for _, node in compiled(Config()).rivals if node.pattern.weighs == "no-gifts")
    assert Scales(anew(), ()).within(pattern) == frozenset()


def test_a_spacy_without_its_quick_hash_is_slower_and_not_wrong(monkeypatch):
    monkeypatch.delattr("spacy.strings.hash_string")
    words = ["", "agent", "case", "number", "det", "need"]  # of some spaCy makes small numbers
    assert len({number >> 12 for number in hashed(words).tolist()}) == len(words)


def test_names_of_other_words_have_other_keys():
    names = ["need", "need this", "this need", "need this job", "=need =this", "=need … =this", "need: this", ""]
    assert len(set(keys(names).tolist())) == len(names)
