"""Folders of drafts on disk, checked as every door checks them."""

from datetime import datetime
from pathlib import Path

import pytest

from notelint import pipeline
from notelint.pipeline import Options

NOW = datetime(2026, 11, 25, 10)  # noqa: DTZ001 - the machine's own zone, as `--now` gives it


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Lay files into an empty current folder: name → text; an ending `/` makes a folder."""
    monkeypatch.chdir(tmp_path)

    def lay(files):
        for name, text in files.items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("/"):
                path.mkdir(exist_ok=True)
            else:
                path.write_text(text, encoding="utf-8")

    return lay


@pytest.fixture
def check():
    """Check drafts by some rules: draft → what was found, in order."""

    def run(rules, *names, now=NOW, **options):
        chosen = Options(select=frozenset(rules.split()), now=now, **options)
        report = pipeline.check(names or ["."], chosen)
        assert not report.errors, report.errors
        return {draft.draft.path: list(draft.violations) for draft in report.drafts}

    return run


@pytest.fixture
def messages(check):
    """Check drafts by some rules: draft → the messages."""

    def run(rules, *names, **options):
        found = check(rules, *names, **options)
        return {path: [violation.message for violation in violations] for path, violations in found.items()}

    return run


def letter(*body, greeting="Dear Ms. Okafor,", name="Dana Whitfield", **headers):
    """A draft with these headers and body paragraphs."""
    head = "".join(f"{key}: {value}\n" for key, value in headers.items())
    front = f"---\n{head}---\n" if head else ""
    return front + "\n\n".join((greeting, *(body or ("Thank you for your time.",)), f"Kind regards,\n{name}")) + "\n"
