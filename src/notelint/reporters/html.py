"""The report as one HTML page, for a career counsellor or for paper: no script, nothing from elsewhere.

Its security policy allows its own style sheet, by hash, and nothing more.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from notelint import __version__
from notelint.reporters.article import article, severity, tally
from notelint.reporters.markup import Html, join, prose, tag
from notelint.reporters.style import Style, count
from notelint.reporters.text import NAMES, name, totals
from notelint.types import SEVERITIES, Failure, Report, Rule

_STYLE = Style()


def render(report: Report, rules: Mapping[str, Rule]) -> str:
    """The page, with a line end.

    Args:
        report: the run.
        rules: by id; what recurs is said in their words.
    """
    several = len(report.drafts) > 1
    return join(
        Html("<!DOCTYPE html>\n"),
        tag(
            "html",
            _head(report),
            tag(
                "body",
                tag("header", tag("h1", "What notelint found"), tag("p", totals(report), class_="totals")),
                tag(
                    "main",
                    *_unread(report),
                    *(_overview(report, rules) if several else ()),
                    *(article(draft, f"draft-{at}") for at, draft in enumerate(report.drafts, 1)),
                ),
                tag("footer", tag("p", f"notelint {__version__}. Made on this machine; nothing was sent anywhere.")),
            ),
            lang="en",
        ),
        Html("\n"),
    )


def _head(report: Report) -> Html:
    css = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    known = b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", f"notelint: {count(len(report.drafts), 'draft')}"),
        tag("style", Html(css)),
    )


def _unread(report: Report) -> Iterator[Html]:
    if report.errors:
        rows = [tag("li", tag("code", _where(failure)), " ", prose(failure.message)) for failure in report.errors]
        yield tag("section", tag("h2", "What could not be checked"), tag("ul", *rows), class_="unread")


def _where(failure: Failure) -> str:
    places = (failure.path, failure.line, failure.column)
    return ":".join(str(place) for place in places if place not in {None, ""})


def _overview(report: Report, rules: Mapping[str, Rule]) -> Iterator[Html]:
    clean = sum(not draft.violations for draft in report.drafts)
    whole = len(report.drafts)
    yield tag(
        "section",
        tag("h2", "Overview"),
        tag(
            "p", f"{clean} of {count(whole, 'draft')} need nothing. ", _meter(clean, whole, "drafts that need nothing")
        ),
        *_recurring(report, rules),
        _drafts(report),
        class_="overview",
    )


def _recurring(report: Report, rules: Mapping[str, Rule]) -> Iterator[Html]:
    """Which faults recur, those of the most drafts first."""
    spread = Counter(rule for draft in report.drafts for rule in {one.rule for one in draft.violations})
    times = Counter(one.rule for draft in report.drafts for one in draft.violations)
    if not spread:
        return
    grades = {(one.rule, one.severity) for draft in report.drafts for one in draft.violations}
    gravest = {rule: next(grade for grade in SEVERITIES if (rule, grade) in grades) for rule in spread}
    whole = len(report.drafts)
    rows = [
        tag(
            "tr",
            tag("td", prose(_fault(rules.get(rule))), " ", tag("code", rule)),
            tag("td", severity(gravest[rule])),
            tag("td", f"{drafts} of {whole} ", _meter(drafts, whole, f"drafts with {rule}"), class_="count"),
            tag("td", str(times[rule]), class_="times"),
        )
        for rule, drafts in sorted(spread.items(), key=lambda item: (-item[1], -times[item[0]], item[0]))
    ]
    heads = (tag("th", words, scope="col") for words in ("Fault", "Gravest", "Drafts"))
    head = tag("tr", *heads, tag("th", "Times", scope="col", class_="times"))
    yield tag("h3", "What recurs")
    yield tag("table", tag("thead", head), tag("tbody", *rows))


def _fault(rule: Rule | None) -> str:
    """What a rule finds, in a few words; of one that requires something, what is missing."""
    if rule is None:
        return ""
    return f"Missing: {rule.label.lower()}." if rule.missing and rule.label else rule.summary


def _drafts(report: Report) -> Html:
    rows = [
        tag(
            "tr",
            tag("td", tag("a", name(draft.draft.path, _STYLE), href=f"#draft-{at}")),
            tag("td", NAMES[draft.kind.kind]),
            tag("td", tally(draft)),
        )
        for at, draft in enumerate(report.drafts, 1)
    ]
    head = tag("tr", *(tag("th", words, scope="col") for words in ("Draft", "What it is", "Found")))
    return join(tag("h3", "Drafts"), tag("table", tag("thead", head), tag("tbody", *rows)))


def _meter(value: int, whole: int, label: str) -> Html:
    return tag("meter", min=0, max=whole, value=value, aria_label=label)
