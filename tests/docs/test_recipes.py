"""docs/recipes: each page shows the program that lies in examples/recipes, and that of Dask is run."""

import json
import subprocess
import sys

import pytest

import notelint

from .shell import DOCS, steps

RECIPES = DOCS.parent / "examples" / "recipes"
NOTE = (DOCS.parent / "examples" / "faulty-thank-you.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("engine", ["dask", "ray", "spark"])
def test_a_page_shows_what_runs(engine):
    [shown] = [step.text for step in steps(f"docs/recipes/{engine}.md") if step.language == "python"]
    assert shown == (RECIPES / f"{engine}_drafts.py").read_text(encoding="utf-8")
    assert len([line for line in shown.splitlines() if line.strip()]) <= 20


def test_each_program_has_its_page():
    assert {path.name.removesuffix("_drafts.py") for path in RECIPES.iterdir()} == {"dask", "ray", "spark"}


def test_dask_on_workers_of_this_machine(tmp_path):
    pytest.importorskip("distributed", reason="Dask is not installed: pip install 'notelint[dask]'")
    drafts = [
        {"path": "lee/a.txt", "text": NOTE},
        {"text": NOTE, "company": "Northwind", "position": "Analyst"},
        {"path": "b.txt", "text": "---\nkind: telegram\n---\nStop.\n"},
    ]
    (tmp_path / "drafts").mkdir()
    for number, shard in enumerate([drafts[:2], drafts[2:]]):
        lines = "".join(json.dumps(draft) + "\n" for draft in shard)
        (tmp_path / "drafts" / f"{number}.jsonl").write_text(lines, encoding="utf-8")
    program = [sys.executable, str(RECIPES / "dask_drafts.py"), "drafts", "violations"]
    done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    written = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "violations").iterdir())]
    found = [json.loads(line) for text in written for line in text.splitlines()]
    texts = [draft.pop("text") for draft in drafts]
    assert found == notelint.lint_batch(texts, drafts)
