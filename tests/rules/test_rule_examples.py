"""Every shipped rule's own examples, run; and what every rule file owes its reader."""

from __future__ import annotations

import pytest

from notelint.catalogue.load import load
from notelint.language import analyse, model
from notelint.matching import examples
from notelint.matching.compile import compile_catalogue

CATALOGUE = load()


@pytest.fixture(scope="module")
def compiled():
    return compile_catalogue(CATALOGUE, model.split)


@pytest.mark.parametrize("rule", CATALOGUE.rules.values(), ids=lambda rule: rule.id)
def test_its_examples_behave(rule, compiled):
    failures = list(examples.run(rule, compiled, analyse))
    assert not failures, "\n".join(f"{f.source.path}:{f.source.line}: {f.message}" for f in failures)


@pytest.mark.parametrize("rule", CATALOGUE.rules.values(), ids=lambda rule: rule.id)
def test_it_is_proved_in_both_directions(rule):
    assert len(rule.violations) >= 8
    assert len(rule.fine) >= 8


@pytest.mark.parametrize("rule", CATALOGUE.rules.values(), ids=lambda rule: rule.id)
def test_it_speaks_to_a_person(rule):
    assert rule.why
    assert rule.message.rstrip().endswith((".", "?"))
    assert "\n" not in rule.message
    assert all(1 <= int(section) <= 9 for section in rule.chapter)
    if rule.require:
        assert rule.label
        assert rule.missing.insert
