"""Drafts fixed: what is changed and what is not, whatever the format, and that a second run changes nothing."""

import codecs
import time
import zipfile
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint import fixing, pipeline
from notelint.catalogue.load import load
from notelint.drafts import disk, formats
from notelint.matching.examples import draft_of
from notelint.reporters.tally import tally

from .drafts.word_files import docx, runs

ROOT = Path(__file__).parents[1]
ALONE = pipeline.Options(alone=True)
ONLY = pipeline.Options(select=frozenset({"repeated-words", "misspelled-words"}))
RULES = load().rules


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fixed(data, name="note.txt", options=ONLY, **wanted):
    """What becomes of a draft, and the outcome."""
    done = fixing.fix([name], options, unsaved={name: data}, **wanted)
    return next((change.after for change in done.changes), data), done


RAIN = """\
id: no-rain
summary: Speaks of rain.
chapter: []
kinds: all
severity: warning
message: It rained.
why: It was wet.
suggest: [I liked the day very much.]
forbid: [rain]
examples: {violations: [It rained.], fine: [It snowed.]}
"""


def body(words):
    return f"Dear Ms. Okafor,\n\n{words}\n\nKind regards,\nJo Park\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Thank you for the the tour.", "Thank you for the tour.", id="a doubled word"),
        pytest.param("I recieved it, and beleive in it.", "I received it, and believe in it.", id="two misspellings"),
        pytest.param("I recieved the the the parcel.", "I received the parcel.", id="a word three times"),
        pytest.param("Thank you for the\nthe tour.", "Thank you for\nthe tour.", id="over a line end"),
        pytest.param("I want a the chance.", "I want a the chance.", id="two words of which either may go"),
        pytest.param("That is grand!!!", "That is grand!!!", id="not the writer's voice"),
        pytest.param("You said “we recieved the the plans”.", "You said “we recieved the the plans”.", id="no quotation"),
        pytest.param("I recieved it.\n\n> I recieved the the mail.", "I received it.\n\n> I recieved the the mail.", id="no quoted mail"),
        pytest.param("I’m sure that I didnt go.", "I’m sure that I didn’t go.", id="the apostrophe that the draft has"),
    ],
)  # fmt: skip
def test_safe_fixes(before, after):
    done, outcome = fixed(body(before).encode())
    assert done.decode() == body(after)
    assert fixed(done)[0] == done
    assert bool(outcome.changes) == (before != after)


@pytest.mark.parametrize(
    ("encoded", "name"),
    [
        pytest.param(lambda text: text.encode(), "a.txt", id="utf-8"),
        pytest.param(lambda text: codecs.BOM_UTF8 + text.encode(), "a.md", id="utf-8 with a mark"),
        pytest.param(lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "a.txt", id="utf-16"),
        pytest.param(lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "a.txt", id="utf-16, big end first"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), "a.txt", id="crlf"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), "a.txt", id="cr"),
        pytest.param(lambda text: text.replace("\n", "\r\n", 3).encode(), "a.txt", id="mixed"),
        pytest.param(lambda text: text.rstrip("\n").encode(), "a.txt", id="no last line end"),
        pytest.param(lambda text: f"Subject: Thank you\nFrom: a@b.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}".encode(), "a.eml", id="mail"),
        pytest.param(lambda text: f"---\nsubject: 'the the: # x'\n---\n{text}".encode(), "a.md", id="front matter"),
    ],
)  # fmt: skip
def test_all_else_stays_as_it_is(encoded, name):
    before, after = "Zoë and I recieved the\nthe parcel 😀.", "Zoë and I received\nthe parcel 😀."
    assert fixed(encoded(body(before)), name)[0] == encoded(body(after))


def test_a_word_file_keeps_its_formatting():
    before = docx(
        "Dear Ms. Okafor,", [("I recieved ", False), ("the the", True), (" parcel.", False)], "Kind regards,", "Jo Park"
    )
    after, _ = fixed(before, "note.docx")
    assert runs(after)[1] == [("I received ", False), ("the", True), (" parcel.", False)]
    assert fixed(after, "note.docx")[0] == after


