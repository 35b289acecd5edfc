"""The report as one HTML page, for a career counsellor or for paper: no script, nothing from elsewhere.

Its security policy allows its own style sheet, by hash, and nothing more.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path

from notelint import __version__
from notelint.reporters.article import article, tally
from notelint.reporters.markup import Html, join, prose, tag
from notelint.reporters.overview import overview
from notelint.reporters.recurring import recurring
from notelint.reporters.style import Style, count
from notelint.reporters.tally import tally as sums
from notelint.reporters.text import NAMES, name, totals
from notelint.types import Failure, Report, Rule

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
                tag(
                    "header", tag("h1", "What notelint found"), tag("p", totals(report, sums(report)), class_="totals")
                ),
                tag(
                    "main",
                    *_unread(report),
                    *([_overview(report, rules)] if several else []),
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


def _overview(report: Report, rules: Mapping[str, Rule]) -> Html:
    return tag(
        "section", tag("h2", "Overview"), *overview(recurring(report), rules), _drafts(report), class_="overview"
    )


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
