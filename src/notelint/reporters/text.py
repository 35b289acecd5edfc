"""The report for the person who wrote the draft: short, in place, and no harsher than needed."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Literal

from notelint.drafts.interview import NAME as INTERVIEW
from notelint.drafts.interview import OWN_KEYS
from notelint.drafts.keys import KNOWN_KEYS
from notelint.reporters import fixes
from notelint.reporters.pieces import joined
from notelint.reporters.quoting import quoted
from notelint.reporters.statistics import statistics
from notelint.reporters.style import Style, count, listed, shorten
from notelint.reporters.tally import Tally, tally
from notelint.reporters.violations import violations
from notelint.types import SEVERITIES, DraftKind, DraftReport, KindFinding, NotRun, Part, Report

NAMES: dict[DraftKind, str] = {
    "thank-you": "a thank-you note", "follow-up": "a follow-up", "reminder": "a reminder", "unknown": "a draft",
}  # fmt: skip


def render(report: Report, style: Style, *, quiet: bool = False, verbose: bool = False, counts: bool = False) -> str:
    """The report as text.

    Args:
        report: the run.
        style: colour, encoding and width of the stream.
        quiet: only the violations.
        verbose: also every suggestion, what was suppressed, and what did not run.
        counts: also the number of violations of each rule.

    Returns:
        Lines with their line ends; empty when there is nothing to say.
    """
    return joined(Blocks(style, quiet=quiet, verbose=verbose, counts=counts), report)


class Blocks:
    """The same draft by draft; the arguments are those of `render`.

    Drafts with nothing to fix take one line each, unless there is only one: the first waits for the second.
    """

    def __init__(self, style: Style, *, quiet: bool = False, verbose: bool = False, counts: bool = False) -> None:
        self._style = style
        self._quiet = quiet
        self._verbose = verbose
        self._counts = counts
        self._tally = Tally()
        self._first: DraftReport | None = None
        self._before: Literal["nothing", "line", "block"] = "nothing"

    def draft(self, report: DraftReport) -> str:
        """The violations of one draft, and what stands between it and the one before."""
        self._tally.add(report)
        if self._tally.drafts == 1:
            self._first = report
            return ""
        return self._waiting(several=True) + self._shown(report, several=True)

    def end(self, report: Report) -> str:
        """What is said of the whole run."""
        if report.left_out:
            self._tally = tally(report)
        last = self._waiting(several=False)
        if self._counts:
            last += self._block(statistics(self._tally.rules).rstrip("\n"))
        if not self._quiet and (self._tally.drafts or not report.errors):
            last += self._block("\n".join(_end(report, self._tally, self._style, verbose=self._verbose)))
        return last

    def _waiting(self, *, several: bool) -> str:
        first, self._first = self._first, None
        return self._shown(first, several=several) if first else ""

    def _shown(self, report: DraftReport, *, several: bool) -> str:
        if self._quiet and not report.violations:
            return ""
        brief = several and not report.violations and not self._verbose and report.kind.kind != "unknown"
        lines = _draft(report, self._style, quiet=self._quiet, verbose=self._verbose, brief=brief)
        return self._block("\n".join(lines), brief=brief)

    def _block(self, text: str, *, brief: bool = False) -> str:
        if not text:
            return ""
        gap = "" if self._before == "nothing" or (brief and self._before == "line") else "\n"
        self._before = "line" if brief else "block"
        return self._style.fit(f"{gap}{text}\n")


def _draft(report: DraftReport, style: Style, *, quiet: bool, verbose: bool, brief: bool) -> Iterator[str]:
    title = style.paint(name(report.draft.path, style), "bold")
    if brief:
        yield f"{title}: {NAMES[report.kind.kind]}, {style.paint(_nothing(report), 'green')}"
        yield from _notes(report, style)
        return
    yield f"{title}: {kind_of(report, style, verbose=verbose)}"
    yield from violations(report, style, verbose=verbose)
    if quiet:
        return
    if report.kind.kind == "unknown" and not _silenced(report):
        yield ""
        yield from style.wrap(_unknown(report), "  ")
    if report.parts:
        yield ""
        yield from _checklist(report, style)
    yield from _notes(report, style)
    if verbose:
        yield from _background(report, style)


def _nothing(report: DraftReport) -> str:
    return "nothing new to fix" if report.known else "nothing to fix"


def _notes(report: DraftReport, style: Style) -> Iterator[str]:
    for note in report.notes:
        yield from style.wrap(f"Note: {note.message}", "  ", "    ")


def name(path: str, style: Style) -> str:
    """A draft's name for a reader."""
    return "standard input" if path == "-" else style.show(path)


