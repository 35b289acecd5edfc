"""What a rule's patterns find in its zones: the words that it forbids, or the words that show a required part."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import takewhile

from notelint.matching.asking import Asked
from notelint.matching.compile import CompiledCatalogue, CompiledRule
from notelint.matching.find import Finder
from notelint.matching.found import Found, striking
from notelint.matching.gates import in_regions
from notelint.matching.marks import match_of, merge
from notelint.types import Draft, Match, Rule, Span, Weighed

FORBID_IN = ("subject", "greeting", "body", "closing", "postscript")
REQUIRE_IN = ("body", "postscript")
_CLEARLY = 1.0  # of a weight; so a quarter of the cross-alarms goes, and a quarter of 1 % of what is found rightly
_MARKS = " \t,;:.!-–—"
_JOINTS = f"{_MARKS}|•·~"  # between the pieces of a signature


def regions(rule: Rule) -> tuple[str, ...]:
    """The zones in which a rule looks: its own, or the default of rules of its kind."""
    return rule.regions or (REQUIRE_IN if rule.require else FORBID_IN)


def offending(compiled: CompiledRule, finder: Finder) -> list[Match]:
    """The matches that a rule forbids, merged; fewer than `at_least` of them count as none."""
    if not compiled.forbid:
        return []
    found = _unstruck(compiled, finder, finder.weighty(compiled.unless))
    matches = merge(match_of(finder, hit) for hit in _named_first(list(found)) if outdone(hit, finder) is None)
    return matches if len(matches) >= compiled.rule.at_least else []


def outdone(hit: Found, finder: Finder) -> CompiledRule | None:
    """Of a hit by weight, another rule that hits by weight in that sentence, for which it weighs clearly more.

    “If I don't hear from you till Monday, I will sign elsewhere” has words of despair, and puts pressure. Whether the
    other rule runs does not count: what is wrong with a sentence is the same for all settings.
    """
    own = hit.node.pattern
    if not isinstance(own, Weighed) or all(hit.node is not rival for _, rival in finder.rivals):
        return None
    sentence = finder.analysis.sentences[hit.sentence]
    least = finder.scales.weight(sentence, own.weighs) + _CLEARLY
    for compiled, rival in finder.rivals:
        other = rival.pattern
        if not isinstance(other, Weighed) or finder.scales.weight(sentence, other.weighs) < least:
            continue
        if in_regions(sentence, other.regions or regions(compiled.rule)) and finder.at(rival, hit.sentence):
            return compiled
    return None


def satisfying(compiled: CompiledRule, finder: Finder) -> list[Match]:
    """The matches that satisfy a requiring rule, in order; fewer than `at_least` of them count as none.

    Where there is enough the search ends: most letters have what they need.
    """
    for hits in _searches(compiled, finder):
        matches: list[Match] = []
        for hit in hits:
            matches.append(match_of(finder, hit))
            if len(merge(matches)) >= compiled.rule.at_least:
                return sorted(matches, key=lambda match: match.span)
    return []


def beside(compiled: CompiledRule, finder: Finder, faulty: Collection[Span]) -> Match | None:
    """The first match that satisfies a requiring rule and overlaps none of these spans, or None."""
    found = _unstruck(compiled, finder, finder.weighty(compiled.unless), asked=compiled.asked)
    matches = sorted((match_of(finder, hit) for hit in found), key=lambda match: match.span)
    return next((match for match in matches if not any(map(match.span.overlaps, faulty))), None)


def _searches(compiled: CompiledRule, finder: Finder) -> Iterator[Iterable[Found]]:
    """The hits of a requiring rule where they are likely and quickly found, then all.

    Words are looked for in the sentences that weigh enough, then in all but those that an `unless` by weight strikes,
    and only where there are none a weight alone must do. Patterns that are put together take more time than all else: a
    sentence that is by its weight what is wanted, more often than not, comes before them.
    """
    zones, every = regions(compiled.rule), compiled.asked
    heavy = finder.heavy(every.telling, zones)
    if heavy and compiled.simple is not None:
        yield takewhile(_is_of_words, _unstruck(compiled, finder, heavy, asked=compiled.simple))
        yield _unstruck(compiled, finder, _likely(heavy, every, finder), asked=compiled.simple)
    if heavy:
        yield takewhile(_is_of_words, _unstruck(compiled, finder, heavy, asked=every))
    yield _unstruck(compiled, finder, finder.weighty(compiled.unless), asked=every)


def _is_of_words(hit: Found) -> bool:
    return not isinstance(hit.node.pattern, Weighed)


def _likely(heavy: frozenset[int], asked: Asked, finder: Finder) -> frozenset[int]:
    """The heavy sentences that weigh more than nothing."""
    names = [node.pattern.weighs for node in asked.telling if isinstance(node.pattern, Weighed)]
    sentences = finder.analysis.sentences
    return frozenset(at for at in heavy if any(finder.scales.weight(sentences[at], name) > 0 for name in names))


def shown(rule: Rule, span: Span, draft: Draft) -> Span:
    """The words to show for a required part: those that were found, or the whole subject or line of the close.

    One word of a subject or a close satisfies its rule, and alone would puzzle the reader (“Yours”).
    """
    if rule.regions == ("subject",):
        subject = draft.headers.get("subject")
        return subject.span if subject and subject.value and not subject.origin else span
    zone = draft.zone_at(span.start) if "closing" in rule.regions else ""
    if zone == "signature":
        words = draft.slice(span)
        return Span(span.start + len(words) - len(words.lstrip(_JOINTS)), span.end)
    if zone != "closing":
        return span
    end = next(zone.span.end for zone in draft.zones if zone.span.start <= span.start < zone.span.end)
    line = re.split(r"[\r\n]", draft.text[span.start : max(end, span.end)], maxsplit=1)[0].rstrip(_MARKS)
    return Span(span.start, max(span.end, span.start + len(line)))


def satisfied(rule_id: str | None, finder: Finder, catalogue: CompiledCatalogue) -> bool:
    """Whether a rule that another presupposes is satisfied (None: nothing is presupposed)."""
    if rule_id is None:
        return True
    compiled = catalogue.rules[rule_id]
    return bool(satisfying(compiled, finder)) if compiled.require else not offending(compiled, finder)


def _unstruck(
    compiled: CompiledRule, finder: Finder, among: frozenset[int] | None, *, asked: Asked | None = None
) -> Iterator[Found]:
    """The hits of a rule's patterns that its `unless` does not strike; see `Finder.asked`.

    Args:
        compiled: the rule.
        finder: what finds.
        among: the sentences; None for all.
        asked: those of its patterns that are looked for in these alone; None for all, expressions and weights anywhere.
    """
    for node, number in finder.asked(
        asked or compiled.asked, regions(compiled.rule), among, strictly=asked is not None
    ):
        unless = striking(compiled.unless, node.pattern)
        yield from (hit for hit in finder.at(node, number) if finder.struck(hit, unless) is None)


def _named_first(hits: list[Found]) -> list[Found]:
    """The hits without the unsure ones, such as those by weight, in a sentence in which a pattern is sure."""
    sure = {hit.sentence for hit in hits if hit.node.pattern.confidence == "full"}
    return [hit for hit in hits if hit.sentence not in sure or hit.node.pattern.confidence == "full"]
