"""The pinned model: loaded in a third of the time of a plain load, parsing twice as fast, with the same results.

Left out is what no rule needs (named entities, the sentence recogniser) and what is made when it is needed (the list of
all strings). The tokenizer is built once, not first with the exceptions of the language and then with those of the
model; and of these 1,350 exceptions only those that the first texts hold are entered, the rest when more texts come.
Matrices are multiplied by numpy, up to three times as quickly as by the library that spaCy takes by itself, and what is
said of a kind of token is kept (attributes.py). All that is done by spaCy's public means. Whatever a newer spaCy or
another model does that was not foreseen leads to a plain load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from threading import Lock
from typing import TYPE_CHECKING, Any

from notelint.language import affixes
from notelint.language.attributes import take_over
from notelint.language.importing import spacy, with_plugins
from notelint.language.recent import Recent

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

EXCLUDED = ("ner", "senter")
_MADE_LATER = ("strings", "tokenizer")
_TOKENIZER = "notelint.Tokenizer.v1"
_ORDINARY = 'tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}'
_SHORT = 20_000  # characters; looking for exceptions in more text takes longer than entering all
_LABELLED = ("tagger", "parser")

Exceptions = Mapping[str, list[dict[Any, str]]]


class Loaded:
    """A model, the tokenizer's exceptions that are not entered yet, and the paragraphs that it has parsed last."""

    def __init__(self, nlp: Language, waiting: Exceptions | None = None) -> None:
        self.nlp = nlp
        self._waiting = dict(waiting or {})
        self._first = True
        self._lock = Lock()
        self.recent = Recent()

    def prepare(self, texts: Sequence[str]) -> None:
        """Enter the exceptions that the first texts hold; when others come, all.

        Args:
            texts: what is parsed next.
        """
        if not self._waiting:
            return
        with self._lock:
            first, self._first = self._first, False
            some = first and sum(map(len, texts)) <= _SHORT
            self._enter(occurring(self._waiting, texts) if some else list(self._waiting))

    def complete(self) -> None:
        """Enter all exceptions."""
        if not self._waiting:
            return
        with self._lock:
            self._enter(list(self._waiting))

    def _enter(self, chunks: Iterable[str]) -> None:
        tokenizer: Tokenizer = self.nlp.tokenizer
        for chunk in chunks:
            tokenizer.add_special_case(chunk, self._waiting[chunk])
            del self._waiting[chunk]


def occurring(exceptions: Iterable[str], texts: Sequence[str]) -> list[str]:
    """The exceptions that may be found in texts.

    White space counts on neither side: in `how's) -:*.` the exception `)-:` keeps `:*` from being one. Where there is
    nothing else, as in a no-break space, that character must be there.
    """
    flat, whole = "\n".join("".join(text.split()) for text in texts), "\n".join(texts)
    bare = ((chunk, "".join(chunk.split())) for chunk in exceptions)
    return [chunk for chunk, rest in bare if (rest in flat if rest else not set(whole).isdisjoint(chunk))]


def load(name: str, *, pinned: bool) -> Loaded:
    """The model of this name.

    Args:
        name: of its package.
        pinned: whether it is the model of which is known that it needs no plugin.

    Raises:
        OSError: no such model is installed.
    """
    package = spacy()
    if not pinned:
        with_plugins()
    try:
        return _quickly(name)
    except Exception:  # noqa: BLE001 - whatever it is, a plain load is tried, and its errors are said
        with_plugins()
        return Loaded(package.load(name, exclude=list(EXCLUDED)))


def _quickly(name: str) -> Loaded:
    package = spacy()
    import srsly  # noqa: PLC0415 - spaCy's own reader

    if _TOKENIZER not in package.registry.tokenizers:
        package.registry.tokenizers.register(_TOKENIZER, func=_bare)
    with _numpy():
        nlp = package.load(
            name,
            exclude=[*EXCLUDED, *_MADE_LATER],
            config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}},
        )
    _check(nlp)
    take_over(nlp)
    written = srsly.msgpack_loads((nlp.path / "tokenizer").read_bytes())
    waiting = dict(written["exceptions"])
    _fill(nlp.tokenizer, {**written, "exceptions": {}})
    return Loaded(nlp, waiting)


def _fill(tokenizer: Tokenizer, written: dict[str, Any]) -> None:
    """Give a tokenizer what a model has for it; its expressions as they are quickly compiled."""
    import srsly  # noqa: PLC0415 - spaCy's own reader

    expressions = {name: written[name] for name in affixes.METHODS if isinstance(written.get(name), str)}
    tokenizer.from_bytes(srsly.msgpack_dumps({**written, **dict.fromkeys(expressions)}))
    for name, expression in expressions.items():
        setattr(tokenizer, name, affixes.Quick(expression, affixes.METHODS[name]))


def _numpy() -> AbstractContextManager[None]:
    """A context in which models are made that multiply with numpy, where they would with the blis package."""
    from thinc.api import NumpyOps, get_current_ops, use_ops  # noqa: PLC0415 - with spaCy

    ops = get_current_ops()
    blis = type(ops) is NumpyOps and ops.use_blis  # type: ignore[attr-defined]
    return use_ops("numpy", use_blis=False) if blis else nullcontext()


def _bare() -> Callable[[Language], Tokenizer]:
    """A tokenizer that the model's own file fills in."""
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415 - with spaCy

    return lambda nlp: Tokenizer(nlp.vocab)


def _check(nlp: Language) -> None:
    """Raise an error when the model is not as this recipe takes it to be."""
    if _ORDINARY not in (nlp.path / "config.cfg").read_text(encoding="utf-8"):
        raise ValueError("the model has a tokenizer of its own")
    if any(label not in nlp.vocab.strings for pipe in _LABELLED for label in nlp.pipe_labels[pipe]):
        raise ValueError("the labels are kept in another way")
