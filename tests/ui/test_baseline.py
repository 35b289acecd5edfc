"""`--write-baseline`, `--baseline` and `baseline:` in the config."""

import json
import os

import pytest

from notelint import pipeline

ASKS = "Could you give me some feedback on my interview?"
BROKEN = "no-feedback-requests"


def letter(*paragraphs):
    return "Dear Ms. Okafor,\n\n" + "\n\n".join(paragraphs) + "\n\nKind regards,\nJo Park\n"


@pytest.fixture
def old(tmp_path):
    """A draft with a known fault, and a baseline that knows it."""
    path = tmp_path / "old" / "note.txt"
    path.parent.mkdir()
    path.write_text(letter("Thank you for the tour.", ASKS))
    return path


@pytest.fixture
def known(notelint, old):
    assert notelint("--write-baseline", "known.json", "--kind", "thank-you", "old").status == 0
    return ("--baseline", "known.json", "--kind", "thank-you", "--format", "json", "old")


def left(result):
    """The rules of what is reported, and the number of what is left out."""
    document = json.loads(result.out)
    rules = [found["rule"] for draft in document["drafts"] for found in draft["violations"]]
    return rules, sum(len(draft["known"]) for draft in document["drafts"])


def test_what_is_known_is_left_out_and_counted(notelint, known, old):
    result = notelint(*known)
    rules, count = left(result)
    assert (result.status, rules) == (0, [])
    assert count > 1
    out = notelint("--baseline", "known.json", "--kind", "thank-you", old).out
    assert f"{count} known ones are left out." in out
    assert BROKEN not in out
    assert "Nothing new to fix." in out
    assert "Good luck" not in out
    concise = notelint("--baseline", "known.json", "--kind", "thank-you", "--format", "concise", old)
    assert (concise.status, concise.out, concise.err) == (0, "", "")


@pytest.mark.parametrize(
    ("paragraphs", "new"),
    [
        pytest.param(["It rained all day.", "Thank you for the tour.", ASKS], [], id="a paragraph above it"),
        pytest.param([ASKS, "Thank you for the tour."], [], id="moved up"),
        pytest.param(["Thank you for the tour.", ASKS.replace("some feedback", "some\nfeedback")], [], id="wrapped"),
        pytest.param(["Thank you for the tour.", ASKS, ASKS], [BROKEN], id="the same sentence again"),
        pytest.param(["Thank you for the tour.", "Please tell me how I did in the interview."], [BROKEN], id="other words"),
        pytest.param(["Thank you for the tour.", f"{ASKS} I want to add a gift card for you."], ["no-gifts"], id="another fault"),
    ],
)  # fmt: skip
def test_edits_of_the_letter(notelint, known, old, paragraphs, new):
    old.write_text(letter(*paragraphs))
    rules, _ = left(notelint("--select", f"{BROKEN},no-gifts", *known))
    assert rules == new


def test_the_same_sentence_twice_counts_twice(notelint, known, old):
    old.write_text(letter(ASKS, ASKS))
    notelint("--write-baseline=known.json", "--kind", "thank-you", "old")
    entries = json.loads(old.parents[1].joinpath("known.json").read_text())["drafts"]["old/note.txt"]
    assert [entry["count"] for entry in entries if entry["rule"] == BROKEN] == [2]
    assert left(notelint(*known))[0] == []


def test_the_file_holds_no_words_of_the_drafts(known, tmp_path):
    document = json.loads((tmp_path / "known.json").read_text())
    assert document["version"] == 1
    assert list(document["drafts"]) == ["old/note.txt"]
    assert "feedback on" not in (tmp_path / "known.json").read_text()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("merci-é.txt".encode(), id="UTF-8"),
        pytest.param("merci-é.txt".encode("latin-1"), id="not UTF-8"),
        pytest.param("🎉-".encode() + b"\xff.txt", id="both"),
    ],
)
def test_a_name_of_any_bytes_comes_back(notelint, old, tmp_path, name):
    try:
        old.rename(old.with_name(os.fsdecode(name)))
    except OSError:
        pytest.skip("this disk has no such names")
    assert notelint("--write-baseline", "known.json", "old").status == 0
    assert list(json.loads((tmp_path / "known.json").read_text("utf-8"))["drafts"]) == [f"old/{os.fsdecode(name)}"]
    assert left(notelint("--baseline", "known.json", "--format", "json", "old"))[0] == []
    assert notelint("--write-baseline", "known.json", "old").status == 0


def test_stale_entries_are_a_line_and_no_failure(notelint, known, old):
    old.write_text(letter("Thank you for the tour."))
    result = notelint(*known)
    stale = json.loads(result.out)["stale"]
    assert [(entry["path"], entry["rule"], entry["count"]) for entry in stale] == [("old/note.txt", BROKEN, 1)]
    assert result.status == 0
    says = "known.json still lists 1 violation in 1 draft that are gone; `--write-baseline=known.json` brings it up to date."
    text = notelint("--baseline", "known.json", "--kind", "thank-you", "old")
    assert " ".join(says.split()) in " ".join(text.out.split())
    assert says in notelint("--baseline", "known.json", "--kind", "thank-you", "--format", "concise", "old").err
    notelint("--write-baseline=known.json", "--kind", "thank-you", "old")
    assert json.loads(notelint(*known).out)["stale"] == []


