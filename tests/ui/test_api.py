"""The library: what its functions take, where their spans lie, what they raise."""

import pickle
from datetime import UTC, date, datetime

import pytest

import notelint
from notelint.pipeline import Options
from notelint.ui.page import facts
from notelint.ui.page.judge import judge

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FEEDBACK = "Could you give me some feedback on my interview?"
LETTER = f"Dear Ms. Okafor,\n\nThank you for your time. {FEEDBACK}\n\nBest regards,\nLee Park\n"


def rules(report):
    return [violation.rule for violation in report.violations]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LETTER, id="plain"),
        pytest.param("\ufeff" + LETTER, id="byte-order-mark"),
        pytest.param(LETTER.replace("\n", "\r\n"), id="crlf"),
        pytest.param(LETTER.replace("your time", "your time 👩‍💻🎉"), id="emoji"),
        pytest.param(f"---\nto: Amara Okafor\n---\n{LETTER}", id="front-matter"),
        pytest.param(f"From: lee@park.example\nTo: amara@northwind.example\n\n{LETTER}", id="mail-headers"),
        pytest.param(f"Subject: Data Analyst interview\n\n{LETTER}", id="subject-alone"),
        pytest.param(f"kind: thank-you\n\n{LETTER}", id="kind-alone"),
        pytest.param(f"\n\n---\nto: Amara Okafor\n---\n{LETTER}", id="blank-lines-above"),
    ],
)
@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="none"),
        pytest.param({"position": "Analyst", "interviewers": ["Amara Okafor", "Ben Lee"]}, id="given"),
        pytest.param({"subject": "THANKS: a note # 1!!", "company": '"North" wind'}, id="subject"),
    ],
)
def test_spans_lie_in_the_text_that_was_given(text, headers):
    report = notelint.check_text(text, headers=headers, alone=True)
    assert report.draft.text == text
    found = next(one for one in report.violations if one.rule == "no-feedback-requests")
    assert text[found.span.start : found.span.end] == found.text == FEEDBACK.rstrip("?")
    assert all(text[one.span.start : one.span.end] == one.text for one in report.violations)
    assert "".join(text[zone.span.start : zone.span.end] for zone in report.draft.zones) == text
    line, column, offset = report.draft.position(found.span.start)
    assert text.splitlines()[line - 1][column - 1 :].startswith("Could you")
    assert offset == found.span.start


@pytest.mark.parametrize(
    ("headers", "select", "found"),
    [
        ({"subject": "THANK YOU SO MUCH"}, "no-shouting", [("no-shouting", "Dear Ms. Okafor,")]),
        ({"subject": "Data Analyst interview: thank you"}, "subject-line", []),
        ({"subject": ""}, "subject-line", []),
        ({"to": "Amara Okafro"}, "match-recipient", [("match-recipient", "Ms. Okafor")]),
        ({"interview": date(2026, 11, 20), "sent": datetime(2026, 11, 24, 9, tzinfo=UTC)}, "send-promptly", [("send-promptly", "Dear Ms. Okafor,")]),
        ({"ignore": {"no-feedback-requests": "they asked me to ask"}}, "no-feedback-requests", []),
        ({"ignore": ["no-feedback-requests"]}, "no-feedback-requests", []),
        ({"kind": "reminder"}, "no-feedback-requests", [("no-feedback-requests", FEEDBACK.rstrip("?"))]),
    ],
)  # fmt: skip
def test_headers_count_as_if_they_stood_in_the_draft(headers, select, found):
    report = notelint.check_text(LETTER, headers=headers, select=select, alone=True)
    assert [(one.rule, one.text) for one in report.violations] == found


@pytest.mark.parametrize("alone", ["Subject: Data Analyst interview", "kind: thank-you"])
def test_a_header_that_stands_alone_still_counts_beside_given_ones(alone):
    key, _, value = alone.lower().partition(": ")
    given = {"company": "Northwind", "interviewers": ["Amara Okafor", "Ben Lee"]}
    report = notelint.check_text(f"{alone}\n\n{LETTER}", headers=given, alone=True)
    headers = report.draft.headers
    assert (headers.value(key).lower(), headers.value("company")) == (value, "Northwind")
    assert headers.get("interviewers").items == ("Amara Okafor", "Ben Lee")
    page = judge(f"{alone}\n\n{LETTER}", facts.clean(given), Options())["drafts"][0]
    assert set(rules(report)) - {"subject-line"} == {found["rule"] for found in page["violations"]} - {"subject-line"}


