"""What a written rule becomes."""

import pytest

from notelint.catalogue.load import read_rule
from notelint.catalogue.source import compose
from notelint.types import (
    All,
    AnyOf,
    ClauseSlots,
    Example,
    Missing,
    Not,
    Regex,
    SameAs,
    Source,
    Span,
    TakesUp,
    Template,
    Words,
)

from .build import rule


def made(body="forbid: [tea]", **head):
    return read_rule(compose(rule("no-tea", body, **head), "no-tea.yml"), "no-tea.yml", "tone")


def at(column, line=8):
    return Source("no-tea.yml", line, column)


PATTERNS = [
    ("a-string", "tea", Words(source=at(10), words=("tea",))),
    ("words", "{words: tea}", Words(source=at(10), words=("tea",))),
    ("words-that-yaml-would-convert", "{words: [no, 14:30]}", Words(source=at(10), words=("no", "14:30"))),
    ("a-list-of-strings", "[tea, <drink>]", Words(source=at(10), words=("tea", "<drink>"))),
    (
        "a-list",
        "[tea, {words: cup}]",
        AnyOf(source=at(10), members=(Words(source=at(11), words=("tea",)), Words(source=at(16), words=("cup",)))),
    ),
    (
        "gates",
        "{words: tea, act: request, frame: [own, quoted], polarity: negative, in: opening, mark: phrase, confidence: low}",
        Words(
            source=at(10),
            words=("tea",),
            act=("request",),
            frame=("own", "quoted"),
            polarity="negative",
            regions=("opening",),
            mark="phrase",
            confidence="low",
        ),
    ),
    (
        "clause",
        "{clause: {who: [writer, reader], does: drink, about: [tea, cup], modal: none, time: past, act: offer}}",
        ClauseSlots(
            source=at(10),
            who=("writer", "reader"),
            does=("drink",),
            about=("tea", "cup"),
            modal=("none",),
            time=("past",),
            act=("offer",),
        ),
    ),
    (
        "act-beside-clause",
        "{clause: {who: writer}, act: offer}",
        ClauseSlots(source=at(10), who=("writer",), act=("offer",)),
    ),
    (
        "all-not",
        "{all: [tea, {not: cup}], within: paragraph}",
        All(
            source=at(10),
            members=(
                Words(source=at(17), words=("tea",)),
                Not(source=at(22), member=Words(source=at(28), words=("cup",))),
            ),
            within="paragraph",
        ),
    ),
    ("any", "{any: [tea]}", AnyOf(source=at(10), members=(Words(source=at(17), words=("tea",)),))),
    (
        "takes-up",
        "{takes_up: topics, mark: phrase}",
        TakesUp(source=at(10), takes_up=("topics",), mark="phrase"),
    ),
    ("takes-up-several", "{takes_up: [topics, concerns]}", TakesUp(source=at(10), takes_up=("topics", "concerns"))),
    ("regex", "{regex: 'te+a', case: true}", Regex(source=at(10), regex="te+a", case=True)),
    ("rule", "{rule: no-gifts}", SameAs(source=at(10), rule="no-gifts")),
    (
        "then",
        "{words: tea, then: cup}",
        Words(source=at(10), words=("tea",), then=Words(source=at(29), words=("cup",))),
    ),
    (
        "unless-joins-its-phrases",
        "{words: tea, unless: [cup, {words: pot, within: match}, lid]}",
        Words(
            source=at(10),
            words=("tea",),
            unless=(Words(source=at(31), words=("cup", "lid")), Words(source=at(37), words=("pot",), within="match")),
        ),
    ),
]


@pytest.mark.parametrize(("written", "pattern"), [pytest.param(*case[1:], id=case[0]) for case in PATTERNS])
def test_patterns(written, pattern):
    assert made(f"forbid: [{written}]").forbid == (pattern,)


@pytest.mark.parametrize(
    ("kinds", "severity", "expected"),
    [
        pytest.param("all", "error", dict.fromkeys(("thank-you", "follow-up", "reminder"), "error"), id="all"),
        pytest.param("reminder", "error", {"reminder": "error"}, id="one"),
        pytest.param("[reminder, thank-you]", "warning", dict.fromkeys(("reminder", "thank-you"), "warning"), id="two"),
        pytest.param("all", "{reminder: suggestion}", {"reminder": "suggestion"}, id="a-kind-left-out-does-not-run"),
    ],
)
def test_kinds_and_severity(kinds, severity, expected):
    assert made(kinds=f"kinds: {kinds}", severity=f"severity: {severity}").severity == expected


def test_the_whole_of_a_requiring_rule():
    body = """\
label: Tea
in: [opening, closing]
needs: [subject]
require: [tea]
at_least: 2
given: express-gratitude
suggest: [Tea?, {say: Coffee., unless: sign-name}, ""]
missing: {message: No tea., zone: opening, insert: ["Tea, {name}?"]}
"""
    rule = made(body, why="why: >\n  Tea is\n  a private matter.")
    assert (rule.label, rule.regions, rule.needs, rule.at_least) == ("Tea", ("opening", "closing"), ("subject",), 2)
    assert (rule.given, rule.chapter) == ("express-gratitude", ("8",))
    assert rule.suggest == (Template("Tea?"), Template("Coffee.", "sign-name"), Template(""))
    assert rule.missing == Missing("No tea.", "opening", ("Tea, {name}?",))
    assert rule.why == "Tea is a private matter."


@pytest.mark.parametrize(
    ("written", "example"),
    [
        pytest.param('"I like tea."', Example("I like tea.", at(7, 11)), id="text"),
        pytest.param('"I [[like]] [[tea]]."', Example("I like tea.", at(7, 11), marks=(Span(2, 6), Span(7, 10))), id="marks"),
        pytest.param('"[[[Name]]], tea?"', Example("[Name], tea?", at(7, 11), marks=(Span(0, 6),)), id="mark-of-brackets"),
        pytest.param(
            "{text: Tea?, place: subject, kind: reminder, headers: {to: Ann}, now: 2025-03-05, beside: [Cup.]}",
            Example("Tea?", at(7, 11), "subject", "reminder", (("to", "Ann"),), "2025-03-05", ("Cup.",)),
            id="map",
        ),
    ],
)  # fmt: skip
def test_examples(written, example):
    assert made(f"forbid: [tea]\nexamples:\n  violations:\n    - {written}").violations == (example,)


def test_options_of_a_check():
    assert made("check: known-headers").options == {}


def test_replacements():
    assert made("forbid: [teh]\nreplace: {teh: the}\nreplaces: match").replace == {"teh": "the"}