def kind_of(report: DraftReport, style: Style, *, verbose: bool = False) -> str:
    """What a draft is taken for, and why, in a few words."""
    kind = report.kind
    if kind.kind == "unknown":
        return "cannot be judged as it is" if _silenced(report) else "the kind of this draft is not clear"
    if kind.source == "option":
        return f"{NAMES[kind.kind]}, as you said"
    if kind.source == "header":
        return f"{NAMES[kind.kind]}, as its header says"
    reason = style.show(_evidence(report, kind, 3 if verbose else 1))
    return f"{NAMES[kind.kind]}, judging by {reason}" if reason else NAMES[kind.kind]


def _silenced(report: DraftReport) -> bool:
    """Whether a violation about the whole draft (empty, in another language) kept all other rules from speaking."""
    return bool(report.violations) and not report.parts


def _evidence(report: DraftReport, kind: KindFinding, most: int) -> str:
    longest = sorted(kind.evidence, key=lambda item: (item.span.start - item.span.end, item.span))[:most]
    quotes = [
        f"“{shorten(report.draft.slice(item.span), 48)}” (line {report.draft.position(item.span.start).line})"
        for item in sorted(longest, key=lambda item: item.span)
    ]
    return listed(quotes) if quotes else ""


def _unknown(report: DraftReport) -> str:
    draft = "-" if report.draft.path == "-" else shlex.quote(report.draft.path)
    where = "on a line above it and then an empty line" if report.draft.headers.form == "none" else "among its headers"
    return (
        "It is not clear whether this is a thank-you note, a follow-up or a reminder, so only some checks ran. Say "
        f"which: `notelint --kind thank-you {draft}`, or `kind: thank-you` {where}."
    )


def _checklist(report: DraftReport, style: Style) -> Iterator[str]:
    yield f"  What {NAMES[report.kind.kind]} needs:"
    wide = max(len(part.label or part.rule) for part in report.parts)
    room = max(style.width - wide - 12, 20)
    for part in sorted(report.parts, key=in_text_order):
        label = part.label or part.rule
        if part.evidence is None:
            yield f"    {style.paint(style.fit('✗'), 'red')} {label}"
        else:
            words = style.show(quoted(report.draft, part.evidence.span, room))
            shown = style.paint(f"“{words}”", "dim")
            yield f"    {style.paint(style.fit('✓'), 'green')} {label:<{wide}}  {shown}"


def in_text_order(part: Part) -> tuple[bool, int]:
    """What is there in the order of the draft, then what is missing."""
    return (part.evidence is None, part.evidence.span.start if part.evidence else 0)


def _background(report: DraftReport, style: Style) -> Iterator[str]:
    for violation in report.suppressed:
        line = report.draft.position(violation.span.start).line
        yield from style.wrap(f"Not said, as you asked: {violation.rule} (line {line})", "  ", "    ")
    for missing in report.not_run:
        yield from style.wrap(f"Did not run: {missing.rule}, which needs {needs_of(missing)}", "  ", "    ")
    if report.valid_until:
        yield from style.wrap(f"This depends on the clock, and holds until {report.valid_until}.", "  ", "    ")


def needs_of(missing: NotRun) -> str:
    """What a rule needs to run: header keys, an option, or a command that installs it."""
    return f"`{_install(missing.extra)}`" if missing.extra else _keys(missing.needs)


def _install(extra: str) -> str:
    return f"pip install 'notelint[{extra}]'"


