"""A rule that runs away does not take the server with it."""

import pytest

RULE = """\
id: own
summary: Runs away.
chapter: [8]
kinds: all
severity: warning
message: "“{text}” runs."
why: It is here to run away.
forbid:
  - {regex: "(?:a|aa)+!"}
examples:
  violations: ["It is aa!"]
  fine: ["It is a!b."]
"""
LETTER = "Dear Ms. Okafor,\n\nHi! {}\n\nKind regards,\nJo Park\n"


@pytest.mark.asyncio
async def test_the_draft_says_so_and_the_next_is_judged(fresh, tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/own.yml").write_text(RULE)
    (tmp_path / ".notelint.yml").write_text("rule_paths: [rules]\n")
    await fresh.start()
    said = await fresh.open("a.txt", LETTER.format("a" * 80 + "."))
    assert any("runs away on" in one.message for one in said)
    said = await fresh.edit("a.txt", LETTER.format("Could you give me some feedback on my interview?"))
    assert "no-feedback-requests" in {one.code for one in said}
