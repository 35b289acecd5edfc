"""The rules in a list, as the settings have them."""

from __future__ import annotations

import json

from notelint.config import DEFAULT, OFF, Config
from notelint.reporters.style import Style
from notelint.types import SEVERITIES, Catalogue, Rule


def render(catalogue: Catalogue, style: Style, config: Config = DEFAULT) -> str:
    """Id, severity and summary, one line a rule, under the name of its folder; a rule of a pack names that."""
    rules = sorted(catalogue.rules.values(), key=lambda rule: (rule.category, rule.id))
    wide = max((len(rule.id) for rule in rules), default=0)
    deep = max((len(severity(rule, config)) for rule in rules), default=0)
    lines: list[str] = []
    category = None
    for rule in rules:
        if rule.category != category:
            lines += ["", style.paint(rule.category, "bold")] if lines else [style.paint(rule.category, "bold")]
            category = rule.category
        pack = catalogue.pack(rule)
        origin = style.paint(f"  [{style.show(str(pack))}]", "dim") if pack else ""
        head = f"  {rule.id:<{wide}}  {severity(rule, config):<{deep}}  "
        lines.append(f"{head}{style.show(rule.summary)}{origin}")
    return style.fit("\n".join(lines) + "\n")


def render_json(catalogue: Catalogue, config: Config = DEFAULT) -> str:
    """The same as a JSON document.

    For each rule its id, category, summary, severities by kind (none when it is off), chapter, the headers it needs,
    its file, and its pack (null for one that comes with notelint).
    """
    rules = []
    for rule in sorted(catalogue.rules.values(), key=lambda rule: rule.id):
        pack = catalogue.pack(rule)
        rules.append(
            {
                "id": rule.id,
                "category": rule.category,
                "summary": rule.summary,
                "severity": _by_kind(rule, config),
                "chapter": list(rule.chapter),
                "needs": list(rule.needs),
                "path": rule.source.path,
                "pack": {"name": pack.name, "version": pack.version or None} if pack else None,
            }
        )
    return json.dumps({"version": 1, "rules": rules}, ensure_ascii=False, indent=2) + "\n"


def severity(rule: Rule, config: Config = DEFAULT) -> str:
    """“error”, or “error/warning” where it depends on the kind of draft, or “off”."""
    chosen = _by_kind(rule, config).values()
    return "/".join(name for name in SEVERITIES if name in chosen) or OFF


def _by_kind(rule: Rule, config: Config) -> dict[str, str]:
    if rule.id in config.off:
        return {}
    return {kind: config.severity.get(rule.id, own) for kind, own in rule.severity.items()}
