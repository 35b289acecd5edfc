"""A rule whose regular expression runs away: the rule is named in one line, at every door, and the run goes on."""

import pytest

from notelint import pipeline
from notelint.catalogue.regexes import mistake
from notelint.matching import expressions

RULE = """\
id: own
summary: Runs away.
chapter: [8]
kinds: all
severity: warning
message: "“{text}” runs."
why: It is here to run away.
forbid:
  - {regex: "(?:a|aa)+!"}
examples:
  violations: ["It is aa!"]
  fine: ["It is a!b."]
"""
LETTER = "Dear Ms. Okafor,\n\nHi! {}\n\nKind regards,\nJo Park\n"
SLOW, QUICK = LETTER.format("a" * 80 + "."), LETTER.format("It was good.")
SAYS = "rules/own.yml:9:5: this regular expression runs away on {}; make it shorter"


@pytest.fixture(autouse=True)
def pack(folder):
    (folder / "rules").mkdir()
    (folder / "rules/own.yml").write_text(RULE)
    (folder / ".notelint.yml").write_text("rule_paths: [rules]\n")
    (folder / "a.txt").write_text(SLOW)
    (folder / "b.txt").write_text(QUICK)


def test_check_names_the_rule_and_judges_the_other_drafts(notelint):
    done = notelint("--format", "concise", "--fail-on", "never", ".")
    assert done.status == 2
    assert SAYS.format("a.txt") in done.err
    assert done.err.count("\n") == 1
    assert "b.txt" in done.out or not done.out


def test_a_run_over_many_drafts_waits_long_only_once(folder):
    for at in range(20):
        (folder / f"{at}.txt").write_text(SLOW.replace("Hi!", f"Hi {at}!"))
    report = pipeline.check(["."])
    assert [draft.draft.path for draft in report.drafts] == ["b.txt"]
    assert len({failure.message for failure in report.errors}) == 21  # each draft that was not judged is named
    assert "(?:a|aa)+!" in expressions._ran_away


@pytest.mark.parametrize("args", [["--fix"], ["--diff"], ["explain", "own"], ["--format", "json"]])
def test_other_commands(notelint, args):
    done = notelint(*args, "a.txt")
    assert done.status == 2
    assert SAYS.format("a.txt") in done.err
    assert [line for line in done.err.splitlines() if "Nothing" not in line][1:] == []


def test_the_rule_s_own_examples(notelint, folder):
    (folder / "rules/own.yml").write_text(RULE.replace("It is a!b.", f"! {'a' * 80}."))
    done = notelint("test", "rules")
    assert done.status == 2
    assert SAYS.format("example.txt") in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        pytest.param("a{999999999}", "repeats more than 20,000 pieces", id="a large number"),
        pytest.param("(?:(?:(?:a{999}){999}){999}){999}", "repeats more than 20,000 pieces", id="numbers in numbers"),
        pytest.param("(?:a{100}){0,100}b{10,20000}", "repeats more than 20,000 pieces", id="a range"),
        pytest.param("a|" * 100_000 + "b", "is longer than 5000 characters", id="long"),
        pytest.param("(" * 1000 + "a" + ")" * 1000, "50 deep", id="deep"),
        pytest.param("(" * 1000, "50 deep", id="deep and broken"),
        pytest.param("(?R)a", "contains itself", id="itself"),
        pytest.param("(a)(?1)", "contains itself", id="its group"),
        pytest.param("(?P<x>a)(?&x)", "contains itself", id="its named group"),
        pytest.param("(?au)thanks", "flags that do not go together", id="flags that exclude each other"),
        pytest.param("(?V0V1)thanks", "flags that do not go together", id="two versions"),
    ],
)
def test_what_cannot_be_compiled_is_refused_before(expression, words):
    assert words in (mistake(expression) or "")


@pytest.mark.parametrize("expression", [r"\d{4}-\d{2}", r"x{0,500}y", r"(?:\w+ ){1,9}z", r"(?:a|b){3}c", r"(?<x>a)b", r"\(\?1"])  # fmt: skip
def test_what_can_be_compiled_is_taken(expression):
    assert mistake(expression) is None
