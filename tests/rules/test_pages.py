"""The pages in docs/rules are those that the rules make."""

import runpy


def test_the_rule_pages_are_fresh(request):
    root = request.config.rootpath
    wanted = runpy.run_path(str(root / "scripts" / "pages.py"))["pages"]()
    there = {path.name: path.read_text(encoding="utf-8") for path in (root / "docs" / "rules").glob("*.md")}
    assert there == wanted, "write them again: python scripts/pages.py"
