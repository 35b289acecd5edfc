"""The tokenizer's expressions, for text in ASCII, compiled in a fifth of the time.

They name thousands of letters and signs of all scripts, one by one, and to compile that takes longer than to parse a
letter. What they find in a word in ASCII is found without all other characters; the whole ones are compiled when a
word needs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

METHODS = {"prefix_search": "search", "suffix_search": "search", "infix_finditer": "finditer", "url_match": "match"}
"""The tokenizer's expressions (see spaCy's `Tokenizer`), and what it does with each."""

_ATOM = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}|\\.|.", re.DOTALL)
_MINDLESS = re.compile(r"\(\?[a-zA-Z]*i")
_NUMBERED = re.compile(r"\\[uUx]([0-9A-Fa-f]+)")
_BEYOND, _LAST = 0x80, "\\x7f"
_NEVER = "\\x80"  # what no text in ASCII has


class Quick:
    """A method of an expression: for text in ASCII that of a smaller one, which finds the same there.

    `pattern` is the whole expression, and `__self__` what has it, as of a method of `re`: by that spaCy writes a
    tokenizer out.

    Args:
        pattern: as `re` has it.
        method: the method's name, such as `search`.

    Raises:
        ValueError: what the expression finds in ASCII cannot be told this way.
    """

    def __init__(self, pattern: str, method: str) -> None:
        self.pattern = pattern
        self.__self__ = self
        self._method = method
        self._small: Callable[[str], Any] = getattr(re.compile(in_ascii(pattern)), method)

    @cached_property
    def _whole(self) -> Callable[[str], Any]:
        return getattr(re.compile(self.pattern), self._method)  # type: ignore[no-any-return]

    def __call__(self, text: str) -> Any:
        """What the method finds."""
        return self._small(text) if text.isascii() else self._whole(text)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as it is written."""
        return Quick, (self.pattern, self._method)


def in_ascii(expression: str) -> str:
    """An expression that finds in any text in ASCII what another finds, without its sets of other characters.

    Raises:
        ValueError: it may not mind the case, so that a letter beyond ASCII may find one in it; or a set is not closed.
    """
    if _MINDLESS.search(expression):
        raise ValueError("the expression does not mind the case")
    atoms = iter(_ATOM.findall(expression))
    return "".join(_set(atoms) if atom == "[" else atom for atom in atoms)


def _set(atoms: Iterator[str]) -> str:
    """A set without what is not ASCII; the atoms stand behind its bracket, and behind its end afterwards."""
    members = _members(atoms)
    negated = members[:1] == ["^"]
    kept = list(_kept(members[negated:]))
    return f"[{'^' * negated}{''.join(kept) or _NEVER}]"


def _members(atoms: Iterator[str]) -> list[str]:
    members: list[str] = []
    for atom in atoms:
        if atom == "]" and members not in ([], ["^"]):
            return members
        members.append(atom)
    raise ValueError("a set is not closed")


def _kept(members: list[str]) -> Iterator[str]:
    """Members and ranges in ASCII; of a range that ends beyond it, the part within."""
    at = 0
    while at < len(members):
        is_range = members[at + 1 : at + 2] == ["-"] and at + 2 < len(members)
        first, last = members[at], members[at + 2] if is_range else members[at]
        if _code(first) < _BEYOND:
            end = _escaped(last) if _code(last) < _BEYOND else _LAST
            yield f"{_escaped(first)}-{end}" if is_range else _escaped(first)
        at += 3 if is_range else 1


def _escaped(atom: str) -> str:
    """The same where two signs that stood apart come together, which `re` may read as one some day."""
    return atom if len(atom) > 1 or atom.isalnum() else f"\\{atom}"


def _code(atom: str) -> int:
    """The number of a character; 0 for a class, which says the same of ASCII in a smaller set."""
    numbered = _NUMBERED.fullmatch(atom)
    if numbered:
        return int(numbered[1], 16)
    return ord(atom) if len(atom) == 1 else 0
