"""docs/own-rules.md and docs/github-actions.yml: the files that a reader copies are good ones."""

import re

import yaml

from .shell import DOCS, steps


def test_the_pack_file_shown_is_a_good_one(tmp_path):
    from notelint.catalogue.packs import read

    shown = next(step.text for step in steps("docs/own-rules.md") if step.language == "yaml" and not step.title)
    (tmp_path / "pack.yml").write_text(shown, encoding="utf-8")
    assert read(tmp_path)[1] == []


def test_the_workflow_is_pinned_and_may_only_read():
    workflow = yaml.safe_load((DOCS / "github-actions.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    uses = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert uses
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one) for one in uses)
