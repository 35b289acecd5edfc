"""Patterns made of patterns: all, any, not, within, then, unless, rule, given, at_least, regex, mark, confidence."""

import pytest

from notelint.errors import RuleError
from notelint.matching import expressions

from .build import S, compiled, marked, note, report

# Two paragraphs: sentences 0, 1, 2 and 3; then a postscript.
LETTER = (
    S(
        "Please/INTJ tell/VERB me/PRON || why/SCONJ I/PRON failed/fail/VERB",
        {"who": "reader", "act": "request"},
        {"who": "writer", "act": "request", "time": "past"},
    ),
    S("The/DET weather was/be/AUX fine/ADJ", {"who": "it"}),
    S("Your/PRON garden is/be/AUX green/ADJ", {"who": "third"}),
    S("My/PRON reasons are/be/AUX good/ADJ", {"who": "third"}, new=True),
    S("The/DET cat slept/sleep/VERB", {"who": "third"}, region="postscript"),
)

JOINED = [
    ("sentence is the default", "{all: [tell, failed]}", ["tell me why I failed"]),
    ("order does not matter", "{all: [failed, tell]}", ["tell me why I failed"]),
    ("a member is absent", "{all: [tell, weather]}", []),
    ("clause", "{all: [tell, me], within: clause}", ["tell me"]),
    ("clause with those below", "{all: [tell, failed], within: clause}", ["tell me why I failed"]),
    ("neighbours, after", "{all: [tell, weather], within: neighbours}", ["tell"]),
    ("neighbours, before", "{all: [weather, tell], within: neighbours}", ["weather"]),
    ("neighbours, too far", "{all: [tell, garden], within: neighbours}", []),
    ("neighbours are two sentences, not three", "{all: [weather, tell, garden], within: neighbours}", []),
    ("neighbours across a paragraph", "{all: [garden, reasons], within: neighbours}", ["garden"]),
    ("neighbours not across a zone", "{all: [reasons, cat], within: neighbours}", []),
    ("paragraph", "{all: [tell, garden], within: paragraph}", ["tell"]),
    ("another paragraph", "{all: [tell, reasons], within: paragraph}", []),
    ("zone", "{all: [tell, reasons], within: zone}", ["tell"]),
    ("another zone", "{all: [tell, cat], within: zone}", []),
    ("draft", "{all: [tell, cat], within: draft}", ["tell"]),
    ("of clauses", "{all: [{clause: {who: reader}}, {clause: {who: writer, time: past}}]}", ["Please tell me why I failed"]),
    ("a list inside is any of them", "{all: [tell, [weather, failed]]}", ["tell me why I failed"]),
    ("not: absent", "{all: [tell, {not: weather}]}", ["tell"]),
    ("not: present", "{all: [tell, {not: failed}]}", []),
    ("not: present in the wider scope", "{all: [tell, {not: weather}], within: paragraph}", []),
    ("not first", "{all: [{not: weather}, tell]}", ["tell"]),
    ("any", "{any: [weather, {clause: {who: writer}}]}", ["why I failed", "weather"]),
    ("any: none", "{any: [rain, snow]}", []),
    ("any with a gate", "{any: [weather, failed], act: request}", ["failed"]),
    ("all with a gate", "{all: [tell, failed], act: request}", ["tell me why I failed"]),
    ("all with a gate that stops it", "{all: [tell, failed], act: statement}", []),
    ("all in a zone", "{all: [cat, slept], in: [body]}", []),
    ("then", "{words: [tell], then: {words: [failed]}}", ["tell"]),
    ("then: a clause", "{clause: {who: reader}, then: {clause: {who: writer, time: past}}}", ["Please tell me"]),
    ("then: the same clause", "{words: [tell], then: {words: [me]}}", []),
    ("then: an earlier clause", "{words: [failed], then: {words: [tell]}}", []),
    ("then: another sentence", "{words: [tell], then: {words: [weather]}}", []),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "expected"), [case[1:] for case in JOINED], ids=[case[0] for case in JOINED])
def test_joined(pattern, expected):
    assert marked(f"forbid: [{pattern}]", note(*LETTER)) == expected


