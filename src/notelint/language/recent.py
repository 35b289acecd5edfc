"""The paragraphs that were parsed last: in an editor all but one of a letter's are as they were at the check before.

Letters share paragraphs too, such as a close. A paragraph's parse hangs on its text alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST = 60_000  # tokens of all together: 200 letters, and 26 megabytes with what they were read as
_EACH = 10  # a parse takes as much memory as its tokens and ten more
_LONGEST = 500  # tokens of one that is kept


class Recent:
    """The parses of the paragraphs that were asked for last, by their texts."""

    def __init__(self) -> None:
        self._docs: dict[str, Doc] = {}
        self._size = 0
        self._lock = Lock()

    def known(self, texts: Iterable[str]) -> dict[str, Doc]:
        """The parses of those among these texts that are here."""
        found: dict[str, Doc] = {}
        with self._lock:
            for text in texts:
                if text in self._docs and text not in found:
                    found[text] = self._docs[text] = self._docs.pop(text)
        return found

    def put(self, text: str, doc: Doc) -> None:
        """Keep a parse, unless it is very long, in the place of those that nobody has asked for the longest."""
        if len(doc) > _LONGEST:
            return
        doc.tensor = doc.tensor[:0].copy()  # it is a view of those of its whole batch, and nobody looks at it any more
        with self._lock:
            self._drop(text)
            self._docs[text] = doc
            self._size += len(doc) + _EACH
            while self._size > _MOST:
                self._drop(next(iter(self._docs)))

    def _drop(self, text: str) -> None:
        doc = self._docs.pop(text, None)
        if doc is not None:
            self._size -= len(doc) + _EACH


def parsed(texts: Sequence[str], recent: Recent, parse: Callable[[list[str]], Iterator[Doc]]) -> Iterator[Doc]:
    """The parses of texts, in order; those that are not known are parsed together, each once.

    Args:
        texts: of paragraphs.
        recent: what is known.
        parse: what parses texts, in order.
    """
    known = recent.known(texts)
    times = Counter(texts)
    coming = parse([text for text in times if text not in known])
    for text in texts:
        doc = known.get(text)
        if doc is None:
            doc = next(coming)
            recent.put(text, doc)
            if times[text] > 1:
                known[text] = doc
        yield doc
