"""One draft of the HTML report: its letter with marks, its violations, the checklist of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notelint.matching.message_slots import is_slot
from notelint.reporters.advice import adds, offer, offered, word
from notelint.reporters.letter import letter
from notelint.reporters.markup import Html, escape, join, prose, tag
from notelint.reporters.quoting import quoted
from notelint.reporters.style import Style, count, listed, shorten
from notelint.reporters.text import NAMES, in_text_order, kind_of, name, needs_of
from notelint.types import SEVERITIES, Draft, DraftReport, Severity, Suggestion, Violation

_SLOT = re.compile(r"\[[^\]\n]*\]")
_SHOWN = 200  # characters of words that a violation quotes
_STYLE = Style(width=1000)


def article(report: DraftReport, prefix: str) -> Html:
    """One draft.

    Args:
        report: what was found in it.
        prefix: of the ids of its elements, unique on the page.
    """
    violations = in_order(report)
    found = [_violation(report.draft, one, prefix, at) for at, one in enumerate(violations, 1)]
    verdict = Html("") if violations else tag("p", "Nothing to fix.", class_="clean")
    return tag(
        "article",
        tag("h2", name(report.draft.path, _STYLE)),
        tag("p", f"{_capital(kind_of(report, _STYLE))}; {count(report.words, 'word')}.", class_="kind"),
        tag(
            "div",
            letter(report.draft, violations, prefix),
            tag("div", tag("h3", "What to change"), verdict, tag("ol", *found) if found else "", class_="violations"),
            class_="beside",
        ),
        *_checklist(report),
        *_background(report),
        id=prefix,
    )


def in_order(report: DraftReport) -> list[Violation]:
    """The violations as they are numbered: those at words first, then what is missing."""
    return sorted(report.violations, key=adds)


def severity(of: Severity) -> Html:
    """The word for a severity, in its colour."""
    return tag("strong", of, class_=f"severity {of}")


def _violation(draft: Draft, violation: Violation, prefix: str, at: int) -> Html:
    line = draft.position(violation.span.start).line
    place = tag("a", "missing" if adds(violation) else f"line {line}", href=f"#{prefix}-at-{at}")
    words = shorten(violation.text, _SHOWN)
    quoted = "" if adds(violation) or words in violation.message else tag("q", words)
    return tag(
        "li",
        tag("p", severity(violation.severity), " ", place, " ", tag("code", violation.rule), class_="head"),
        tag("p", quoted, class_="words") if quoted else "",
        tag("p", violation.message, class_="message"),
        *_related(draft, violation),
        tag("p", prose(violation.why), class_="why"),
        *_advice(violation),
        id=f"{prefix}-{at}",
        class_=violation.severity,
        value=at,
    )


def _related(draft: Draft, violation: Violation) -> Iterator[Html]:
    if violation.related:
        lines = [(draft.position(span.start).line, shorten(draft.slice(span), _SHOWN)) for span in violation.related]
        yield tag("ul", *(tag("li", f"line {line}: ", tag("q", words)) for line, words in lines), class_="related")


def _advice(violation: Violation) -> Iterator[Html]:
    offers: dict[str, Suggestion] = {}
    for suggestion in offered(violation):
        offers.setdefault(suggestion.text, suggestion)
    labelled: dict[str, list[str]] = {}
    for text, suggestion in offers.items():
        if is_slot(text):
            yield tag("p", offer(violation, suggestion), class_="label")
        else:
            labelled.setdefault(word(violation, suggestion), []).append(text)
    for label, texts in labelled.items():
        yield tag("p", f"{label}:", class_="label")
        yield tag("ul", *(tag("li", _with_slots(text)) for text in texts), class_="advice")


def _with_slots(text: str) -> Html:
    """A suggestion in which the names that the writer must fill in stand out."""
    done: list[str] = []
    at = 0
    for slot in _SLOT.finditer(text):
        done += [text[at : slot.start()], tag("em", slot[0])]
        at = slot.end()
    return join(*done, text[at:])


def _checklist(report: DraftReport) -> Iterator[Html]:
    if not report.parts:
        return
    yield tag("h3", f"What {NAMES[report.kind.kind]} needs")
    rows = []
    for part in sorted(report.parts, key=in_text_order):
        label = part.label or part.rule
        if part.evidence is None:
            rows.append(tag("li", tag("span", "✗ missing: ", class_="no"), label))
        else:
            words = tag("q", quoted(report.draft, part.evidence.span, _SHOWN))
            rows.append(tag("li", tag("span", "✓ ", class_="yes"), f"{label} ", words))
    yield tag("ul", *rows, class_="checklist")


def _background(report: DraftReport) -> Iterator[Html]:
    rows = [tag("li", note.message) for note in report.notes]
    rows += [
        tag("li", f"Not said, as the draft asks: {one.rule} (line {report.draft.position(one.span.start).line})")
        for one in report.suppressed
    ]
    if report.not_run:
        idle = [f"{entry.rule} (needs {needs_of(entry)})" for entry in report.not_run]
        rows.append(tag("li", prose(f"Did not run: {listed(idle)}.")))
    if report.draft.decoded:
        rows.append(tag("li", "Lines are those of the text that was read out of the file."))
    if report.valid_until:
        rows.append(tag("li", f"This depends on the clock, and holds until {report.valid_until}."))
    if rows:
        yield tag("h3", "Besides")
        yield tag("ul", *rows, class_="besides")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def tally(report: DraftReport) -> Html:
    """“2 errors, 1 warning” of one draft, each in its colour; “nothing to fix” without violations."""
    found = [(one, sum(violation.severity == one for violation in report.violations)) for one in SEVERITIES]
    said = [tag("span", count(number, one), class_=f"severity {one}") for one, number in found if number]
    return Html(", ".join(said)) if said else tag("span", escape("nothing to fix"), class_="clean")
