"""`pipeline.check`: what an editor holds counts instead of the file, for the draft itself and for those beside it."""

import pytest

from notelint import pipeline
from notelint.language.model import DEFAULT

ASKING = "Dear Ms. Okafor,\n\nCould you give me some feedback on my interview?\n\nKind regards,\nJo Park\n"
CALM = "Dear Ms. Okafor,\n\nThank you for our talk about the tram depot this morning. I would gladly bring my years of planning night buses to your team, and I can start in March.\n\nKind regards,\nJo Park\n"
ASKS = pipeline.Options(select=frozenset({"no-feedback-requests"}))


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved.txt").write_text(ASKING)
    return tmp_path


def found(report):
    return {draft.draft.path: [violation.rule for violation in draft.violations] for draft in report.drafts}


@pytest.mark.parametrize(
    ("paths", "unsaved", "expected"),
    [
        pytest.param(["saved.txt"], {}, {"saved.txt": ["no-feedback-requests"]}, id="the file"),
        pytest.param(["saved.txt"], {"saved.txt": CALM}, {"saved.txt": []}, id="the buffer instead of its file"),
        pytest.param(["new.txt"], {"new.txt": ASKING}, {"new.txt": ["no-feedback-requests"]}, id="never saved"),
        pytest.param(
            ["saved.txt"], {"new.txt": ASKING}, {"saved.txt": ["no-feedback-requests"]}, id="only what is named"
        ),
        pytest.param(["."], {"saved.txt": CALM}, {"saved.txt": []}, id="a folder in which it lies"),
        pytest.param(["./saved.txt"], {"saved.txt": CALM}, {"./saved.txt": []}, id="spelled in another way"),
        pytest.param([".", "saved.txt"], {"saved.txt": CALM}, {"saved.txt": []}, id="named twice, judged once"),
    ],
)
def test_unsaved_drafts(paths, unsaved, expected):
    report = pipeline.check(paths, ASKS, unsaved={name: text.encode() for name, text in unsaved.items()})
    assert found(report) == expected
    assert report.errors == ()


def test_an_unsaved_draft_that_cannot_be_read_is_one_failure():
    report = pipeline.check(["saved.txt", "new.txt"], ASKS, unsaved={"new.txt": b"\xff\xfe\x00"})
    assert found(report) == {"saved.txt": ["no-feedback-requests"]}
    assert [failure.path for failure in report.errors] == ["new.txt"]


def test_saved_drafts_are_compared_with_unsaved_ones(folder):
    (folder / "interview.yml").write_text("company: Ashby Buses\nposition: Analyst\n")
    (folder / "saved.txt").write_text(CALM)
    options = pipeline.Options(select=frozenset({"customize-each-note"}))
    assert found(pipeline.check(["saved.txt"], options)) == {"saved.txt": []}
    report = pipeline.check(["saved.txt"], options, unsaved={"other.txt": CALM.replace("Okafor", "Lund").encode()})
    assert found(report) == {"saved.txt": ["customize-each-note"]}


def test_settings_that_change_between_two_runs_are_seen(tmp_path):
    draft, options = tmp_path / "a.txt", pipeline.Options()
    draft.write_text("Hey Dana,\n\nThank you.\n\nKind regards,\nJo\n", encoding="utf-8")

    def casual():
        [report] = pipeline.check([str(draft)], options).drafts
        return [violation for violation in report.violations if violation.rule == "no-casual-language"]

    assert casual()
    (tmp_path / ".notelint.yml").write_text("rules:\n  no-casual-language: off\n", encoding="utf-8")
    assert not casual()
    assert options.found is None


def test_drafts_under_rules_of_their_own_say_the_same_beside_others(folder):
    house = folder / "house"
    (house / "rules").mkdir(parents=True)
    (house / ".notelint.yml").write_text("rule_paths: [rules]\n")
    (house / "rules" / "no-trams.yml").write_text(
        "id: no-trams\nchapter: []\nkinds: all\nsummary: Names no tram.\nseverity: error\nmessage: A tram.\nwhy: Buses.\n"
        "forbid: [tram]\nexamples:\n  violations: ['A [[tram]].']\n  fine: [A bus.]\n"
    )
    (house / "a.txt").write_text(CALM)
    (house / "b.txt").write_text(ASKING)
    (folder / "broken.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "calm.txt").write_text(CALM)
    together = pipeline.check(["."])
    assert found(together)["house/a.txt"].count("no-trams") == 1
    assert [failure.path for failure in together.errors] == ["broken.txt"]
    alone = {}
    for path in ("house/a.txt", "house/b.txt", "saved.txt", "calm.txt"):
        alone |= found(pipeline.check([path]))
    assert found(together) == alone


def test_a_model_is_named_once_for_two_configs(folder):
    for name, setting in (("named", f"model: {DEFAULT}\n"), ("silent", "")):
        (folder / name).mkdir()
        (folder / name / ".notelint.yml").write_text(setting)
        (folder / name / "a.txt").write_text(CALM)
    report = pipeline.check(["."], ASKS)
    assert len(report.drafts) == 3
    assert report.model == pipeline.model("named/a.txt") == pipeline.model("silent/a.txt")
