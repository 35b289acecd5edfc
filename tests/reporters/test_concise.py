import pytest

from notelint.reporters import concise
from notelint.reporters.style import Style
from notelint.types import Report

from .build import draft, report, violation

STYLE = Style()


def test_one_line_a_finding():
    source = draft()
    found = [
        violation(source, "some feedback"),
        violation(source, "hearing", "no-pressure", "warning", message="a\n b"),
    ]
    assert concise.render(Report((report(source, found), report(draft(path="b.txt")))), STYLE) == (
        "draft.txt:3:72: error: “some feedback” asks how you did. [no-feedback-requests]\n"
        "draft.txt:4:19: warning: a b [no-pressure]\n"
    )


def test_nothing_found_is_nothing_written():
    assert concise.render(Report((report(),)), STYLE) == ""


def test_statistics_follow():
    out = concise.render(Report((report(violations=[violation(draft(), "me")]),)), STYLE, counts=True)
    assert out.endswith("]\n1  no-feedback-requests\n")


@pytest.mark.parametrize("message", ["a\x1b[31m", "a\x0bb", "a\u2028b"])
def test_a_line_stays_a_harmless_line(message):
    source = draft()
    out = concise.render(Report((report(source, [violation(source, "me", message=message)]),)), STYLE)
    assert len(out.splitlines()) == 1
    assert "\x1b" not in out
