"""The generated pages of docs/ are those that the rules, the log and the command's help make."""

import runpy


def test_the_generated_pages_are_fresh(request):
    root = request.config.rootpath
    wanted = runpy.run_path(str(root / "scripts" / "pages.py"))["pages"]()
    there = {name: (root / "docs" / name).read_text(encoding="utf-8") for name in wanted}
    assert there == wanted, "write them again: python scripts/pages.py"


def test_no_rule_page_is_left_of_a_rule_that_is_gone(request):
    root = request.config.rootpath
    wanted = runpy.run_path(str(root / "scripts" / "pages.py"))["rule_pages"]()
    assert {f"rules/{path.name}" for path in (root / "docs" / "rules").glob("*.md")} == wanted.keys()
