"""Whether a required part is there, and the words that show it."""

from __future__ import annotations

from notelint.matching.compile import CompiledCatalogue, CompiledRule
from notelint.matching.find import Finder, Found, in_regions

REQUIRE_IN = ("body", "postscript")


def satisfying(compiled: CompiledRule, finder: Finder) -> list[Found]:
    """The hits that satisfy a requiring rule, in order; fewer than `at_least` of them count as none."""
    rule = compiled.rule
    regions = rule.regions or REQUIRE_IN
    hits = [
        hit
        for node in compiled.require
        for hit in finder.find(node)
        if in_regions(finder.analysis.sentences[hit.sentence], node.pattern.regions or regions)
        and finder.struck(hit, compiled.unless) is None
    ]
    hits.sort(key=Found.place)
    return hits if len({hit.place() for hit in hits}) >= rule.at_least else []


def given(compiled: CompiledRule, finder: Finder, catalogue: CompiledCatalogue) -> bool:
    """Whether the rule that this one presupposes is satisfied."""
    return compiled.rule.given is None or bool(satisfying(catalogue.rules[compiled.rule.given], finder))
