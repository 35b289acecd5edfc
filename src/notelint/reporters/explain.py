"""One rule as a page: what it finds, why that hurts, what to write instead, when it stays silent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from notelint.matching.message_slots import fill, is_slot
from notelint.reporters.style import Style, listed
from notelint.types import KINDS, SEVERITIES, DraftKind, Example, Measured, Rule, Severity, Template

_EXAMPLES = 4
_LONGEST = 480  # characters of an example; a longer one is cut
_NAMES: dict[DraftKind, str] = {"thank-you": "thank-you note", "follow-up": "follow-up", "reminder": "reminder"}


def render(rule: Rule, style: Style, measured: Measured | None = None) -> str:
    """The page of a rule for a terminal.

    Args:
        rule: the rule as written.
        style: how to write.
        measured: how well it judges, None when that was not measured.

    Returns:
        Lines with their line ends.
    """
    lines = [style.paint(rule.id, "bold"), *style.wrap(rule.summary, "")]
    for heading, body in _sections(rule, measured):
        lines += ["", style.paint(heading, "bold")]
        for entry in body:
            mark = "  - " if heading in _LISTS else "  "
            lines += style.wrap(entry, mark, " " * len(mark))
    return style.fit("\n".join(lines) + "\n")


def markdown(rule: Rule, measured: Measured | None = None) -> str:
    """The same page as Markdown, for docs/rules."""
    lines = [f"# {rule.id}", "", rule.summary]
    for heading, body in _sections(rule, measured):
        lines += ["", f"## {heading}", ""]
        lines += [f"- {_escaped(entry)}" if heading in _LISTS else _escaped(entry) for entry in body]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Text whose marks Markdown would take for its own."""
    marked = text.replace("[[", "\0").replace("]]", "\0")
    pieces = marked.split("`")  # every second is code, in which no mark counts
    pieces[::2] = [re.sub(r"([\\*_<>\[\]#])", r"\\\1", piece) for piece in pieces[::2]]
    return "`".join(pieces).replace("\0", "**")


SECTIONS = {
    "1": "why to write",
    "2": "when, and to whom",
    "3": "the thank-you note",
    "4": "the follow-up",
    "5": "one letter for each reader",
    "6": "what letters are good for",
    "7": "when no answer comes",
    "8": "staying professional",
    "9": "in short",
}
"""What the sections of the chapter are about from which the rules are taken."""

_LISTS = ("Found", "Notes without it", "Instead", "Add", "What it leaves alone", "Options")


_CALM = "(the same words, calmly)"


def _worded(template: str) -> str:
    """A suggestion as a reader sees it before anything is known of the draft."""
    words, _ = fill(template, {"calm": _CALM})
    return f"(write {words.strip('[]')})" if is_slot(words) else words


def _suggested(template: Template) -> str:
    words = _worded(template.words) or "(leave it out)"
    return f"{words} (unless the letter has it: `{template.unless}`)" if template.unless else words


def _sections(rule: Rule, measured: Measured | None) -> Iterator[tuple[str, list[str]]]:
    yield "Why it hurts", [rule.why]
    found = [_quoted(example) for example in rule.violations[:_EXAMPLES]]
    if found:
        yield ("Notes without it" if rule.missing else "Found"), found
    instead = [*map(_worded, rule.missing.insert if rule.missing else ()), *map(_suggested, rule.suggest)]
    if rule.replace:
        instead += [f"{new} (for “{old}”)" for old, new in list(rule.replace.items())[:_EXAMPLES]]
    if instead:
        yield ("Add" if rule.missing else "Instead"), instead
    silent = [_quoted(example) for example in rule.fine[:_EXAMPLES]]
    if silent:
        yield "What it leaves alone", silent
    yield "Severity", [f"{severities(rule)}."]
    conditions = list(_conditions(rule))
    if conditions:
        yield "Runs only", [" ".join(conditions)]
    if rule.options:
        yield "Options", [f"{key}: {value}" for key, value in rule.options.items()]
    if measured is not None:
        yield "How well it judges", list(_judgement(measured))
    if rule.chapter:
        sections = listed([_section(section) for section in rule.chapter])
        yield "Chapter", [f"{sections} of the chapter on communication after the interview."]
    else:
        yield "Chapter", ["Goes beyond the chapter on communication after the interview."]
    yield "Since", [f"Version {rule.since}."]


def _section(number: str) -> str:
    """A section of the chapter and what it is about, as far as there is one: a rule of one's own may cite another."""
    return f"§{number} ({SECTIONS[number]})" if number in SECTIONS else f"§{number}"


def _judgement(measured: Measured) -> Iterator[str]:
    for part, who in (("untuned", "by authors whom nobody tuned it on"), ("tuned", "it was tuned on")):
        tally = measured.get(part)
        if tally is not None:
            shares = f"precision {tally.precision:.2f}, recall {tally.recall:.2f}"
            yield f"On {tally.size} labelled sentences {who}: {shares}."


def _conditions(rule: Rule) -> Iterator[str]:
    if rule.given:
        yield f"When {rule.given} is satisfied."
    if rule.needs:
        yield f"With {listed([f'`{need}:`' for need in rule.needs])} in the headers."


def _quoted(example: Example) -> str:
    """The text of an example with the marked words in square brackets."""
    text, at, out = example.text, 0, ""
    for start, end in example.marks:
        out += f"{text[at:start]}[[{text[start:end]}]]"
        at = end
    out = _cut(_flat(out + text[at:])) or "(no words)"
    given = [*example.headers, *([("now", example.now)] if example.now else [])]
    given += [("beside", _flat(text)) for text in example.beside]
    around = "; ".join(f"{key}: {value}" for key, value in given)
    return f"({around}) {out}" if around else out


def _cut(text: str) -> str:
    """The words around what is marked, or the first ones, of an example that is long."""
    if len(text) <= _LONGEST:
        return text
    start = max(text.find("[[") - _LONGEST // 4, 0)
    words = text[start : start + _LONGEST]
    head = f"… {words.partition(' ')[2]}" if start else words
    return f"{head.rpartition(' ')[0]} …" if start + _LONGEST < len(text) else head


def _flat(text: str) -> str:
    return " / ".join(line.strip() for line in text.splitlines() if line.strip())


def severities(rule: Rule) -> str:
    """The severity of a rule in words, by kind of draft where it differs."""
    by_severity: dict[Severity, list[DraftKind]] = {
        severity: [kind for kind in KINDS if rule.severity.get(kind) == severity] for severity in SEVERITIES
    }
    used: Mapping[Severity, list[DraftKind]] = {severity: kinds for severity, kinds in by_severity.items() if kinds}
    if len(used) == 1 and len(next(iter(used.values()))) == len(KINDS):
        return f"{next(iter(used))} in every kind of draft"
    parts = [f"{severity} in a {listed([_NAMES[kind] for kind in kinds], 'or')}" for severity, kinds in used.items()]
    return "; ".join(parts) or "off"