UNLESS = [
    ("absent", "[rain]", True),
    ("in the clause", "[me]", False),
    ("a phrase", '["please tell"]', False),
    ("in another clause", "[failed]", True),
    ("in another clause, within the sentence", "[{words: [failed], within: sentence}]", False),
    ("one of several", "[rain, me]", False),
    ("in the match", "[{words: [tell], within: match}]", False),
    ("beside the match", "[{words: [please], within: match}]", True),
    ("in the next sentence", "[{words: [weather], within: sentence}]", True),
    ("neighbours", "[{words: [weather], within: neighbours}]", False),
    ("not neighbours", "[{words: [garden], within: neighbours}]", True),
    ("paragraph", "[{words: [garden], within: paragraph}]", False),
    ("zone", "[{words: [reasons], within: zone}]", False),
    ("another zone", "[{words: [cat], within: zone}]", True),
    ("draft", "[{words: [cat], within: draft}]", False),
    ("a clause", "[{clause: {who: reader}}]", False),
    ("another clause", "[{clause: {who: writer}}]", True),
    ("a gate of its own", "[{words: [me], act: statement}]", True),
    ("an unless of its own", "[{words: [me], unless: [please]}]", True),
    ("not: silent where it is absent", "[{not: rain}]", False),
    ("not: speaks where it is there", "[{not: me}]", True),
    ("all", "[{all: [please, me]}]", False),
]


@pytest.mark.parametrize(("unless", "speaks"), [case[1:] for case in UNLESS], ids=[case[0] for case in UNLESS])
@pytest.mark.parametrize("on", ["pattern", "rule"])
def test_unless(on, unless, speaks):
    rule = f"forbid: [{{words: [tell], unless: {unless}}}]" if on == "pattern" else f"forbid: [tell]\nunless: {unless}"
    assert marked(rule, note(*LETTER)) == (["tell"] if speaks else [])


def test_unless_takes_any_frame():
    text = note(
        S("they/PRON said/say/VERB pay || the/DET rate is/be/AUX low/ADJ", {"frame": "own"}, {"frame": "quoted"})
    )
    assert marked("forbid: [{words: [pay *2 rate], unless: [low]}]", text) == []
    assert marked("forbid: [{words: [pay *2 rate], unless: [{words: [low], frame: own}]}]", text) == ["pay the rate"]


def test_unless_of_a_pattern_leaves_the_others_alone():
    assert marked("forbid: [{words: [tell], unless: [me]}, {words: [tell me]}]", note(*LETTER)) == ["tell me"]


OTHER = "forbid: [tell, weather, cat]\nunless: [fine]"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("forbid: [{rule: other}]", ["tell", "cat"]),
        ("forbid: [{rule: other, in: [postscript]}]", ["cat"]),
        ("in: [opening]\nforbid: [{rule: other}]", ["tell"]),
        ("forbid: [{rule: other, unless: [me]}]", ["cat"]),
        ("forbid: [{all: [{rule: other}, failed]}]", ["tell me why I failed"]),
    ],
)
def test_rule(body, expected):
    from .build import rule

    rules = [rule(OTHER, "other"), rule(body)]
    found = report(rules, note(*LETTER), select=frozenset({"rule-under-test"}))
    assert [violation.text for violation in found.violations] == expected


@pytest.mark.parametrize(
    ("thanks", "expected"),
    [("Thank/VERB you/PRON for/ADP coming/VERB", ["weather"]), ("Hello/INTJ there/ADV", [])],
)
def test_given_a_required_part(thanks, expected):
    from .build import rule

    rules = [rule("require: [thank you]", "gratitude"), rule("given: gratitude\nforbid: [weather]")]
    found = report(rules, note(thanks, *LETTER), select=frozenset({"rule-under-test"}))
    assert [violation.text for violation in found.violations] == expected


def test_given_a_forbidding_rule_means_that_it_is_silent():
    from .build import rule

    rules = [rule("forbid: [cat]", "no-cats"), rule("given: no-cats\nforbid: [weather]")]
    only = frozenset({"rule-under-test"})
    assert not report(rules, note(*LETTER), select=only).violations
    assert report(rules, note(*LETTER[:4]), select=only).violations


@pytest.mark.parametrize(("least", "spoken"), [(1, 3), (3, 3), (4, 0)])
def test_at_least_in_forbid_counts_in_the_draft(least, spoken):
    assert len(marked(f"at_least: {least}\nforbid: [tell, weather, cat, please tell]", note(*LETTER))) == spoken


@pytest.mark.parametrize(("least", "missing"), [(1, False), (2, False), (3, True)])
def test_at_least_in_require(least, missing):
    found = report(f"at_least: {least}\nrequire: [tell, weather]", note(*LETTER))
    assert bool(found.violations) is missing
    assert (found.parts[0].evidence is None) is missing


REGEX = [
    ("ignores case", "{regex: 'PLEASE \\w+'}", ["Please tell"]),
    ("case", "{regex: 'PLEASE', case: true}", []),
    ("inside a word", "{regex: 'eathe'}", ["eathe"]),
    ("several", "{regex: 'is|was'}", ["was", "is"]),
    ("across sentences", "{regex: 'fine Your'}", ["fine Your"]),
    ("not across paragraphs", "{regex: 'green.My'}", []),
    ("between tokens", "{regex: '(?<=Please) '}", [" "]),
    ("an empty match is none", "{regex: 'z*'}", []),
    ("a gate by its first token", "{regex: 'failed|weather', act: request}", ["failed"]),
    ("unless by its tokens", "{regex: 'failed|weather', unless: [fine]}", ["failed"]),
    ("in a zone", "{regex: 'cat|garden', in: [postscript]}", ["cat"]),
    ("marks the sentence", "{regex: 'eathe', mark: sentence}", ["The weather was fine"]),
    ("in all", "{all: [{regex: 'eathe'}, fine]}", ["weather was fine"]),
]


