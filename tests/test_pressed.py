"""Reports of many drafts: the same in the same order, whether they are pressed or not."""

from pathlib import Path

import pytest

from notelint import pipeline
from notelint.pressed import Pressed, packed, unpacked

from .reporters.build import draft, report, violation

LETTERS = Path(__file__).parent / "letters"
REPORTS = [
    report(source, [violation(source, "some feedback")], not_run=())
    for source in (draft(path=f"{number:04}.txt") for number in range(1100))
]


@pytest.mark.parametrize("count", [0, 1, 511, 512, 513, 600, 1023, 1024, 1100])
def test_what_goes_in_comes_out(count):
    reports = Pressed(REPORTS[:count])
    assert len(reports) == count
    assert list(reports) == list(reports.all()) == REPORTS[:count]


def test_few_stay_a_tuple():
    assert Pressed(REPORTS[:3]).all() == tuple(REPORTS[:3])


@pytest.mark.parametrize("at", [0, 1, 63, 64, 511, 512, 900, 1023, 1024, 1099, -1, -1100])
def test_one_of_them(at):
    assert Pressed(REPORTS)[at] == REPORTS[at]


@pytest.mark.parametrize("at", [1100, -1101])
def test_one_that_is_not_there(at):
    with pytest.raises(IndexError):
        Pressed(REPORTS)[at]


@pytest.mark.parametrize("at", [slice(3), slice(500, 520), slice(-2, None), slice(None, None, 500)])
def test_some_of_them(at):
    assert Pressed(REPORTS)[at] == REPORTS[at]


@pytest.mark.parametrize("at", [0, 1, 64, 100, 1023, 1024, 1025, 1099, 1100])
def test_those_from_a_place_on(at):
    assert list(Pressed(REPORTS).since(at)) == REPORTS[at:]


def test_reports_come_back_as_they_were():
    reports = list(pipeline.check([str(LETTERS)]).drafts)
    assert len(reports) > 20
    assert unpacked(packed(reports)) == reports


def test_the_name_of_a_file_may_be_no_text():
    reports = [report(draft(path="not-\udce9t\udce9.txt"), [], not_run=())]
    assert unpacked(packed(reports)) == reports