def test_what_a_baseline_knows_lies_in_the_text_too(tmp_path, monkeypatch):
    from notelint.ui.cli import run

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LETTER)
    (tmp_path / ".notelint.yml").write_text("baseline: known.json\n")
    assert run(["a.txt", "--write-baseline", "known.json"]) == 0
    report = notelint.check_text(LETTER, path="a.txt", headers={"company": "Northwind"})
    assert report.known
    assert all(LETTER[one.span.start : one.span.end] == one.text for one in report.known)


def test_what_the_draft_says_itself_wins():
    report = notelint.check_text(f"---\ncompany: Northwind\n---\n{LETTER}", headers={"company": "Ashby"}, alone=True)
    assert report.draft.headers.value("company") == "Northwind"


def test_an_edit_of_a_given_header_is_advice_only():
    report = notelint.check_text(LETTER, headers={"subject": "thanks!!"}, select="no-shouting", alone=True)
    assert [(entry.text, entry.edits) for one in report.violations for entry in one.suggestions] == [("!", ())]


@pytest.mark.parametrize(
    ("text", "arguments", "kind", "said"),
    [
        (LETTER, {"kind": "telegram"}, notelint.UsageError, "there is no kind of draft `telegram`; write `thank-you`, `follow-up`, `reminder`"),
        (LETTER, {"fail_on": "typo"}, notelint.UsageError, "there is no severity `typo`; write `error`, `warning`, `suggestion`, `never`"),
        (LETTER, {"select": "no-gift"}, notelint.UsageError, "there is no rule `no-gift`; is it `no-gifts`?"),
        (LETTER, {"select": "casual"}, notelint.UsageError, "there is no rule `casual`; is it `no-casual-language`?"),
        (LETTER, {"select": "nope"}, notelint.UsageError, "there is no rule `nope`; `notelint rules` lists them"),
        (LETTER.encode(), {}, notelint.DraftError, "draft.txt: a draft is a text (`str`), not bytes; decode it first"),
        (None, {}, notelint.DraftError, "draft.txt: a draft is a text (`str`), not NoneType; decode it first"),
        (LETTER, {"select": None}, notelint.UsageError, "`None` is no list of names"),
        (LETTER, {"ignore": [3]}, notelint.UsageError, "`[3]` is no list of names"),
        (LETTER, {"config": 5}, notelint.UsageError, "`config` is a file of settings or a map of them, not `5`"),
        (LETTER, {"now": "2026-01-01"}, notelint.UsageError, "`now` is a datetime, not `'2026-01-01'`"),
        (LETTER, {"path": ""}, notelint.UsageError, "a path is empty; name a draft"),
        (LETTER, {"path": "-"}, notelint.UsageError, "`-` is standard input, which has no text here; give the draft a name"),
        (LETTER, {"headers": {"subjet": "Hi"}}, notelint.DraftError, "draft.txt: there is no header `subjet`; is it `subject`?"),
        (LETTER, {"headers": {"to": 7}}, notelint.DraftError, "draft.txt: the header `to` is a text, a date or a list of texts, not 7"),
        (LETTER, {"headers": {"interview": "04/05/2026"}}, notelint.DraftError, "draft.txt: `interview`: “04/05/2026” can be read in two ways; write 2026-05-04 or 2026-04-05"),
        (f"---\nsent: soon\n---\n{LETTER}", {"headers": {"to": "Amara"}}, notelint.DraftError, "draft.txt:2:7: `sent`: “soon” is no date that notelint can read; write 2026-11-25, or 2026-11-25 14:30 with the time"),
        (LETTER, {"headers": {"to": "Amara"}, "path": "a.eml"}, notelint.DraftError, "a.eml: headers cannot be given to a .eml file; write them in it"),
        ("\ud83d", {}, notelint.DraftError, "draft.txt: half of a surrogate pair stands at offset 0; decode the text again"),
        (LETTER, {"config": {"rulez": {}}}, notelint.ConfigError, "settings:1:1: there is no setting `rulez`; is it `rules`?"),
        (LETTER, {"config": {"rules": {"no-gifts": print}}}, notelint.ConfigError, "settings: settings are texts, numbers, lists and maps: ('cannot represent an object', <built-in function print>)"),
        (LETTER, {"config": {"rules": {"no-gift": "off"}}}, notelint.NotelintError, "settings:2:3: there is no rule `no-gift`; is it `no-gifts`?"),
        (LETTER, {"config": {"country": "XX"}}, notelint.NotelintError, "settings: `country: XX`: no public holidays of this country are known; write `US`, `GB-ENG` or `DE-BY`"),
        (LETTER, {"config": "nowhere.yml"}, notelint.NotelintError, "nowhere.yml: this config cannot be read: No such file or directory"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_line(text, arguments, kind, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(kind) as problem:
        notelint.check_text(text, **arguments)
    assert str(problem.value) == said


@pytest.mark.parametrize(
    "ask",
    [
        lambda config: notelint.check_text(LETTER, config=config),
        lambda config: notelint.check_paths(["good.txt"], config=config),
        lambda config: notelint.lint_batch([LETTER], config=config),
        lambda config: notelint.load_rules(config=config),
    ],
    ids=["check_text", "check_paths", "lint_batch", "load_rules"],
)
def test_an_empty_path_of_a_config_is_refused(ask):
    with pytest.raises(notelint.UsageError, match="the path of the config is empty; name a file, such as"):
        ask("")


BAD_NAMES = pytest.mark.parametrize("name", ["a\0b", "\ud83d.yml"], ids=["NUL", "half-a-character"])


@BAD_NAMES
@pytest.mark.parametrize(
    ("ask", "kind", "said"),
    [
        pytest.param(lambda name: notelint.check_text(LETTER, config=name), notelint.NotelintError, "this config cannot be read: no file can have this name", id="check_text"),
        pytest.param(lambda name: notelint.lint_batch([LETTER], config=name), notelint.NotelintError, "this config cannot be read: no file can have this name", id="lint_batch"),
        pytest.param(lambda name: notelint.load_rules(config=name), notelint.ConfigError, "this config cannot be read: no file can have this name", id="rules of a config"),
        pytest.param(lambda name: notelint.load_rules([name]), notelint.RuleError, "there is no such folder of rules", id="rules of a folder"),
        pytest.param(lambda name: notelint.check_text(LETTER, path=name), notelint.DraftError, "there is no such file or folder", id="draft"),
    ],
)  # fmt: skip
def test_a_name_that_no_file_can_have_is_one_line(name, ask, kind, said):
    with pytest.raises(kind) as problem:
        ask(name)
    assert str(problem.value) == f"{name}: {said}"


@BAD_NAMES
def test_a_config_that_no_file_can_be_is_an_error_of_the_report(name, tmp_path):
    (tmp_path / "good.txt").write_text(LETTER, encoding="utf-8")
    report = notelint.check_paths([tmp_path / "good.txt"], config=name)
    [failure] = report.errors
    assert (failure.path, failure.message) == (name, "this config cannot be read: no file can have this name")
    assert report.drafts == ()


def test_a_draft_is_judged_where_it_is_said_to_lie(tmp_path):
    (tmp_path / ".notelint.yml").write_text("rules: {no-feedback-requests: off}\n", encoding="utf-8")
    (tmp_path / "interview.yml").write_text("to: Amara Okafro\n", encoding="utf-8")
    here = notelint.check_text(LETTER, path=tmp_path / "new.txt")
    assert ("match-recipient" in rules(here), "no-feedback-requests" in rules(here)) == (True, False)
    alone = notelint.check_text(LETTER, path=tmp_path / "new.txt", alone=True)
    assert ("match-recipient" in rules(alone), "no-feedback-requests" in rules(alone)) == (False, True)


@pytest.mark.parametrize(
    ("settings", "severity"),
    [({}, "error"), ({"no-feedback-requests": "suggestion"}, "suggestion"), ({"no-feedback-requests": "off"}, None)],
)
def test_settings_may_be_a_map(settings, severity):
    report = notelint.check_text(LETTER, config={"rules": settings}, alone=True)
    found = {one.rule: one.severity for one in report.violations}
    assert found.get("no-feedback-requests") == severity


def test_a_path_may_be_a_draft_or_a_folder(tmp_path):
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(LETTER, encoding="utf-8")
    assert len(notelint.check_path(tmp_path).drafts) == 2
    assert len(notelint.check_path(tmp_path / "a.txt", select=["no-gifts"]).drafts[0].violations) == 0
    assert [failure.path for failure in notelint.check_paths(["lost.txt"]).errors] == ["lost.txt"]


def test_a_report_becomes_the_json_contract(tmp_path):
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    report = notelint.check_path(tmp_path / "a.txt", now=NOW)
    document = notelint.to_dict(report)
    assert document["drafts"] == [notelint.to_dict(report.drafts[0])]
    assert document["summary"]["drafts"] == 1


def test_a_batch_is_as_each_draft_alone():
    texts = [LETTER, "", LETTER, "\ud800", f"---\nkind: telegram\n---\n{LETTER}"]
    about = [{"path": "lee/one.txt", "company": "Northwind", "position": "Analyst"}, None, {"company": "Northwind", "position": "Analyst"}, None, None]  # fmt: skip
    found = pickle.loads(pickle.dumps(notelint.lint_batch(*pickle.loads(pickle.dumps((texts, about))), now=NOW)))
    assert [one["path"] for one in found] == ["lee/one.txt", *["draft.txt"] * 4]
    assert [one["error"] is None for one in found] == [True, True, True, False, False]
    assert len({frozenset(one) for one in found}) == 1
    alone = notelint.check_text(LETTER, headers={"company": "Northwind", "position": "Analyst"}, alone=True, now=NOW)
    assert found[2] == {**notelint.to_dict(alone), "error": None}
    assert found[0]["violations"] == found[2]["violations"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (([LETTER], []), "there are 1 texts, but metadata of 0; give each text one"),
        (([LETTER], [{"path": ""}]), "a path is empty; name a draft"),
    ],
)
def test_a_batch_that_is_wrong_is_refused(arguments, said):
    with pytest.raises(notelint.UsageError, match=said):
        notelint.lint_batch(*arguments)


@pytest.mark.parametrize(
    ("texts", "metadata", "said"),
    [
        (LETTER, None, "`texts` is a list of drafts"),
        ([LETTER], [3], "`metadata` has a map of headers for each text"),
    ],
)
def test_a_batch_that_is_none(texts, metadata, said):
    with pytest.raises(notelint.UsageError, match=said):
        notelint.lint_batch(texts, metadata)


def test_a_text_of_a_batch_that_is_none_spoils_no_other():
    found = notelint.lint_batch([LETTER, b"x", None])
    assert [one["error"] and one["error"].partition(";")[0] for one in found] == [
        None, "a draft is a text (`str`), not bytes", "a draft is a text (`str`), not NoneType",
    ]  # fmt: skip


def test_a_batch_with_broken_settings_is_refused():
    with pytest.raises(notelint.NotelintError, match="no rule `no-gift`"):
        notelint.lint_batch([LETTER], config={"rules": {"no-gift": "off"}})


def test_rules_are_listed_with_those_of_further_folders(tmp_path):
    shipped = notelint.load_rules()
    assert "no-gifts" in [rule.id for rule in shipped]
    with pytest.raises(notelint.RuleError, match="there is no such folder of rules"):
        notelint.load_rules([tmp_path / "lost"])
    assert len(notelint.load_rules(tmp_path)) == len(shipped)


def test_each_name_of_the_library_is_there():
    assert set(notelint.__all__) <= set(dir(notelint))
    for name in notelint.__all__:
        assert getattr(notelint, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'check_txt'"):
        _ = notelint.check_txt