def test_what_only_the_clock_changed_in_a_word_file_is_no_change(monkeypatch):
    moments = count(1_700_000_000, 2)  # two seconds are what a zip file can tell apart
    clock = SimpleNamespace(localtime=lambda _: time.localtime(next(moments)), time=time.time)
    monkeypatch.setattr(zipfile, "time", clock)
    question = "Could you give me some feedback on my interview?"
    before = docx(question, question)  # its rewrites undo one another
    after = fixed(before, "a.docx", pipeline.Options(), unsafe=True)[0]
    again = fixed(after, "a.docx", pipeline.Options(), unsafe=True)[1]
    assert again.changes == ()


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        pytest.param("a.txt", "Subject: The intervew\nTo: a@b.example\n\n" + body("Thank you."), "in the headers", id="a header"),
        pytest.param("a.eml", "Subject: x\nContent-Type: text/html\n\n<p>Dear Ms. Okafor,</p><p>I recieved it.</p><p>Kind regards,<br>Jo</p>", "as HTML", id="mail in HTML"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_said(name, text, left):
    done, outcome = fixed(text.encode(), name)
    assert done == text.encode()
    [entry] = outcome.report.left_out
    assert (entry.path, entry.rule) == (name, "misspelled-words")
    assert left in entry.reason


def test_nothing_is_changed_where_a_rule_is_silenced():
    text = "---\nignore: [misspelled-words]\n---\n" + body("I recieved the the parcel.")
    assert fixed(text.encode(), "a.md")[0].decode() == text.replace("the the", "the")
    asked = body("Could you give me some feedback on my interview!!")
    silenced = asked.replace("Could", "<!-- notelint-ignore no-shouting: we joked so -->\nCould")
    options = pipeline.Options(select=frozenset({"no-shouting", "no-feedback-requests"}))
    assert fixed(silenced.encode(), "a.md", options, unsafe=True)[0].decode() == silenced
    assert fixed(asked.encode(), "a.md", options, unsafe=True)[0].decode() != asked


@pytest.mark.parametrize("unsafe", [False, True])
def test_rewrites_are_made_only_when_they_are_asked_for(unsafe):
    asks = pipeline.Options(select=frozenset({"no-feedback-requests"}))
    before = body("Could you give me some feedback on my interview?")
    after = body("I look forward to hearing about the next steps.") if unsafe else before
    assert fixed(before.encode(), options=asks, unsafe=unsafe)[0].decode() == after


def test_a_rewrite_with_an_open_slot_is_never_made():
    options = pipeline.Options(select=frozenset({"name-the-position"}))
    before = body("Thank you for your time.").encode()
    done, outcome = fixed(before, options=options, unsafe=True)
    assert done == before
    assert [violation.rule for draft in outcome.report.drafts for violation in draft.violations] == [
        "name-the-position"
    ]


ASKED = "Could you give me some feedback on my interview? It rained all day. Please tell me how I did in the interview."


def test_what_the_draft_has_is_not_written_again():
    asks = pipeline.Options(select=frozenset({"no-feedback-requests"}))
    done, outcome = fixed(body(ASKED).encode(), options=asks, unsafe=True)
    assert done.decode() == body("I look forward to hearing about the next steps. It rained all day.")
    assert not outcome.report.left_out


def test_a_sentence_is_written_once_and_the_report_says_why(folder):
    (folder / ".notelint.yml").write_text("rule_paths: [ours]\n")
    (folder / "ours").mkdir()
    (folder / "ours" / "no-rain.yml").write_text(RAIN)
    done, outcome = fixed(
        body("It rained all day. I drove on. Then it rained on.").encode(),
        options=pipeline.Options(select=frozenset({"no-rain"})),
        unsafe=True,
    )
    assert done.decode() == body("I liked the day very much. I drove on. Then it rained on.")
    assert [entry.rule for entry in outcome.report.left_out] == ["no-rain"]


def test_what_is_reported_is_what_is_left(folder):
    (folder / "a.txt").write_text(body("I recieved the the parcel!!"))
    (folder / "b.txt").write_text(body("All is well!!"))
    options = pipeline.Options(kind="thank-you")
    done = fixing.fix(["."], options)
    assert [(entry.path, entry.rule, entry.count) for entry in done.report.fixed] == [
        ("a.txt", "misspelled-words", 1), ("a.txt", "repeated-words", 1),
    ]  # fmt: skip
    assert done.report.drafts == pipeline.check(["."], options).drafts


def test_nothing_is_written_without_being_asked(folder):
    (folder / "a.txt").write_text(body("I recieved it."))
    done = fixing.fix(["a.txt"], ONLY, write=False)
    assert done.changes[0].texts == (body("I recieved it."), body("I received it."))
    assert (folder / "a.txt").read_text() == body("I recieved it.")


def test_a_read_only_draft_is_one_error_and_the_others_are_fixed(folder):
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(body("I recieved it."))
    (folder / "a.txt").chmod(0o444)
    done = fixing.fix(["a.txt", "b.txt"], ONLY)
    assert [(error.path, "read-only" in error.message) for error in done.report.errors] == [("a.txt", True)]
    assert [entry.path for entry in done.report.fixed] == ["b.txt"]
    found = {draft.draft.path: len(draft.violations) for draft in done.report.drafts}
    assert found == {"a.txt": 1, "b.txt": 0}


def test_a_draft_that_changes_meanwhile_is_not_written(folder):
    (folder / "a.txt").write_text(body("I recieved it."))
    new = body("I recieved another one.")

    def meddle(done, total):
        if done == total:
            (folder / "a.txt").write_text(new)

    done = fixing.fix(["a.txt"], ONLY, meddle)
    [error] = done.report.errors
    assert (error.path, "changed" in error.message) == ("a.txt", True)
    assert (folder / "a.txt").read_text() == new


def test_two_names_of_one_draft(folder):
    (folder / "a.txt").write_text(body("I recieved it."))
    (folder / "b.txt").symlink_to("a.txt")
    done = fixing.fix(["a.txt", "b.txt"], ONLY)
    assert done.report.errors == ()
    assert (folder / "b.txt").is_symlink()
    assert (folder / "b.txt").read_text() == body("I received it.")


def test_a_hard_link_is_noted(folder):
    (folder / "a.txt").write_text(body("I recieved it."))
    (folder / "b.txt").hardlink_to(folder / "a.txt")
    assert [remark.path for remark in fixing.fix(["a.txt"], ONLY).remarks] == ["a.txt"]


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_second_run_changes_nothing_in_the_examples_of_a_rule(rule, unsafe):
    texts = {}
    for number, example in enumerate(RULES[rule].violations[:: 5 if unsafe else 1]):  # all of them take minutes
        draft, _ = draft_of(example)
        texts[f"{number}/note.md"] = draft.text.encode()
    once = fixing.fix(list(texts), unsaved=texts, unsafe=unsafe)
    now = {change.path: change.after for change in once.changes}
    again = fixing.fix(list(now), unsaved=now, unsafe=unsafe)
    assert [change.texts for change in again.changes] == []


WORDS = st.sampled_from(
    ["the", "the", "a", "an", "recieve", "beleive", "I", "REALLY", "want", "this", "job", "dont", "wont", "tour", "!!", "?!",
     ".", ",", "\n", "\n\n", "\r\n", ">", "“", "”", "*", "_", "😀", "e\u0301", "\xa0", "\u200b", "Hey", "feedback", "PLEASE", "to"]
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=30), st.booleans(), st.sampled_from([" ", "  ", "\n"]))
def test_a_second_run_changes_nothing_in_any_text(words, unsafe, between):
    before = body(between.join(words)).encode()
    options = pipeline.Options(kind="thank-you")
    done, _ = fixed(before, options=options, unsafe=unsafe)
    assert formats.text(fixed(done, options=options, unsafe=unsafe)[0], "a.txt") == formats.text(done, "a.txt")


