import re

import pytest
from msgspec.structs import replace

from notelint.reporters import github
from notelint.types import Failure, Report

from .build import draft, missing, report, violation

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(found):
    return [COMMAND.fullmatch(line).groups() for line in github.render(found).splitlines()]


def one(source, words="some feedback", *args, **fields):
    [line] = commands(Report((report(source, [violation(source, words, *args, **fields)]),)))
    return line


def test_a_finding_with_its_place_and_what_to_write():
    assert one(draft()) == (
        "error",
        "file=draft.txt,line=3,endLine=3,col=72,endColumn=85,title=notelint (no-feedback-requests)",
        "“some feedback” asks how you did.%0AInstead: Could you tell me what the next steps are?",
    )


def test_what_is_missing_is_added():
    source = draft()
    [line] = commands(Report((report(source, [missing(source, "I look forward to hearing from you.")]),)))
    assert line[2].endswith("%0AAdd: I remain interested in the [position] role.")


@pytest.mark.parametrize(
    ("message", "path", "kept", "file"),
    [
        pytest.param("100 % sure: a, b", "a.txt", "100 %25 sure: a, b", "a.txt", id="percent in the message"),
        pytest.param("a\r\n::error::b", "a.txt", "a ::error::b", "a.txt", id="a line end cannot begin a command"),
        pytest.param("a\x1b[31m\u202eb", "a.txt", "a�[31mb", "a.txt", id="no control characters"),
        pytest.param("a", "x,line=1::y%\n.txt", "a", "x%2Cline=1%3A%3Ay%25%0A.txt", id="a path that tries"),
        pytest.param("%0A", "a.txt", "%250A", "a.txt", id="what is escaped already"),
    ],
)  # fmt: skip
def test_nothing_ends_a_command_early(message, path, kept, file):
    kind, properties, said = one(draft(path=path), suggestions=(), message=message)
    assert (kind, said) == ("error", kept)
    assert properties.startswith(f"file={file},line=3,")


def test_columns_only_where_the_words_are_on_one_line():
    _, properties, _ = one(draft(), "feedback on my interview?\nI look")
    assert properties == "file=draft.txt,line=3,endLine=4,title=notelint (no-feedback-requests)"


def test_of_a_mail_no_line_is_named_but_in_the_message():
    _, properties, said = one(replace(draft(path="a.eml"), decoded=True))
    assert properties == "file=a.eml,title=notelint (no-feedback-requests)"
    assert "(line 3 of its text)" in said


def test_standard_input_has_no_file():
    assert one(draft(path="-"))[1].startswith("line=3")


def test_the_gravest_first_and_failures_before_all():
    source = draft()
    found = [
        violation(source, "Tuesday", "c", "suggestion"), violation(source, "some", "b", "warning"), violation(source, "me"),
    ]  # fmt: skip
    lines = commands(Report((report(source, found),), (Failure("x.txt", "no such file", 2, 7),)))
    assert [kind for kind, _, _ in lines] == ["error", "error", "warning", "notice"]
    assert lines[0][1:] == ("file=x.txt,line=2,col=7,title=notelint", "no such file")


def test_ten_of_a_kind_and_a_line_for_the_rest():
    source = draft()
    many = [violation(source, "me", f"rule-{at}", "warning") for at in range(12)]
    many += [violation(source, "me", f"rule-{at}", "suggestion") for at in range(11)] + [violation(source, "me")]
    lines = github.render(Report((report(source, many),))).splitlines()
    assert [line for line in lines if not line.startswith("::")] == [
        "notelint: 2 more warnings without annotation, since GitHub shows ten of a kind.",
        "notelint: 1 more notice without annotation, since GitHub shows ten of a kind.",
    ]
    assert [sum(line.startswith(f"::{kind} ") for line in lines) for kind in ("error", "warning", "notice")] == [
        1,
        10,
        10,
    ]


def test_nothing_found_is_nothing_written():
    assert github.render(Report((report(),))) == ""
