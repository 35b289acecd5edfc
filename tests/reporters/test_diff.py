"""The unified diff of what fixing would change."""

import subprocess

import pytest

from notelint.reporters import diff
from notelint.reporters.style import Style


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        pytest.param("a\nthe the\n", "a\nthe\n", [" a\n", "-the the\n", "+the\n"], id="a line"),
        pytest.param("a\r\nthe the\r\n", "a\r\nthe\r\n", [" a\r\n", "-the the\r\n", "+the\r\n"], id="CRLF"),
        pytest.param("a\rthe the\r", "a\rthe\r", [" a\n", "-the the\n", "+the\n"], id="CR is shown as LF"),
        pytest.param("the the", "the", ["-the the\n", "\\ No newline at end of file\n", "+the\n", "\\ No newline at end of file\n"], id="no line end"),
        pytest.param("a\x0cb\u2028c c\n", "a\x0cb\u2028c\n", ["-a\x0cb\u2028c c\n", "+a\x0cb\u2028c\n"], id="other breaks end no line"),
    ],
)  # fmt: skip
def test_a_diff(before, after, rows):
    head, _, body = diff.render("letters/a.txt", before, after, Style()).partition("@@\n")
    assert head.startswith("--- a/letters/a.txt\n+++ b/letters/a.txt\n@@ ")
    assert body == "".join(rows)


def test_nothing_changes():
    assert diff.render("a.txt", "a\n", "a\n", Style()) == ""


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_git_applies_it(tmp_path, ending):
    lines = [f"line {number}" for number in range(20)]
    before = "\n".join([*lines, "the the", "", "Zoë"]) + ending
    (tmp_path / "a.txt").write_bytes(before.encode())
    patch = diff.render("a.txt", before, before.replace("the the", "the"), Style())
    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "a.txt").read_bytes() == before.replace("the the", "the").encode()


def test_a_terminal_gets_colour_and_no_control_characters():
    shown = diff.render("a.txt", "\x1b[2J the the\r\n", "\x1b[2J the\r\n", Style(colour=True), harmless=True)
    assert "\x1b[2J" not in shown
    assert "\r" not in shown
    assert "\x1b[32m+" in shown
