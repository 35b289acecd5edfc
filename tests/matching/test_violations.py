"""Violations: text, order, suggestions and fixes, fingerprints, twins, severity, which rules run."""

import pytest

from notelint.drafts.read import from_text
from notelint.matching.places import without
from notelint.types import Span

from .build import S, note, report, rule

ASK = "Please/INTJ give/VERB me/PRON feedback ."
LONG = S("I/PRON hope/VERB so/ADV , || but/CCONJ feedback helps/VERB me/PRON", new=True)


def test_all_of_a_violation():
    body = "chapter: [3, 8]\nkinds: all\nmessage: '“{text}” asks.'\nwhy: >\n  Because\n  so.\nsuggest: [Write this.]\nforbid: [give me]"
    analysis = note(S("Dear/ADJ Ms/PROPN Okafor/PROPN ,", region="greeting"), ASK)
    (found,) = report(body, analysis).violations
    assert found.text == analysis.draft.slice(found.span) == "give me"
    assert (found.rule, found.severity, found.zone, found.missing) == ("rule-under-test", "error", "body", False)
    assert (found.message, found.why, found.chapter) == ("“give me” asks.", "Because so.", ("§3", "§8"))


@pytest.mark.parametrize(
    ("words", "quoted"),
    [("mate ,", "mate"), (", mate .", "mate"), ("mate ;", "mate"), ("mate !", "mate!"), ("mate ?", "mate?"), (", ,", ",,")],
)  # fmt: skip
def test_a_message_quotes_words_without_the_marks_around_them(words, quoted):
    (found,) = report(f"message: 'It says “{{text}}”.'\nforbid: ['{words}']", note(f"I/PRON say {words}")).violations
    assert found.message == f"It says “{quoted}”."


@pytest.mark.parametrize(
    ("replaces", "expected"),
    [("match", "feedback"), ("clause", "but feedback helps me"), ("sentence", "I hope so, but feedback helps me")],
)
def test_what_a_suggestion_replaces(replaces, expected):
    (found,) = report(f"replaces: {replaces}\nsuggest: [Write this.]\nforbid: [feedback]", note(LONG)).violations
    (edit,) = found.suggestions[0].edits
    assert (note(LONG).draft.slice(edit.span), edit.text) == (expected, "Write this.")


THANKS = rule("require: [thanks]\nmissing: {message: m, zone: body}", "thanks")
TEA = S("Tea/NOUN is/be/AUX nice/ADJ")
FIRST = S("thanks/INTJ for/ADP tea/NOUN")


@pytest.mark.parametrize(
    ("suggest", "sentences", "offered"),
    [
        pytest.param('[{say: So., unless: thanks}, ""]', [TEA], ["So.", "Leave this sentence out."], id="it lacks it"),
        pytest.param('[{say: So., unless: thanks}, ""]', [TEA, "thanks/INTJ"], ["Leave this sentence out."], id="it has it"),
        pytest.param("[{say: So., unless: thanks}]", [TEA, "thanks/INTJ"], [], id="and nothing else is offered"),
        pytest.param('[{say: So., unless: thanks}, ""]', [FIRST], ["So."], id="only in these words, which must stay"),
        pytest.param('["Your [x].", "Our [y].", ""]', [TEA], ["Your [x].", "Leave this sentence out."], id="open slots"),
    ],
)  # fmt: skip
def test_what_the_draft_has_elsewhere_is_not_suggested(suggest, sentences, offered):
    found = report([rule(f"suggest: {suggest}\nforbid: [tea]"), THANKS], note(*sentences)).violations
    (said,) = [violation for violation in found if violation.rule == "rule-under-test"]
    assert [suggestion.text for suggestion in said.suggestions] == offered
    assert [bool(suggestion.edits) for suggestion in said.suggestions] == [sentences != [FIRST]] * len(offered)


@pytest.mark.parametrize(
    ("text", "span", "left"),
    [
        pytest.param("One. Two. Three.", "One.", "Two. Three.", id="first of a line"),
        pytest.param("One. Two. Three.", "Two.", "One. Three.", id="within a line"),
        pytest.param("One. Two. \nThree.", "Two.", "One.\nThree.", id="last of a line"),
        pytest.param("A.\n\nOne.\n\nB.", "One.", "A.\n\nB.", id="a paragraph"),
        pytest.param("A.\r\n\r\nOne.\r\n\r\nB.", "One.", "A.\r\n\r\nB.", id="a paragraph, CRLF"),
        pytest.param("A.\n\nOne. Two.", "Two.", "A.\n\nOne.", id="last of all"),
        pytest.param("One goes\non. Two.", "One goes\non.", "Two.", id="over a line end"),
        pytest.param("One.\nTwo.\nThree.", "Two.", "One.\nThree.", id="a line of a wrapped paragraph"),
    ],
)
def test_what_goes_with_a_sentence_that_is_left_out(text, span, left):
    start = text.index(span)
    gone = without(Span(start, start + len(span)), from_text(text, "a.txt"))
    assert text[: gone.start] + text[gone.end :] == left


@pytest.mark.parametrize(
    ("written", "fix"), [("gonna", "going to"), ("Gonna", "Going to"), ("lemme", "let me"), ("kinda", None)]
)
def test_a_fix(written, fix):
    (found,) = report(
        "replace: {gonna: going to, lemme: let me}\nforbid: [gonna, lemme, kinda]", note(written)
    ).violations
    assert (found.fix and found.fix.text) == fix
    assert not fix or found.fix.edits[0].span == found.span


