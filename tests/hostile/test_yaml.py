"""YAML that is made to break its reader: in a rule, a word class, the config, an interview file, front matter."""

import pytest

from notelint import pipeline
from notelint.catalogue.load import read_all

LETTER = "Dear Ms. Okafor,\n\nCould you give me some feedback on my interview?\n\nKind regards,\nJo Park\n"
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
MANY = 20_000
MERGED = "a: &a\n  <<: *a\n"
CASES = {
    "aliases that grow": BOMB,
    "an alias of itself": "a: &a [*a]\n",
    "merge keys": MERGED,
    "deep lists": f"concerns: {'[' * 100_000}\n",
    "deep maps": f"concerns: {'{a: ' * 100_000}\n",
    "deep blocks": "".join(f"{' ' * at}a:\n" for at in range(2000)),
    "deep dashes": f"concerns:\n{'- ' * 50_000}x\n",
    "a huge text": f'rules: "{"x" * 5_000_000}"\n',
    "a huge key": f"{'k' * 1_000_000}: x\n",
    "many keys": "".join(f"k{at}: x\n" for at in range(MANY)),
    "a key twice": "to: x\nto: y\n",
    "a tag": "to: !!python/object/apply:os.system [echo]\n",
    "a NUL": 'rule_paths: ["a\\0b"]\n',
    "half a character": 'rule_paths: ["\\ud800"]\n',
    "control characters": "to: \x01\x02\n",
    "no closing quote": 'to: "x\n',
    "a directive": "%YAML 9.9\n---\nto: x\n",
    "two documents": "to: x\n---\nto: y\n",
    "keys that are lists": "? [a]\n: b\n",
    "nothing but a byte order mark": "\ufeff",
    "a colon alone": ":\n",
    "a question": "?\n",
}
each = pytest.mark.parametrize("text", CASES.values(), ids=CASES)


def lines(failures):
    assert all("\n" not in failure.message for failure in failures)
    return failures


@pytest.fixture(autouse=True)
def letter(folder):
    (folder / "a.txt").write_text(LETTER)


@each
@pytest.mark.parametrize("name", ["own.yml", "pack.yml"])
def test_rules(folder, name, text):
    (folder / "pack").mkdir()
    (folder / "pack" / name).write_text(text, encoding="utf-8")
    assert lines(read_all([folder / "pack"])[1])


@each
def test_word_classes(folder, text):
    (folder / "pack/words").mkdir(parents=True)
    (folder / "pack/words/own.yml").write_text(text, encoding="utf-8")
    lines(read_all([folder / "pack"])[1])


@each
@pytest.mark.parametrize("name", [".notelint.yml", "interview.yml"])
def test_settings(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    report = pipeline.check(["a.txt"], pipeline.Options(select=frozenset({"no-feedback-requests"})))
    assert len(lines(report.errors)) + len(report.drafts) == 1


@each
def test_front_matter(text):
    report = pipeline.check(["b.md"], unsaved={"b.md": f"---\n{text}---\n{LETTER}".encode()})
    assert len(lines(report.errors)) + len(report.drafts) == 1