_MANY = 4  # headers that are listed, so that the last line stays one
_TELLING = ("interview", "to", "company")  # headers that let most checks run


def _keys(needs: tuple[str, ...]) -> str:
    return listed([f"`{need}`" if need.startswith("--") else f"`{need}:`" for need in needs]) if needs else "more"


def _by_key(need: str) -> tuple[int, str]:
    """The order in which headers are listed; what is none comes last."""
    return (KNOWN_KEYS.index(need) if need in KNOWN_KEYS else len(KNOWN_KEYS), need)


def _would_help(needs: tuple[str, ...], checks: int) -> str:
    """What would let more checks run; a key that is not in a draft may stand in the interview file."""
    keys = [need for need in needs if not need.startswith("--")]
    if len(keys) > _MANY:
        telling = sorted(keys, key=lambda key: _TELLING.index(key) if key in _TELLING else len(_TELLING))
        named = _keys(tuple(telling[: len(_TELLING)]))
        where = f"between two lines `---` above the letter, or in {INTERVIEW} (`notelint init`)"
        return f"If you like, {count(checks, 'more check')} can run with {named} {where}."
    where = " in the headers" if keys else ""
    if any(key not in OWN_KEYS for key in keys):
        where += f" or in {INTERVIEW}"
    options = tuple(need for need in needs if need.startswith("--"))
    said = listed(
        [part for part in (_keys(tuple(keys)) + where if keys else "", _keys(options) if options else "") if part]
    )
    return f"If you like, {count(checks, 'more check')} can run with {said}."


def _end(report: Report, sums: Tally, style: Style, *, verbose: bool) -> Iterator[str]:
    yield from style.wrap(totals(report, sums), "")
    yield from (row for line in _mending(report, sums, style) for row in style.wrap(line, ""))
    if sums.needs and not verbose:
        needs = tuple(sorted({need for entry in sums.needs.values() for need in entry}, key=_by_key))
        yield from style.wrap(_would_help(needs, len(sums.needs)), "")
    for extra, rule in sums.extras.items() if not verbose else ():
        yield from style.wrap(f"`{_install(extra)}` lets {rule} run too.", "")
    if sums.fronted:
        one = shlex.quote(sums.fronted[0]) if len(sums.fronted) == 1 else "FILE"
        yield from style.wrap(f"`notelint body {one}` prints exactly what to send.", "")
    if verbose and report.model:
        yield style.show(f"Language model: {report.model}")


def _mending(report: Report, sums: Tally, style: Style) -> Iterator[str]:
    """What was fixed, what can be, and what a baseline says of this run."""
    if report.fixed or report.left_out:
        yield from fixes.fixed(report, style)
    able = fixes.fixable(sums.safe, sums.rewrites)
    yield from filter(None, (able, fixes.known(sums.known), *fixes.stale(report, style)))


def totals(report: Report, sums: Tally) -> str:
    """The whole run in one sentence or two."""
    unread = f"{count(len(report.errors), 'problem')} kept notelint from checking everything" if report.errors else ""
    left = (
        f"{count(report.unjudged, 'draft')} {'was' if report.unjudged == 1 else 'were'} not reached"
        if report.unjudged
        else ""
    )
    if not sums.drafts:
        return "No draft was checked."
    counts = sums.severities
    found = [count(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
    drafts = count(sums.drafts, "draft")
    if found:
        words = f"{listed(found)} in {drafts}."
        if not counts["error"] + counts["warning"]:
            words = f"Nothing that has to change; {words}"
    elif sums.known:
        words = "Nothing new to fix."
    elif sums.partial:
        words = "Nothing to fix in what was checked."
    elif sums.unclear:
        words = "Nothing to fix in what could be checked."
    elif left or unread:
        words = f"Nothing to fix in {drafts}."
    elif sums.drafts == 1:
        words = "Nothing to fix: this is ready to send. Good luck!"
    else:
        words = f"Nothing to fix: all {drafts} are ready to send. Good luck!"
    return " ".join([words, *(f"{remark}." for remark in (left, unread) if remark)])