@pytest.mark.parametrize(("pattern", "expected"), [case[1:] for case in REGEX], ids=[case[0] for case in REGEX])
def test_regex(pattern, expected):
    assert marked(f"forbid: [{pattern}]", note(*LETTER)) == expected


def test_a_regex_that_runs_away_is_an_error_with_its_place(monkeypatch):
    monkeypatch.setattr(expressions, "_SECONDS", 0.05)
    with pytest.raises(RuleError, match="runs away") as caught:
        report("forbid: [{regex: '^(?:a|aa)+$'}]", note("a" * 200 + "1"))
    assert caught.value.where.startswith("rules/tone/rule-under-test.yml:8:")


NOUNS = S(
    "could/AUX you/PRON give/VERB me/PRON some/DET honest/ADJ feedback on/ADP the/DET first/ADJ draft of/ADP my/PRON long/ADJ "
    "letter || as/SCONJ I/PRON had/have/AUX not/PART really/ADV understood/understand/VERB it/PRON",
)
MARKS = [
    ("match", "{words: [feedback]}", "feedback"),
    ("a noun phrase", "{words: [feedback], mark: phrase}", "some honest feedback"),
    ("from its adjective", "{words: [honest], mark: phrase}", "some honest feedback"),
    ("with what follows of", "{words: [draft], mark: phrase}", "the first draft of my long letter"),
    ("from the end", "{words: [letter], mark: phrase}", "my long letter"),
    ("a verb phrase", "{words: [understood], mark: phrase}", "had not really understood"),
    ("from its auxiliary", "{words: [=had], mark: phrase}", "had not really understood"),
    ("both ends", "{words: [give *2 honest], mark: phrase}", "give me some honest feedback"),
    ("a pronoun is its own phrase", "{words: [it], mark: phrase}", "it"),
    ("clause", "{words: [understood], mark: clause}", "as I had not really understood it"),
    ("sentence", "{words: [give], mark: sentence}", None),
    ("any keeps its member's mark", "{any: [{words: [feedback], mark: phrase}]}", "some honest feedback"),
    ("any sets the mark", "{any: [{words: [feedback], mark: phrase}], mark: clause}",
     "could you give me some honest feedback on the first draft of my long letter"),
    ("all", "{all: [honest, feedback], mark: phrase}", "some honest feedback"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "expected"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_mark(pattern, expected):
    text = note(NOUNS)
    assert marked(f"forbid: [{pattern}]", text) == [expected or text.draft.text.strip()]


@pytest.mark.parametrize(
    ("patterns", "severity"),
    [
        ("[{words: [cat], confidence: low}]", "suggestion"),
        ("[{words: [cat], confidence: low}, {words: [the cat]}]", "error"),
        ("[{words: [cat]}]", "error"),
        ("[{any: [{words: [cat], confidence: low}]}]", "suggestion"),
        ("[{any: [cat], confidence: low}]", "suggestion"),
    ],
)
def test_confidence(patterns, severity):
    assert [violation.severity for violation in report(f"forbid: {patterns}", note(*LETTER)).violations] == [severity]


BROKEN = [
    ("an unknown class", 'forbid: ["<nothing>"]', "there is no word class `<nothing>`"),
    ("an unknown class to leave out", 'forbid: ["NOUN-<nothing>"]', "there is no word class `<nothing>`"),
    ("an unknown rule", "forbid: [{rule: nothing}]", "there is no rule `nothing`"),
    ("an unknown given", "given: nothing\nforbid: [cat]", "there is no rule `nothing`"),
    (
        "a rule in itself",
        "forbid: [{rule: rule-under-test}]",
        "circle: rule `rule-under-test` → rule `rule-under-test`",
    ),
    ("a class in itself", 'forbid: ["<loop>"]', "circle: <loop> → <pool> → <loop>"),
    ("a not on its own", "forbid: [{not: cat}]", "`not` needs an `all`"),
    ("all of nots", "forbid: [{all: [{not: cat}, {not: dog}]}]", "`all` needs a member"),
    ("a broken regex", "forbid: [{regex: '('}]", "regular expression is broken"),
]


@pytest.mark.parametrize(("body", "message"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_broken_rules_are_errors_with_a_place(body, message):
    with pytest.raises(RuleError, match=message.replace("(", "\\(")) as caught:
        compiled(body, words='loop: ["a <pool>"]\npool: ["<loop>"]')
    assert caught.value.line
