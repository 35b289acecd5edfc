"""The list of misspellings: its format, what is left out of it, and that none of the package's code is run."""

import sys

import pytest

from notelint.language import misspellings, slips

LIST = """\
abandonned->abandoned
clas->class, disabled because of a name in code
doesnt->doesn't, does not,
customizable->customizable
teh->the
ehr->her
despatched->dispatched
despatch->dispatch
amercia->America
"""


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """A package with a list of its own, whose code must not be run."""
    package = tmp_path / "word_list"
    (package / "data").mkdir(parents=True)
    (package / "__init__.py").write_text("raise AssertionError('this code is run')\n", encoding="utf-8")
    (package / "data" / "dictionary.txt").write_text(LIST, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield from other(monkeypatch, "word_list")


@pytest.fixture
def absent(monkeypatch):
    yield from other(monkeypatch, "no_such_package")


def other(monkeypatch, package):
    monkeypatch.setattr(misspellings, "_PACKAGE", package)
    for cached in (misspellings._path, misspellings._list, misspellings.corrections):
        cached.cache_clear()
    yield
    for cached in (misspellings._path, misspellings._list, misspellings.corrections):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("abandonned", ("abandoned",), id="one correction"),
        pytest.param("doesnt", ("doesn't", "does not"), id="several"),
        pytest.param("amercia", ("America",), id="a correction with a capital"),
        pytest.param("clas", (), id="an entry with a reason not to use it"),
        pytest.param("customizable", (), id="a correction that is the word"),
        pytest.param("teh", ("the",), id="three letters"),
        pytest.param("ehr", (), id="three letters that may be an abbreviation"),
        pytest.param("despatch", (), id="a word that dictionaries have"),
        pytest.param("despatched", (), id="and its forms"),
        pytest.param("interveiw", ("interview",), id="a slip in a word of such letters"),
        pytest.param("abandoned", (), id="a word that is right"),
    ],
)
def test_what_is_meant(listed, word, meant):
    assert misspellings.installed()
    assert misspellings.corrections(word) == meant


def test_without_the_list_nothing_is_misspelt(absent):
    assert not misspellings.installed()
    assert misspellings.corrections("recieved") == misspellings.corrections("interveiw") == ()


def test_no_code_of_the_real_package_is_run():
    assert misspellings.corrections("recieved") == ("received",)
    assert "codespell_lib" not in sys.modules


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("interveiw", "interview"),
        ("intervew", "interview"),
        ("vaccancy", "vacancy"),
        ("conversatoin", "conversation"),
        ("febuary", "February"),
        ("dont", "don't"),
        ("interview", None),
        ("interviews", None),
        ("vacancies", None),
        ("meting", None),
    ],
)
def test_slips(slip, word):
    assert slips.listed().get(slip) == word
