"""Fixes drafts: judge, make what can be made at once, judge again, until nothing is left to make; then write.

What is made is what `matching.fixes` allows. Every draft of a run is fixed as the rules see it beside the others. A
rule whose rewrites never come to an end fixes nothing, so that a second run finds nothing to change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from notelint import files, pipeline
from notelint.drafts import disk, formats, read
from notelint.errors import DraftError
from notelint.matching.fixes import OVERLAPS, Fix, fixes, together
from notelint.options import NONE, STDIN
from notelint.types import DraftReport, Edit, Failure, Fixed, LeftOut, Report

_PASSES = 10
_ENDLESS = "its rewrites come to no end"
_CHANGED = "this draft was changed while it was being read; nothing was written: run again"
_LINKED = "this file has another name (a hard link), which keeps the old text"


class Change(Struct, frozen=True):
    """A draft that was, or would be, changed: its content and its text, before and after."""

    path: str
    before: bytes
    after: bytes

    @property
    def texts(self) -> tuple[str, str]:
        """What can be read in it before and after."""
        return formats.text(self.before, self.path), formats.text(self.after, self.path)


class FixReport(Struct, frozen=True):
    """What came of fixing.

    Attributes:
        report: what is left, with what was fixed and what was left out; a draft that could not be written is judged as
            it stands on disk, and is among the errors.
        changes: the drafts that were changed.
        remarks: what the user should know of files that were written.
        stdin: what standard input held, when it was read.
        stopped: whether the user broke off while drafts were written; those that were not are as they were.
    """

    report: Report
    changes: tuple[Change, ...] = ()
    remarks: tuple[Failure, ...] = ()
    stdin: bytes | None = None
    stopped: bool = False


def fix(
    paths: Sequence[str],
    options: pipeline.Options = NONE,
    progress: pipeline.Progress | None = None,
    unsaved: Mapping[str, bytes] | None = None,
    *,
    unsafe: bool = False,
    write: bool = True,
) -> FixReport:
    """Fix drafts.

    Args:
        paths: files, folders, or `-` for standard input; see `pipeline.check`.
        options: what the caller decides.
        progress: called with the number of drafts judged and of all drafts.
        unsaved: by path, what counts instead of the file. Such a draft is never written; its change is returned, and so
            is that of standard input, under its name.
        unsafe: whether to make rewrites too, which may change what is said.
        write: whether to write files; else the report says what would be done.

    Raises:
        UsageError: the options name a rule that does not exist.
        DraftError: standard input is larger than a file may be.
        Interrupted: the user breaks off before anything is written.
    """
    options = replace(options, now=options.now or datetime.now())  # noqa: DTZ005 - the same for all passes
    held = dict(unsaved or {})
    stdin = read.standard_input() if STDIN in paths and STDIN not in held else None
    if stdin is not None:
        held[options.stdin_filename] = stdin
        paths = [options.stdin_filename if path == STDIN else path for path in paths]
    report = pipeline.check(paths, options, progress, held)
    works, failures = _begun(report, options, held, unsafe=unsafe)
    _settle(works, options, held)
    changes = [Change(work.path, work.before, work.data) for work in works if work.text != work.first.draft.text]
    remarks: list[Failure] = []
    stopped = False
    try:
        changes = _written(changes, held, failures, remarks) if write else changes
        now = {change.path: change.after for change in changes if change.path in held or not write}
        report = pipeline.check(paths, options, None, {**held, **now}) if changes else report
    except _StoppedError as stop:  # what was written is said all the same
        changes, report, stopped = stop.done, replace(report, drafts=(), unjudged=len(report.drafts)), True
        works = [work for work in works if work.path in {change.path for change in changes}]
    except pipeline.Interrupted as stop:
        report = stop.report
    return FixReport(_told(report, works, changes, failures), tuple(changes), tuple(remarks), stdin, stopped)


@dataclass(slots=True)
class _Work:
    """A draft on its way: from the first report about it to the last, when nothing is left to make.

    Args:
        first: what was found before anything was fixed.
        before: its content then.
        unsafe: whether rewrites are made.
    """

    first: DraftReport
    before: bytes
    unsafe: bool
    barred: set[str] = field(default_factory=set)  # rules whose rewrites come to no end
    report: DraftReport = field(init=False)  # the latest
    data: bytes = field(init=False)
    text: str = field(init=False)  # what can be read in it: a file written anew differs in its bytes by the clock alone
    seen: set[str] = field(init=False)
    made: list[Fix] = field(init=False)
    clashed: list[Fix] = field(init=False)
    unwritten: dict[tuple[str, str], str] = field(init=False)  # (rule, words) that the format does not take: why

    def __post_init__(self) -> None:
        self._restart()

    @property
    def path(self) -> str:
        return self.first.draft.path

    def _restart(self) -> None:
        self.report, self.data, self.text = self.first, self.before, self.first.draft.text
        self.seen = {self.text}
        self.made, self.clashed, self.unwritten = [], [], {}

    def see(self, report: DraftReport | None) -> None:
        """Take the judgement on what was made; when there is none any more, nothing of this is made."""
        if report is not None:
            self.report = report
            return
        self.barred |= {fix.violation.rule for fix in self.made}
        self._restart()

    def step(self) -> bool:
        """Make what can be made at once; False when there is nothing."""
        found = [fix for fix in self._wanted() if not fix.refused]
        chosen, others = together(found)
        chosen = self._make(chosen)
        self.clashed += [fix for fix in others if fix not in self.clashed]
        self.made += chosen
        self.text = formats.text(self.data, self.path) if chosen else self.text
        if chosen and (self.text in self.seen or len(self.seen) > _PASSES):
            self.barred |= {fix.violation.rule for fix in chosen}
            self._restart()
            return self.step()
        self.seen.add(self.text)
        return bool(chosen)

    def _wanted(self) -> list[Fix]:
        found = fixes(self.report, unsafe=self.unsafe, barred=self.barred)
        return [fix for fix in found if _key(fix) not in self.unwritten]

    def _make(self, chosen: Sequence[Fix]) -> list[Fix]:
        """Those of the fixes that the draft's format takes; all at once when it takes them all."""
        try:
            self.data = formats.write(self.data, self.path, _edits(chosen))
        except DraftError:
            pass
        else:
            return list(chosen)
        made: list[Fix] = []
        data = self.data
        for fix in chosen:
            try:
                data = formats.write(self.data, self.path, _edits([*made, fix]))
            except DraftError as problem:
                self.unwritten[_key(fix)] = problem.message
            else:
                made.append(fix)
        self.data = data if made else self.data
        return made

    def fixed(self) -> list[Fixed]:
        """What was made, by rule."""
        rules = Counter(fix.violation.rule for fix in self.made)
        return [Fixed(self.path, rule, rules[rule]) for rule in sorted(rules)]

    def left_out(self) -> list[LeftOut]:
        """What is not made although it was asked for; the lines are those of the last report."""
        made = {_key(fix) for fix in self.made}
        found: list[tuple[Fix, str]] = []
        for fix in fixes(self.report, unsafe=self.unsafe):
            endless = _ENDLESS if fix.violation.rule in self.barred else ""
            found.append((fix, fix.refused or endless or self.unwritten.get(_key(fix), "")))
        found += [(fix, OVERLAPS) for fix in self.clashed if _key(fix) not in made and not fix.violation.missing]
        draft, rows = self.report.draft, []
        for fix, reason in found:
            line = draft.position(min(fix.violation.span.start, len(draft.text))).line
            rows.append(LeftOut(self.path, fix.violation.rule, line, reason))
        return sorted({row for row in rows if row.reason}, key=lambda row: (row.line, row.rule, row.reason))


