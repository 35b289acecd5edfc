"""Make the rule pages in docs/rules anew from the rules and what was measured of them.

python scripts/pages.py
"""

from __future__ import annotations

from pathlib import Path

from notelint.catalogue.load import load
from notelint.catalogue.measured import figures
from notelint.reporters.explain import markdown
from notelint.types import Rule

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


def pages() -> dict[str, str]:
    """The pages by file name, the list of all rules first."""
    rules, measured = load().rules, figures()
    made = {"README.md": overview(list(rules.values()))}
    for rule in rules.values():
        made[f"{rule.id}.md"] = markdown(rule, measured.get(rule.id))
    return made


def overview(rules: list[Rule]) -> str:
    """All rules, by folder."""
    lines = ["# The rules", "", "`notelint explain RULE` prints the page of a rule."]
    for category in sorted({rule.category for rule in rules}):
        lines += ["", f"## {category}", ""]
        lines += [f"- [{rule.id}]({rule.id}.md): {rule.summary}" for rule in rules if rule.category == category]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write them, and take away those of rules that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
