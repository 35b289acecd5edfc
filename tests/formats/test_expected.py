"""One small folder in each format: CRLF, emoji, tags in a letter, a mail, a clean note, two drafts that cannot be judged.

`pytest tests/formats --update` writes the expected reports anew; the difference is for a person to judge.
"""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from notelint import __version__, pipeline
from notelint.reporters.redact import redacted
from notelint.reporters.table import FORMATS, Manner

HERE = Path(__file__).parent
CHOSEN = [
    "express-gratitude",
    "highlight-conversation",
    "misspelled-words",
    "no-casual-language",
    "no-feedback-requests",
    "no-gifts",
    "no-shouting",
    "polite-closing",
    "sign-name",
    "send-promptly",
]  # what other rules come to say changes nothing here
OPTIONS = pipeline.Options(now=datetime(2026, 11, 24, 18, 0), select=frozenset(CHOSEN))  # noqa: DTZ001
NAMES = {name: f"{name}{form.suffixes[0] if form.suffixes else '.txt'}" for name, form in FORMATS.items()}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    shutil.copytree(HERE / "drafts", folder / "drafts")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return replace(pipeline.check(["drafts"], OPTIONS), model="the model")


def compare(name, text, update):
    path, text = HERE / "expected" / name, text.replace(__version__, "VERSION")
    if update:
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize("form", FORMATS)
def test_each_format(form, report, request):
    compare(NAMES[form], FORMATS[form].render(report, Manner()), request.config.getoption("--update"))


@pytest.mark.parametrize("form", ["text", "html", "json", "csv", "cohort"])
def test_without_names(form, report, request):
    text = FORMATS[form].render(redacted(report), Manner())
    compare(f"redacted-{NAMES[form]}", text, request.config.getoption("--update"))
    for name in (
        "Okafor",
        "Amara",
        "Zoë",
        "Park",
        "Ashby",
        "7700",
        "ashby.example",
        "crlf.txt",
        "headed.md",
        "mail.eml",
        "latin.txt",
    ):
        assert name not in text


def test_the_same_bytes_twice(report):
    for form in FORMATS.values():
        assert form.render(report, Manner()) == form.render(report, Manner())