LETTERS = sorted(
    path
    for folder in ("examples", "tests/letters")
    for path in (ROOT / folder).iterdir()
    if path.suffix in {".txt", ".md", ".eml", ".docx"}
)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.name)
def test_what_a_report_promises_is_fixed(letter):
    unsaved = {letter.name: letter.read_bytes()}
    promised = tally(pipeline.check([letter.name], ALONE, unsaved=unsaved))
    done = fixing.fix([letter.name], ALONE, unsaved=unsaved, unsafe=True)
    assert sum(one.count for one in done.report.fixed) >= promised.safe + promised.rewrites
    assert bool(done.changes) == bool(promised.safe + promised.rewrites)


def test_what_was_written_before_an_interrupt_is_said(tmp_path, monkeypatch):
    paths = []
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Dear Ana,\n\nThank you for the the talk.\n\nBest,\nLee\n", encoding="utf-8")
        paths.append(str(tmp_path / name))
    real = disk.replace

    def first_alone(path, before, after):
        if path == paths[1]:
            raise KeyboardInterrupt
        return real(path, before, after)

    monkeypatch.setattr(disk, "replace", first_alone)
    done = fixing.fix(paths)
    assert [change.path for change in done.changes] == paths[:1]
    assert [entry.path for entry in done.report.fixed] == paths[:1]
    assert (done.stopped, done.report.unjudged, done.report.left_out) == (True, 2, ())
    assert "the the" in (tmp_path / "b.txt").read_text(encoding="utf-8")
