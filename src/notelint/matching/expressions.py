"""Where regular expressions hit: in the text of each paragraph, once, when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

from notelint.errors import RuleError
from notelint.matching.found import Found
from notelint.matching.node import Node
from notelint.types import Analysis, Sentence, Span

_SECONDS = 2.0  # of one expression in one draft; an honest one takes a thousandth even on a loaded machine
_AGAIN = 0.1  # where it ran away before, so that of a thousand drafts not each waits as long

_RUNS_AWAY = "this regular expression runs away on {}; make it shorter, without a repetition inside a repetition"

_ran_away: set[str] = set()  # expressions, in this process


def forget() -> None:
    """Give expressions that ran away their time again, as when somebody edited the rules."""
    _ran_away.clear()


class Expressions:
    """The hits of regular expressions in one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._known: dict[tuple[Node, int], list[Found]] = {}
        self._small: dict[int, str] = {}
        self._own: dict[int, list[Sentence]] = {}
        self._left: dict[Node, float] = {}  # seconds
        self._whole = analysis.prose()
        self._folded = self._whole.casefold()

    def is_absent(self, node: Node) -> bool:
        """Whether the draft has none of the strings without which an expression has no hit."""
        return _lacks(node, self._folded if node.folds else self._whole)

    def hits(self, node: Node, part: int) -> list[Found]:
        """The hits of a regular expression in a paragraph.

        Raises:
            RuleError: the expression runs away on this text.
        """
        known = self._known.get((node, part))
        if known is None:
            paragraph = self._analysis.paragraphs[part]
            if _lacks(node, self._folded_part(part) if node.folds else paragraph.text):
                self._known[node, part] = []
                return []
            spans = [paragraph.span(start, end) for start, end in self._spans(node, paragraph.text)]
            known = self._known[node, part] = [hit for span in spans for hit in self._located(node, span, part)]
        return known

    def _folded_part(self, part: int) -> str:
        known = self._small.get(part)
        if known is None:
            known = self._small[part] = self._analysis.paragraphs[part].text.casefold()
        return known

    def _spans(self, node: Node, text: str) -> list[tuple[int, int]]:
        assert node.regex is not None  # noqa: S101 - narrows the type
        left = self._left.get(node, _AGAIN if node.regex.pattern in _ran_away else _SECONDS)
        begun = monotonic()
        try:
            found = [match.span() for match in node.regex.finditer(text, timeout=max(left, 0.001))]
        except TimeoutError:
            _ran_away.add(node.regex.pattern)
            source = node.pattern.source
            message = _RUNS_AWAY.format(self._analysis.draft.path)
            raise RuleError(message, path=source.path, line=source.line, column=source.column) from None
        self._left[node] = left - (monotonic() - begun)
        return [(start, end) for start, end in found if end > start]

    def _located(self, node: Node, span: Span, paragraph: int) -> Iterator[Found]:
        """The hit with the tokens that it touches, or with the one before it when it touches none."""
        own = self._sentences_of(paragraph)
        for sentence in own:
            tokens = sentence.tokens
            if tokens[-1].span.end <= span.start or tokens[0].span.start >= span.end:
                continue
            inside = [token.i for token in tokens if token.span.end > span.start and token.span.start < span.end]
            if inside:
                yield Found(sentence.index, inside[0], inside[-1] + 1, node, span)
                return
        before = next((each for each in reversed(own) if each.span.start < span.start), own[0] if own else None)
        if before is not None:
            last = [token.i for token in before.tokens if token.span.start < span.start] or [0]
            yield Found(before.index, last[-1], last[-1] + 1, node, span)

    def _sentences_of(self, paragraph: int) -> list[Sentence]:
        """Those of a paragraph, in order."""
        if not self._own:
            for sentence in self._analysis.sentences:
                self._own.setdefault(sentence.paragraph, []).append(sentence)
        return self._own.get(paragraph, [])


def _lacks(node: Node, text: str) -> bool:
    if node.needles is None:
        return False
    for needle in node.needles:  # noqa: SIM110 - a generator takes twice as long
        if needle in text:
            return False
    return True
