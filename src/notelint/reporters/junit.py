"""JUnit XML, for continuous integration that shows tests: a suite a draft, a case a rule that spoke or was satisfied.

A violation that fails the run (`--fail-on`) is a failure; a milder one is a case that passes and says so in its output.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from notelint.reporters.advice import offer, offered
from notelint.types import DraftReport, Failure, Report, Violation

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold


def render(report: Report) -> str:
    """The run as one `testsuites` document, with its XML declaration and a line end."""
    root = ET.Element("testsuites", {"name": "notelint"})
    suites = [*(_suite(draft) for draft in report.drafts), *(_failed(failure) for failure in report.errors)]
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    root.extend(suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(report: DraftReport) -> ET.Element:
    path = _fit(report.draft.path)
    cases = [_violation(report, violation) for violation in report.violations]
    spoke = {violation.rule for violation in report.violations}
    for part in report.parts:
        if part.evidence is not None and part.rule not in spoke:
            case = _case(path, part.rule)
            ET.SubElement(case, "system-out").text = _fit(report.draft.slice(part.evidence.span))
            cases.append(case)
    cases = cases or [_case(path, "notelint")]
    return _filled(path, cases)


def _violation(report: DraftReport, violation: Violation) -> ET.Element:
    line, column, _ = report.draft.position(violation.span.start)
    case = _case(_fit(report.draft.path), f"{violation.rule} ({line}:{column})", line)
    said = _fit(f"{violation.severity}: {violation.message}")
    if report.fails_by(violation):
        failure = ET.SubElement(case, "failure", {"type": violation.severity, "message": _fit(violation.message)})
        failure.text = _details(report, violation, line, column)
    else:
        ET.SubElement(case, "system-out").text = f"{said}\n{_details(report, violation, line, column)}"
    return case


def _details(report: DraftReport, violation: Violation, line: int, column: int) -> str:
    lines = [f"{report.draft.path}:{line}:{column}", violation.why]
    lines += dict.fromkeys(offer(violation, suggestion) for suggestion in offered(violation))
    return _fit("\n".join(lines))


def _failed(failure: Failure) -> ET.Element:
    path = _fit(failure.path) or "notelint"
    case = _case(path, "notelint", failure.line)
    ET.SubElement(case, "error", {"type": "unreadable", "message": _fit(failure.message)})
    return _filled(path, [case])


def _case(path: str, name: str, line: int | None = None) -> ET.Element:
    place = {"line": str(line)} if line is not None else {}
    return ET.Element("testcase", {"name": name, "classname": path, "file": path, **place, "time": "0"})


def _filled(name: str, cases: list[ET.Element]) -> ET.Element:
    failed = {"failures": "failure", "errors": "error"}
    counts = {key: str(sum(case.find(tag) is not None for case in cases)) for key, tag in failed.items()}
    suite = ET.Element("testsuite", {"name": name, "tests": str(len(cases)), **counts, "skipped": "0", "time": "0"})
    suite.extend(cases)
    return suite


def _fit(text: str) -> str:
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)
