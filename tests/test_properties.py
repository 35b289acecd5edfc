"""What holds of every draft, whatever stands in it and whichever format it has, on the whole way to the report."""

import random
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notelint import fixing, pipeline
from notelint.catalogue.load import load
from notelint.drafts import formats
from notelint.drafts.read import from_bytes
from notelint.language import analyse, model
from notelint.matching.compile import compile_catalogue
from notelint.matching.engine import judge
from notelint.reporters.table import FORMATS, Manner
from notelint.types import Catalogue

from .drafts.word_files import docx
from .profiles import few

OPTIONS = pipeline.Options(kind="thank-you")
CATALOGUE = load()
LINES = [
    *("Dear Ms. Okafor,", "Hey Zoe\u0308 \U0001f600,", "Subject: the intervew", "To: Amara Okafor", "---", "kind: reminder", ""),
    *("Could you give me some feedback on my interview?", "I REALLY enjoyed the the tour!!", "I\u2019m gonna recieve it.", "On Tuesday you wrote:"),
    *("> Can you come?", "Kind regards,", "Dana", "P.S. lol", "<!-- notelint-ignore no-shouting: x -->", "- item", "\u200b", "\tx\xa0y \xad"),
]  # fmt: skip
letters = st.lists(
    st.sampled_from(LINES) | st.text(st.characters(exclude_categories=("Cs",)), max_size=30), max_size=12
).map("\n".join)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)


def mail(text, *, html=False):
    message = EmailMessage()
    message["Subject"], message["To"] = "Thank you", "Amara Okafor <amara@ashby.example>"
    message.set_content(text, subtype="html" if html else "plain", cte="base64")
    return bytes(message)


def word_file(text):
    return docx(
        *[
            "".join(c for c in line if c == "\t" or c.isprintable())
            for line in text.splitlines()
            if not line.startswith("<")
        ]
    )


PACKED = {
    "a.txt": str.encode,
    "a.md": str.encode,
    "a.eml": mail,
    "page.eml": lambda text: mail(text, html=True),
    "a.docx": word_file,
}
each_format = pytest.mark.parametrize("name", PACKED)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def judged(name, data):
    """The report on one draft, if it can be read; what it says stands in the draft, and every format can show it."""
    report = pipeline.check([name], OPTIONS, unsaved={name: data})
    assert len(report.drafts) + len(report.errors) == 1
    for failure in report.errors:
        assert "\n" not in failure.message
    for found in report.drafts:
        text = found.draft.text
        assert "".join(found.draft.slice(zone.span) for zone in found.draft.zones) == text
        for violation in found.violations:
            assert 0 <= violation.span.start <= violation.span.end <= len(text)
            assert violation.text == text[violation.span.start : violation.span.end]
    for form in FORMATS.values():
        form.render(report, Manner(rules=CATALOGUE.rules)).encode("utf-8", "backslashreplace")
    return report


@each_format
@few(8)
@given(letters | texts)
@example("")
@example("\x00")
@example("---\n")
@example("\u2028\u2029\x85\x0b\x0c\x1c")
def test_any_text(name, text):
    judged(name, PACKED[name](text))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.eml", "a.docx", "a", ".txt", "a.pdf"])
@few(8)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"---\n", b"From: a\nTo: b\n", b"%PDF-", b"Content-Type: text/html\n\n"]))  # fmt: skip
def test_any_bytes(name, data, start):
    judged(name, start + data)


@few(8)
@given(st.data(), st.sampled_from(["a.eml", "a.docx"]))
def test_a_damaged_file(data, name):
    whole = bytearray(PACKED[name]("\n".join(LINES)))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    judged(name, bytes(whole))


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@few(8)
@given(letters)
@example("A\n" * 40 + "\x03" * 4)  # as many control characters as no text of its size has
def test_line_ends_change_nothing(end, text):
    def seen(written):
        report = judged("a.md", written.encode())
        return [
            [(v.rule, v.severity, v.text.replace(end, "\n"), v.message.replace(end, "\n")) for v in found.violations]
            for found in report.drafts
        ] + [[failure.message for failure in report.errors]]

    text = text.replace("\r", "")
    assert seen(text) == seen(text.replace("\n", end))


@pytest.fixture(scope="module")
def orders():
    """The shipped rules, compiled in two orders."""
    names = list(CATALOGUE.rules)
    shuffled = random.Random(7).sample(names, len(names))
    made = []
    for order in (names, shuffled):
        rules = {name: CATALOGUE.rules[name] for name in order}
        classes = dict(reversed(CATALOGUE.classes.items()))
        made.append(compile_catalogue(Catalogue(rules, classes, CATALOGUE.weights), model.split))
    return made


@few(8)
@given(letters)
@example("\n".join(LINES[:2] + LINES[7:]))
def test_the_order_of_rules_does_not_matter(orders, text):
    try:
        analysis = analyse(from_bytes(text.encode(), "a.txt"), "thank-you")
    except pipeline.NotelintError:
        return
    first, *others = (judge(analysis, compiled) for compiled in orders)
    for other in others:
        assert other.violations == first.violations
        assert {entry.rule for entry in other.not_run} == {entry.rule for entry in first.not_run}


@each_format
@few(4)
@given(letters, st.booleans())
def test_a_second_run_changes_nothing(name, text, unsafe):
    before = PACKED[name](text)
    after = _fixed(name, before, unsafe=unsafe)
    assert _fixed(name, after, unsafe=unsafe) == after
    if after != before:
        assert formats.text(after, name)


def _fixed(name, data, *, unsafe):
    done = fixing.fix([name], OPTIONS, unsaved={name: data}, unsafe=unsafe)
    return next((change.after for change in done.changes), data)
