"""What recurs in several drafts, in HTML: over all of them, by kind, and over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from notelint.reporters.article import severity
from notelint.reporters.markup import Html, prose, tag
from notelint.reporters.recurring import Group, Recurring, fault
from notelint.reporters.style import count
from notelint.types import DraftKind, Rule

_KINDS: dict[DraftKind, str] = {
    "thank-you": "Thank-you notes", "follow-up": "Follow-ups", "reminder": "Reminders", "unknown": "Kind not clear",
}  # fmt: skip


def overview(found: Recurring, rules: Mapping[str, Rule]) -> Iterator[Html]:
    """How many drafts need nothing, and which faults recur.

    Args:
        found: what recurs.
        rules: by id; what recurs is said in their words.
    """
    whole = found.whole()
    meter = _meter(whole.clean, whole.drafts, "drafts that need nothing")
    yield tag("p", f"{whole.clean} of {count(whole.drafts, 'draft')} need nothing. ", meter)
    if not whole.spread:
        return
    yield from _all(whole, found, rules)
    kinds = {_KINDS[kind]: group for kind, group in found.kinds().items()}
    if len(kinds) > 1:
        yield tag("h3", "By kind")
        yield _beside(whole, kinds, rules)
    periods = {period.name: group for period, group in found.periods().items()}
    if len(periods) > 1:
        yield tag("h3", "Over time")
        undated = whole.drafts - sum(group.drafts for group in periods.values())
        if undated:
            yield tag("p", f"Without {count(undated, 'draft')} that {'says' if undated == 1 else 'say'} no date.")
        yield _beside(whole, periods, rules)


def _all(whole: Group, found: Recurring, rules: Mapping[str, Rule]) -> Iterator[Html]:
    """Over all drafts, the faults of the most drafts first."""
    rows = [
        tag(
            "tr",
            _said(rule, rules),
            tag("td", severity(found.gravest[rule])),
            tag(
                "td",
                f"{whole.spread[rule]} of {whole.drafts} ",
                _meter(whole.spread[rule], whole.drafts, f"drafts with {rule}"),
                class_="count",
            ),
            tag("td", str(whole.times[rule]), class_="times"),
        )
        for rule in whole.faults()
    ]
    heads = (tag("th", words, scope="col") for words in ("Fault", "Gravest", "Drafts"))
    head = tag("tr", *heads, tag("th", "Times", scope="col", class_="times"))
    yield tag("h3", "What recurs")
    yield tag("table", tag("thead", head), tag("tbody", *rows))


def _beside(whole: Group, groups: Mapping[str, Group], rules: Mapping[str, Rule]) -> Html:
    """A table with a column for each group: in how many of its drafts each fault is."""
    heads = [tag("th", "Fault", scope="col"), *(tag("th", name, scope="col", class_="times") for name in groups)]
    clean = [_of(group.clean, group) for group in groups.values()]
    rows = [tag("tr", tag("td", "Nothing to fix"), *clean)]
    rows += [
        tag("tr", _said(rule, rules), *(_of(group.spread[rule], group) for group in groups.values()))
        for rule in whole.faults()
    ]
    table = tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    return tag("div", table, class_="wide")


def _said(rule: str, rules: Mapping[str, Rule]) -> Html:
    return tag("td", prose(fault(rules.get(rule))), " ", tag("code", rule))


def _of(number: int, group: Group) -> Html:
    return tag("td", f"{number} of {group.drafts}" if group.drafts else "–", class_="times")


def _meter(value: int, whole: int, label: str) -> Html:
    return tag("meter", min=0, max=whole, value=value, aria_label=label)
