"""The rules in a list."""

from __future__ import annotations

import json

from notelint.reporters.style import Style
from notelint.types import SEVERITIES, Catalogue, Rule


def render(catalogue: Catalogue, style: Style) -> str:
    """Id, severity (by kind of draft where it differs) and summary, one line a rule, under the name of its folder."""
    rules = sorted(catalogue.rules.values(), key=lambda rule: (rule.category, rule.id))
    wide = max((len(rule.id) for rule in rules), default=0)
    deep = max((len(severity(rule)) for rule in rules), default=0)
    lines: list[str] = []
    category = None
    for rule in rules:
        if rule.category != category:
            lines += ["", style.paint(rule.category, "bold")] if lines else [style.paint(rule.category, "bold")]
            category = rule.category
        head = f"  {rule.id:<{wide}}  {severity(rule):<{deep}}  "
        lines.append(f"{head}{style.show(rule.summary)}")
    return style.fit("\n".join(lines) + "\n")


def render_json(catalogue: Catalogue) -> str:
    """The same as a JSON document: for each rule its id, category, summary, severities by kind, and chapter."""
    rules = [
        {
            "id": rule.id,
            "category": rule.category,
            "summary": rule.summary,
            "severity": {kind: rule.severity[kind] for kind in rule.severity},
            "chapter": list(rule.chapter),
            "needs": list(rule.needs),
            "path": rule.source.path,
        }
        for rule in sorted(catalogue.rules.values(), key=lambda rule: rule.id)
    ]
    return json.dumps({"version": 1, "rules": rules}, ensure_ascii=False, indent=2) + "\n"


def severity(rule: Rule) -> str:
    """“error”, or “error or warning” where it depends on the kind of draft."""
    return "/".join(name for name in SEVERITIES if name in rule.severity.values()) or "off"
