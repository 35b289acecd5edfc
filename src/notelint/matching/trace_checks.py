"""What a check said of a draft, and the dates that it saw there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from notelint.drafts import moments
from notelint.language import dates
from notelint.matching.days.clock import said_day
from notelint.types import Analysis, DatePhrase, Days, DraftReport

_LOOKS = {"past": ", looking back", "future": ", looking ahead", "unknown": ""}


def said(check: str, report: DraftReport, analysis: Analysis, now: datetime) -> tuple[str, ...]:
    """Lines about one check: the dates it saw, then its violations and notes.

    Args:
        check: its name.
        report: of its rule alone.
        analysis: the draft and its language.
        now: the clock.
    """
    lines = list(_dates(analysis, now)) if check == "match-weekday" else []
    for violation in (*report.violations, *report.suppressed):
        line = report.draft.position(violation.span.start).line
        lines.append(f"line {line}: {' '.join(violation.text.split())}: {violation.message}")
    return (*lines, *(note.message for note in report.notes))


def _dates(analysis: Analysis, now: datetime) -> Iterator[str]:
    sent = moments.of(analysis.draft.headers, "sent")
    today = sent.day if sent else now.date()
    for phrase in dates.find(analysis):
        days = dates.resolve(phrase, today)
        line = analysis.draft.position(phrase.span.start).line
        meant = "a day that is not certain" if days is None else _said(days, today.year)
        yield f"line {line}: “{phrase.text}” is {meant}{_limit(phrase)}{_LOOKS[phrase.direction]}"


def _said(days: Days, year: int) -> str:
    first, last = said_day(days.first, year), said_day(days.last, year)
    return first if first == last else f"{first} to {last}"


def _limit(phrase: DatePhrase) -> str:
    return ", a limit" if phrase.deadline or phrase.within else ""
