from notelint.drafts.read import from_text
from notelint.reporters import zones
from notelint.reporters.style import Style

LETTER = """\
---
kind: follow-up
ignore:
  no-gifts: a joke we shared
---

Dear Ms. Okafor,

Thank you for Tuesday.

Best regards,
Lee
"""


def test_zones_headers_and_suppressions_are_listed():
    out = zones.render(from_text(LETTER, "draft.md"), Style())
    lines = [line.split() for line in out.splitlines()]
    assert ["lines", "7-8", "greeting", "Dear", "Ms.", "Okafor,"] in lines
    assert ["lines", "9-10", "body", "Thank", "you", "for", "Tuesday."] in lines
    assert ["line", "2", "kind:", "follow-up"] in lines
    assert any("no-gifts (a joke we shared)" in line for line in out.splitlines())


def test_an_empty_draft_is_said_to_be_empty():
    assert "the draft is empty" in zones.render(from_text("", "draft.txt"), Style())
