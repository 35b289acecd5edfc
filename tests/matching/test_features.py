"""What of a sentence is weighed, by name and by key: both tell the same."""

from pathlib import Path

import numpy as np
import pytest

from notelint.drafts.read import from_text, read
from notelint.language import analyse
from notelint.matching.features import MOST, features, keys, keys_of
from notelint.matching.parts import parts

LETTERS = sorted((Path(__file__).parents[1] / "letters").glob("*.txt"))
ODD = "Dear Ms Oda,\n\n?\n\n… !\n\nThank you, 3 times, Ms Oda; I < you > him, and I had not even asked you for it!\n\nKind regards,\nBo\n"


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


def test_names_of_other_words_have_other_keys():
    names = ["need", "need this", "this need", "need this job", "=need =this", "=need … =this", "need: this", ""]
    assert len(set(keys(names).tolist())) == len(names)
