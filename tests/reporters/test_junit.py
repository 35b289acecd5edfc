from xml.etree import ElementTree as ET

import pytest
from junitparser import Error, JUnitXml
from junitparser import Failure as Failed
from msgspec.structs import replace

from notelint.reporters import junit
from notelint.types import Failure, Report

from .build import draft, missing, report, violation


def read(found):
    return list(JUnitXml.fromstring(junit.render(found).encode()))


def test_a_suite_a_draft_a_case_a_rule():
    source = draft()
    found = [violation(source, "some feedback"), missing(source, "I look forward to hearing from you.")]
    [suite] = read(Report((report(source, found),)))
    assert (suite.name, suite.tests, suite.failures, suite.errors) == ("draft.txt", 3, 2, 0)
    assert [case.name for case in suite] == [
        "no-feedback-requests (3:72)",
        "express-interest (4:1)",
        "express-gratitude",
    ]
    first, _, satisfied = suite
    [failure] = first.result
    assert isinstance(failure, Failed)
    assert (failure.type, failure.message) == ("error", "“some feedback” asks how you did.")
    assert failure.text.splitlines() == [
        "draft.txt:3:72", "The reader may not be allowed to answer.", "Instead: Could you tell me what the next steps are?",
    ]  # fmt: skip
    assert satisfied.is_passed
    assert satisfied.system_out == "Thank you for taking the time"


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 1), ("warning", 2), ("suggestion", 3), ("never", 0)])
def test_a_milder_finding_passes_and_says_so(fail_on, failures):
    source = draft()
    found = [violation(source, "me", f"{severity}-rule", severity) for severity in ("error", "warning", "suggestion")]
    [suite] = read(Report((report(source, found, parts=False, fail_on=fail_on),)))
    assert suite.failures == failures
    assert all(case.system_out.startswith(("error: ", "warning: ", "suggestion: ")) for case in suite if case.is_passed)


def test_a_clean_draft_is_a_suite_with_a_case():
    [suite] = read(Report((report(parts=False),)))
    [case] = suite
    assert case.is_passed


def test_what_cannot_be_judged_is_an_error():
    [suite] = read(Report((), (Failure("x.txt", "there is no such file"),)))
    [case] = suite
    [error] = case.result
    assert isinstance(error, Error)
    assert error.message == "there is no such file"
    assert suite.errors == 1


def test_the_totals_are_those_of_the_suites():
    source = draft()
    root = ET.fromstring(
        junit.render(Report((report(source, [violation(source, "me")]),), (Failure("x", "y"),))).encode()
    )
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "1", "1")


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x0b", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_replaced(char):
    source = draft(f"some feedback{char}", f"a{char}.txt")
    [suite] = read(Report((report(source, [violation(source, "some", message=f"<a & “b”>{char}")]),)))
    [case] = suite
    assert case.result[0].message == "<a & “b”>\N{REPLACEMENT CHARACTER}"
    assert suite.name == "a\N{REPLACEMENT CHARACTER}.txt"


def test_of_a_mail_the_place_is_that_of_the_text():
    source = replace(draft(), decoded=True)
    [suite] = read(Report((report(source, [violation(source, "me")]),)))
    assert "draft.txt:3:" in next(iter(suite)).result[0].text
