"""Word classes: named lists of token phrases, in the files of `words/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from notelint.catalogue import phrases
from notelint.catalogue.circles import find as find_circles
from notelint.catalogue.source import Node
from notelint.errors import RuleError
from notelint.types import Source, WordClass

FOLDER = "words"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def read(root: Node, path: str) -> Iterator[WordClass | RuleError]:
    """The word classes of one file, and its mistakes.

    Args:
        root: a map from the name of a class to a list of phrases.
        path: the file, for error messages.
    """
    for key, value in root.pairs():
        if not _NAME.fullmatch(key.text):
            yield _error(key, path, f"`{key.text}` is no name of a word class; write small letters and hyphens")
        entries = tuple(value.items())
        nested = next((entry for entry in entries if entry.kind != "scalar"), None)
        if nested is not None:
            advice = "one that begins with `[` or `{`, or has a colon in it, needs quotes around it"
            yield _error(nested, path, f"the word class `{key.text}` has phrases only; {advice}")
            entries = ()
        elif not entries:
            example = f"`{key.text}: [thank you, thanks]`"
            yield _error(value, path, f"the word class `{key.text}` needs a list of phrases, such as {example}")
        yield WordClass(key.text, tuple(entry.text for entry in entries), Source(path, key.line, key.column))


def circles(classes: Mapping[str, WordClass]) -> Iterator[RuleError]:
    """One error for each circle of classes that contain each other, at the first class of it."""
    uses = {
        name: dict.fromkeys(used for entry in word_class.entries for used in phrases.references(entry))
        for name, word_class in classes.items()
    }
    for way in find_circles(uses):
        at = classes[way[0]].source
        chain = ", which contains ".join(f"`<{name}>`" for name in way[1:])
        message = f"the word class `{way[0]}` contains {chain}; take one of these entries out"
        yield RuleError(message, path=at.path, line=at.line, column=at.column)


def _error(node: Node, path: str, message: str) -> RuleError:
    return RuleError(message, path=path, line=node.line, column=node.column)