def test_other_formats_know_of_it(notelint, known, old):
    old.write_text(letter("Thank you for the tour."))
    result = notelint(*known[:-3], "--format", "sarif", "old")
    assert "known.json still lists 1 violation" in result.err
    [run] = json.loads(result.out)["runs"]
    assert {entry["suppressions"][0]["kind"] for entry in run["results"]} == {"external"}
    redacted = notelint(*known, "--redact").out
    assert len(json.loads(redacted)["stale"]) == 1
    assert "known.json" not in redacted
    assert "note.txt" not in redacted
    assert "Okafor" not in redacted


def test_nothing_is_stale_of_what_was_not_asked(notelint, known, old, tmp_path):
    other = tmp_path / "old" / "other.txt"
    other.write_text(letter("Thank you."))
    assert json.loads(notelint("--select", "no-gifts", *known).out)["stale"] == []
    assert json.loads(notelint(*known[:-1], other).out)["stale"] == []


def test_a_draft_that_is_gone_is_stale(notelint, known, old):
    old.rename(old.with_name("new.txt"))
    stale = json.loads(notelint(*known).out)["stale"]
    assert {entry["path"] for entry in stale} == {"old/note.txt"}


def test_writing_for_some_drafts_keeps_what_is_known_of_others(notelint, known, old, tmp_path):
    (tmp_path / "new.txt").write_text(letter(ASKS))
    notelint("--write-baseline", "known.json", "new.txt")
    assert list(json.loads((tmp_path / "known.json").read_text())["drafts"]) == ["new.txt", "old/note.txt"]


def test_the_config_names_it_seen_from_its_own_folder(notelint, old, tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".notelint.yml").write_text("baseline: known.json\n")
    missing = notelint("old")
    assert missing.status == 2
    assert "known.json: there is no such baseline; `notelint --write-baseline=" in missing.err
    assert notelint("old", "--write-baseline").status == 0
    assert (tmp_path / "known.json").exists()
    assert notelint("old").status == 0
    assert notelint("--write-baseline", "old").status == 0  # what follows is a draft unless it ends in .json
    assert notelint("old", "--baseline", "").status == 1


def test_without_a_name_it_lies_in_this_folder_and_the_way_to_use_it_is_said(notelint, old, tmp_path):
    result = notelint("--write-baseline", "old")
    assert result.out.startswith("Wrote .notelint-baseline.json: ")
    assert "`baseline: .notelint-baseline.json` in a .notelint.yml beside it" in result.out
    assert (tmp_path / ".notelint-baseline.json").exists()


def test_standard_input_has_no_name_under_which_anything_is_known(notelint, old, tmp_path):
    result = notelint("--write-baseline=q.json", "-")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("notelint: `--write-baseline` keeps violations by the names of drafts")
    assert not (tmp_path / "q.json").exists()


def test_an_interrupt_writes_nothing_and_says_so(notelint, old, tmp_path, monkeypatch):
    def interrupted(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "outcomes", interrupted)
    result = notelint("--write-baseline=q.json", "old")
    assert (result.status, result.out, result.err) == (130, "", "notelint: interrupted: nothing was written\n")
    assert not (tmp_path / "q.json").exists()


@pytest.mark.parametrize(
    ("text", "args"),
    [
        pytest.param("{", ["--baseline", "bad.json"], id="no JSON"),
        pytest.param("[]", ["--baseline", "bad.json"], id="another document"),
        pytest.param('{"version": 2, "drafts": {}}', ["--baseline", "bad.json"], id="another version"),
        pytest.param('{"name": "package"}', ["--write-baseline", "bad.json"], id="not overwritten"),
        pytest.param('{"version": 1, "drafts": {}}', ["--write-baseline=bad.json", "--select", "no-gifts"], id="only some rules"),
    ],
)  # fmt: skip
def test_a_baseline_that_will_not_do_is_one_line(notelint, old, tmp_path, text, args):
    (tmp_path / "bad.json").write_text(text)
    result = notelint(*args, "old")
    assert result.status == 2
    assert len(result.err.splitlines()) == 1
    assert (tmp_path / "bad.json").read_text() == text


def test_a_name_for_a_baseline_ends_in_json(notelint, old):
    result = notelint("--write-baseline=known.txt", "old")
    assert result.status == 2
    assert result.out == ""
    assert result.err == (
        "notelint: `known.txt` is no draft that is there, and no name for a baseline, which ends in .json\n"
    )


def test_a_draft_that_cannot_be_read_keeps_the_baseline_from_being_written(notelint, old, tmp_path):
    (tmp_path / "old" / "bad.txt").write_bytes(b"Zo\xeb")
    result = notelint("--write-baseline", "known.json", "old")
    assert result.status == 2
    assert not (tmp_path / "known.json").exists()
