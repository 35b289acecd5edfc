"""A rule's own examples, run: each violation must be found where it is marked, each near-miss must stay silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from notelint.drafts.read import from_text
from notelint.matching.compile import CompiledCatalogue
from notelint.matching.engine import Settings, judge
from notelint.types import Analysis, Draft, Example, Rule, Source, Span, Violation

GREETING, CLOSING = "Dear Ms. Okafor,", "Kind regards,\nDana Whitfield"

Analyse = Callable[[Draft], Analysis]


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that does not behave: where it stands, and what happened instead."""

    rule: str
    source: Source
    message: str


def draft_of(example: Example) -> tuple[Draft, int]:
    """The draft that holds an example, and the offset at which the example's text begins in it.

    A text is set as a body paragraph between a greeting and a close, or takes their place; `whole` is the draft itself.
    """
    text = example.text
    if example.place == "whole":
        return from_text(text, "example.txt"), 0
    headers = {"kind": example.kind, **dict(example.headers)}
    if example.place == "subject":
        headers["subject"] = text
    head = "---\n" + "".join(f"{key}: {value}\n" for key, value in headers.items()) + "---\n"
    greeting, body, closing = GREETING, "This is about our meeting.", CLOSING
    if example.place == "greeting":
        greeting = text
    elif example.place == "closing":
        closing = text
    elif example.place == "body":
        body = text
    whole = f"{head}{greeting}\n\n{body}\n\n{closing}\n"
    start = whole.index(f"subject: {text}") + len("subject: ") if example.place == "subject" else whole.index(text, len(head))
    return from_text(whole, "example.txt"), start


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
        message = _violation(rule, example, compiled, analyse)
        if message:
            yield ExampleFailure(rule.id, example.source, message)
    for example in rule.fine:
        found, _ = _judge(rule, example, compiled, analyse)
        if found:
            yield ExampleFailure(
                rule.id, example.source, f"this is fine, but “{_shown(found[0])}” was found in: {_short(example.text)}"
            )


def _judge(
    rule: Rule, example: Example, compiled: CompiledCatalogue, analyse: Analyse
) -> tuple[list[Violation], int]:
    draft, start = draft_of(example)
    needed = {rule.id} | ({rule.given} if rule.given else set())
    now = datetime.fromisoformat(example.now) if example.now else None
    report = judge(analyse(draft), compiled, Settings(select=frozenset(needed), now=now))
    return [violation for violation in report.violations if violation.rule == rule.id], start


def _violation(rule: Rule, example: Example, compiled: CompiledCatalogue, analyse: Analyse) -> str | None:
    found, start = _judge(rule, example, compiled, analyse)
    if not found:
        return f"nothing was found in: {_short(example.text)}"
    spans = {violation.span for violation in found}
    for mark in example.marks:
        wanted = Span(start + mark.start, start + mark.end)
        if wanted not in spans:
            marked = example.text[mark.start : mark.end]
            return f"“{marked}” should be marked, but it was “{_shown(found[0])}” in: {_short(example.text)}"
    return None


def _shown(violation: Violation) -> str:
    return _short(violation.text, 60)


def _short(text: str, most: int = 90) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