def test_a_check_has_a_fix_that_takes_away_nothing_that_another_rule_asks_for():
    thanks = rule("require: ['thank you for the']\nmissing: {message: m, zone: body}", "thanks")
    analysis = note("Thank/VERB you/PRON for/ADP the/DET the/DET talk")
    (found,) = report([rule("check: repeated-words"), thanks], analysis).violations
    assert (found.text, found.fix.text) == ("the the", "the")
    assert found.fix == found.suggestions[0]
    assert found.fix.edits[0].span == found.span


@pytest.mark.parametrize(
    ("word", "severity", "fixes", "offers"),
    [("recieved", "error", 1, ["received"]), ("realy", "suggestion", 0, ["really", "relay"])],
)
def test_a_check_that_is_not_sure_only_suggests(word, severity, fixes, offers):
    (found,) = report(rule("check: misspelled-words"), note(f"I/PRON {word}/VERB it/PRON")).violations
    assert (found.severity, bool(found.fix)) == (severity, bool(fixes))
    assert [suggestion.text for suggestion in found.suggestions] == offers


def test_violations_are_in_order_of_start_end_and_rule():
    rules = [rule("forbid: [feedback, me]", "b"), rule("forbid: [give me, feedback]", "a"), rule("forbid: [give]", "c")]
    found = report(rules, note(ASK)).violations
    assert [(item.text, item.rule) for item in found] == [
        ("give", "c"), ("give me", "a"), ("me", "b"), ("feedback", "a"), ("feedback", "b"),
    ]  # fmt: skip
    assert [item.same_as for item in found] == [None, None, None, None, "a"]


def test_something_missing_in_the_place_of_wrong_words_is_their_twin():
    close = "in: [closing]\nrequire: [regards]\nmissing: {message: m, zone: closing, insert: ['Kind regards,']}"
    part = "require: [thanks]\nmissing: {message: m, zone: body, insert: [Thanks.]}"
    casual = rule("forbid: ['cheers ,']", "casual")
    rules = [casual, rule(close, "close"), rule(part, "part"), rule(part, "party")]
    found = report(rules, note("One .", S("Cheers ,", region="closing"))).violations
    assert [(item.rule, item.same_as) for item in found] == [
        ("part", None), ("party", None), ("casual", None), ("close", "casual"),
    ]  # fmt: skip


def prints(*sentences, body="forbid: [feedback]", **fields):
    return [item.fingerprint for item in report(body, note(*sentences, **fields)).violations]


def test_fingerprints():
    first = prints(ASK)
    assert prints("Another sentence .", ASK) == first, "edits elsewhere leave it"
    assert prints(S("FEEDBACK"), body="forbid: [feedback]") == first, "case and the words around are nothing"
    assert prints(ASK, body="forbid: [give]") != first
    twice = prints(ASK, LONG)
    assert twice[:1] == first
    assert len(set(twice)) == 2


def test_the_fingerprint_of_something_missing_does_not_depend_on_its_place():
    required = "require: [thanks]"
    assert prints(ASK, body=required) == prints("Another end .", body=required)


def test_a_suppressed_violation_does_not_renumber_the_others():
    from notelint.types import Span, Suppression

    start = note(ASK, LONG).draft.text.index("feedback")
    silent = Suppression("rule-under-test", "", Span(0, 1), Span(start, start + 8))
    found = report("forbid: [feedback]", note(ASK, LONG, suppressions=[silent]))
    assert [item.fingerprint for item in (*found.suppressed, *found.violations)] == prints(ASK, LONG)


MAP = "severity: {thank-you: error, follow-up: suggestion}\nkinds: [thank-you, follow-up]\nforbid: [feedback]"


@pytest.mark.parametrize(
    ("body", "kind", "severity"),
    [
        (MAP, "thank-you", "error"),
        (MAP, "follow-up", "suggestion"),
        (MAP, "reminder", None),
        (MAP, "unknown", None),
        ("forbid: [feedback]", "reminder", "error"),
        ("forbid: [feedback]", "unknown", "error"),
        (
            "severity: {thank-you: error, follow-up: warning, reminder: warning}\nforbid: [feedback]",
            "unknown",
            "warning",
        ),
        ("severity: {thank-you: error, follow-up: warning}\nforbid: [feedback]", "unknown", None),
    ],
)
def test_severity_by_kind(body, kind, severity):
    found = report(body, note(ASK, kind=kind)).violations
    assert [item.severity for item in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("settings", "severities"),
    [
        ({"severity": {"rule-under-test": "suggestion"}}, ["suggestion"]),
        ({"ignore": frozenset({"rule-under-test"})}, []),
        ({"select": frozenset({"rule-under-test"})}, ["error"]),
        ({"select": frozenset({"another"})}, []),
        ({"select": frozenset({"rule-under-test"}), "ignore": frozenset({"rule-under-test"})}, []),
    ],
)
def test_settings(settings, severities):
    found = report("forbid: [feedback]", note(ASK), **settings).violations
    assert [item.severity for item in found] == severities


@pytest.mark.parametrize(
    ("headers", "runs"), [({"subject": "Hi"}, True), ({"subject": ""}, True), ({"kind": "reminder"}, False)]
)
def test_needs(headers, runs):
    found = report("needs: [subject]\nforbid: [feedback]", note(ASK, headers=headers))
    assert bool(found.violations) is runs
    assert [(entry.rule, entry.needs) for entry in found.not_run] == (
        [] if runs else [("rule-under-test", ("subject",))]
    )
