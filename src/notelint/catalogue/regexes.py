r"""Regular expressions that can run away, found before they meet a draft.

Matching backtracks for longer than anybody waits when a group that is repeated without bound has nothing in it but
repetitions and what may be absent, as in `(a+)+` or `(\w+\s*)*`, or when it repeats `.`, as in `(.*,)+`: the same text
can be cut in too many ways. A piece that must be there once, as in `(?:very\s+)*`, keeps the ways apart. Possessive
(`a++`) and atomic (`(?>a+)`) repetitions never give back, and stay allowed. What this simple check lets through, the
time limit of matching stops. Compiling has no such limit, and lays out what is repeated a number of times; so what is
large, deep or contains itself is refused before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex
from msgspec import Struct

PIECES = re.compile(
    r"""(?P<comment>\(\?\#[^)]*\))
    |(?P<nothing>\\[bBAZmMG]|[\^$])
    |(?P<piece>\\[pPN]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])
    |(?P<open>\((?:\?(?:P?<\w+>|<?[=!]|[:|>]|[\w-]*:)?)?)
    |(?P<close>\))
    |(?P<bar>\|)
    |(?P<times>(?:[*+?]|\{\d*,?\d*\})[+?]?)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)

_LONGEST = 5000  # characters
_LARGEST = 20_000  # pieces, each as often as it is repeated
_DEEPEST = 50  # groups
_SECONDS = 2.0
_ITSELF = re.compile(r"\(\?(?:R|[+-]?\d|&|P>)")
_REPEATED_GROUP = re.compile(r"\)[*+{]")


def mistake(expression: str) -> str | None:
    """What is wrong with a regular expression and how to mend it, or None."""
    too_much = _excess(expression)
    if too_much:
        return f"this regular expression {too_much}; write it shorter, or as several"
    try:
        compiled = regex.compile(expression)
    except regex.error as error:
        return f"this regular expression is broken at its character {(error.pos or 0) + 1}: {error.msg}"
    except (ValueError, KeyError):  # flags that exclude each other, such as `(?au)`
        return "this regular expression has flags that do not go together; leave them out, `case: true` minds capitals"
    if _hits_nothing(compiled):
        return "this regular expression also hits where nothing stands; something in it must be there"
    if runs_away(expression):
        return (
            "this regular expression may run away: it repeats a group that repeats inside, such as `(a+)+`; "
            "take one of the two out or make the inner one possessive, such as `(a++)+`"
        )
    return None


def _excess(expression: str) -> str:
    """In which way an expression is more than can be compiled; "" when it is not."""
    if len(expression) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    if _ITSELF.search(expression):
        return "contains itself or one of its groups again"
    sizes, last = [0], 0  # of the groups that are open, and of what a number behind it would repeat
    for name, text in _split(expression):
        if name == "open":
            sizes.append(0)
        if len(sizes) > _DEEPEST:
            return f"has groups inside groups more than {_DEEPEST} deep"
        if name == "times":
            count = max(map(int, re.findall(r"\d{1,9}", text)), default=1)
            sizes[-1] += last * max(count - 1, 0)
        last = (sizes.pop() if len(sizes) > 1 else 0) if name == "close" else int(name in {"piece", "other"})
        sizes[-1] += last
    return f"repeats more than {_LARGEST:,} pieces" if sum(sizes) > _LARGEST else ""


def _hits_nothing(compiled: regex.Pattern[str]) -> bool:
    try:
        return compiled.fullmatch("", timeout=_SECONDS) is not None
    except TimeoutError:
        return False


def runs_away(expression: str) -> bool:
    """Whether the expression has a repetition inside a repetition of the dangerous kind."""
    if not _REPEATED_GROUP.search(expression):
        return False
    walk = _Walk(expression)
    walk.group()
    return walk.found


class _Part(Struct):
    """What a branch or a group holds: a repetition, one of `.`, and a piece that must be there once."""

    repeats: bool = False
    wide: bool = False
    firm: bool = False

    @property
    def risky(self) -> bool:
        return self.repeats and (self.wide or not self.firm)


class _Walk:
    def __init__(self, expression: str) -> None:
        self._pieces = list(_split(expression))
        self._at = 0
        self.found = False

    def group(self) -> _Part:
        """Read up to the end of the group (or of the expression)."""
        branches = [_Part()]
        while self._at < len(self._pieces):
            name, text = self._pieces[self._at]
            self._at += 1
            if name == "close":
                break
            if name == "bar":
                branches.append(_Part())
            elif name == "open":
                self._add(branches[-1], self._inner(text))
            elif name != "nothing":
                self._add(branches[-1], _Part(firm=True), wide=text == ".")
        risky = any(branch.risky for branch in branches)
        return _Part(
            repeats=any(branch.repeats for branch in branches),
            wide=any(branch.wide for branch in branches),
            firm=not risky and all(branch.firm for branch in branches),
        )

    def _inner(self, opening: str) -> _Part:
        inner = self.group()
        if opening.endswith(("=", "!")):
            return _Part()
        return _Part(firm=inner.firm) if opening == "(?>" else inner

    def _add(self, branch: _Part, part: _Part, *, wide: bool = False) -> None:
        """Put a piece or group into its branch, with the quantifier that follows it."""
        times = self._times()
        without_bound = times[:1] in {"*", "+"} or times.rstrip("+?").endswith(",}")
        possessive = len(times) > 1 and times.endswith("+")
        may_lack = times.startswith(("*", "?", "{0", "{,"))
        if without_bound and not possessive:
            self.found |= part.risky
            branch.repeats = True
            branch.wide |= wide or part.wide
        elif not possessive:
            branch.repeats |= part.repeats
            branch.wide |= part.wide
        branch.firm |= part.firm and not may_lack and not without_bound

    def _times(self) -> str:
        if self._at < len(self._pieces) and self._pieces[self._at][0] == "times":
            self._at += 1
            return self._pieces[self._at - 1][1]
        return ""


def _split(expression: str) -> Iterator[tuple[str, str]]:
    for match in PIECES.finditer(expression):
        if match.lastgroup is not None and match.lastgroup != "comment":
            yield match.lastgroup, match[0]
