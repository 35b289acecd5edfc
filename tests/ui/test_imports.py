"""What starting the command may load: a budget for start-up time, without a clock."""

import json
import subprocess
import sys

import pytest

HEAVY = {"spacy", "numpy", "yaml", "pydantic", "textstat", "thinc", "regex", "dateparser", "holidays", "rapidfuzz"}


def loaded(code):
    script = f"import json, sys\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import notelint", id="package"),
        pytest.param("import notelint.types, notelint.errors", id="nouns"),
        pytest.param("import notelint.pipeline", id="pipeline"),
        pytest.param("import notelint.ui.cli", id="command"),
        pytest.param("import notelint.ui.cli as c; c.run(['--help'])", id="help"),
        pytest.param("import notelint.ui.cli as c; c.run(['--version'])", id="version"),
        pytest.param("import notelint.ui.cli as c; c.run(['completion', 'zsh'])", id="completion"),
    ],
)
def test_nothing_heavy_is_loaded(code):
    assert not HEAVY & loaded(code)


def test_listing_rules_needs_no_model():
    assert "spacy" not in loaded("import notelint.ui.cli as c; c.run(['rules'])")