def _key(fix: Fix) -> tuple[str, str]:
    return fix.violation.rule, fix.suggestion.text


def _edits(chosen: Sequence[Fix]) -> list[Edit]:
    return [edit for fix in chosen for edit in fix.edits]


def _begun(
    report: Report, options: pipeline.Options, held: Mapping[str, bytes], *, unsafe: bool
) -> tuple[list[_Work], list[Failure]]:
    """The drafts with something to fix, with the content that was judged, and those that changed since.

    Where a baseline cannot be read nothing is fixed, since nobody knows what it would have left as it is.
    """
    works: list[_Work] = []
    failures: list[Failure] = []
    broken = {failure.path for failure in report.errors}
    for found in report.drafts:
        path = found.draft.path
        if not fixes(found, unsafe=unsafe) or str(pipeline.known_in(path, options)) in broken:
            continue
        try:
            data = held[path] if path in held else files.read(path)
            same = formats.text(data, path) == found.draft.text
        except (OSError, DraftError):
            same = False
        if same:
            works.append(_Work(found, data, unsafe))
        else:
            failures.append(Failure(path, _CHANGED))
    return works, failures


def _settle(works: Sequence[_Work], options: pipeline.Options, held: Mapping[str, bytes]) -> None:
    """Make fixes in all drafts, pass by pass, each judged beside the others as they have become."""
    active = [work for work in works if work.step()]
    while active:
        now = {**held, **{work.path: work.data for work in works}}
        report = pipeline.check([work.path for work in active], options, None, now)
        found = {draft.draft.path: draft for draft in report.drafts}
        for work in active:
            work.see(found.get(work.path))
        active = [work for work in active if work.step()]


class _StoppedError(Exception):
    """The user broke the writing off; `done` was written by then."""

    def __init__(self, done: list[Change]) -> None:
        super().__init__()
        self.done = done


def _written(
    changes: Sequence[Change], held: Mapping[str, bytes], failures: list[Failure], remarks: list[Failure]
) -> list[Change]:
    """The changes that are made: those of files when they were written, the others as they are.

    Raises:
        _StoppedError: the user breaks off.
    """
    done: list[Change] = []
    for change in changes:
        try:
            links = 0 if change.path in held else disk.replace(change.path, change.before, change.after)
        except DraftError as problem:
            failures.append(Failure(change.path, problem.message))
            continue
        except KeyboardInterrupt:
            raise _StoppedError(done) from None
        done.append(change)
        if links:
            remarks.append(Failure(change.path, _LINKED))
    return done


def _told(report: Report, works: Sequence[_Work], changes: Sequence[Change], failures: Sequence[Failure]) -> Report:
    """The last report, with what was fixed, what was left out, and what could not be written."""
    done, unwritten = {change.path for change in changes}, {failure.path for failure in failures}
    return replace(
        report,
        errors=tuple(dict.fromkeys((*report.errors, *failures))),
        fixed=tuple(entry for work in works if work.path in done for entry in work.fixed()),
        left_out=tuple(entry for work in works if work.path not in unwritten for entry in work.left_out()),
    )
