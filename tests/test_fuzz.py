"""The fuzz targets take what they start from, and what broke something once."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .profiles import few

FUZZ = Path(__file__).parents[1] / "fuzz"
sys.path.insert(0, str(FUZZ))
import targets  # noqa: E402

FOUND = sorted((FUZZ / "found").glob("*/*"))


@pytest.mark.parametrize("name", targets.TARGETS)
def test_seeds_are_taken(name):
    for seed in list(targets.seeds(name))[:10]:
        targets.TARGETS[name](seed)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(path):
    targets.TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", targets.TARGETS)
@few(5)
@given(st.data())
def test_cut_seeds_are_taken(name, data):
    seed = data.draw(st.sampled_from(list(targets.seeds(name))))
    targets.TARGETS[name](seed[: data.draw(st.integers(0, len(seed)))])
