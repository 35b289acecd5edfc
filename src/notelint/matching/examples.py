"""A rule's own examples, run: each violation must be found where it is marked, each near-miss must stay silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from notelint.drafts import application, interview
from notelint.drafts.application import Surroundings
from notelint.drafts.read import from_text
from notelint.matching.compile import CompiledCatalogue
from notelint.matching.engine import Settings, judge
from notelint.types import (
    Analysis,
    Application,
    Draft,
    DraftReport,
    Example,
    KindFinding,
    Opening,
    Rule,
    Source,
    Span,
    Violation,
)

GREETING, BODY, CLOSING = "Dear Ms. Okafor,", "This is about our meeting.", "Kind regards,\nDana Whitfield"

_WITH_OTHERS = frozenset({"unused-suppression"})  # checks that look at what other rules said
_SHORT, _LONG = 60, 90

Analyse = Callable[[Draft], Analysis]


class ExampleFailure(Struct, frozen=True):
    """An example that does not behave: where it stands, and what happened instead."""

    rule: str
    source: Source
    message: str


class _Beside(Surroundings):
    """An example and the drafts beside it, as if one interview file named its company and position for all."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts

    def application(self, draft: Draft) -> Application:
        """The drafts of the same company and position."""
        return Application(application.among(self._drafts, draft, application.place(draft)))

    def elsewhere(self, draft: Draft) -> tuple[Opening, ...]:
        """Company and position of the others."""
        own = application.key(draft.headers)
        found = [(other.path, other.headers) for other in self._drafts if application.key(other.headers) != own]
        return tuple(Opening(headers.value("company"), headers.value("position"), path) for path, headers in found)


def around(example: Example, draft: Draft) -> Surroundings:
    """The drafts that an example names as lying beside it.

    Args:
        example: the example.
        draft: the draft that holds it.

    Raises:
        DraftError: the headers of one of them are broken.
    """
    job = [entry for entry in draft.headers.entries if entry.key in {"company", "position"}]
    found = (from_text(text, f"beside-{number}.txt") for number, text in enumerate(example.beside, 1))
    return _Beside(
        [replace(one, path=application.place(one), headers=interview.merged(one.headers, job)) for one in found]
    )


def draft_of(example: Example) -> tuple[Draft, int]:
    """The draft that holds an example, and the offset at which the example's text begins in it.

    A text is set as a body paragraph between a greeting and a close, or takes their place; `whole` is the draft itself.

    Raises:
        DraftError: the example's headers, or those of a whole draft, are broken.
    """
    text = example.text
    if example.place == "whole":
        return from_text(text, "example.txt"), 0
    kind = () if example.kind == "unknown" else (("kind", example.kind),)
    head = "---\n" + "".join(f"{key}: {value}\n" for key, value in (*kind, *example.headers))
    start = 0
    if example.place == "subject":
        start = len(f"{head}subject: ")
        head += f"subject: {text}\n"
    head += "---\n"
    parts = {"greeting": GREETING, "body": BODY, "closing": CLOSING}
    if example.place != "subject":
        before = list(parts)[: list(parts).index(example.place)]
        start = len(head) + sum(len(parts[place]) + 2 for place in before)
        parts[example.place] = text
    return from_text(head + "\n\n".join(parts.values()) + "\n", "example.txt"), start


def run(rule: Rule, compiled: CompiledCatalogue, analyse: Analyse) -> Iterator[ExampleFailure]:
    """Run all examples of a rule.

    Args:
        rule: the rule.
        compiled: the catalogue it belongs to.
        analyse: the analysis, draft → Analysis.

    Yields:
        One failure for each example that does not behave.
    """
    for example in rule.violations:
        message = _unlike_its_marks(example, *_judge(rule, example, compiled, analyse))
        if message:
            yield ExampleFailure(rule.id, example.source, message)
    for example in rule.fine:
        _, found, _ = _judge(rule, example, compiled, analyse)
        if found:
            said = f"this is fine, but {_quoted(found)} was found in: {_cut(example.text, _LONG)}"
            yield ExampleFailure(rule.id, example.source, said)


def speaks(rule: Rule, example: Example, compiled: CompiledCatalogue, analyse: Analyse) -> bool:
    """Whether a rule says anything of an example.

    Args:
        rule: the rule.
        example: one of its own, or one made of it.
        compiled: the catalogue it belongs to.
        analyse: the analysis, draft → Analysis.
    """
    return bool(_judge(rule, example, compiled, analyse)[1])


def _judge(
    rule: Rule, example: Example, compiled: CompiledCatalogue, analyse: Analyse
) -> tuple[DraftReport, list[Violation], int]:
    draft, start = draft_of(example)
    alone = None if rule.check in _WITH_OTHERS else frozenset({rule.id})
    now = datetime.fromisoformat(example.now) if example.now else None
    analysis = analyse(draft)
    if example.kind == "unknown":  # a value that no header has
        analysis = replace(analysis, kind=KindFinding("unknown", "inferred"))
    report = judge(analysis, compiled, Settings(select=alone, now=now), around(example, draft))
    return report, [violation for violation in report.violations if violation.rule == rule.id], start


def _unlike_its_marks(example: Example, report: DraftReport, found: list[Violation], start: int) -> str | None:
    """What is wrong with what was found in a violation's example; None when it is as marked.

    Nothing can be said where the rule needs an extra that is not installed.
    """
    if any(entry.extra for entry in report.not_run):
        return None
    text = _cut(example.text, _LONG)
    if not found:
        needs = [need for entry in report.not_run for need in entry.needs]
        reason = f"the rule did not run, it needs {needs[0]}" if needs else "nothing was found"
        return f"{reason} in: {text}"
    spans = {violation.span for violation in found}
    wanted = {Span(start + mark.start, start + mark.end) for mark in example.marks}
    if not wanted or wanted == spans:
        return None
    missed = sorted(wanted - spans)
    if missed:
        marked = _cut(report.draft.slice(missed[0]), _SHORT)
        return f"“{marked}” should be marked, but {_quoted(found)} was, in: {text}"
    unmarked = [violation for violation in found if violation.span not in wanted]
    return f"{_quoted(unmarked)} was found too, but is not marked in: {text}"


def _quoted(found: list[Violation]) -> str:
    return " and ".join(f"“{_cut(violation.text, _SHORT)}”" for violation in found)


def _cut(text: str, most: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
